"""Verdicts read from CSV by the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Regdesk
from tests.registers import open_example


@pytest.fixture
def register_with_plan(tmp_path: Path, regdesk: Regdesk) -> Path:
    """The example plan with a meeting on 14 May 2024."""
    session, _ = open_example(tmp_path)
    session.close()
    assert regdesk("meeting", session.path, "--date", "2024-05-14", "--all").code == 0
    return session.path


def write(folder: Path, *rows: str) -> Path:
    path = folder / "maj.csv"
    path.write_text("\r\n".join(("Indikator;Bedömning;Motivering", *rows)), encoding="utf-8")
    return path


def test_verdicts_are_recorded_at_the_meeting(regdesk: Regdesk, register_with_plan: Path, tmp_path: Path) -> None:
    source = write(tmp_path, "Nöjda besökare;Delvis;På väg.", "Samverkan har vuxit;ja;", "Beredskapen har stärkts;;")
    said = regdesk("assess", register_with_plan, "--meeting", "2024-05-14", "--from", source)
    assert (said.code, said.out) == (0, "2 bedömningar är inlästa ur maj.csv.\n")
    shown = json.loads(regdesk("show", register_with_plan, "--json").out)
    meeting_id = shown["meetings"][0]["id"]
    kept = [(entry["verdict"], entry["justification"], entry["meeting_id"]) for entry in shown["assessments"]]
    assert kept == [("partly", "På väg.", meeting_id), ("yes", "", meeting_id)]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Nöjda besökare;kanske;", "”kanske” på rad 3 är ingen bedömning: skriv Ja, Delvis, Nej eller Kan ej bedömas."),
        ("Besökare;Ja;", "”Besökare” på rad 3 finns inte i registret: skriv namnet som i planen, eller dess id."),
    ],
)
def test_one_row_that_is_wrong_stops_all(
    regdesk: Regdesk, register_with_plan: Path, tmp_path: Path, row: str, sentence: str
) -> None:
    before = register_with_plan.read_bytes()
    source = write(tmp_path, "Samverkan har vuxit;Ja;", row)
    said = regdesk("assess", register_with_plan, "--meeting", "2024-05-14", "--from", source)
    assert (said.code, said.out, said.err) == (1, "", sentence + "\n")
    assert register_with_plan.read_bytes() == before


def test_an_unknown_meeting_and_a_missing_file_are_told(
    regdesk: Regdesk, register_with_plan: Path, tmp_path: Path
) -> None:
    source = write(tmp_path)
    said = regdesk("assess", register_with_plan, "--meeting", "2024-05-15", "--from", source)
    assert said.err == "Det finns inget sammanträde 2024-05-15: ange dess datum eller id.\n"
    missing = tmp_path / "juni.csv"
    said = regdesk("assess", register_with_plan, "--meeting", "2024-05-14", "--from", missing)
    assert said.err == f"{missing} finns inte: kontrollera namnet och mappen.\n"
