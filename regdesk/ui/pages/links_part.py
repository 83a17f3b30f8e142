"""What a record points at, within its detail: chosen by ticks, opened, ordered and taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.dialogs.pick import Pick, PickDialog
from regdesk.ui.icons import icon
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.plan_parts import FittedHeight
from regdesk.ui.pages.record_part import RecordPart
from regdesk.ui.shortcuts import SHORTCUTS
from regdesk.ui.text import button
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.link_list import (
    NEW,
    TARGET,
    LinkChoice,
    link_choices,
    link_columns,
    link_rows,
    move_link,
    place_of_target,
    remove_link,
    set_targets,
    target_nodes,
)
from regdesk.viewmodels.rows import GivenRows


class LinksPart(RecordPart):
    """Enter shows what a link points at, Delete takes the link away, Alt with an arrow moves it among its like."""

    def __init__(self, context: Context, kind: str) -> None:
        super().__init__()
        self._context, self._kind, self._id = context, kind, ""
        self._model = RowsModel(GivenRows(link_columns(), []), self)
        self.view = ListView("links", _("Kopplingar"), self._model, context.theme, context.settings)
        self.view.set_lines(2)
        self.view.opened.connect(self._open)
        self.view.installEventFilter(self)
        self.view.horizontalHeader().setSectionsClickable(False)
        self.view.horizontalHeader().setSortIndicatorShown(False)
        self.add_button = button(_("Koppla …"), "link")
        self.add_button.clicked.connect(self._open_menu)
        FittedHeight(self.view, self._model, context.theme)
        self.lay_out_under(_("Kopplingar"), self.add_button, self.view)

    def show_record(self, record_id: str) -> None:
        self._id = record_id
        self.refresh()

    def refresh(self) -> None:
        self._model.set_source(link_rows(self._context.session, self._kind, self._id))
        self.view.setVisible(self._model.rowCount() > 0)

    # What can be done

    def choose(self, choice: LinkChoice) -> None:
        """Ask what the record points at, of this kind."""
        session = self._context.session
        pick = Pick(
            window=choice.name,
            title=choice.name,
            lead=_("Kryssa för det som posten ska kopplas till. Skriv i sökfältet för att hitta eller lägga till."),
            tree=choice.name,
            search=_("Sök eller skriv ett namn") if choice.can_add else _("Sök"),
            go=_("&Koppla de valda"),
            kinds=(TARGET, NEW),
            nodes=partial(target_nodes, session, choice.kind, self._id),
        )
        PickDialog(pick, choice.chosen, partial(self._take, choice), self._context.theme, self).open()

    def _take(self, choice: LinkChoice, chosen: set[str]) -> None:
        self._try(lambda: set_targets(self._context.session, self._id, choice.kind, chosen))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for choice in link_choices(self._context.session, self._kind, self._id):
            action = menu.addAction(icon("link"), f"{choice.name} …".replace("&", "&&"))
            action.triggered.connect(partial(self.choose, choice))
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def _open(self, link_id: str) -> None:
        place = place_of_target(self._context.session, link_id)
        if place:
            self._context.go(Verb.GO_PLAN, place)

    def _remove(self) -> None:
        self._try(lambda: remove_link(self._context.session, self._id, self.view.current_id))

    def _move(self, by: int) -> None:
        link_id = self.view.current_id
        self._try(lambda: move_link(self._context.session, self._id, link_id, by))
        self.view.choose(link_id)

    def _try(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except Problem as problem:
            self._context.messages.failed(problem)

    # Qt tells

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.view.current_id and (deed := self._deed(event)) is not None:
            if event.type() == QEvent.Type.KeyPress:
                deed()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _deed(self, event: QKeyEvent) -> Callable[[], None] | None:
        deeds: Mapping[Verb, Callable[[], None]] = {
            Verb.REMOVE: self._remove,
            Verb.MOVE_UP: partial(self._move, -1),
            Verb.MOVE_DOWN: partial(self._move, 1),
        }
        pressed = QKeySequence(event.keyCombination())
        return next((deeds[verb] for verb in deeds if any(pressed == QKeySequence(k) for k in SHORTCUTS[verb])), None)
