"""Plans read from Word by the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regdesk.cli.demo import write_example_plan
from regdesk.cli.demo.document import write_document
from regdesk.domain.model import RECORDS
from regdesk.services.registers import opened
from tests.cli.conftest import Regdesk

EXAMPLE = {
    "goals": 6,
    "indicators": 11,
    "values": 32,
    "cluster_parameters": 5,
    "assignments": 17,
    "legal_entities": 3,
    "board_roles": 2,
    "duties": 6,
    "risks": 3,
    "attachments": 2,
    "footnotes": 3,
}

REAL = {
    "verksamhetsplan-rs-vasternorrland-2024-2026.docx": {
        "indicators": 17,
        "values": 48,
        "cluster_parameters": 23,
        "assignments": 44,
        "legal_entities": 5,
        "duties": 17,
        "attachments": 3,
        "footnotes": 8,
        "risks": 4,
    },
    "strategiska-omraden-vasterbotten-2026.docx": {"goals": 6, "interim_goals": 6, "activities": 19, "links": 48},
    "effektmal-varmland-2023.docx": {"goals": 8, "links": 43},
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The example plan as a Word file."""
    path = tmp_path / "plan.docx"
    write_example_plan(path)
    return path


def test_a_dry_run_shows_everything_and_writes_nothing(regdesk: Regdesk, register: Path, plan: Path) -> None:
    before = register.read_bytes()
    shown = json.loads(regdesk("import", register, plan, "--dry-run", "--json").out)
    assert list(shown) == [*RECORDS, "unplaced", "warnings"]
    assert {kind: len(shown[kind]) for kind in EXAMPLE} == EXAMPLE
    assert shown["unplaced"] == []
    assert register.read_bytes() == before


def test_what_was_proposed_is_what_the_register_holds(regdesk: Regdesk, register: Path, plan: Path) -> None:
    assert regdesk("import", register, plan).code == 0
    shown = json.loads(regdesk("show", register, "--json").out)
    assert {kind: len(shown[kind]) for kind in EXAMPLE} == EXAMPLE
    assert [entry["file_name"] for entry in shown["imports"]] == ["plan.docx"]
    assert regdesk("check", register).code == 0


def test_the_summary_counts_what_became_of_the_plan(regdesk: Regdesk, register: Path, plan: Path) -> None:
    planned = regdesk("import", register, plan, "--dry-run").out.splitlines()
    done = regdesk("import", register, plan).out.splitlines()
    assert (planned[0], done[0]) == ("Ur plan.docx skulle läsas in:", "Ur plan.docx lästes in:")
    assert planned[1:] == done[1:]
    assert "   11  Indikatorer" in done
    assert done[-2:] == [
        "Att se över:",
        "  – Planen namnger inte parametrarna: de får platser utan namn. (×2)",
    ]


def test_the_same_file_is_read_twice_only_when_asked_for(regdesk: Regdesk, register: Path, plan: Path) -> None:
    regdesk("import", register, plan)
    refused = regdesk("import", register, plan)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("Planen plan.docx är redan inläst, --again läser in den igen; ")
    assert regdesk("import", register, plan, "--dry-run").code == 0
    assert regdesk("import", register, plan, "--again").code == 0
    with opened(register) as session:
        assert session.head.seq == 3


def test_what_found_no_place_is_told(regdesk: Regdesk, register: Path, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    write_document("## Målområde 1: Vård\n| Färg | Form |\n| röd | rund |\n", path, "Någon")
    told = regdesk("import", register, path).out.splitlines()
    assert told[-2:] == ["Fick ingen plats:", "  – Tabellen är av ett okänt slag: Färg Form röd rund"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Hej", "plan.docx är ingen Word-fil: välj planen som .docx.\n"),
        (None, "kontrollera namnet och mappen.\n"),
    ],
)
def test_a_file_that_is_no_plan_leaves_the_register_untouched(
    regdesk: Regdesk, register: Path, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "plan.docx"
    if content is not None:
        path.write_bytes(content)
    before = register.read_bytes()
    said = regdesk("import", register, path)
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith(sentence)
    assert register.read_bytes() == before


@pytest.mark.parametrize("name", REAL)
def test_real_plans_give_what_is_counted_in_them(
    regdesk: Regdesk, register: Path, shared_documents: Path, name: str
) -> None:
    shown = json.loads(regdesk("import", register, shared_documents / name, "--dry-run", "--json").out)
    assert {kind: len(shown[kind]) for kind in REAL[name]} == REAL[name]
