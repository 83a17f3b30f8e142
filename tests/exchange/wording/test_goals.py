"""Headings and sentences that tell of goals."""

from __future__ import annotations

import pytest

from regdesk.domain.codes import LevelKind
from regdesk.exchange.wording.goals import (
    goals_announced,
    level_of_heading,
    other_name,
    parts_announced,
    read_goal_heading,
    split_number,
)


@pytest.mark.parametrize(
    ("heading", "kind", "number", "title"),
    [
        ("Målområde 1: Ett öppet län", LevelKind.GOAL_AREA, "1", "Ett öppet län"),
        ("Mål: Vi lyssnar", LevelKind.GOAL, "", "Vi lyssnar"),
        ("Mål:\u00a0Vi lyssnar", LevelKind.GOAL, "", "Vi lyssnar"),
        ("Mål:Vi lyssnar", LevelKind.GOAL, "", "Vi lyssnar"),
        ("MÅL 3 – Vi lyssnar", LevelKind.GOAL, "3", "Vi lyssnar"),
        ("Mål 3 Vi lyssnar", LevelKind.GOAL, "3", "Vi lyssnar"),
        ("Mål 3.2. Vi lyssnar", LevelKind.GOAL, "3.2", "Vi lyssnar"),
        ("2.1.1 Mål: Vi lyssnar", LevelKind.GOAL, "2.1.1", "Vi lyssnar"),
        ("Mål A: Vi lyssnar", LevelKind.GOAL, "A", "Vi lyssnar"),
        ("Mål 2027: Vi lyssnar", LevelKind.GOAL, "", "Vi lyssnar"),
        ("Effektmål 2 - Trygga barn", LevelKind.OUTCOME_GOAL, "2", "Trygga barn"),
        ("Delområde: Ren luft", LevelKind.SUB_AREA, "", "Ren luft"),
        ("Strategiskt område 4: Kultur", LevelKind.STRATEGIC_AREA, "4", "Kultur"),
        ("Strategiskt\u00a0mål: Kultur", LevelKind.GOAL, "", "Kultur"),
        ("Fokusområde 1. Kultur", LevelKind.GOAL_AREA, "1", "Kultur"),
        ("Nämndmål 2: Kultur", LevelKind.RESULT_GOAL, "2", "Kultur"),
        ("Mål: Ett: två", LevelKind.GOAL, "", "Ett: två"),
    ],
)
def test_goal_headings(heading: str, kind: LevelKind, number: str, title: str) -> None:
    found = read_goal_heading(heading)
    assert found is not None
    assert (found.level_kind, found.printed_number, found.title) == (kind, number, title)


@pytest.mark.parametrize(
    "heading",
    [
        "Mål",
        "Målområden",
        "Mål och indikatorer",
        "Mål 2027",
        "Mål 2027 för nämnden",
        "Mål- och resultatstyrning",
        "Målbild",
        "",
    ],
)
def test_other_headings(heading: str) -> None:
    assert read_goal_heading(heading) is None


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("2.1 Text", ("2.1", "Text")),
        ("2. Text", ("2", "Text")),
        ("2024 års plan", ("", "2024 års plan")),
        ("Text 2", ("", "Text 2")),
    ],
)
def test_typed_section_numbers(heading: str, expected: tuple[str, str]) -> None:
    assert split_number(heading) == expected


def test_lists_of_goals() -> None:
    assert goals_announced("Nämnden har dessa effektmål:") == (LevelKind.OUTCOME_GOAL, "Effektmål")
    assert goals_announced("Våra strategiska områden:") == (LevelKind.STRATEGIC_AREA, "Strategiskt område")
    assert goals_announced("Nämnden har dessa effektmål.") is None
    assert goals_announced("Så når vi våra mål i länet:") is None
    assert parts_announced("Inom målet ren luft ingår:") == "ren luft"
    assert parts_announced("Inom målet ren luft finns mycket att göra:") is None


def test_level_headings() -> None:
    assert level_of_heading("3 Fokusområden") == (LevelKind.GOAL_AREA, "Fokusområde")
    assert level_of_heading("Fokusområden 2027") is None


def test_other_name_of_a_goal() -> None:
    assert other_name("Arbetet med effektmålet ren och klar luft bidrar till fler saker.") == "ren och klar luft"
    assert other_name("Arbetet bidrar till fler saker.") is None
