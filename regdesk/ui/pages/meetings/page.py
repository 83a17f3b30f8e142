"""The page of meetings: plans them, fills their agendas, and leads into the assessment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.meetings import remove_meeting
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.dialogs.meeting import NewMeetingDialog
from regdesk.ui.empty import EmptyState, way
from regdesk.ui.meeting.sitting import Sitting
from regdesk.ui.models import RowsModel
from regdesk.ui.page import Page
from regdesk.ui.pages.meetings.panel import MeetingPanel
from regdesk.ui.text import label
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.meeting_overview import begin_meeting, meeting_of
from regdesk.viewmodels.meetings import BriefMeetingRows

_NAME: Final = "meetings"
_SIZES: Final = (330, 640)
_LEAST: Final = 220
_MENU: Final = (Verb.NEW_MEETING, None, Verb.ASSESS, Verb.EDIT, Verb.CLOSE_MEETING, None, Verb.REMOVE)


class MeetingsPage(Page):
    """Meetings to the left, the latest first; the chosen one to the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.filter_hint = _("Sök bland möten")
        self._filter = ""
        self._sitting: Sitting | None = None
        self._withdraw: Callable[[], None] = _nothing
        self._rows = RowsModel(BriefMeetingRows(context.session), self)
        self.list = ListView(_NAME, _("Möten"), self._rows, context.theme, context.settings)
        self.list.chosen.connect(self._show_meeting)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.panel = MeetingPanel(context)
        self.list.opened.connect(self.panel.agenda.view.setFocus)
        self.panel.offers_changed.connect(self._offer)
        self._none = label(_("Inget möte är valt."), quiet=True)
        self._chosen = QStackedWidget()
        self._empty = self._make_empty()
        self._stack = QStackedWidget()
        self._lay_out()
        self._show_what_there_is()
        self._stand_on_first()

    # What a page does

    def handlers(self) -> Mapping[Verb, Handler]:
        return {Verb.NEW_MEETING: self._plan, Verb.EDIT_TEMPLATES: self._edit_templates}

    def set_filter(self, text: str) -> None:
        self._filter = text
        self._rows.set_filter(text)
        self._stand_on_first()

    def refresh(self, _changed: Changed | None) -> None:
        # While the board assesses, this is out of sight: all is read again when it is done.
        if self._sitting is None:
            self._rows.refresh()
            self._show_what_there_is()
            self._show_meeting(self.list.current_id)
            if self.panel.meeting_id:
                self.panel.refresh()

    def stand_on(self, record_id: str) -> None:
        self.list.choose(meeting_of(self.context.session, record_id))
        if self.panel.agenda.choose(record_id):
            self.panel.stand_on(record_id)
        else:
            self.list.setFocus()

    def holds_back(self, then: Callable[[], object]) -> bool:
        return self._sitting is not None and self._sitting.view.holds_back(then)

    def commit(self) -> None:
        if self._sitting is not None:
            self._sitting.end()
        self.panel.commit()

    # What can be done

    def _offer(self) -> None:
        """Let the verbs be those that can be done to what is chosen, while this is in sight."""
        self._withdraw()
        self._withdraw = self.context.actions.handle(self._offers()) if self.isVisible() else _nothing

    def _offers(self) -> Mapping[Verb, Handler]:
        offers = dict(self.panel.offers())
        if self.panel.can_begin:
            offers[Verb.ASSESS] = self._begin
        if self.panel.meeting_id and not self.panel.is_closed:
            offers[Verb.EDIT] = self._either(self.panel.edit_facts, offers.get(Verb.EDIT, self.panel.edit_facts))
            offers[Verb.REMOVE] = self._either(self._remove, offers.get(Verb.REMOVE, _nothing))
        return offers

    def _either(self, with_meeting: Handler, with_item: Handler) -> Handler:
        """What a verb does depends on which of the two lists the keyboard stands in."""
        return lambda: with_meeting() if self.list.hasFocus() else with_item()

    def _plan(self) -> None:
        dialog = NewMeetingDialog(self.context.session, date.today(), self)
        dialog.made.connect(self._stand_on_new)
        dialog.open()

    def _edit_templates(self) -> None:
        from regdesk.ui.dialogs.agenda_templates import TemplatesDialog

        TemplatesDialog(self.context, self).open()

    def _remove(self) -> None:
        try:
            remove_meeting(self.context.session, self.panel.meeting_id)
        except Problem as problem:
            self.context.messages.failed(problem)

    def _begin(self) -> None:
        self.panel.commit()
        try:
            begin_meeting(self.context.session, self.panel.meeting_id)
        except Problem as problem:
            self.context.messages.failed(problem)
            return
        self._sitting = Sitting(self.context, self.panel.meeting_id, self._ended)

    def _ended(self) -> None:
        self._sitting = None
        self.refresh(None)
        self.panel.head.begin.setFocus()

    def _open_menu(self) -> None:
        self.list.setFocus()
        at = self.list.viewport().mapToGlobal(self.list.visualRect(self.list.currentIndex()).bottomLeft())
        self.context.actions.context_menu(self.list, _MENU).popup(at)

    # What is shown

    def _show_meeting(self, meeting_id: str) -> None:
        """Show another meeting; the same one is left as it stands."""
        if meeting_id == self.panel.meeting_id:
            return
        if meeting_id:
            self.panel.show_meeting(meeting_id)
        else:
            self.panel.clear()
        self._chosen.setCurrentWidget(self.panel if meeting_id else self._none)

    def _show_what_there_is(self) -> None:
        empty = not self._rows.rowCount() and not self._filter
        self._stack.setCurrentIndex(0 if empty else 1)
        self.setFocusProxy(self._empty if empty else self.list)

    def _stand_on_first(self) -> None:
        self.list.setCurrentIndex(self._rows.index(0, 0))
        self._show_meeting(self.list.current_id)

    def _stand_on_new(self, meeting_id: str) -> None:
        self.list.choose(meeting_id)
        self.list.setFocus()

    # Qt tells

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._withdraw()
        self._withdraw = _nothing

    # Making

    def _lay_out(self) -> None:
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._chosen.addWidget(self._none)
        self._chosen.addWidget(self.panel)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._parts())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            _("Inga möten än"),
            _("Planera det möte där nämnden ska följa upp planen, och bedöm en sak i taget."),
            [way(self.context.actions, Verb.NEW_MEETING, "primary")],
        )

    def _parts(self) -> QSplitter:
        settings = self.context.settings
        made = QSplitter(Qt.Orientation.Horizontal)
        made.setChildrenCollapsible(False)
        made.addWidget(self._side())
        made.addWidget(self._chosen)
        made.setStretchFactor(1, 1)
        made.setSizes(settings.splitter(_NAME) or list(_SIZES))
        made.splitterMoved.connect(lambda: settings.set_splitter(_NAME, made.sizes()))
        return made

    def _side(self) -> QWidget:
        made = QWidget()
        made.setMinimumWidth(_LEAST)
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(way(self.context.actions, Verb.NEW_MEETING), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.list, 1)
        return made


def _nothing() -> None:
    """What there is to withdraw or do while nothing is offered."""
