"""Versions, what differs and rolling, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regdesk.domain.codes import WorkStatus
from regdesk.domain.model import Assignment, Goal
from regdesk.services.editing import edit
from regdesk.services.registers import opened, register_of
from tests.cli.conftest import Regdesk
from tests.registers import Example, open_example


@pytest.fixture
def filled(tmp_path: Path) -> tuple[Path, Example]:
    session, example = open_example(tmp_path)
    session.close()
    return session.path, example


def test_versions_are_taken_listed_and_compared(regdesk: Regdesk, filled: tuple[Path, Example]) -> None:
    path, example = filled
    assert regdesk("versions", path).out == "Planen har inga versioner än.\n"
    taken = regdesk("version", path, "--title", "Beslutad plan", "--date", "29 november 2023", "--section", "§ 64")
    assert taken.out == "1\n"
    assert regdesk("versions", path).out == "  1  Beslutad plan  2023-11-29 §\u00a064\n"
    (listed,) = json.loads(regdesk("versions", path, "--json").out)["plan_versions"]
    assert (listed["number"], listed["section_no"]) == (1, "64")

    assert regdesk("diff", path, "1").out == "Inget skiljer.\n"
    with opened(path) as session:
        edit(session, session.get(Goal, example.goal.id), title="Vården är nära alla")
    assert regdesk("diff", path, "1").out == "≠ Mål: Vården är nära alla, Mål: Vården är nära → Vården är nära alla\n"
    (found,) = json.loads(regdesk("diff", path, "1", "--json").out)["differences"]
    assert (found["change"], found["kind"], found["before"]) == ("changed", "goals", "Vården är nära")
    assert regdesk("diff", path, "1", "1").out == "Inget skiljer.\n"


def test_an_unknown_version_is_told(regdesk: Regdesk, filled: tuple[Path, Example]) -> None:
    said = regdesk("diff", filled[0], "9")
    assert said.code != 0
    assert "Det finns ingen version 9 av planen" in said.err


def test_the_plan_is_rolled_after_it_was_told_what_that_comes_to(
    regdesk: Regdesk, filled: tuple[Path, Example]
) -> None:
    path, example = filled
    with opened(path) as session:
        edit(session, session.get(Assignment, example.assignments[0].id), status=WorkStatus.DONE)
        before = session.head.seq
    told = regdesk("roll", path, "--period", "2027-2029", "--close", example.yes_no.id, "--dry-run")
    assert "Avslutas: 1 indikator och 1 uppdrag." in told.out
    assert told.out.endswith("Inget är ändrat än.\n")
    with opened(path) as session:
        assert session.head.seq == before
    assert regdesk("roll", path, "--period", "2027-2029", "--close", example.yes_no.id, "--target", "2028").code == 0
    with opened(path) as session:
        assert session.head.seq == before + 1
        assert register_of(session).period_start == 2027
    shown = regdesk("show", path).out
    assert "Samverkan har vuxit" not in shown
    assert "Nöjda besökare" in shown


def test_a_period_that_is_not_later_is_told(regdesk: Regdesk, filled: tuple[Path, Example]) -> None:
    said = regdesk("roll", filled[0], "--period", "2024-2026")
    assert said.code != 0
    assert "Den nya perioden måste börja efter 2024" in said.err
