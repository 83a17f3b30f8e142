"""The goals that a risk is about, within its detail: chosen from the plan, opened and taken away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.dialogs.pick import Pick, PickDialog
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.plan_parts import FittedHeight
from regdesk.ui.pages.record_part import RecordPart
from regdesk.ui.text import button
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.goal_links import GOALS, goal_columns, goal_tree, link_goals, linked_goals, unlink_goal
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.rows import GivenRows


class GoalLinks(RecordPart):
    """Enter on a goal shows it in the plan, Delete takes the link away."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._risk_id = context, ""
        self._model = RowsModel(GivenRows(goal_columns(), []), self)
        self.view = ListView("risk_goals", _("Mål som risken rör"), self._model, context.theme, context.settings)
        self.view.horizontalHeader().hide()
        self.view.opened.connect(lambda goal_id: context.go(Verb.GO_PLAN, goal_id))
        self.view.installEventFilter(self)
        FittedHeight(self.view, self._model, context.theme)
        self.choose_button = button(_("Vä&lj …"), "goal")
        self.choose_button.setAccessibleName(_("Välj mål"))
        self.choose_button.clicked.connect(self._choose)
        self.lay_out_under(many_of("goals"), self.choose_button, self.view)

    def show_record(self, record_id: str) -> None:
        self._risk_id = record_id
        self.refresh()

    def refresh(self) -> None:
        self._model.set_source(linked_goals(self._context.session, self._risk_id))
        self.view.setVisible(self._model.rowCount() > 0)

    def _choose(self) -> None:
        session = self._context.session
        pick = Pick(
            window=_("Välj mål"),
            title=_("Vilka mål rör risken?"),
            lead=_("Kryssa för de mål som risken kan hindra."),
            tree=_("Planens mål"),
            search=_("Sök bland målen"),
            go=_("&Koppla de valda"),
            kinds=GOALS,
            nodes=partial(goal_tree, session),
        )
        chosen = [row.id for row in linked_goals(session, self._risk_id).page(None, 10_000)]
        PickDialog(pick, chosen, self._link, self._context.theme, self).open()

    def _link(self, goal_ids: set[str]) -> None:
        try:
            link_goals(self._context.session, self._risk_id, goal_ids)
        except Problem as problem:
            self._context.messages.failed(problem)

    def _unlink(self) -> None:
        if self.view.current_id:
            unlink_goal(self._context.session, self._risk_id, self.view.current_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            if event.type() == QEvent.Type.KeyPress:
                self._unlink()
            event.accept()
            return True
        return super().eventFilter(watched, event)
