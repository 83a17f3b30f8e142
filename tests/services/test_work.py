"""How work stands: late, open, done and when, as rules that store nothing they can work out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.codes import AssignmentKind, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Assignment
from regdesk.services.actions import Action, Step
from regdesk.services.session import Session
from regdesk.services.work import (
    consequences,
    due_of,
    is_open,
    last_day_more_than_a_year_ago,
    overdue_days,
    set_status,
    switch_done,
)
from tests.registers import Example

TODAY = date(2026, 11, 28)
DAYS = st.dates(date(1999, 1, 1), date(2100, 1, 1))


def assignment(**fields: object) -> Assignment:
    return Assignment(id=new_id(), text="Utreda lokalerna", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("work", "days"),
    [
        (assignment(due_on=date(2026, 10, 18)), 41),
        (assignment(due_on=TODAY), 0),
        (assignment(due_on=date(2026, 10, 18), status=WorkStatus.DONE), 0),
        (assignment(due_on=date(2026, 10, 18), status=WorkStatus.DROPPED), 0),
        (assignment(due_on=date(2026, 10, 18), closed_on=date(2025, 12, 31)), 0),
        (assignment(status=WorkStatus.DELAYED), 0),
        (Activity(id=new_id(), goal_id=new_id(), title="Öva", due_on=date(2026, 11, 27)), 1),
    ],
)
def test_late_is_a_day_that_has_passed_with_the_work_open(work: Assignment | Activity, days: int) -> None:
    assert overdue_days(work, TODAY) == days


def test_a_motion_has_a_year_unless_it_was_given_a_day() -> None:
    motion = assignment(kind=AssignmentKind.MEMBER_MOTION, source_date=date(2024, 2, 29))
    assert due_of(motion) == date(2025, 2, 28)
    assert due_of(assignment(kind=AssignmentKind.MEMBER_MOTION)) is None
    own = assignment(kind=AssignmentKind.MEMBER_MOTION, source_date=date(2024, 2, 29), due_on=date(2024, 6, 1))
    assert due_of(own) == date(2024, 6, 1)
    assert due_of(assignment(source_date=date(2024, 2, 29))) is None


@given(DAYS, st.integers(-3, 3))
def test_the_last_day_whose_year_has_passed_is_that_of_the_rule(today: date, beside: int) -> None:
    decided = last_day_more_than_a_year_ago(today) + timedelta(days=beside)
    motion = assignment(kind=AssignmentKind.MEMBER_MOTION, source_date=decided)
    assert (overdue_days(motion, today) > 0) is (beside <= 0)


def test_done_has_its_day_and_reopened_has_none() -> None:
    ongoing, done = assignment(status=WorkStatus.ONGOING), assignment(status=WorkStatus.DONE, done_on=date(2026, 5, 4))
    assert consequences(ongoing, {"status": WorkStatus.DONE}, TODAY) == {"done_on": TODAY}
    assert consequences(done, {"status": WorkStatus.ONGOING}, TODAY) == {"done_on": None}
    assert consequences(done, {"status": WorkStatus.DONE}, TODAY) == {}, "the day that is known stays"
    assert consequences(done, {"text": "Utreda"}, TODAY) == {}
    assert consequences(ongoing, {"done_on": date(2026, 5, 4)}, TODAY) == {"status": WorkStatus.DONE}


def test_a_status_is_one_step_that_can_be_undone(session: Session, example: Example) -> None:
    first = session.get(Assignment, example.assignments[0].id)
    set_status(session, first, WorkStatus.DONE, TODAY)
    assert session.get(Assignment, first.id).done_on == TODAY
    assert session.undo() == Step(Action.SET_STATUS, "Följa hur väntetiderna utvecklas")
    assert session.get(Assignment, first.id) == first


def test_what_is_done_is_opened_again(session: Session, example: Example) -> None:
    first = example.assignments[0]
    assert switch_done(session, "assignments", first.id, TODAY).status is WorkStatus.DONE
    again = switch_done(session, "assignments", first.id, TODAY)
    assert (again.status, is_open(again)) == (WorkStatus.ONGOING, True)
    assert session.get(Assignment, first.id).done_on is None
