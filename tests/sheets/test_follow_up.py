"""The sheet "Uppföljning per mål" as plain text, in the three shapes of plans, against golden files.

A file in golden/ is what a person has read and found right. After a change that is meant, run the tests with
REGDESK_WRITE_GOLDEN=1, read the difference and keep it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import ValueKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Meeting, ValueColumn
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import set_language
from regdesk.services.actions import Action
from regdesk.services.assessing import assess
from regdesk.services.editing import add, write_value
from regdesk.services.session import Session
from regdesk.sheets.blocks import Orientation, Sheet, Table
from regdesk.sheets.kinds import SHEETS, sheet_kind
from regdesk.sheets.pdf.writer import pdf_bytes
from regdesk.sheets.plain import cell_text, plain_text
from tests.sheets.making import assert_golden, make_sheet
from tests.sheets.plans import goal_areas, outcome_goals, strategic_areas

GOLDEN = Path(__file__).with_name("golden")
PRINTED = date(2024, 9, 13)

Shape = Callable[[Path], tuple[Session, Meeting]]


def with_goal_areas(folder: Path) -> tuple[Session, Meeting]:
    """The plan with every kind of value, open with its meeting."""
    plan = goal_areas.make(folder)
    return plan.session, plan.meeting


SHAPES: dict[str, Shape] = {
    "goal_areas": with_goal_areas,
    "strategic_areas": strategic_areas.make,
    "outcome_goals": outcome_goals.make,
}


def made(shape: Shape, folder: Path, *choices: dict[str, str]) -> list[Sheet]:
    """The sheet of the plan's meeting, once for each of the choices."""
    session, meeting = shape(folder)
    with session:
        return [make_sheet(session, "follow-up", meeting_id=meeting.id, **_asked(each)) for each in choices]


def _asked(choices: dict[str, str]) -> dict[str, object]:
    """What all sheets are asked by its name, and the kind's own options among the answers."""
    common: dict[str, object] = {key: choices[key] for key in ("orientation", "appendix") if key in choices}
    return {**common, "answers": {key: answer for key, answer in choices.items() if key not in common}}


