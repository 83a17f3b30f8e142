"""A register shown on the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from regdesk.domain.codes import Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import RECORDS, Activity, InterimGoal
from regdesk.services.assessing import assess
from regdesk.services.editing import add
from tests.cli.conftest import Regdesk
from tests.registers import open_example


def test_the_outline_tells_plan_values_verdicts_and_counts(regdesk: Regdesk, tmp_path: Path) -> None:
    session, example = open_example(tmp_path)
    with session:
        add(session, InterimGoal(id=new_id(), goal_id=example.goal.id, text="Halvvägs\nredan i maj"))
        add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Öva"))
        first, second = example.assignments
        part = add(session, replace(first, id=new_id(), parent_id=first.id, position=5, text="i länets sydöstra del"))
        add(session, replace(part, id=new_id(), parent_id=part.id, position=0, text="och på öarna"))
        add(session, replace(second, id=new_id(), goal_id=None, text="Hålla samman planen"))
        assess(session, example.number.id, Verdict.PARTLY)
        assess(session, example.number.id, Verdict.YES)
    assert regdesk("show", session.path).out == (
        "Region Exempel, Regionstyrelsen\n"
        "Verksamhetsplan (exempeldata) 2024–2026\n"
        "\n"
        "Målområde 1: En region att lita på\n"
        "    Mål 1.1: Vården är nära\n"
        "        Indikator: Nöjda besökare → Ja\n"
        "            Utfall 2023: 39 %\n"
        "            Målnivå 2024: >45 %\n"
        "        Indikator: Samverkan har vuxit\n"
        "        Indikator: Beredskapen har stärkts\n"
        "            Parameter: Övningar\n"
        "            Parameter: 2\n"
        "        Delmål: Halvvägs redan i maj\n"
        "        Delaktivitet: Öva (Ej påbörjad)\n"
        "        Uppdrag: Följa hur väntetiderna utvecklas (Ej påbörjad)\n"
        "            Uppdrag: i länets sydöstra del (Ej påbörjad)\n"
        "                Uppdrag: och på öarna (Ej påbörjad)\n"
        "        Uppdrag: Se till att stödet räcker (Ej påbörjad)\n"
        "\n"
        "Uppdrag: Hålla samman planen (Ej påbörjad)\n"
        "\n"
        "   10  Regler för datum\n"
        "    2  Bedömningar\n"
        "    1  Organ\n"
    )


def test_json_has_a_list_for_every_kind(regdesk: Regdesk, register: Path) -> None:
    said = regdesk("show", register, "--json")
    assert list(json.loads(said.out)) == list(RECORDS)
    assert '"Region Å"' in said.out


def test_showing_changes_nothing(regdesk: Regdesk, register: Path) -> None:
    before = register.read_bytes()
    regdesk("show", register)
    regdesk("show", register, "--json")
    assert register.read_bytes() == before
