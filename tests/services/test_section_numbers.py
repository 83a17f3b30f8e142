"""The § runs through a body's year; what a person set stays, and what is there twice is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import AgendaOutcome
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, Assignment, Body, Meeting
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.agenda import set_outcome
from regdesk.services.decisions import begun_assignment, make_assignment
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_agenda_item, add_meeting, close_meeting, new_meeting
from regdesk.services.section_numbers import conflicts, number_agenda, unnumbered
from regdesk.services.session import Session
from tests.registers import open_example


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made, _plan = open_example(tmp_path)
    yield made
    made.close()


def held(session: Session, day: date, *sections: str, body_id: str | None = None) -> Meeting:
    """A meeting with an item for each §."""
    meeting = add_meeting(session, replace(new_meeting(day), body_id=body_id))
    for number, section in enumerate(sections):
        add_agenda_item(session, meeting.id, f"Ärende {number}", section_no=section)
    return meeting


def sections(session: Session, meeting: Meeting) -> list[str]:
    return [item.section_no for item in session.all(AgendaItem, meeting_id=meeting.id)]


def test_numbers_run_through_the_year_of_a_body(session: Session) -> None:
    other = add(session, Body(id=new_id(), name="Utskottet"))
    held(session, date(2024, 12, 10), "140")
    held(session, date(2025, 1, 14), "7", "8")
    held(session, date(2025, 2, 4), "55", body_id=other.id)
    held(session, date(2025, 6, 10), "90")
    march = held(session, date(2025, 3, 4), "", "", "")
    assert unnumbered(session, march.id) == 3
    assert number_agenda(session, march.id) == 3
    assert sections(session, march) == ["9", "10", "11"]
    session.undo()
    assert sections(session, march) == ["", "", ""]


def test_a_second_run_changes_nothing(session: Session) -> None:
    march = held(session, date(2025, 3, 4), "", "17", "")
    number_agenda(session, march.id)
    assert sections(session, march) == ["1", "17", "18"]
    steps = session.head.seq
    assert number_agenda(session, march.id) == 0
    assert session.head.seq == steps


def test_all_are_set_anew_when_asked(session: Session) -> None:
    held(session, date(2025, 1, 14), "9")
    march = held(session, date(2025, 3, 4), "", "17", "")
    assert number_agenda(session, march.id, anew=True) == 3
    assert sections(session, march) == ["10", "11", "12"]


def test_what_is_withdrawn_gets_no_number(session: Session) -> None:
    march = held(session, date(2025, 3, 4), "", "", "")
    set_outcome(session, session.all(AgendaItem, meeting_id=march.id)[1].id, AgendaOutcome.WITHDRAWN)
    number_agenda(session, march.id)
    assert sections(session, march) == ["1", "", "2"]
    assert unnumbered(session, march.id) == 0


def test_a_number_that_is_there_twice_is_told_from_both_meetings(session: Session) -> None:
    january, march = held(session, date(2025, 1, 14), "7", "8"), held(session, date(2025, 3, 4), "§ 8", "9")
    april = held(session, date(2025, 4, 8), "10")
    for meeting in (january, march):
        found = conflicts(session, meeting.id)
        assert list(found) == ["8"]
        assert [item.meeting_id for item in found["8"]] == [january.id, march.id]
    assert conflicts(session, april.id) == {}
    assert conflicts(session, held(session, date(2026, 1, 13), "8").id) == {}


def test_uppdrag_that_came_of_a_decision_get_its_number(session: Session) -> None:
    march = held(session, date(2025, 3, 4), "", "")
    item = session.all(AgendaItem, meeting_id=march.id)[1]
    made = make_assignment(session, replace(begun_assignment(session, item.id), text="Utred frågan"))
    kept = make_assignment(session, replace(begun_assignment(session, item.id), text="Mer", source_section="3 b"))
    number_agenda(session, march.id)
    assert session.get(Assignment, made.id).source_section == "2"
    assert session.get(Assignment, kept.id).source_section == "3 b"


def test_a_closed_meeting_is_not_numbered(session: Session) -> None:
    march = held(session, date(2025, 3, 4), "")
    close_meeting(session, march.id)
    with pytest.raises(Problem) as raised:
        number_agenda(session, march.id)
    assert raised.value.kind is ProblemKind.MEETING_CLOSED


def test_a_meeting_of_the_same_day_comes_after_one_that_was_added_before(session: Session) -> None:
    first = held(session, date(2025, 3, 4), "", "")
    second = held(session, date(2025, 3, 4), "")
    number_agenda(session, first.id)
    number_agenda(session, second.id)
    assert (sections(session, first), sections(session, second)) == (["1", "2"], ["3"])
    edit(session, session.get(Meeting, second.id), title="Extra")
    assert conflicts(session, second.id) == {}
