"""Registers made from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regdesk.domain.model import Level
from regdesk.domain.models import MODELS
from regdesk.services.registers import opened
from tests.cli.conftest import Regdesk


@pytest.mark.parametrize(
    ("typed", "years"),
    [("2024-2026", (2024, 2026)), ("2024–2026", (2024, 2026)), ("2024-26", (2024, 2026)), ("2024", (2024, 2024))],
)
def test_a_period_is_read_as_people_write_it(
    regdesk: Regdesk, tmp_path: Path, typed: str, years: tuple[int, int]
) -> None:
    path = tmp_path / "plan.regdesk"
    assert regdesk("new", path, "--organisation", "R", "--board", "N", "--period", typed).code == 0
    (register,) = json.loads(regdesk("show", path, "--json").out)["registers"]
    assert (register["period_start"], register["period_end"]) == years


@pytest.mark.parametrize("model", MODELS)
def test_a_model_gives_the_levels(regdesk: Regdesk, tmp_path: Path, model: str) -> None:
    path = tmp_path / "plan.regdesk"
    regdesk("new", path, "--organisation", "R", "--board", "N", "--period", "2024", "--model", model)
    shown = json.loads(regdesk("show", path, "--json").out)
    assert [level["name"] for level in shown["levels"]] == [level.name for level in MODELS[model].levels]
    assert shown["registers"][0]["model"] == model


def test_an_unknown_model_is_told_with_those_there_are(regdesk: Regdesk, tmp_path: Path) -> None:
    path = tmp_path / "plan.regdesk"
    said = regdesk("new", path, "--organisation", "R", "--board", "N", "--period", "2024", "--model", "stratsys")
    assert said.code == 1
    assert said.err == (
        "Det finns ingen styrmodell som heter stratsys: välj goal_areas, strategic_areas, outcome_goals.\n"
    )
    assert not path.exists()


def test_an_unreadable_period_is_told(regdesk: Regdesk, tmp_path: Path) -> None:
    said = regdesk("new", tmp_path / "plan", "--organisation", "R", "--board", "N", "--period", "2026-2024")
    assert said.code == 1
    assert said.err == "”2026-2024” är ingen planperiod: skriv till exempel 2024-2026.\n"


def test_the_ending_may_be_left_out(regdesk: Regdesk, tmp_path: Path) -> None:
    said = regdesk("new", tmp_path / "plan", "--organisation", "R", "--board", "N", "--period", "2024")
    assert said.out == f"{tmp_path / 'plan.regdesk'} är klart att använda.\n"
    assert regdesk("check", tmp_path / "plan").code == 0


def test_a_register_is_never_written_over(regdesk: Regdesk, register: Path) -> None:
    before = register.read_bytes()
    said = regdesk("new", register, "--organisation", "R", "--board", "N", "--period", "2024")
    assert said.code == 1
    assert register.read_bytes() == before


def test_a_register_gets_levels_of_its_own(regdesk: Regdesk, tmp_path: Path) -> None:
    path = tmp_path / "egen.regdesk"
    levels = ("--level", "Fokusområde/Fokusområden", "--level", "Inriktning")
    said = regdesk("new", path, "--organisation", "R", "--board", "N", "--period", "2024", *levels)
    assert said.code == 0
    with opened(path) as session:
        found = [(level.name, level.name_plural, level.position) for level in session.all(Level)]
    assert found == [("Fokusområde", "Fokusområden", 0), ("Inriktning", "", 1)]


def test_a_model_and_levels_are_too_much(regdesk: Regdesk, tmp_path: Path) -> None:
    path = tmp_path / "egen.regdesk"
    both = ("--model", "goal_areas", "--level", "Inriktning")
    said = regdesk("new", path, "--organisation", "R", "--board", "N", "--period", "2024", *both)
    assert said.code == 2
    assert not path.exists()
    nameless = regdesk("new", path, "--organisation", "R", "--board", "N", "--period", "2024", "--level", " ")
    assert nameless.code == 2
