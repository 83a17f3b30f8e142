"""What is closed leaves the plan, its lists and its meetings, keeps all it had, and comes back when reopened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Assignment, Goal, Indicator, Meeting
from regdesk.services.actions import Action
from regdesk.services.assessing import assess, trail_of
from regdesk.services.branches import branches_of, branches_under, top_branches
from regdesk.services.closing import Closable, close_all, closed_with, has_open, reopen
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_meeting, everything_to_assess
from regdesk.services.outline import Outline
from regdesk.services.session import Session
from tests.registers import Example, open_example

DAY = date(2026, 12, 31)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def shut(session: Session, *records: Closable) -> None:
    with session.change(Action.ROLL_PLAN) as change:
        close_all(change, closed_with(session, {record.id for record in records}), DAY)


def test_a_goal_is_closed_with_all_that_stands_under_it(opened: tuple[Session, Example]) -> None:
    session, example = opened
    shut(session, example.goal)
    outline = Outline.read(session)
    assert [goal.id for goal in outline.goals] == [example.area.id]
    assert not outline.indicators
    assert not outline.assignments
    assert not outline.values
    assert session.get(Assignment, example.assignments[0].id).closed_on == DAY
    assert everything_to_assess(session) == [example.area.id]


def test_a_closed_indicator_is_not_assessed_but_was(opened: tuple[Session, Example]) -> None:
    session, example = opened
    meeting = add_meeting(session, Meeting(id=new_id(), date=date(2025, 5, 14)))
    assess(session, example.number.id, Verdict.YES, meeting_id=meeting.id)
    shut(session, example.number)
    assert example.number.id not in everything_to_assess(session)
    assert [each.verdict for each in trail_of(session, example.number.id)] == [Verdict.YES]


def test_the_plan_of_an_earlier_day_has_what_was_closed_later(opened: tuple[Session, Example]) -> None:
    session, example = opened
    shut(session, example.goal)
    before = Outline.read(session, date(2026, 12, 30))
    assert [goal.id for goal in before.goals] == [example.area.id, example.goal.id]
    assert [goal.id for goal in Outline.read(session, DAY).goals] == [example.area.id]


def test_what_was_closed_stands_apart_and_below_a_closed_goal_all_in_its_place(
    opened: tuple[Session, Example],
) -> None:
    session, example = opened
    shut(session, example.goal)
    apart = [branch.id for branch in branches_of(session) if branch.closed]
    assert apart == [example.goal.id]
    assert [branch.id for branch in top_branches(session) if branch.closed] == [example.goal.id]
    assert branches_under(session, [example.area.id]) == []
    assert example.number.id in {branch.id for branch in branches_under(session, [example.goal.id])}
    (area,) = [branch for branch in branches_of(session) if branch.id == example.area.id]
    assert not area.owns, "there is nothing to open"


def test_reopening_brings_back_what_was_closed_along_and_what_it_stands_under(opened: tuple[Session, Example]) -> None:
    session, example = opened
    early = add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Kartlägg", closed_on=date(2025, 1, 1)))
    shut(session, example.area)
    reopen(session, session.get(Goal, example.goal.id))
    assert session.get(Goal, example.area.id).closed_on is None
    assert session.get(Indicator, example.cluster.id).closed_on is None
    assert session.get(Activity, early.id).closed_on == date(2025, 1, 1), "that was closed before"
    session.undo()
    assert session.get(Goal, example.area.id).closed_on == DAY


def test_a_part_that_is_reopened_stands_below_its_uppdrag_again(opened: tuple[Session, Example]) -> None:
    session, example = opened
    parent, part = example.assignments
    edit(session, part, parent_id=parent.id)
    shut(session, parent)
    reopen(session, session.get(Assignment, part.id))
    assert {each.closed_on for each in session.all(Assignment)} == {None}


def test_a_register_whose_goals_are_closed_has_none_open(opened: tuple[Session, Example]) -> None:
    session, example = opened
    assert has_open(session, Goal)
    shut(session, example.area)
    assert not has_open(session, Goal)
