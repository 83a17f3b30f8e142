"""Goals are numbered from their order, when asked, and what somebody numbered by hand stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regdesk.domain.ids import new_id
from regdesk.domain.model import Goal
from regdesk.services.editing import add, edit
from regdesk.services.numbering import renumber
from regdesk.services.session import Session
from tests.registers import Example, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def number(session: Session, goal: Goal) -> str:
    return session.get(Goal, goal.id).printed_number


def test_goals_without_a_number_get_one_below_what_was_set_by_hand(opened: tuple[Session, Example]) -> None:
    session, example = opened
    edit(session, example.area, printed_number="7")
    more = add(
        session, Goal(id=new_id(), level_id=example.goal.level_id, parent_id=example.area.id, position=1, title="Ny")
    )
    assert renumber(session) == 1
    assert [number(session, each) for each in (example.area, example.goal, more)] == ["7", "1.1", "7.2"]
    assert session.get(Goal, more.id).number_inferred
    session.undo()
    assert number(session, more) == ""


def test_everything_is_numbered_when_somebody_says_so(opened: tuple[Session, Example]) -> None:
    session, example = opened
    edit(session, example.area, printed_number="7")
    assert renumber(session, everything=True) == 1
    assert [number(session, each) for each in (example.area, example.goal)] == ["1", "1.1"]
    head = session.head.seq
    assert renumber(session) == 0
    assert session.head.seq == head, "numbers that are right already are no step"


def test_numbers_that_the_program_set_follow_the_order(opened: tuple[Session, Example]) -> None:
    session, example = opened
    second = add(session, Goal(id=new_id(), level_id=example.area.level_id, position=1, title="Sist"))
    renumber(session, everything=True)
    edit(session, second, position=0)
    edit(session, example.area, position=1)
    renumber(session)
    assert number(session, second) == "1"
