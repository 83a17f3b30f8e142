"""The sheet "Indikatorförteckning" of the shipped examples, against golden files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from regdesk.services.session import Session
from regdesk.sheets.blocks import Heading, KeepTogether
from regdesk.sheets.plain import plain_text
from tests.registers import open_example
from tests.sheets.making import assert_golden, make_sheet

Shipped = Callable[[str], Session]
CODE = "indicators"
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("example", ["goal_areas", "outcome_goals"])
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, example: str) -> None:
    assert_golden(make_sheet(shipped(example), CODE, printed=TODAY), f"indicators_{example}")


def test_a_plan_without_indicators_has_a_sentence(shipped: Shipped) -> None:
    assert "Inga indikatorer är upptagna." in plain_text(make_sheet(shipped("strategic_areas"), CODE))


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        ({"index": ""}, "## Översikt"),
        ({"values": ""}, "Målnivå | "),
        ({"parameters": ""}, "Parametrar | "),
        ({"missing": "out"}, "Saknas | "),
        ({"missing": "each"}, "Saknas | "),
        ({"sort": "name"}, "## Målområde 1"),
    ],
)
def test_what_is_not_chosen_is_not_printed(shipped: Shipped, answers: dict[str, str], gone: str) -> None:
    session = shipped("goal_areas")
    assert gone in plain_text(make_sheet(session, CODE))
    assert gone not in plain_text(make_sheet(session, CODE, answers=answers))


def test_what_is_missing_can_be_told_one_by_one(shipped: Shipped) -> None:
    text = plain_text(make_sheet(shipped("goal_areas"), CODE, answers={"missing": "each"}))
    assert "Motivering | saknas" in text


def test_each_indicator_has_a_heading_that_is_kept_with_its_table(shipped: Shipped) -> None:
    kept = [block for block in make_sheet(shipped("goal_areas"), CODE).blocks if isinstance(block, KeepTogether)]
    assert len(kept) == 24
    assert all(isinstance(block.blocks[0], Heading) and block.blocks[0].level == 4 for block in kept)


def test_what_is_known_of_no_indicator_is_said_once(tmp_path: Path) -> None:
    session, _example = open_example(tmp_path)
    with session:
        text = plain_text(make_sheet(session, CODE))
    assert "Det här saknas för alla indikatorer: motivering, tolkning" in text
    assert "Saknas | motivering" not in text
