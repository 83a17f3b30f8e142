"""The dialog that reports an uppdrag back: the ärenden follow the meeting, and the day too until it is written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from regdesk.i18n import _
from regdesk.services.session import Session
from regdesk.ui.answers import ChoiceBox
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.viewmodels.reporting import day_of, items_at, new_report


class ReportDialog(FormDialog):
    """Begins with the status that the uppdrag has, and with the meeting that is held today where there is one."""

    def __init__(self, session: Session, assignment_id: str, parent: QWidget) -> None:
        new = new_report(session, assignment_id)
        super().__init__(new.title, _("&Rapportera"), new.form.fields, new.form.values, new.store, parent)
        self._session = session
        self._day = new.form.values["reported_on"]
        self.form.answer("meeting_id").altered.connect(self._follow_meeting)
        self.form.enter()

    def _follow_meeting(self) -> None:
        meeting_id = self.form.answer("meeting_id").get_text()
        items, day = self.form.answer("agenda_item_id"), self.form.answer("reported_on")
        if isinstance(items, ChoiceBox):
            items.set_text("")
            items.set_choices(items_at(self._session, meeting_id))
        met = day_of(self._session, meeting_id)
        if met and day.get_text() == self._day:
            self._day = met
            day.set_text(met)
