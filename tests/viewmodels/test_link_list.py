"""What a record points at: chosen, added, ordered and taken away, each as one step, to the letter of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regdesk.domain.codes import LinkKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaGoal, Link, Perspective, RegionalGoal
from regdesk.services.editing import add
from regdesk.services.links import targets_of
from regdesk.services.session import Session
from regdesk.viewmodels.link_list import (
    LINKED,
    NEW,
    link_choices,
    link_rows,
    move_link,
    place_of_target,
    remove_link,
    set_targets,
    target_nodes,
)
from tests.registers import Example, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def told(session: Session, source_id: str) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in link_rows(session, "goals", source_id).page(None, 100)]


def test_the_seventeen_goals_stand_in_their_order(opened: tuple[Session, Example]) -> None:
    session, example = opened
    nodes = target_nodes(session, LinkKind.AGENDA_2030, example.goal.id, "")
    assert len(nodes) == 17
    assert nodes[2].text == "3 God hälsa och välbefinnande"
    assert [node.text for node in target_nodes(session, LinkKind.AGENDA_2030, example.goal.id, "hav ")] == [
        "14 Hav och marina resurser"
    ]


def test_suggested_perspectives_are_added_when_they_are_chosen(opened: tuple[Session, Example]) -> None:
    session, example = opened
    offered = target_nodes(session, LinkKind.PERSPECTIVE, example.goal.id, "")
    assert {"Barn", "Jämställdhet", "Nationella minoriteter"} <= {node.text for node in offered}
    assert session.all(Perspective) == []
    chosen = [node.id for node in offered if node.text in ("Barn", "Miljö")]
    set_targets(session, example.goal.id, LinkKind.PERSPECTIVE, chosen)
    assert told(session, example.goal.id) == [("Perspektiv som berörs", "Barn"), ("Perspektiv som berörs", "Miljö")]
    known = target_nodes(session, LinkKind.PERSPECTIVE, example.goal.id, "barn")
    assert [(node.text, node.kind == NEW) for node in known] == [("Barn", False)]
    session.undo()
    assert (told(session, example.goal.id), session.all(Perspective)) == ([], [])


def test_what_is_written_can_be_added(opened: tuple[Session, Example]) -> None:
    session, example = opened
    (node,) = target_nodes(session, LinkKind.REGIONAL_GOAL, example.goal.id, "3 Hållbar tillväxt")
    set_targets(session, example.goal.id, LinkKind.REGIONAL_GOAL, [node.id])
    (goal,) = session.all(RegionalGoal)
    assert (goal.number, goal.title) == ("3", "Hållbar tillväxt")
    assert target_nodes(session, LinkKind.AGENDA_2030, example.goal.id, "Ett artonde") == ()


def test_the_plans_own_words_stay_and_are_told(opened: tuple[Session, Example]) -> None:
    session, example = opened
    goals = session.all(AgendaGoal, "number")
    link = Link(
        id=new_id(),
        kind=LinkKind.AGENDA_2030,
        source_id=example.goal.id,
        target_id=goals[4].id,
        raw="Jämställdhet\u00a0",
    )
    add(session, link)
    set_targets(session, example.goal.id, LinkKind.AGENDA_2030, {goals[4].id, goals[0].id})
    assert told(session, example.goal.id) == [
        ("Agenda 2030", "5 Jämställdhet (i planen: Jämställdhet\u00a0)"),
        ("Agenda 2030", "1 Ingen fattigdom"),
    ]
    assert session.get(Link, link.id).raw == "Jämställdhet\u00a0"


def test_links_are_moved_among_their_like_and_taken_away(opened: tuple[Session, Example]) -> None:
    session, example = opened
    goals = session.all(AgendaGoal, "number")
    kind = LinkKind.AGENDA_2030
    set_targets(session, example.goal.id, kind, [goal.id for goal in goals[:3]])
    first = link_rows(session, "goals", example.goal.id).page(None, 9)[0].id
    move_link(session, example.goal.id, first, -1)
    move_link(session, example.goal.id, first, 1)
    assert targets_of(session, example.goal.id, kind) == [goals[1].id, goals[0].id, goals[2].id]
    session.undo()
    assert targets_of(session, example.goal.id, kind) == [goal.id for goal in goals[:3]]
    remove_link(session, example.goal.id, first)
    assert targets_of(session, example.goal.id, kind) == [goals[1].id, goals[2].id]


def test_a_record_does_not_point_at_itself(opened: tuple[Session, Example]) -> None:
    session, example = opened
    nodes = target_nodes(session, LinkKind.GOAL, example.goal.id, "")
    assert [node.id for node in nodes] == [example.area.id]


def test_only_what_stands_in_the_plan_can_be_gone_to(opened: tuple[Session, Example]) -> None:
    session, example = opened
    set_targets(session, example.goal.id, LinkKind.GOAL, [example.area.id])
    set_targets(session, example.goal.id, LinkKind.AGENDA_2030, [session.all(AgendaGoal)[0].id])
    rows = link_rows(session, "goals", example.goal.id).page(None, 9)
    assert sorted(place_of_target(session, row.id) for row in rows) == ["", example.area.id]


@pytest.mark.parametrize("plural", LINKED)
def test_every_linked_kind_can_carry_perspectives(opened: tuple[Session, Example], plural: str) -> None:
    session, example = opened
    assert LinkKind.PERSPECTIVE in {choice.kind for choice in link_choices(session, plural, example.goal.id)}
