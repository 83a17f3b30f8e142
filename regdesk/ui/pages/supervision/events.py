"""The supervision plan: what is watched over, when it comes round, in which forum."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.empty import way
from regdesk.ui.pages.records_page import RecordsPage
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.rows import RowSource
from regdesk.viewmodels.supervision_lists import event_list


class EventsTab(RecordsPage):
    """Every event with the day that it is next due."""

    plural = "supervision_events"
    offers = (Verb.ADD, Verb.EDIT, Verb.REMOVE, None, Verb.EDIT_LISTS)

    def lay_out(self, column: QWidget) -> None:
        """The lists that an event chooses from are at hand below the events."""
        layout = column.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(way(self.context.actions, Verb.EDIT_LISTS, "link"), 0, Qt.AlignmentFlag.AlignLeft)
        super().lay_out(column)

    def source(self) -> RowSource:
        return event_list(self.context.session, date.today())

    def missing(self) -> tuple[str, str]:
        return (
            _("Ingen uppsikt är planerad än"),
            _(
                "Lägg till det som nämnden följer i andra nämnder och bolag, och hur ofta. "
                "Tillfällena räknas sedan fram för varje år."
            ),
        )
