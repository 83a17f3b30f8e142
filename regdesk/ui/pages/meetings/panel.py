"""The chosen meeting: its head, its agenda, the item that one stands on, who attends, and its facts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.pages.meetings.agenda import AgendaPart
from regdesk.ui.pages.meetings.attendance import AttendancePart
from regdesk.ui.pages.meetings.dates import DatesPart
from regdesk.ui.pages.meetings.deeds import AgendaDeeds
from regdesk.ui.pages.meetings.facts import FactsPart
from regdesk.ui.pages.meetings.head import MeetingHead
from regdesk.ui.pages.meetings.item import ItemPart
from regdesk.ui.text import label
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.meeting_overview import meeting_overview


class MeetingPanel(QWidget):
    """Nothing is shown before `show_meeting`. `offers_changed` tells that other verbs can be done than before."""

    offers_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._session = context.session
        self.meeting_id = ""
        self._closed = False
        self._total = 0
        self._item_id = ""
        self.head = MeetingHead(context.actions, context.theme)
        self.agenda = AgendaPart(context)
        self.item = ItemPart(context)
        self.attendance = AttendancePart(context)
        self.facts = FactsPart(context)
        self.dates = DatesPart(context)
        self._deeds = AgendaDeeds(context, self.agenda, self, self.stand_on)
        self.agenda.chosen.connect(self._show_item)
        self.agenda.chosen.connect(self.offers_changed)
        self.agenda.opened.connect(self._edit)
        self.item.left.connect(self._back_to_agenda)
        self.item.opened.connect(lambda record_id: context.go(Verb.GO_PLAN, record_id))
        self._no_item = label(_("Inget ärende är valt."), quiet=True)
        self._item_tab = QStackedWidget()
        self._tabs = QTabWidget()
        self._tabs.currentChanged.connect(lambda _place: self._show_item())
        self._lay_out()

    def show_meeting(self, meeting_id: str) -> None:
        """Show another meeting."""
        self.commit()
        self.meeting_id = self._deeds.meeting_id = meeting_id
        self.agenda.show_meeting(meeting_id)
        self.attendance.show_meeting(meeting_id)
        self.facts.show_meeting(meeting_id)
        self.dates.show_meeting(meeting_id)
        self._show_item()
        self._show_head()

    def clear(self) -> None:
        """No meeting is chosen."""
        self.commit()
        self.meeting_id = self._deeds.meeting_id = ""
        self.offers_changed.emit()

    def refresh(self) -> None:
        """Show what the register says now."""
        self.agenda.refresh()
        self._show_item()
        self.attendance.refresh()
        self.facts.refresh()
        self.dates.refresh()
        self._show_head()

    def commit(self) -> None:
        """Store what is still being written."""
        if self._item_id:
            self.item.commit()
        self.facts.commit()
        self.dates.commit()

    def edit_facts(self) -> None:
        """Put the keyboard on the first of the meeting's facts."""
        self._tabs.setCurrentWidget(self.facts)
        self.facts.begin()

    def stand_on(self, agenda_item_id: str) -> None:
        """Put the keyboard on an item of the agenda."""
        self.agenda.choose(agenda_item_id)
        self._back_to_agenda()

    def offers(self) -> Mapping[Verb, Handler]:
        """What can be done just now, apart from beginning to assess."""
        if not self.meeting_id:
            return {}
        chosen = bool(self.agenda.current_id)
        offers: dict[Verb, Handler] = self._deeds.always() if chosen else {}
        if not self._closed:
            offers |= self._deeds.for_meeting()
        if chosen and not self._closed:
            offers |= self._deeds.for_item() | {Verb.EDIT: self._edit, Verb.ATTACH: self._attach}
        return offers

    @property
    def is_closed(self) -> bool:
        """Whether the meeting is over for good."""
        return self._closed

    @property
    def can_begin(self) -> bool:
        """Whether there is anything to assess, or to look at."""
        return bool(self.meeting_id and self._total)

    def _show_item(self) -> None:
        """The item that one stands on as the register has it now, once its tab is in sight."""
        if self._tabs.currentWidget() is not self._item_tab:
            return
        chosen = self.agenda.current_id if self.meeting_id else ""
        if chosen and chosen == self._item_id:
            self.item.refresh_record()
        elif chosen:
            self.item.show_item(chosen)
        self._item_id = chosen
        self._item_tab.setCurrentWidget(self.item if chosen else self._no_item)

    def _show_head(self) -> None:
        overview = meeting_overview(self._session, self.meeting_id)
        self._closed, self._total = overview.closed, overview.total
        self.head.show_overview(overview)
        self.agenda.set_locked(overview.closed)
        self.attendance.set_locked(overview.closed)
        self.offers_changed.emit()

    def _edit(self) -> None:
        if self.agenda.current_id:
            self._tabs.setCurrentWidget(self._item_tab)
            self._show_item()
            self.item.enter()

    def _attach(self) -> None:
        self._tabs.setCurrentWidget(self._item_tab)
        self._show_item()
        self.item.choose_files()

    def _back_to_agenda(self) -> None:
        self._tabs.setCurrentWidget(self.agenda)
        self.agenda.view.setFocus()

    def _lay_out(self) -> None:
        self._no_item.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._item_tab.addWidget(self._no_item)
        self._item_tab.addWidget(self.item)
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.tabBar().setAccessibleName(_("Delar av mötet"))
        self._tabs.addTab(self.agenda, _("Dagordning"))
        self._tabs.addTab(self._item_tab, _("Ärendet"))
        self._tabs.addTab(self.attendance, _("Närvaro"))
        self._tabs.addTab(self.facts, _("Uppgifter"))
        self._tabs.addTab(self.dates, many_of("deadlines"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.L)
        layout.addWidget(self.head)
        layout.addWidget(self._tabs, 1)
