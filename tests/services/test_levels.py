"""Levels are added, moved and removed without a goal ever standing under one of a lower level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from regdesk.domain.codes import LevelKind
from regdesk.domain.model import Goal, Level
from regdesk.domain.models import MODELS, OWN, own_model
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.editing import remove
from regdesk.services.levels import add_level, move_level, new_level, remove_level, rename_level
from regdesk.services.registers import NewRegister, register_of
from regdesk.services.session import Session
from tests.registers import Example, make_register, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def names(session: Session) -> list[str]:
    levels = session.all(Level)
    assert [level.position for level in levels] == list(range(len(levels)))
    return [level.name for level in levels]


def level_of(session: Session, goal: Goal) -> str:
    return session.get(Level, session.get(Goal, goal.id).level_id).name


def test_a_level_is_added_last_and_its_kind_follows_from_its_name(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    added = add_level(session, new_level(session, "Resultatmål"))
    assert names(session) == ["Målområde", "Mål", "Resultatmål"]
    assert (added.kind, added.name_plural) == (LevelKind.RESULT_GOAL, "Resultatmål")
    assert register_of(session).model == OWN
    session.undo()
    assert names(session) == ["Målområde", "Mål"]
    assert register_of(session).model == "goal_areas"


def test_levels_trade_goals_where_one_stands_under_the_other(opened: tuple[Session, Example]) -> None:
    session, example = opened
    move_level(session, session.all(Level)[0].id, 1)
    assert names(session) == ["Mål", "Målområde"]
    assert (level_of(session, example.area), level_of(session, example.goal)) == ("Mål", "Målområde")
    session.undo()
    assert (level_of(session, example.area), level_of(session, example.goal)) == ("Målområde", "Mål")


def test_goals_keep_their_level_where_the_order_allows_it(opened: tuple[Session, Example]) -> None:
    session, example = opened
    add_level(session, new_level(session, "Delmål"))
    move_level(session, session.all(Level)[2].id, -1)
    assert names(session) == ["Målområde", "Delmål", "Mål"]
    assert level_of(session, example.goal) == "Mål"
    move_level(session, session.all(Level)[0].id, -1)
    assert names(session)[0] == "Målområde"


def test_the_top_level_moves_no_further_up(opened: tuple[Session, Example]) -> None:
    session, _example = opened
    before = names(session)
    move_level(session, session.all(Level)[0].id, -1)
    assert names(session) == before


def test_a_level_with_goals_stays(opened: tuple[Session, Example]) -> None:
    session, example = opened
    with pytest.raises(Problem) as raised:
        remove_level(session, session.all(Level)[1].id)
    assert (raised.value.kind, raised.value.params) == (ProblemKind.LEVEL_IN_USE, {"level": "Mål", "count": 1})
    remove(session, example.goal)
    remove_level(session, session.all(Level)[1].id)
    assert names(session) == ["Målområde"]


def test_the_last_level_stays(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path)) as session:
        remove_level(session, session.all(Level)[0].id)
        with pytest.raises(Problem) as raised:
            remove_level(session, session.all(Level)[0].id)
        assert raised.value.kind is ProblemKind.LAST_LEVEL


def test_a_renamed_level_makes_the_model_the_organisations_own(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    rename_level(session, replace(session.all(Level)[0], name="Fokusområde", name_plural="Fokusområden"))
    assert (names(session)[0], register_of(session).model) == ("Fokusområde", OWN)


def test_a_register_begins_with_levels_of_its_own_in_any_depth(tmp_path: Path) -> None:
    model = own_model([("Vision", ""), ("Fokusområde", "Fokusområden"), ("Effektmål", ""), ("Inriktning", "")])
    wanted = NewRegister(
        organisation="Region Exempel", board="Kulturnämnden", period_start=2024, period_end=2026, model=model
    )
    with Session.open(make_register(tmp_path, wanted)) as session:
        kinds = [level.kind for level in session.all(Level)]
        assert names(session) == ["Vision", "Fokusområde", "Effektmål", "Inriktning"]
        assert kinds == [LevelKind.GOAL_AREA, LevelKind.GOAL_AREA, LevelKind.OUTCOME_GOAL, LevelKind.GOAL]
        assert register_of(session).model == OWN
    assert OWN not in MODELS
