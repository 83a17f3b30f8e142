"""The budget as a sheet: how amounts, sums and differences are shown, and writing a block of cells."""

from __future__ import annotations

import pytest

from regdesk.domain.codes import FrameKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import BudgetFrame, BudgetLine
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.arranging import add_in_place
from regdesk.services.budget import FrameColumn, note_frame, set_unit, write_frame
from regdesk.services.session import Session
from regdesk.viewmodels.budget import NAME, SUM, BudgetSheet, key_of
from regdesk.viewmodels.budget_cell import add_answered_column, cell_told, column_fields
from regdesk.viewmodels.rows import SheetSource, Written
from tests.viewmodels.lists import all_rows, texts

BUDGET, OUTCOME = FrameColumn(2023, FrameKind.BUDGET), FrameColumn(2023, FrameKind.OUTCOME)
LEFT = "2023:left"


@pytest.fixture
def lines(session: Session) -> list[BudgetLine]:
    made = [add_in_place(session, BudgetLine(id=new_id(), name=name)) for name in ("Personal", "Lokaler")]
    for line, budget, outcome in zip(made, ("1 200", "300"), ("1 250,5", "240"), strict=True):
        write_frame(session, line.id, BUDGET, budget)
        write_frame(session, line.id, OUTCOME, outcome)
    return made


@pytest.mark.usefixtures("lines")
def test_it_is_a_sheet_with_years_across_and_the_sum_below(session: Session) -> None:
    sheet: SheetSource = BudgetSheet(session)

    assert [column.name for column in sheet.columns] == [
        *("Rad", "Budget 2023", "Utfall 2023", "Budget − utfall 2023", "Budget 2024", "Prognos 2024", "Utfall 2024"),
        *("Budget − utfall 2024", "Plan 2025", "Plan 2026"),
    ]
    assert texts(sheet, NAME) == ["Personal", "Lokaler", "Summa"]
    assert texts(sheet, key_of(OUTCOME)) == ["1\u00a0250,5", "240", "1\u00a0490,5"]
    assert texts(sheet, LEFT) == ["−50,5", "60", "9,5"]
    assert sheet.count() == 2


@pytest.mark.usefixtures("lines")
def test_only_names_and_amounts_are_written(session: Session) -> None:
    sheet = BudgetSheet(session)
    sheet.write([Written(row_id=SUM, key=key_of(BUDGET), raw="9")])

    assert [sheet.can_write(key) for key in (NAME, key_of(BUDGET), LEFT)] == [True, True, False]
    assert len(session.all(BudgetFrame, "id")) == 4


def test_different_units_are_told_apart_and_added_only_when_asked(session: Session, lines: list[BudgetLine]) -> None:
    write_frame(session, lines[0].id, OUTCOME, "1,25 mnkr")

    apart, together = BudgetSheet(session), BudgetSheet(session, in_one_unit=True)
    assert texts(apart, key_of(OUTCOME)) == ["1,25\u00a0mnkr", "240", "blandat"]
    assert texts(apart, LEFT) == ["blandat", "60", ""]
    assert texts(together, key_of(OUTCOME)) == ["1\u00a0250", "240", "1\u00a0490"]
    assert texts(together, LEFT) == ["−50", "60", "10"]
    assert together.raw(lines[0].id, key_of(OUTCOME)) == "1,25\u00a0mnkr"


def test_what_stands_in_a_cell_can_be_written_back(session: Session, lines: list[BudgetLine]) -> None:
    sheet = BudgetSheet(session)
    for text in ("−1\u00a0234,5", "25\u00a0mnkr", "0"):
        sheet.write([Written(row_id=lines[0].id, key=key_of(BUDGET), raw=text)])
        assert sheet.raw(lines[0].id, key_of(BUDGET)) == text


