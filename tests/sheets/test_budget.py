"""The sheet "Ekonomiska ramar" of the shipped examples, against golden files, and how its columns find room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import FrameKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import BudgetLine
from regdesk.services.arranging import add_in_place
from regdesk.services.budget import FrameColumn, write_frame
from regdesk.services.session import Session
from regdesk.sheets.alignment import numeric_columns
from regdesk.sheets.blocks import Orientation, Sheet, Table
from regdesk.sheets.plain import plain_text
from tests.registers import make_register
from tests.sheets.making import assert_golden, make_sheet

Shipped = Callable[[str], Session]
TODAY = date(2026, 11, 23)


def made(session: Session, orientation: str = "", **answers: str) -> Sheet:
    return make_sheet(session, "budget", printed=TODAY, orientation=orientation, answers=answers)


def frames(sheet: Sheet) -> list[Table]:
    return [block for block in sheet.blocks if isinstance(block, Table) and block.header[0] == "Rad"]


@pytest.mark.parametrize("example", ["goal_areas", "strategic_areas", "outcome_goals"])
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, example: str) -> None:
    assert_golden(made(shipped(example)), f"budget_{example}")


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        ({"outcome": ""}, "Utfall 2024"),
        ({"notes": ""}, "Lönerörelsen blev dyrare"),
        ({"financial-goals": ""}, "Finansiella mål"),
        ({"comments": ""}, "Förvaltningen: "),
        ({"unit": "one"}, "24 500 tkr"),
    ],
)
def test_what_is_not_chosen_is_not_printed(shipped: Shipped, answers: dict[str, str], gone: str) -> None:
    session = shipped("goal_areas")
    assert gone in plain_text(made(session))
    assert gone not in plain_text(made(session, **answers))


def test_every_column_of_amounts_stands_on_the_decimal_comma(shipped: Shipped) -> None:
    for table in frames(made(shipped("goal_areas"))):
        assert numeric_columns(table) == set(range(1, len(table.header)))


def test_many_years_turn_the_page_and_are_divided_between_them_where_that_is_not_enough(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path), who="Testaren") as session:
        line = add_in_place(session, BudgetLine(id=new_id(), name="Regionbidrag"))
        write_frame(session, line.id, FrameColumn(2024, FrameKind.BUDGET), "612 000")
        few = made(session)
        for year in range(2020, 2036):
            write_frame(session, line.id, FrameColumn(year, FrameKind.BUDGET), "612 000")
            write_frame(session, line.id, FrameColumn(year, FrameKind.OUTCOME), "612 000")
        many, upright = made(session), made(session, "portrait")
    assert (few.orientation, many.orientation) == (Orientation.PORTRAIT, Orientation.LANDSCAPE)
    assert len(frames(few)) == 1 < len(frames(many)) < len(frames(upright))
    for table in frames(many):
        years = [str(title).split()[-1] for title in table.header[1:]]
        assert all(years.count(year) == 3 for year in years), "a year stands whole in one table"


def test_an_empty_register_has_sentences_and_no_table(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path)) as session:
        sheet = made(session)
    assert not [block for block in sheet.blocks if isinstance(block, Table)]
    assert "Inga ekonomiska ramar är upptagna." in plain_text(sheet)
    assert "Inga finansiella mål är upptagna." in plain_text(sheet)
