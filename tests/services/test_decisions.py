"""A decision becomes an uppdrag that knows where it came from, and is reported back under an item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import AssignmentKind, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    AgendaItem,
    Assignment,
    AssignmentReport,
    Attendance,
    Meeting,
    Recusal,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.decisions import (
    assignments_from,
    begun_assignment,
    make_assignment,
    report_at_meeting,
    reports_at,
)
from regdesk.services.editing import add, edit
from regdesk.services.meetings import (
    add_agenda_item,
    add_meeting,
    close_meeting,
    new_meeting,
    remove_agenda_item,
    remove_meeting,
)
from regdesk.services.registers import board_of
from regdesk.services.session import Session
from tests.registers import open_example


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made, _plan = open_example(tmp_path)
    yield made
    made.close()


@pytest.fixture
def meeting(session: Session) -> Meeting:
    return add_meeting(session, new_meeting(date(2025, 3, 4)))


@pytest.fixture
def item(session: Session, meeting: Meeting) -> AgendaItem:
    made = add_agenda_item(session, meeting.id, "Lokaler", section_no="14", dnr="25RS9")
    return edit(session, made, decision="Direktören ska utreda lokalerna.")


def test_a_decision_becomes_an_uppdrag_as_one_step(session: Session, meeting: Meeting, item: AgendaItem) -> None:
    made = make_assignment(session, replace(begun_assignment(session, item.id), receiver_function="Direktören"))
    assert assignments_from(session, item.id) == [made]
    assert (made.text, made.kind) == ("Direktören ska utreda lokalerna.", AssignmentKind.DECISION)
    assert (made.source_body_id, made.source_date) == (board_of(session).id, meeting.date)
    assert (made.source_section, made.dnr) == ("14", "25RS9")
    session.undo()
    assert assignments_from(session, item.id) == []


def test_a_report_is_recorded_with_its_meeting_and_changes_how_things_stand(
    session: Session, meeting: Meeting, item: AgendaItem
) -> None:
    made = make_assignment(session, begun_assignment(session, item.id))
    steps = session.head.seq
    report = report_at_meeting(session, made.id, item.id, WorkStatus.DONE, "Utredningen är klar.")
    assert session.head.seq == steps + 1
    assert (report.meeting_id, report.agenda_item_id, report.reported_on) == (meeting.id, item.id, meeting.date)
    now = session.get(Assignment, made.id)
    assert (now.status, now.done_on) == (WorkStatus.DONE, meeting.date)
    assert reports_at(session, made.id, meeting.id) == [report]
    report_at_meeting(session, made.id, item.id, WorkStatus.ONGOING, "Nej, den är inte klar.")
    assert session.get(Assignment, made.id).done_on is None
    session.undo()
    session.undo()
    assert session.get(Assignment, made.id).status is WorkStatus.NOT_STARTED
    assert session.all(AssignmentReport) == []


def test_a_closed_meeting_is_told_nothing_more(session: Session, meeting: Meeting, item: AgendaItem) -> None:
    made = make_assignment(session, begun_assignment(session, item.id))
    close_meeting(session, meeting.id)
    with pytest.raises(Problem) as raised:
        report_at_meeting(session, made.id, item.id, WorkStatus.DONE, "Klart.")
    assert raised.value.kind is ProblemKind.MEETING_CLOSED


def test_an_item_goes_and_what_came_of_it_stays(session: Session, meeting: Meeting, item: AgendaItem) -> None:
    made = make_assignment(session, begun_assignment(session, item.id))
    report = report_at_meeting(session, made.id, item.id, WorkStatus.ONGOING, "Pågår.")
    member = add(session, Attendance(id=new_id(), meeting_id=meeting.id, function="Ledamot 1"))
    add(session, Recusal(id=new_id(), attendance_id=member.id, agenda_item_id=item.id))
    again = edit(session, add_agenda_item(session, meeting.id, "Lokaler igen"), carried_from_id=item.id)
    remove_agenda_item(session, item.id)
    assert session.get(Assignment, made.id).agenda_item_id is None
    assert session.get(Assignment, made.id).source_section == "14"
    assert session.get(AssignmentReport, report.id).agenda_item_id is None
    assert session.get(AssignmentReport, report.id).meeting_id == meeting.id
    assert session.get(AgendaItem, again.id).carried_from_id is None
    assert session.all(Recusal) == []
    session.undo()
    assert session.get(AgendaItem, again.id).carried_from_id == item.id
    assert session.get(AssignmentReport, report.id).agenda_item_id == item.id
    assert len(session.all(Recusal)) == 1


def test_a_meeting_that_was_told_something_stays(session: Session, meeting: Meeting, item: AgendaItem) -> None:
    made = make_assignment(session, begun_assignment(session, item.id))
    report_at_meeting(session, made.id, item.id, WorkStatus.ONGOING, "Pågår.")
    with pytest.raises(Problem) as raised:
        remove_meeting(session, meeting.id)
    assert raised.value.kind is ProblemKind.ROW_IN_USE
    assert session.get(Assignment, made.id).agenda_item_id == item.id


def test_a_meeting_goes_and_the_uppdrag_it_gave_stays(session: Session, meeting: Meeting, item: AgendaItem) -> None:
    made = make_assignment(session, begun_assignment(session, item.id))
    remove_meeting(session, meeting.id)
    assert session.get(Assignment, made.id).agenda_item_id is None
    session.undo()
    assert session.get(Assignment, made.id).agenda_item_id == item.id
