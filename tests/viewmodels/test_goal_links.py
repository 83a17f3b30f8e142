"""The goals that a risk is about."""

from __future__ import annotations

import pytest

from regdesk.domain.ids import new_id
from regdesk.domain.model import Risk
from regdesk.services.actions import Action
from regdesk.services.session import Session
from regdesk.viewmodels.goal_links import GOALS, goal_tree, link_goals, linked_goals, unlink_goal
from regdesk.viewmodels.rows import GivenRows
from tests.registers import Example


@pytest.fixture
def risk(session: Session) -> Risk:
    with session.change(Action.ADD) as change:
        return change.insert(Risk(id=new_id(), title="Brist"))


def names(rows: GivenRows) -> list[str]:
    return [row.cells[0].text for row in rows.page(None, 10)]


def test_goals_are_linked_in_the_order_of_the_plan(session: Session, example: Example, risk: Risk) -> None:
    link_goals(session, risk.id, {example.goal.id, example.area.id})
    assert names(linked_goals(session, risk.id)) == ["1 En region att lita på", "1.1 Vården är nära"]
    unlink_goal(session, risk.id, example.area.id)
    assert names(linked_goals(session, risk.id)) == ["1.1 Vården är nära"]
    session.undo()
    assert len(names(linked_goals(session, risk.id))) == 2


def test_only_goals_can_be_chosen_and_they_are_searched(session: Session, example: Example) -> None:
    whole = [node for top in goal_tree(session) for node in top.walk()]
    assert {node.kind for node in whole} == set(GOALS)
    found = [node.id for top in goal_tree(session, "nära") for node in top.walk()]
    assert example.goal.id in found
    assert goal_tree(session, "finns inte") == ()
