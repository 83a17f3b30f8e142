"""Items are added, moved and filled, and what they take up is chosen in a tree of what can be assessed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import ItemKind
from regdesk.domain.model import AgendaItem, Meeting
from regdesk.services.meetings import add_agenda_item, add_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.viewmodels.agendas import (
    PICKABLE,
    add_item,
    in_plan_order,
    move_item,
    new_item_answers,
    new_item_questions,
    nothing_more,
    pick_tree,
    take_up_everything,
    taken_up,
)
from tests.registers import Example, open_example


@pytest.fixture
def planned(tmp_path: Path) -> Iterator[tuple[Session, Example, Meeting]]:
    session, plan = open_example(tmp_path)
    yield session, plan, add_meeting(session, new_meeting(date(2024, 9, 12)))
    session.close()


def test_an_item_is_added_from_its_answers(planned: tuple[Session, Example, Meeting]) -> None:
    session, _plan, meeting = planned
    assert [field.key for field in new_item_questions(session, meeting.id)] == ["section_no", "title", "dnr", "kind"]
    answers = new_item_answers(session, meeting.id)
    assert add_item(session, meeting.id, answers).faults == {"title": "Detta måste fyllas i."}
    added = add_item(session, meeting.id, answers | {"title": "Uppföljning", "section_no": "64", "kind": "decision"})
    item = session.get(AgendaItem, added.agenda_item_id)
    assert (item.title, item.section_no, item.kind) == ("Uppföljning", "64", ItemKind.DECISION)


def test_items_move_and_stop_at_the_ends(planned: tuple[Session, Example, Meeting]) -> None:
    session, _plan, meeting = planned
    items = [add_agenda_item(session, meeting.id, title) for title in "ABC"]
    before = session.head.seq
    move_item(session, items[0].id, -1)
    assert session.head.seq == before
    move_item(session, items[0].id, 1)
    move_item(session, items[0].id, 5)
    assert [item.title for item in session.all(AgendaItem, meeting_id=meeting.id)] == ["B", "C", "A"]


def test_everything_is_taken_up_once(planned: tuple[Session, Example, Meeting]) -> None:
    session, plan, meeting = planned
    item = add_agenda_item(session, meeting.id, "Uppföljning", subjects=[plan.number.id])
    assert take_up_everything(session, item.id) == 2
    before = session.head.seq
    assert take_up_everything(session, item.id) == 0
    assert nothing_more(session) == "Ärendet tar redan upp allt i planen som ska bedömas."
    assert session.head.seq == before
    assert taken_up(session, item.id) == {plan.number.id, plan.yes_no.id, plan.cluster.id}


def test_the_tree_holds_what_can_be_chosen(planned: tuple[Session, Example, Meeting]) -> None:
    session, plan, _meeting = planned
    nodes = [node for top in pick_tree(session) for node in top.walk()]
    assert {node.id for node in nodes if node.kind in PICKABLE} == {
        *(plan.area.id, plan.goal.id, plan.number.id, plan.yes_no.id, plan.cluster.id),
        *(assignment.id for assignment in plan.assignments),
    }
    assert {node.kind for node in nodes} - PICKABLE == {"group"}


def test_the_tree_is_searched(planned: tuple[Session, Example, Meeting]) -> None:
    session, plan, _meeting = planned
    nodes = [node for top in pick_tree(session, "beredskapen") for node in top.walk()]
    assert [node.id for node in nodes if node.kind == "indicators"] == [plan.cluster.id]


def test_what_was_chosen_comes_in_the_order_of_the_plan(planned: tuple[Session, Example, Meeting]) -> None:
    session, plan, _meeting = planned
    chosen = {"not in the tree", plan.assignments[0].id, plan.cluster.id, plan.number.id}
    assert in_plan_order(session, chosen) == [
        *(plan.number.id, plan.cluster.id, plan.assignments[0].id),
        "not in the tree",
    ]
