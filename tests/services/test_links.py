"""What an item points at: an order that stays, links that keep the plan's words, one step for all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regdesk.domain.codes import LinkKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import Link, Risk
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.links import set_links, targets_of
from regdesk.services.session import Session
from tests.registers import Example, open_example

GOAL = LinkKind.GOAL


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


@pytest.fixture
def session(opened: tuple[Session, Example]) -> Session:
    return opened[0]


@pytest.fixture
def plan(opened: tuple[Session, Example]) -> Example:
    return opened[1]


@pytest.fixture
def risk(session: Session) -> Risk:
    with session.change(Action.ADD) as change:
        return change.insert(Risk(id=new_id(), title="Brist på personal"))


def test_links_are_set_in_their_order_and_taken_back_as_one_step(session: Session, plan: Example, risk: Risk) -> None:
    set_links(session, risk.id, GOAL, [plan.goal.id, plan.area.id, plan.goal.id], "Brist på personal")
    assert targets_of(session, risk.id, GOAL) == [plan.goal.id, plan.area.id]
    set_links(session, risk.id, GOAL, [plan.area.id])
    assert targets_of(session, risk.id, GOAL) == [plan.area.id]
    session.undo()
    assert targets_of(session, risk.id, GOAL) == [plan.goal.id, plan.area.id]
    assert session.undo_step is not None
    assert session.undo_step.subject == "Brist på personal"
    session.undo()
    assert targets_of(session, risk.id, GOAL) == []


def test_a_link_that_stays_keeps_the_words_of_the_plan(session: Session, plan: Example, risk: Risk) -> None:
    with session.change(Action.ADD) as change:
        link = change.insert(Link(id=new_id(), kind=GOAL, source_id=risk.id, target_id=plan.goal.id, raw="Mål 1,  "))
    set_links(session, risk.id, GOAL, [plan.area.id, plan.goal.id])
    kept = session.get(Link, link.id)
    assert (kept.raw, kept.position) == ("Mål 1,  ", 1)


def test_a_second_link_to_the_same_is_not_kept(session: Session, plan: Example, risk: Risk) -> None:
    with session.change(Action.ADD) as change:
        for position in range(2):
            change.insert(Link(id=new_id(), kind=GOAL, source_id=risk.id, target_id=plan.goal.id, position=position))
    set_links(session, risk.id, GOAL, [plan.goal.id])
    assert targets_of(session, risk.id, GOAL) == [plan.goal.id]


def test_links_of_other_kinds_are_left_alone(session: Session, plan: Example, risk: Risk) -> None:
    set_links(session, risk.id, LinkKind.REGIONAL_GOAL, [plan.area.id])
    set_links(session, risk.id, GOAL, [])
    assert targets_of(session, risk.id, LinkKind.REGIONAL_GOAL) == [plan.area.id]


def test_what_is_not_there_is_not_pointed_at(session: Session, plan: Example, risk: Risk) -> None:
    before = session.head
    with pytest.raises(Problem) as raised:
        set_links(session, risk.id, GOAL, [plan.goal.id, new_id()])
    assert raised.value.kind is ProblemKind.ROW_MISSING
    assert targets_of(session, risk.id, GOAL) == []
    assert session.head == before


def test_the_same_links_make_no_step(session: Session, plan: Example, risk: Risk) -> None:
    set_links(session, risk.id, GOAL, [plan.goal.id])
    before = session.head
    set_links(session, risk.id, GOAL, [plan.goal.id])
    assert session.head == before
