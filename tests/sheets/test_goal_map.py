"""The sheet "Målkarta" as plain text against golden files, and what may be left out of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from regdesk.domain.model import Meeting
from regdesk.services.session import Session
from regdesk.sheets.blocks import Figure, Orientation, Sheet
from regdesk.sheets.pdf.writer import pdf_bytes
from regdesk.sheets.plain import plain_text
from tests.sheets.making import assert_golden, make_sheet
from tests.sheets.plans import goal_areas, outcome_goals, strategic_areas
from tests.sheets.plans.common import open_register

CODE = "goal-map"


def with_goal_areas(folder: Path) -> tuple[Session, Meeting]:
    plan = goal_areas.make(folder)
    return plan.session, plan.meeting


SHAPES: dict[str, Callable[[Path], tuple[Session, Meeting]]] = {
    "goal_areas": with_goal_areas,
    "strategic_areas": strategic_areas.make,
    "outcome_goals": outcome_goals.make,
}


def made(folder: Path, *choices: dict[str, str], shape: str = "outcome_goals") -> list[Sheet]:
    session, _meeting = SHAPES[shape](folder)
    with session:
        return [make_sheet(session, CODE, answers=each) for each in choices]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_map_reads_as_a_person_found_right(shape: str, tmp_path: Path) -> None:
    (sheet,) = made(tmp_path, {}, shape=shape)
    assert_golden(sheet, f"goal_map_{shape}")
    assert sheet.orientation is Orientation.LANDSCAPE


@pytest.mark.parametrize(
    ("choices", "gone"),
    [
        ({"map": ""}, ("[Målkarta med",)),
        ({"boards": ""}, ("Nämnder",)),
        ({"agenda": ""}, ("Agenda 2030",)),
        ({"table": ""}, ("Målen som tabell", "Effektmål |")),
    ],
)
def test_what_is_not_chosen_is_not_printed(choices: dict[str, str], gone: tuple[str, ...], tmp_path: Path) -> None:
    everything, chosen = map(plain_text, made(tmp_path, {}, choices))
    for text in gone:
        assert text in everything
        assert text not in chosen


def test_a_plan_without_goals_says_so(tmp_path: Path) -> None:
    with open_register(tmp_path, "goal_areas") as session:
        assert "Planen har inga mål." in plain_text(make_sheet(session, CODE))


def test_an_upright_page_has_a_map_of_its_width(tmp_path: Path) -> None:
    session, _meeting = SHAPES["goal_areas"](tmp_path)
    with session:
        sheet = make_sheet(session, CODE, orientation=Orientation.PORTRAIT)
    (figure,) = (block for block in sheet.blocks if isinstance(block, Figure))
    assert not isinstance(figure.image, bytes)
    assert figure.image.width == 165
    assert pdf_bytes(sheet).startswith(b"%PDF-")
