"""The chosen meeting: its head, its agenda and its facts, and what can be done to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.meetings import close_meeting, remove_agenda_item, set_subjects
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.dialogs.meeting import EditItemDialog, NewItemDialog
from regdesk.ui.dialogs.subjects import SubjectsDialog
from regdesk.ui.pages.meetings.agenda import AgendaPart
from regdesk.ui.pages.meetings.dates import DatesPart
from regdesk.ui.pages.meetings.facts import FactsPart
from regdesk.ui.pages.meetings.head import MeetingHead
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.agendas import item_title, move_item, nothing_more, take_up_everything, taken_up
from regdesk.viewmodels.meeting_overview import closing_question, meeting_overview
from regdesk.viewmodels.new_meeting import add_follow_up

T = TypeVar("T")


class MeetingPanel(QWidget):
    """Nothing is shown before `show_meeting`. `offers_changed` tells that other verbs can be done than before."""

    offers_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._session = context.session
        self.meeting_id = ""
        self._closed = False
        self._total = 0
        self.head = MeetingHead(context.actions, context.theme)
        self.agenda = AgendaPart(context)
        self.facts = FactsPart(context.session, context.messages)
        self.dates = DatesPart(context)
        self.agenda.chosen.connect(self.offers_changed)
        self.agenda.opened.connect(self._edit)
        self.agenda.follow_up.connect(self._add_follow_up)
        self._tabs = QTabWidget()
        self._lay_out()

    def show_meeting(self, meeting_id: str) -> None:
        """Show another meeting."""
        self.meeting_id = meeting_id
        self.agenda.show_meeting(meeting_id)
        self.facts.show_meeting(meeting_id)
        self.dates.show_meeting(meeting_id)
        self._show_head()

    def clear(self) -> None:
        """No meeting is chosen."""
        self.facts.commit()
        self.dates.commit()
        self.meeting_id = ""
        self.offers_changed.emit()

    def refresh(self) -> None:
        """Show what the register says now."""
        self.agenda.refresh()
        self.facts.refresh()
        self.dates.refresh()
        self._show_head()

    def edit_facts(self) -> None:
        """Put the keyboard on the first of the meeting's facts."""
        self._tabs.setCurrentWidget(self.facts)
        self.facts.begin()

    def stand_on(self, agenda_item_id: str) -> None:
        """Put the keyboard on an item of the agenda."""
        self._tabs.setCurrentWidget(self.agenda)
        self.agenda.choose(agenda_item_id)
        self.agenda.view.setFocus()

    def offers(self) -> Mapping[Verb, Handler]:
        """What can be done just now, apart from beginning to assess."""
        if not self.meeting_id or self._closed:
            return {}
        offers: dict[Verb, Handler] = {
            Verb.ADD: self._add,
            Verb.CLOSE_MEETING: self._ask_to_close,
            Verb.TAKE_UP_ALL: self._take_up_all,
        }
        if self.agenda.current_id:
            offers |= {
                Verb.EDIT: self._edit,
                Verb.TAKE_UP: self._take_up,
                Verb.MOVE_UP: lambda: self._move(-1),
                Verb.MOVE_DOWN: lambda: self._move(1),
                Verb.REMOVE: self._remove,
            }
        return offers

    @property
    def can_begin(self) -> bool:
        """Whether there is anything to assess, or to look at."""
        return bool(self.meeting_id and self._total)

    def _show_head(self) -> None:
        overview = meeting_overview(self._session, self.meeting_id)
        self._closed, self._total = overview.closed, overview.total
        self.head.show_overview(overview)
        self.agenda.set_locked(overview.closed)
        self.offers_changed.emit()

    # Deeds

    def _add(self) -> None:
        dialog = NewItemDialog(self._session, self.meeting_id, self)
        dialog.made.connect(self.stand_on)
        dialog.open()

    def _edit(self) -> None:
        if self.agenda.current_id:
            EditItemDialog(self._session, self.agenda.current_id, self).open()

    def _move(self, steps: int) -> None:
        self._try(lambda: move_item(self._session, self.agenda.current_id, steps))

    def _remove(self) -> None:
        self._try(lambda: remove_agenda_item(self._session, self.agenda.current_id))

    def _take_up(self) -> None:
        item_id = self.agenda.current_id
        chosen = taken_up(self._session, item_id)
        title = item_title(self._session, item_id)
        dialog = SubjectsDialog(self._session, self._context.theme, title, chosen, self)
        dialog.picked.connect(lambda ids: self._try(lambda: set_subjects(self._session, item_id, ids)))
        dialog.open()

    def _take_up_all(self) -> None:
        """In the chosen item, or in one of its own where the agenda has none."""
        item_id = self.agenda.current_id
        if not item_id:
            self._add_follow_up()
        elif self._try(lambda: take_up_everything(self._session, item_id)) == 0:
            self._context.messages.tell(nothing_more(self._session))

    def _add_follow_up(self) -> None:
        item_id = self._try(lambda: add_follow_up(self._session, self.meeting_id))
        if item_id:
            self.stand_on(item_id)
        elif item_id is not None:
            self._context.messages.tell(nothing_more(self._session))

    def _ask_to_close(self) -> None:
        question = closing_question(self._session, self.meeting_id)
        self._context.messages.ask(question, _("Stäng mötet"), self._close, danger=True)

    def _close(self) -> None:
        self._try(lambda: close_meeting(self._session, self.meeting_id))

    def _try(self, deed: Callable[[], T]) -> T | None:
        """What the deed gives; None when the register refused, which is told."""
        try:
            return deed()
        except Problem as problem:
            self._context.messages.failed(problem)
            return None

    def _lay_out(self) -> None:
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.tabBar().setAccessibleName(_("Delar av mötet"))
        self._tabs.addTab(self.agenda, _("Dagordning"))
        self._tabs.addTab(self.facts, _("Uppgifter"))
        self._tabs.addTab(self.dates, _("Datum"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.L)
        layout.addWidget(self.head)
        layout.addWidget(self._tabs, 1)
