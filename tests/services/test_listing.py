"""Lists find their pages by key, and the goals that their rows stand under."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regdesk.domain.ids import new_id
from regdesk.domain.model import Goal, Indicator
from regdesk.services.editing import add, reorder
from regdesk.services.listing import ListQuery, ListSpec, count, goals_of, page
from regdesk.services.session import Session
from tests.registers import Example, open_example

INDICATORS = ListSpec(columns="item.title", source="indicators AS item", sorts={"title": "item.title_key"})
BY_TITLE = ListQuery(order="title")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def test_pages_follow_each_other_by_key(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    first = page(session, INDICATORS, BY_TITLE, None, 2)
    rest = page(session, INDICATORS, BY_TITLE, first[-1].position, 2)

    assert [row.cells["title"] for row in first + rest] == [
        *("Beredskapen har stärkts", "Nöjda besökare", "Samverkan har vuxit")
    ]


def test_a_filter_finds_the_beginnings_of_words(opened: tuple[Session, Example]) -> None:
    session, example = opened
    look = ListQuery(order="title", filter="besök")

    assert [row.id for row in page(session, INDICATORS, look, None, 9)] == [example.number.id]
    assert count(session, INDICATORS, look) == 1


def test_goals_come_depth_first_and_only_those_that_hold_rows(opened: tuple[Session, Example]) -> None:
    session, example = opened
    level = example.goal.level_id
    empty = add(session, Goal(id=new_id(), level_id=level, parent_id=example.area.id, title="Tomt"))
    later = add(session, Goal(id=new_id(), level_id=level, parent_id=example.area.id, position=9, title="Sist"))
    for goal in (later, example.area):
        add(session, Indicator(id=new_id(), goal_id=goal.id, title=goal.title))

    assert goals_of(session, INDICATORS, BY_TITLE) == [example.area.id, example.goal.id, later.id]

    reorder(session, [later, empty, example.goal])

    assert goals_of(session, INDICATORS, BY_TITLE) == [example.area.id, later.id, example.goal.id]


def test_a_filter_narrows_the_goals_too(opened: tuple[Session, Example]) -> None:
    session, example = opened
    add(session, Indicator(id=new_id(), goal_id=example.area.id, title="Annat"))

    assert goals_of(session, INDICATORS, ListQuery(order="title", filter="besök")) == [example.goal.id]
