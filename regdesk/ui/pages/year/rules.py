"""The page of the rules that give the year's dates: a list in words, and the chosen rule beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.services.deadlines import restore_rule, switch_rule
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.empty import way
from regdesk.ui.pages.records_page import RecordsPage
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.rows import RowSource
from regdesk.viewmodels.rule_list import RuleRows, add_missing, can_restore, has_missing


class RulesPage(RecordsPage):
    """Every rule, switched on or off, as it was shipped or changed."""

    plural = "deadline_rules"
    offers = (Verb.ADD, Verb.EDIT, Verb.SWITCH_RULE, Verb.RESTORE_RULE, Verb.REMOVE, None, Verb.ADD_RULES)

    def source(self) -> RowSource:
        return RuleRows(self.context.session)

    def missing(self) -> tuple[str, str]:
        return (
            _("Inga datumregler än"),
            _("Lägg till de vanliga reglerna: kallelse, justering, anslag, laga kraft och de stora rapporterna."),
        )

    def ways(self) -> Sequence[QPushButton]:
        return way(self.context.actions, Verb.ADD_RULES, "primary"), way(self.context.actions, Verb.ADD)

    def handlers(self) -> Mapping[Verb, Handler]:
        return {**super().handlers(), Verb.ADD_RULES: self._add_missing}

    def deeds(self, record_id: str) -> Mapping[Verb, Handler]:
        session = self.context.session
        found = {**super().deeds(record_id), Verb.SWITCH_RULE: lambda: switch_rule(session, record_id)}
        if can_restore(session, record_id):
            found[Verb.RESTORE_RULE] = lambda: restore_rule(session, record_id)
        return found

    def refresh(self, changed: Changed | None) -> None:
        super().refresh(changed)
        self._show_ways()

    def lay_out(self, column: QWidget) -> None:
        actions, above = self.context.actions, QWidget()
        self._restore, self._add_usual = way(actions, Verb.RESTORE_RULE), way(actions, Verb.ADD_RULES)
        actions[Verb.RESTORE_RULE].enabledChanged.connect(self._show_ways)
        ways = QHBoxLayout(above)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(Space.S)
        for each in (way(actions, Verb.SWITCH_RULE), self._restore, self._add_usual):
            ways.addWidget(each)
        ways.addStretch()
        super().lay_out(column)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, above)
        self._show_ways()

    def _show_ways(self) -> None:
        """Only what there is a use for takes room."""
        self._restore.setVisible(self.context.actions[Verb.RESTORE_RULE].isEnabled())
        self._add_usual.setVisible(has_missing(self.context.session))

    def _add_missing(self) -> None:
        self.context.messages.tell(add_missing(self.context.session))