def test_a_block_is_one_step_and_all_or_nothing(session: Session, lines: list[BudgetLine]) -> None:
    sheet = BudgetSheet(session)
    cells = [Written(row_id=line.id, key=key_of(BUDGET), raw=raw) for line, raw in zip(lines, ("7", "x"), strict=True)]
    with pytest.raises(Problem) as refused:
        sheet.write(cells)

    assert refused.value.kind is ProblemKind.AMOUNT_UNREADABLE
    assert (refused.value.params["row"], refused.value.params["column"]) == (lines[1].id, key_of(BUDGET))
    assert texts(sheet, key_of(BUDGET))[:2] == ["1\u00a0200", "300"]
    sheet.write([cells[0], Written(row_id=lines[1].id, key=NAME, raw="Hyror")])
    session.undo()
    assert texts(sheet, key_of(BUDGET))[0] == "1\u00a0200"


def test_a_block_that_is_longer_than_the_budget_needs_names(session: Session, lines: list[BudgetLine]) -> None:
    sheet = BudgetSheet(session)
    with pytest.raises(Problem) as refused:
        sheet.paste(lines[1].id, key_of(BUDGET), [["1"], ["2"]])
    assert refused.value.kind is ProblemKind.BLOCK_TOO_LONG

    sheet.paste(lines[1].id, NAME, [["Hyror", "5", "6"], ["Resor", "7"]])
    assert texts(sheet, NAME) == ["Personal", "Hyror", "Resor", "Summa"]
    assert texts(sheet, key_of(BUDGET)) == ["1\u00a0200", "5", "7", "1\u00a0212"]
    with pytest.raises(Problem):
        sheet.paste(SUM, NAME, [["Bidrag", "x"]])
    session.undo()
    assert texts(sheet, NAME) == ["Personal", "Lokaler", "Summa"]


@pytest.mark.usefixtures("lines")
def test_a_search_leaves_the_sum_out(session: Session) -> None:
    sheet = BudgetSheet(session)
    sheet.set_filter("lok")

    assert texts(sheet, NAME) == ["Lokaler"]
    assert sheet.count() == 1


def test_a_note_is_marked_said_and_told(session: Session, lines: list[BudgetLine]) -> None:
    note_frame(session, lines[0].id, OUTCOME, "Fler nätter än planerat")

    cell = all_rows(BudgetSheet(session))[0].cells[2]
    told = cell_told(session, lines[0].id, key_of(OUTCOME))
    assert (cell.text, cell.spoken) == ("1\u00a0250,5 ✎", "1\u00a0250,5\u00a0tkr, Fler nätter än planerat")
    assert (told.title, told.note) == ("Personal, utfall 2023", "Fler nätter än planerat")
    assert told.text == (
        "1\u00a0250,5\u00a0tkr. Utfallet är 50,5\u00a0tkr större än budgeten (104,2\u00a0% av budgeten)."
    )


def test_a_cell_tells_its_amount_in_the_registers_unit_too(session: Session, lines: list[BudgetLine]) -> None:
    set_unit(session, "mnkr")
    told = cell_told(session, lines[1].id, key_of(BUDGET))

    assert told.text == "300\u00a0tkr, det vill säga 0,3\u00a0mnkr."
    assert told.takes_note
    assert not cell_told(session, lines[1].id, "2024:budget").takes_note
    assert not cell_told(session, SUM, key_of(BUDGET)).title


@pytest.mark.usefixtures("lines")
def test_a_column_is_asked_for_and_added_once(session: Session) -> None:
    _fields, proposed = column_fields(session)

    assert proposed == {"year": "2025", "kind": "budget"}
    assert add_answered_column(session, proposed) == {}
    assert add_answered_column(session, proposed) == {"year": "Den kolumnen finns redan."}
    assert add_answered_column(session, {"year": "snart", "kind": "plan"}) == {"year": "Skriv ett år med fyra siffror."}
    assert "Budget 2025" in [column.name for column in BudgetSheet(session).columns]
