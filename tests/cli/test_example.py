"""`regdesk example`: lists the examples, and builds one where it is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from regdesk.services.registers import opened, register_of
from tests.cli.conftest import Regdesk


def test_without_a_name_it_says_which_there_are(regdesk: Regdesk) -> None:
    said = regdesk("example")

    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines()[::2]] == [
        "goal_areas",
        "strategic_areas",
        "outcome_goals",
    ]


def test_it_builds_the_one_that_is_named(regdesk: Regdesk, tmp_path: Path) -> None:
    said = regdesk("example", "outcome_goals", "-o", tmp_path / "prova")

    assert (said.code, said.err) == (0, "")
    assert "exempeldata" in said.out
    with opened(tmp_path / "prova.regdesk") as session:
        assert register_of(session).organisation == "Region Förebild (exempeldata)"
    assert regdesk("check", tmp_path / "prova.regdesk").code == 0


def test_without_a_place_it_is_put_here(regdesk: Regdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert regdesk("example", "strategic_areas").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["exempel-strategiska-områden.regdesk"]


def test_a_name_that_there_is_none_of_leaves_nothing(regdesk: Regdesk, tmp_path: Path) -> None:
    said = regdesk("example", "goal", "-o", tmp_path / "prova")

    assert said.code != 0
    assert "goal_areas" in said.err
    assert list(tmp_path.iterdir()) == []
