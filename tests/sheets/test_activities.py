"""The sheet "Delaktiviteter och strategiska områden" of the shipped examples, against golden files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Meeting
from regdesk.services.editing import add
from regdesk.services.session import Session
from regdesk.sheets.blocks import FigureCell, Table
from regdesk.sheets.plain import plain_text
from tests.registers import open_example
from tests.sheets.making import assert_golden, make_sheet

Shipped = Callable[[str], Session]
CODE = "activities"
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("example", ["goal_areas", "strategic_areas", "outcome_goals"])
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, example: str) -> None:
    assert_golden(make_sheet(shipped(example), CODE, printed=TODAY), f"activities_{example}")


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        ({"states": ""}, "Nuvarande tillstånd 2025"),
        ({"milestones": ""}, "Milstolpe: "),
        ({"comments": ""}, "Kommentar: "),
        ({"links": ""}, "Koppling | Till"),
        ({"legend": ""}, "Så läses"),
        ({"over": ""}, "Genomförd 100"),
        ({"charts": ""}, "[45"),
    ],
)
def test_what_is_not_chosen_is_not_printed(shipped: Shipped, answers: dict[str, str], gone: str) -> None:
    session = shipped("strategic_areas")
    assert gone in plain_text(make_sheet(session, CODE))
    assert gone not in plain_text(make_sheet(session, CODE, answers=answers))


def test_an_interim_goal_has_its_words_in_the_table_where_the_way_is_left_out(shipped: Shipped) -> None:
    words = "Alla arbetsgrupper har pratat om hur de bemöter den som frågar."
    for answers in ({}, {"states": ""}):
        text = plain_text(make_sheet(shipped("strategic_areas"), CODE, answers=answers))
        assert text.count(words) == 1


def test_what_a_bar_shows_stands_beside_it_in_figures(shipped: Shipped) -> None:
    tables = [block for block in make_sheet(shipped("strategic_areas"), CODE).blocks if isinstance(block, Table)]
    rows = [row.cells for table in tables for row in table.rows if any(isinstance(c, FigureCell) for c in row.cells)]
    assert rows
    for cells in rows:
        bar = next(cell for cell in cells if isinstance(cell, FigureCell))
        number = bar.alt.removesuffix(" klart")
        assert any(number in getattr(cell, "note", "") for cell in cells)


def test_a_meeting_that_assessed_nothing_says_so(shipped: Shipped) -> None:
    session = shipped("strategic_areas")
    last = max(session.all(Meeting), key=lambda meeting: meeting.date)
    text = plain_text(make_sheet(session, CODE, meeting_id=last.id))
    assert "Inga bedömningar är gjorda ännu." in text


def test_a_plan_without_days_has_no_column_for_them(tmp_path: Path) -> None:
    session, example = open_example(tmp_path)
    with session:
        add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Öva"))
        sheet = make_sheet(session, CODE)
    table = [block for block in sheet.blocks if isinstance(block, Table)][-1]
    assert table.header == ("Delaktivitet", "Läge", "Bedömning")
    assert "Registret anger inte när delaktiviteterna ska vara klara." in plain_text(sheet)
