"""The sheet "Operativt ansvar" of the shipped examples, against golden files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.ids import new_id
from regdesk.domain.model import Duty
from regdesk.services.editing import add
from regdesk.services.session import Session
from regdesk.sheets.blocks import Heading, Table
from regdesk.sheets.plain import plain_text
from tests.registers import make_register
from tests.sheets.making import assert_golden, make_sheet

Shipped = Callable[[str], Session]
CODE = "duties"
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("name", "answers"), [("duties", {}), ("duties_by_function", {"carriers": "", "sort": "function"})]
)
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, name: str, answers: dict[str, str]) -> None:
    assert_golden(make_sheet(shipped("goal_areas"), CODE, answers=answers, printed=TODAY), name)


def test_a_register_without_duties_has_a_sentence_and_no_table(shipped: Shipped) -> None:
    sheet = make_sheet(shipped("strategic_areas"), CODE)
    assert "Inga uppgifter enligt reglementet är upptagna." in plain_text(sheet)
    assert not [block for block in sheet.blocks if isinstance(block, (Heading, Table))]


def test_it_is_appendix_3(shipped: Shipped) -> None:
    assert make_sheet(shipped("goal_areas"), CODE).head.appendix == "Bilaga 3"


def test_there_is_no_column_for_how_it_stands_where_nothing_hangs_on_any_duty(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path)) as session:
        add(session, Duty(id=new_id(), text="Svara för arkivet."))
        sheet = make_sheet(session, CODE)
    (table,) = (block for block in sheet.blocks if isinstance(block, Table))
    assert table.header == ("Uppgift", "Ansvarig funktion")
    assert "1 uppgift enligt reglementet. Ansvarig funktion saknas för 1 uppgift." in plain_text(sheet)
