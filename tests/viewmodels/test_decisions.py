"""The short forms of a meeting begin as the decision and the uppdrag say, and store what was answered."""

from __future__ import annotations

from datetime import date

import pytest

from regdesk.domain.codes import DueKind, WorkStatus
from regdesk.domain.model import AgendaItem, Assignment, AssignmentReport
from regdesk.services.editing import edit
from regdesk.services.meetings import add_agenda_item, add_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.viewmodels.decisions import assignment_form, report_form, reported_words
from tests.registers import Example


@pytest.fixture
def item(session: Session) -> AgendaItem:
    meeting = add_meeting(session, new_meeting(date(2025, 3, 4)))
    made = add_agenda_item(session, meeting.id, "Lokaler", section_no="14")
    return edit(session, made, decision="Lokalerna ska ses över.")


def test_an_uppdrag_begins_as_the_decision_says(session: Session, item: AgendaItem) -> None:
    form = assignment_form(session, item.id)
    asked = [field.key for field in form.fields]
    assert (form.values["text"], "dnr" in asked, "source_section" in asked) == ("Lokalerna ska ses över.", True, False)
    assert form.store({"text": "", "due_on": "i höst"}).keys() == {"text", "due_on"}
    assert session.all(Assignment, agenda_item_id=item.id) == []
    assert form.store({**form.values, "due_on": "2025-09-01", "receiver_function": "Chefen"}) == {}
    (made,) = session.all(Assignment, agenda_item_id=item.id)
    assert (made.due_kind, made.due_on, made.receiver_function) == (DueKind.DATE, date(2025, 9, 1), "Chefen")


def test_a_report_begins_as_the_uppdrag_stands(session: Session, item: AgendaItem, example: Example) -> None:
    uppdrag = edit(session, example.assignments[0], status=WorkStatus.DELAYED)
    form = report_form(session, uppdrag.id, item.id, "Väntar på svar.")
    assert dict(form.values) == {"status": "delayed", "text": "Väntar på svar."}
    assert form.store({"status": "delayed", "text": ""}).keys() == {"text"}
    assert form.store({"status": "done", "text": "Svaret har kommit."}) == {}
    (report,) = session.all(AssignmentReport, "id")
    assert (report.meeting_id, report.agenda_item_id) == (item.meeting_id, item.id)
    assert reported_words(session, uppdrag.id, item.meeting_id) == "✓ Genomförd: Svaret har kommit."
