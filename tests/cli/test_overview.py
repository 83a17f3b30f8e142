"""Several registers on the command line, each only read."""

from __future__ import annotations

import json
from pathlib import Path

from regdesk.domain.codes import Verdict
from regdesk.services.assessing import assess
from tests.cli.conftest import Regdesk
from tests.registers import open_example


def test_each_board_is_told_in_counts(regdesk: Regdesk, tmp_path: Path) -> None:
    session, plan = open_example(tmp_path)
    with session:
        assess(session, plan.number.id, Verdict.YES)
        head = session.head
    said = regdesk("overview", session.path, session.path)
    assert (said.code, said.err) == (0, "")
    first, second = said.out.strip().split("\n\n")
    assert first == second
    lines = first.splitlines()
    assert lines[:7] == [
        "Regionstyrelsen, Region Exempel",
        "    Verksamhetsplan (exempeldata) 2024–2026",
        "    Mål: 2 (Ej bedömd 2)",
        "    Indikatorer: 3 (Ja 1, Ej bedömd 2)",
        "    Parametrar: 2 (Ej bedömd 2)",
        "    Uppdrag: 2 (Ej bedömd 2)",
        "    Försenade uppdrag: 0",
    ]
    assert lines[8] == f"    Historik: steg {head.seq}, {head.hash}"


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_still_shown(
    regdesk: Regdesk, register: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "borta.regdesk"
    said = regdesk("overview", missing, register)
    assert said.code == 1
    assert said.out.startswith(f"{missing}: kunde inte läsas\n\nPatientnämnden, Region Å\n")
    assert said.err == f"{missing} finns inte: kontrollera namnet och mappen.\n"


def test_json_has_an_object_for_each_file(regdesk: Regdesk, register: Path, tmp_path: Path) -> None:
    said = regdesk("overview", register, tmp_path / "borta.regdesk", "--json")
    board, missing = json.loads(said.out)["boards"]
    assert (board["board"], board["goals"], board["period"]) == ("Patientnämnden", 0, [2024, 2026])
    assert board["verdicts"]["indicators"] == {"yes": 0, "partly": 0, "no": 0, "cannot_assess": 0, "not_assessed": 0}
    assert (said.code, missing["problem"]) == (1, "register_missing")


def test_it_wants_a_file(regdesk: Regdesk) -> None:
    said = regdesk("overview")
    assert (said.code, said.err.splitlines()[0]) == (
        2,
        "Argumentet REGISTER … saknas; regdesk overview --help visar hur kommandot skrivs.",
    )
