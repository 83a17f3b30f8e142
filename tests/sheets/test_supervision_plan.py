"""The sheet "Uppsiktsplan" of the shipped examples, against golden files, and its year as a drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.services.session import Session
from regdesk.sheets.blocks import Block, Figure, KeepTogether, Sheet, Table
from regdesk.sheets.drawings import Disc, Drawing
from regdesk.sheets.plain import plain_text
from regdesk.sheets.year_strip import year_strip
from regdesk.viewmodels.supervision_plan import StripRow
from tests.registers import make_register
from tests.sheets.making import assert_golden, make_sheet

Shipped = Callable[[str], Session]
TODAY = date(2026, 11, 23)


def made(session: Session, answers: dict[str, str] | None = None, year: int = 2026) -> Sheet:
    return make_sheet(session, "supervision-plan", printed=TODAY, year=year, answers=answers)


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield from flat(block.blocks) if isinstance(block, KeepTogether) else (block,)


@pytest.mark.parametrize("example", ["goal_areas", "strategic_areas", "outcome_goals"])
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, example: str) -> None:
    assert_golden(made(shipped(example)), f"supervision_plan_{example}")


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        ({"strip": ""}, "[Året 2026 månad för månad."),
        ({"entities": ""}, "Ägardirektiv"),
        ({"questions": ""}, "Källa: Regionens riktlinje"),
    ],
)
def test_what_is_not_chosen_is_not_printed(shipped: Shipped, answers: dict[str, str], gone: str) -> None:
    session = shipped("goal_areas")
    assert gone in plain_text(made(session))
    assert gone not in plain_text(made(session, answers))


def test_another_year_has_its_own_days(shipped: Shipped) -> None:
    text = plain_text(made(shipped("goal_areas"), year=2027))
    assert "2027 har" in text
    assert "2027-04-28" in text
    assert "2026-02-10 | 1 |" not in text


def test_every_time_is_a_mark_that_stays_within_its_row() -> None:
    months = (tuple(range(1, 8)), *((),) * 10, (8,))
    drawing = year_strip(2026, [StripRow(perspective="Ekonomi", question="", months=months)]).image
    assert isinstance(drawing, Drawing)
    discs = [shape for shape in drawing.shapes if isinstance(shape, Disc)]
    assert len(discs) == 8
    assert all(0 < disc.centre[1] - disc.radius < disc.centre[1] + disc.radius < drawing.height for disc in discs)
    assert all(disc.centre[0] + disc.radius < drawing.width for disc in discs)


def test_an_empty_register_has_sentences_and_no_table(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path)) as session:
        sheet = made(session)
    assert not [block for block in flat(sheet.blocks) if isinstance(block, Table | Figure)]
    assert "Inga uppsiktshändelser är upptagna för 2026." in plain_text(sheet)
    assert "Inga juridiska personer är upptagna." in plain_text(sheet)
