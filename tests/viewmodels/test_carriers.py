"""What runs across the plan: counted, filtered by words, and told with all that points at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import LinkKind
from regdesk.domain.model import AgendaGoal, Perspective
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.viewmodels.carriers import Crossing, CrossingList, carrier_rows
from regdesk.viewmodels.link_list import NEW, add_perspectives, new_perspectives, set_targets
from tests.registers import Example, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    add_perspectives(session, {f"{NEW}:Barn", f"{NEW}:Miljö"})
    barn = session.all(Perspective)[0]
    for item in (example.goal.id, example.assignments[0].id):
        set_targets(session, item, LinkKind.PERSPECTIVE, [barn.id])
    set_targets(session, example.goal.id, LinkKind.AGENDA_2030, [session.all(AgendaGoal, "number")[2].id])
    yield session, example
    session.close()


def told(source: CrossingList) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in source.page(None, 99)]


def test_perspectives_are_listed_and_whatever_else_is_pointed_at(opened: tuple[Session, Example]) -> None:
    session, _example = opened
    source = CrossingList(session)
    assert told(source) == [
        ("Perspektiv som berörs", "Barn", "2"),
        ("Perspektiv som berörs", "Miljö", "0"),
        ("Agenda 2030", "3 God hälsa och välbefinnande", "1"),
    ]
    source.set_filter("AGENDA hälsa")
    assert (source.count(), told(source)[0][1]) == (1, "3 God hälsa och välbefinnande")
    source.set_filter("")
    assert source.count() == 3


def test_all_that_carries_a_perspective_is_shown_with_its_lock(opened: tuple[Session, Example]) -> None:
    session, example = opened
    barn = session.all(Perspective)[0]
    mark_secret(session, example.assignments[0].id, "OSL 18:13", date(2026, 1, 1), "Region Exempel")
    crossing = Crossing(LinkKind.PERSPECTIVE, barn.id)
    assert Crossing.of(crossing.row_id) == crossing
    rows = carrier_rows(session, crossing).page(None, 9)
    assert [(row.id, row.cells[0].text, row.secret) for row in rows] == [
        (example.goal.id, "Mål", False),
        (example.assignments[0].id, "Uppdrag", True),
    ]


def test_what_there_is_already_is_not_offered_again(opened: tuple[Session, Example]) -> None:
    session, _example = opened
    offered = [node.text for node in new_perspectives(session, "")]
    assert "Jämställdhet" in offered
    assert not {"Barn", "Miljö"} & set(offered)
    assert [node.text for node in new_perspectives(session, "Landsbygd i tillväxt")] == ["Landsbygd i tillväxt"]
