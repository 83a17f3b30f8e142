"""The sheet "Uppdragslista och beslutsuppföljning" of the shipped examples, against golden files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import DueKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment
from regdesk.services.editing import add
from regdesk.services.session import Session
from regdesk.sheets.blocks import Heading, StatusCell, Table
from regdesk.sheets.plain import plain_text
from tests.registers import make_register
from tests.sheets.making import assert_golden, make_sheet

Shipped = Callable[[str], Session]
CODE = "assignments"
TODAY = date(2026, 11, 23)


def text_of(session: Session, **answers: str) -> str:
    return plain_text(make_sheet(session, CODE, printed=TODAY, answers=answers))


@pytest.mark.parametrize("example", ["goal_areas", "strategic_areas", "outcome_goals"])
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, example: str) -> None:
    assert_golden(make_sheet(shipped(example), CODE, printed=TODAY), f"assignments_{example}")


def test_everything_that_can_be_on_it(shipped: Shipped) -> None:
    answers = {"sort": "goal", "reports": "all", "closed": "all"}
    assert_golden(make_sheet(shipped("goal_areas"), CODE, printed=TODAY, answers=answers), "assignments_all_by_goal")


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        ({"reports": "none"}, "Rapporterat 2026-02-17"),
        ({"closed": "none"}, "Avförda uppdrag"),
        ({"comments": ""}, "Förvaltningen: "),
        ({"only": "role:lead_and_coordinate"}, "Motion: "),
    ],
)
def test_what_is_not_chosen_is_not_printed(shipped: Shipped, answers: dict[str, str], gone: str) -> None:
    session = shipped("goal_areas")
    assert gone in text_of(session)
    assert gone not in text_of(session, **answers)


def test_each_goal_has_a_heading_where_they_are_sorted_by_goal(shipped: Shipped) -> None:
    sheet = make_sheet(shipped("goal_areas"), CODE, printed=TODAY, answers={"sort": "goal"})
    titles = [block.text for block in sheet.blocks if isinstance(block, Heading) and block.level == 3]
    assert titles[0] == "1.1 Det är enkelt att komma i kontakt med regionen"
    assert "Hör inte till något mål" in titles


def test_what_is_late_has_word_and_symbol_and_what_is_told_spans_the_table(shipped: Shipped) -> None:
    tables = [
        block for block in make_sheet(shipped("goal_areas"), CODE, printed=TODAY).blocks if isinstance(block, Table)
    ]
    rows = [row for table in tables[1:] for row in table.rows]
    late = [cell for row in rows for cell in row.cells if isinstance(cell, StatusCell) and "försenat" in cell.note]
    assert {cell.symbol for cell in late} == {"!"}
    assert any(len(row.cells) == 1 and row.level for row in rows)


def test_an_empty_register_has_sentences_and_no_table(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path)) as session:
        blocks = make_sheet(session, CODE).blocks
    assert not [block for block in blocks if isinstance(block, Table)]


@pytest.mark.parametrize(
    ("known", "header", "sentence"),
    [
        ({}, ("Uppdrag", "Status"), "varken när de är beslutade eller när de ska vara klara"),
        ({"due_kind": DueKind.ONGOING}, ("Uppdrag", "Klart senast", "Status"), "inte när de är beslutade"),
        ({"dnr": "RS 1"}, ("Uppdrag", "Beslutat", "Ålder", "Status"), "inte när de ska vara klara"),
    ],
)
def test_what_is_known_of_no_uppdrag_has_no_column(
    tmp_path: Path, known: dict[str, object], header: tuple[str, ...], sentence: str
) -> None:
    with Session.open(make_register(tmp_path)) as session:
        add(session, Assignment(id=new_id(), text="Utreda", **known))  # type: ignore[arg-type]
        sheet = make_sheet(session, CODE)
    table = [block for block in sheet.blocks if isinstance(block, Table)][1]
    assert table.header == header
    assert f"Registret anger {sentence}." in plain_text(sheet)
