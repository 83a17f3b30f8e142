"""Records stand in an order among their like, are put into it and moved in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regdesk.domain.codes import AssignmentRole
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment, Indicator, LegalEntity, Value
from regdesk.services.actions import Action
from regdesk.services.arranging import add_in_place, can_move, has_place, move, siblings_of
from regdesk.services.editing import add
from regdesk.services.session import Session
from tests.registers import Example, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def titles(session: Session, example: Example) -> list[str]:
    return [indicator.title for indicator in session.all(Indicator, goal_id=example.goal.id)]


def test_a_record_is_added_right_after_another_in_one_step(opened: tuple[Session, Example]) -> None:
    session, example = opened
    before = titles(session, example)
    new = Indicator(id=new_id(), goal_id=example.goal.id, title="Ny")

    add_in_place(session, new, after=example.number)

    assert titles(session, example) == [before[0], "Ny", *before[1:]]
    session.undo()
    assert titles(session, example) == before


def test_without_a_neighbour_it_comes_last(opened: tuple[Session, Example]) -> None:
    session, example = opened
    add_in_place(session, Indicator(id=new_id(), goal_id=example.goal.id, title="Sist"))
    assert titles(session, example)[-1] == "Sist"


def test_a_record_moves_among_its_like(opened: tuple[Session, Example]) -> None:
    session, example = opened
    first, second, third = titles(session, example)

    move(session, example.cluster, -1)

    assert titles(session, example) == [first, third, second]
    assert session.undo_step is not None
    assert session.undo_step.action is Action.MOVE


def test_the_first_and_the_last_stay(opened: tuple[Session, Example]) -> None:
    session, example = opened
    assert [can_move(session, example.number, by) for by in (-1, 1)] == [False, True]
    move(session, example.number, -1)
    assert session.undo_step is None


def test_assignments_stand_among_those_of_their_role_and_parts_among_parts(opened: tuple[Session, Example]) -> None:
    session, example = opened
    lead, board = example.assignments
    parts = [
        add(
            session, Assignment(id=new_id(), goal_id=lead.goal_id, parent_id=lead.id, role=role, position=n, text="Del")
        )
        for n, role in enumerate(AssignmentRole)
    ]

    assert [each.id for each in siblings_of(session, lead)] == [lead.id]
    assert [each.id for each in siblings_of(session, board)] == [board.id]
    assert [each.id for each in siblings_of(session, parts[1])] == [part.id for part in parts]


def test_records_of_the_plan_have_places_and_others_not(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    assert has_place(LegalEntity(id=new_id(), name="Exempel AB"))
    assert not has_place(session.all(Value)[0])
