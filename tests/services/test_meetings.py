"""An agenda takes up what it is told to, and a meeting can be taken away as long as nothing was decided there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from regdesk.domain.codes import DeadlineKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, AgendaSubject, Attendance, Deadline, Meeting
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.assessing import assess
from regdesk.services.meetings import (
    add_agenda_item,
    add_meeting,
    close_meeting,
    new_meeting,
    remove_meeting,
    set_subjects,
)
from regdesk.services.session import Session
from tests.registers import Example, open_example


@pytest.fixture
def example(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, plan = open_example(tmp_path)
    yield session, plan
    session.close()


def taken_up(session: Session, item: AgendaItem) -> list[str]:
    return [subject.item_id for subject in session.all(AgendaSubject, agenda_item_id=item.id)]


def test_an_item_takes_up_just_these_and_keeps_their_order(example: tuple[Session, Example]) -> None:
    session, plan = example
    meeting = add_meeting(session, new_meeting(date(2024, 9, 12)))
    first = [plan.cluster.id, plan.number.id, plan.yes_no.id]
    item = add_agenda_item(session, meeting.id, "Uppföljning", subjects=first)
    set_subjects(session, item.id, [plan.yes_no.id, plan.goal.id, plan.cluster.id])
    assert taken_up(session, item) == [plan.cluster.id, plan.yes_no.id, plan.goal.id]
    session.undo()
    assert taken_up(session, item) == first


def test_a_closed_agenda_stays_as_it_is(example: tuple[Session, Example]) -> None:
    session, plan = example
    meeting = add_meeting(session, new_meeting(date(2024, 9, 12)))
    item = add_agenda_item(session, meeting.id, "Uppföljning", subjects=[plan.number.id])
    close_meeting(session, meeting.id)
    for change in (partial(set_subjects, session, item.id, []), partial(remove_meeting, session, meeting.id)):
        with pytest.raises(Problem) as raised:
            change()
        assert raised.value.kind is ProblemKind.MEETING_CLOSED


def test_a_meeting_goes_with_its_agenda_and_comes_back_with_it(example: tuple[Session, Example]) -> None:
    session, plan = example
    meeting = add_meeting(session, new_meeting(date(2024, 9, 12)))
    item = add_agenda_item(session, meeting.id, "Uppföljning", subjects=[plan.number.id])
    with session.change(Action.ADD) as change:
        change.insert(Attendance(id=new_id(), meeting_id=meeting.id, function="Ordförande"))
        change.insert(
            Deadline(id=new_id(), meeting_id=meeting.id, kind=DeadlineKind.APPROVAL, due_on=date(2024, 9, 26))
        )
    remove_meeting(session, meeting.id)
    kinds = (Meeting, AgendaItem, AgendaSubject, Attendance, Deadline)
    assert [len(session.all(kind)) for kind in kinds] == [0, 0, 0, 0, 0]
    session.undo()
    assert [len(session.all(kind)) for kind in kinds] == [1, 1, 1, 1, 1]
    assert taken_up(session, item) == [plan.number.id]


def test_a_meeting_that_decided_something_stays(example: tuple[Session, Example]) -> None:
    session, plan = example
    meeting = add_meeting(session, new_meeting(date(2024, 9, 12)))
    add_agenda_item(session, meeting.id, "Uppföljning", subjects=[plan.number.id])
    assess(session, plan.number.id, Verdict.YES, meeting_id=meeting.id)
    with pytest.raises(Problem) as raised:
        remove_meeting(session, meeting.id)
    assert raised.value.kind is ProblemKind.ROW_IN_USE
    assert len(session.all(AgendaItem)) == 1