def tables(sheet: Sheet) -> list[Table]:
    return [block for block in sheet.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_sheet_says_what_a_person_found_right(shape: str, tmp_path: Path) -> None:
    (sheet,) = made(SHAPES[shape], tmp_path, {})
    assert_golden(sheet, f"follow_up_{shape}")


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_register_gives_the_same_bytes(shape: str, tmp_path: Path) -> None:
    first, second = made(SHAPES[shape], tmp_path, {}, {})
    assert pdf_bytes(first) == pdf_bytes(second)


def test_values_are_printed_to_the_letter_and_every_way_of_having_none_differs(tmp_path: Path) -> None:
    (sheet,) = made(with_goal_areas, tmp_path, {"trend": ""})
    text = plain_text(sheet)
    for title, cells in goal_areas.CELLS.items():
        assert " | ".join((title, *(cell.strip() for cell in cells))) in text


def test_comments_stand_beside_where_there_is_room_and_below_where_not(tmp_path: Path) -> None:
    (sheet,) = made(with_goal_areas, tmp_path, {})
    numbers, judged = (table for table in tables(sheet) if "1.2" in table.summary)
    assert "Kommentar" not in numbers.header
    assert judged.header[-1] == "Kommentar"
    assert [len(row.cells) for row in numbers.rows[:2]] == [6, 1]


def test_landscape_has_room_for_comments_beside_all_values(tmp_path: Path) -> None:
    (sheet,) = made(with_goal_areas, tmp_path, {"orientation": Orientation.LANDSCAPE})
    assert sheet.orientation is Orientation.LANDSCAPE
    assert all(len(row.cells) > 1 for table in tables(sheet) for row in table.rows)


def test_the_page_is_turned_where_the_years_ask_for_it(tmp_path: Path) -> None:
    plan = goal_areas.make(tmp_path)
    with plan.session as session, session.change(Action.ADD, "exempeldata"):
        for year in (2017, 2018):
            column = ValueColumn(id=new_id(), kind=ValueKind.OUTCOME, year=year, position=9)
            add(session, column)
            write_value(session, plan.indicators["Säkerhetsengagemang, index"].id, column.id, "70,5")
        sheet = make_sheet(session, "follow-up")
    assert sheet.orientation is Orientation.LANDSCAPE
    numbers = next(table for table in tables(sheet) if "1.2" in table.summary)
    assert "Utfall 2017" in numbers.header
    assert "Kommentar" not in numbers.header


def test_a_long_comment_takes_the_width_of_the_table(tmp_path: Path) -> None:
    plan = goal_areas.make(tmp_path)
    shared = plan.indicators["Samverkan har utvecklats i linje med sitt syfte"]
    with plan.session as session:
        assess(session, shared.id, Verdict.NO, "Mycket är sagt. " * 30, meeting_id=plan.meeting.id)
        sheet = make_sheet(session, "follow-up", meeting_id=plan.meeting.id)
    judged = next(table for table in tables(sheet) if table.header[0] == "Kvalitativ indikator")
    assert [(len(row.cells), row.level) for row in judged.rows] == [(3, 0), (1, 1)]
    comment = judged.rows[0].cells[2]
    assert cell_text(comment) == ""


@pytest.mark.parametrize(
    ("choices", "gone"),
    [
        ({"comments": ""}, ("Två enheter saknar berättelse.", "Mäts igen.", "Två möten har hållits.")),
        ({"assignments": ""}, ("Se till att det etiska arbetet får stöd.", "Redovisa läget")),
        ({"parameters": ""}, ("Parameter 2", "Fast kontakt erbjuds", "Tre av sju kommuner")),
        ({"legend": ""}, ("Så läses", "Tom ruta")),
        ({"trend": ""}, ("att jämföra med", "2021–2022: oförändrat")),
        ({"charts": ""}, ("Staplar över bedömningarna",)),
        ({"appendix": " "}, ("Bilaga",)),
    ],
)
def test_what_is_not_chosen_is_not_printed(choices: dict[str, str], gone: tuple[str, ...], tmp_path: Path) -> None:
    everything, chosen = map(plain_text, made(with_goal_areas, tmp_path, {}, choices))
    for text in gone:
        assert text in everything
        assert text not in chosen


def test_a_curve_stands_beside_its_values_where_there_is_room(tmp_path: Path) -> None:
    plan = goal_areas.make(tmp_path)
    with plan.session as session, session.change(Action.ADD, "exempeldata"):
        column = ValueColumn(id=new_id(), kind=ValueKind.OUTCOME, year=2020, position=9)
        add(session, column)
        write_value(session, plan.indicators["Säkerhetsengagemang, index"].id, column.id, "71")
        turned, upright, plain = (
            make_sheet(session, "follow-up", **asked)
            for asked in ({}, {"orientation": Orientation.PORTRAIT}, {"answers": {"charts": ""}})
        )
    assert [sheet.orientation for sheet in (turned, upright, plain)] == ["landscape", "portrait", "portrait"]
    assert [any("Utveckling" in table.header for table in tables(each)) for each in (turned, upright, plain)] == [
        True,
        False,
        False,
    ]
    assert "[Utfall 2020–2022: 71; 75; 75. Målnivå 2024: >75.]" in plain_text(turned)


def test_one_part_of_the_plan_and_another_order(tmp_path: Path) -> None:
    plan = goal_areas.make(tmp_path)
    with plan.session as session:
        part = make_sheet(session, "follow-up", answers={"area": plan.goals[0].parent_id or "", "sort": "verdict"})
    text = plain_text(part)
    assert "Målområde 1" in text
    assert "Målområde 2" not in text
    assert text.index("Andel enheter med") < text.index("Nära vård:") < text.index("Säkerhetsengagemang, index 2021")


def test_what_is_internal_is_never_printed(tmp_path: Path) -> None:
    (sheet,) = made(with_goal_areas, tmp_path, {})
    assert "Ej ut." not in plain_text(sheet)


def test_numbers_and_their_signs_are_not_parted_in_narrow_columns(tmp_path: Path) -> None:
    (sheet,) = made(with_goal_areas, tmp_path, {})
    cells = [cell for table in tables(sheet) for row in table.rows for cell in row.cells if isinstance(cell, tuple)]
    texts = {run.text for cell in cells for run in cell}
    assert {"39\u00a0%", "RVN\u00a077, RLF\u00a074"} <= texts


def test_an_english_sheet_says_so(tmp_path: Path) -> None:
    set_language("en")
    (sheet,) = made(with_goal_areas, tmp_path, {})
    assert sheet.language == "en-GB"


def test_a_kind_has_a_swedish_title_and_an_unknown_one_is_a_problem() -> None:
    assert sheet_kind("follow-up").title == "Uppföljning per mål"
    with pytest.raises(Problem) as raised:
        sheet_kind("målkarta")
    assert raised.value.kind is ProblemKind.SHEET_UNKNOWN
    assert raised.value.params == {"sheet": "målkarta", "sheets": ", ".join(SHEETS)}
