"""A proposal is changed in steps that can be undone, and only into what the rules let it be."""

from __future__ import annotations

import pytest

from regdesk.domain.problems import Problem
from regdesk.exchange.proposal import NodeKind, Proposal, Reason, change_kind, indent, remove
from regdesk.ui.importing.draft import Draft, above_of, kinds_for, neighbour_of, place_near, step_down, step_up
from tests.ui.importing.conftest import named

TEXT = "Fler ska få vård hemma."


def order(proposal: Proposal, text: str) -> list[str]:
    """The texts right below a node."""
    return [child.text for child in named(proposal, text).children]


def test_a_step_is_undone_and_done_again(proposal: Proposal) -> None:
    draft = Draft(proposal)
    node_id = named(proposal, TEXT).id
    assert draft.edit(lambda now: change_kind(now, node_id, NodeKind.ASSIGNMENT))
    changed = draft.proposal
    assert named(changed, TEXT).kind is NodeKind.ASSIGNMENT
    draft.undo()
    assert (draft.proposal, draft.is_changed, draft.can_redo) == (proposal, False, True)
    draft.redo()
    assert (draft.proposal, draft.is_changed, draft.can_redo) == (changed, True, False)


def test_a_new_step_forgets_what_was_undone(proposal: Proposal) -> None:
    draft = Draft(proposal)
    draft.edit(lambda now: remove(now, named(now, TEXT).id))
    draft.undo()
    draft.edit(lambda now: remove(now, named(now, "Inledning").id))
    assert not draft.can_redo


def test_what_changes_nothing_or_may_not_be_is_no_step(proposal: Proposal) -> None:
    draft = Draft(proposal)
    assert not draft.edit(lambda now: step_up(now, named(now, "Verksamhetsplan 2025–2027").id))
    with pytest.raises(Problem):
        draft.edit(lambda now: indent(now, named(now, "Verksamhetsplan 2025–2027").id))
    assert (draft.proposal, draft.is_changed) == (proposal, False)
    draft.undo()
    draft.redo()
    assert draft.proposal == proposal


def test_a_node_may_be_what_can_stand_where_it_stands(proposal: Proposal) -> None:
    under_goal = kinds_for(proposal, named(proposal, TEXT).id)
    assert {NodeKind.PARAGRAPH, NodeKind.ASSIGNMENT, NodeKind.INDICATOR, NodeKind.GOAL} <= set(under_goal)
    assert NodeKind.VALUE not in under_goal
    assert NodeKind.CLUSTER_PARAMETER not in under_goal
    under_section = kinds_for(proposal, named(proposal, "Planen gäller i tre år.").id)
    assert NodeKind.INDICATOR not in under_section


def test_an_indicator_with_values_stays_one(proposal: Proposal) -> None:
    assert kinds_for(proposal, named(proposal, "Nöjda besökare").id) == (NodeKind.INDICATOR,)
    assert kinds_for(proposal, named(proposal, "75").id) == (NodeKind.VALUE,)
    assert kinds_for(proposal, "nothing") == ()


def test_a_node_steps_among_its_siblings(proposal: Proposal) -> None:
    goals = ["Mål: Vården är nära", "Mål: Ekonomin är stark"]
    area = "Målområde 1: En nära region"
    assert order(proposal, area) == goals
    down = step_down(proposal, named(proposal, goals[0]).id)
    assert order(down, area) == goals[::-1]
    assert order(step_up(down, named(down, goals[0]).id), area) == goals
    assert step_down(down, named(down, goals[0]).id) == down


def test_the_keyboard_goes_to_the_nearest_when_a_node_goes(proposal: Proposal) -> None:
    first, last = named(proposal, "Mål: Vården är nära"), named(proposal, "Mål: Ekonomin är stark")
    assert neighbour_of(proposal, first.id) == last.id
    assert neighbour_of(proposal, last.id) == first.id
    assert neighbour_of(proposal, named(proposal, "Budgeten hålls.").id) == last.id


def test_what_was_not_placed_finds_a_place_near_the_chosen(proposal: Proposal) -> None:
    (left,) = proposal.unplaced
    assert left.reason is Reason.TABLE_UNKNOWN
    goal = named(proposal, "Mål: Ekonomin är stark")
    placed = place_near(proposal, left.node.id, goal.id)
    assert placed.unplaced == ()
    assert [each.id for each in above_of(placed, left.node.id)][-1] == goal.id
    at_end = place_near(proposal, left.node.id, "")
    assert at_end.roots[-1].id == left.node.id


def test_what_was_removed_goes_back_beside_its_like(proposal: Proposal) -> None:
    first, last = named(proposal, "Mål: Vården är nära"), named(proposal, "Mål: Ekonomin är stark")
    without = remove(proposal, first.id)
    back = place_near(without, first.id, last.id)
    assert order(back, "Målområde 1: En nära region") == [last.text, first.text]


def test_what_fits_nowhere_near_goes_further_away(proposal: Proposal) -> None:
    indicator = named(proposal, "Nöjda besökare")
    without = remove(proposal, indicator.id)
    placed = place_near(without, indicator.id, named(without, "90 %").id)
    assert named(placed, "Nöjda besökare").kind is NodeKind.INDICATOR
    assert placed.missing() == frozenset()
