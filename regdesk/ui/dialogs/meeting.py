"""The dialogs of meetings and their items: each asks what is needed, with the answers that mostly are right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from regdesk.i18n import _
from regdesk.services.session import Session
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.viewmodels.agendas import add_item, new_item_answers, new_item_questions
from regdesk.viewmodels.new_meeting import (
    EVERYTHING,
    OTHER,
    OWN_DAYS,
    PERIOD,
    TEMPLATE,
    make_meeting,
    questions,
    template_assesses,
    usual_answers,
)


class NewMeetingDialog(FormDialog):
    """`made` tells the id of the meeting that was planned."""

    made = Signal(str)

    def __init__(self, session: Session, held_on: date, parent: QWidget) -> None:
        fields, answers = questions(session, held_on), usual_answers(session, held_on)
        super().__init__(_("Nytt möte"), _("&Planera mötet"), fields, answers, self._make, parent)
        self._session = session
        self.form.answer(PERIOD).altered.connect(self._follow_period)
        self.form.answer(TEMPLATE).altered.connect(self._follow_template)
        self._follow_period()

    def _make(self, answers: Mapping[str, str]) -> Mapping[str, str]:
        made = make_meeting(self._session, answers)
        if not made.faults:
            self.made.emit(made.meeting_id)
        return made.faults

    def _follow_period(self) -> None:
        """Days are asked for only where no period among the choices will do."""
        self.form.show_question(OWN_DAYS, self.form.answer(PERIOD).get_text() == OTHER)

    def _follow_template(self) -> None:
        """A template that takes up all that is to be assessed leaves nothing to ask."""
        covered = template_assesses(self._session, self.form.answer(TEMPLATE).get_text())
        self.form.show_question(EVERYTHING, not covered)


class NewItemDialog(FormDialog):
    """`made` tells the id of the item that was put on the agenda."""

    made = Signal(str)

    def __init__(self, session: Session, meeting_id: str, parent: QWidget) -> None:
        fields, answers = new_item_questions(session, meeting_id), new_item_answers(session, meeting_id)
        super().__init__(_("Nytt ärende"), _("&Lägg till"), fields, answers, self._make, parent)
        self._session, self._meeting_id = session, meeting_id
        self.form.answer("title").setFocus()

    def _make(self, answers: Mapping[str, str]) -> Mapping[str, str]:
        added = add_item(self._session, self._meeting_id, answers)
        if not added.faults:
            self.made.emit(added.agenda_item_id)
        return added.faults
