"""Workbooks become headings and tables; what is no harmless workbook is refused with the reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from regdesk.domain.model import Assignment, Control
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.excel.reader import MOST_COLUMNS, MOST_ROWS, read_workbook
from regdesk.exchange.proposal import to_records
from regdesk.exchange.propose import propose
from regdesk.exchange.word.document import Heading, Paragraph, Table
from tests.exchange.word.files import heading, write_docx

Lines = Sequence[Sequence[object]]


def workbook(folder: Path, hidden: Sequence[str] = (), **sheets: Lines) -> Path:
    """A workbook of sheets by their titles."""
    book = Workbook()
    del book["Sheet"]
    for title, lines in sheets.items():
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(list(line))
        sheet.sheet_state = "hidden" if title in hidden else "visible"
    path = folder / "listor.xlsx"
    book.save(path)
    return path


def texts(table: object) -> list[tuple[str, ...]]:
    assert isinstance(table, Table)
    return [row.texts for row in table.rows]


def test_each_sheet_is_a_heading_and_each_list_a_table(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        Uppdrag=[
            ["Lista över uppdrag"],
            [None, "Uppdrag", "Status"],
            [None, "Se över taxan", "Pågår"],
            [],
            [None, "Uppdrag", "Dnr"],
            [None, "Följa avtalet", "24RS1"],
        ],
        Tomt=[],
    )
    blocks = read_workbook(path).blocks
    assert [type(block) for block in blocks] == [Heading, Paragraph, Table, Table, Heading]
    assert [block.text for block in blocks] == ["Uppdrag", "Lista över uppdrag", "", "", "Tomt"]
    assert texts(blocks[2]) == [("Uppdrag", "Status"), ("Se över taxan", "Pågår")]
    assert [block.position for block in blocks] == [0, 1, 2, 3, 4]


def test_cells_are_read_as_a_swede_sees_them(tmp_path: Path) -> None:
    path = workbook(tmp_path, A=[["x", "y"], [1234.5, dt.date(2024, 3, 5)], [-3, True], [0.1, "39 % "], ["=1+1", 7.0]])
    book = read_workbook(path)
    assert texts(book.blocks[1])[1:] == [("1234,5", "2024-03-05"), ("−3", "Ja"), ("0,1", "39 % "), ("", "7")]


def test_percentages_are_shown_as_such(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Andel", "Annat"])
    sheet.append([0.394, 2])
    sheet["A2"].number_format = "0.0%"
    book.save(tmp_path / "andel.xlsx")
    assert texts(read_workbook(tmp_path / "andel.xlsx").blocks[1])[1] == ("39,4 %", "2")


def test_hidden_sheets_are_not_read(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Hemligt"], Öppet=[["a"]], Hemligt=[["b"]])
    assert [block.text for block in read_workbook(path).blocks] == ["Öppet", "a"]


def test_a_list_of_work_becomes_records(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        Uppdrag=[["Uppdrag", "Beslut", "Klart senast"], ["Se över taxan", "KN 2024-03-05 § 7", dt.date(2024, 5, 1)]],
        Kontroller=[["Kontrollmoment", "Frekvens"], ["Attest", "Årligen"]],
    )
    proposal = propose(path)
    assert proposal.missing() == frozenset()
    records = to_records(proposal).records
    (assignment,) = (record for record in records if isinstance(record, Assignment))
    (control,) = (record for record in records if isinstance(record, Control))
    assert (assignment.source_section, assignment.due_on) == ("7", dt.date(2024, 5, 1))
    assert control.recurrence == "FREQ=YEARLY"


@pytest.mark.parametrize("place", [(1, MOST_COLUMNS + 1), (1_048_576, 16_384)])
def test_a_lone_cell_far_away_is_refused_at_once(tmp_path: Path, place: tuple[int, int]) -> None:
    book = Workbook()
    book.worksheets[0].cell(*place, value="x")
    book.save(tmp_path / "stor.xlsx")
    assert _refused(tmp_path / "stor.xlsx") is ProblemKind.SHEET_TOO_LARGE


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    assert _refused(workbook(tmp_path, A=[["x"]] * (MOST_ROWS + 1))) is ProblemKind.SHEET_TOO_LARGE


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", ProblemKind.WORD_DAMAGED),
        (b"a;b;c", ProblemKind.NOT_EXCEL),
        (b"PK\x03\x04", ProblemKind.WORD_DAMAGED),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1024), ProblemKind.WORD_OLD_FORMAT),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, content: bytes, kind: ProblemKind) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(content)
    assert _refused(path) is kind


def test_a_word_file_is_no_workbook(tmp_path: Path) -> None:
    assert _refused(write_docx(tmp_path / "plan.xlsx", heading(1, "Plan"))) is ProblemKind.NOT_EXCEL


def _refused(path: Path) -> ProblemKind:
    with pytest.raises(Problem) as caught:
        read_workbook(path)
    assert caught.value.params["path"] == path
    return caught.value.kind
