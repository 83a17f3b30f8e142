"""Reads an Excel file into the same blocks as a Word file: a heading for each sheet, a table for each list on it."""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Final, Protocol

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.word.document import Block, Cell, Document, Heading, Paragraph, Row, Table
from regdesk.exchange.word.guard import Parts, Progress, read_parts
from regdesk.exchange.word.reader import readable_name

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 100
_EXCEL_TYPE: Final = re.compile(rb"(spreadsheetml\.sheet|ms-excel\.sheet\.macroEnabled)\.main\+xml")
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_ROW: Final = re.compile(rb"<(?:\w+:)?row[\s>]")
_COLUMN: Final = re.compile(rb'\sr="([A-Z]{1,3})[0-9]+"')

Line = Sequence[str]


class _Cell(Protocol):
    """Whichever of openpyxl's cells it is."""

    @property
    def value(self) -> object: ...


def read_workbook(path: Path, progress: Progress | None = None) -> Document:
    """The sheets of an .xlsx or .xlsm file that are not hidden, with their cells as they are shown in Swedish.

    Raises the Problems of `guard.read_parts` with NOT_EXCEL for NOT_WORD, and Problem(FILE_TOO_LARGE) for sheets of
    more than MOST_ROWS rows or MOST_COLUMNS columns.
    """
    tell = progress or (lambda _share: None)
    data, parts = read_parts(path, lambda share: tell(share / 2), _EXCEL_TYPE, ProblemKind.NOT_EXCEL)
    _refuse_the_vast(path, parts)
    try:
        with warnings.catch_warnings(action="ignore"):  # of styles and names that openpyxl does not know
            blocks = tuple(_blocks(data))
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, SyntaxError) as error:
        # What openpyxl makes of well-formed XML that no program for sheets has written.
        raise Problem(ProblemKind.WORD_DAMAGED, path=path) from error
    tell(1.0)
    return Document(file_name=readable_name(path.name), sha256=hashlib.sha256(data).hexdigest(), blocks=blocks)


def _refuse_the_vast(path: Path, parts: Parts) -> None:
    """A lone cell far away makes a reader walk through millions of empty ones."""
    for name, content in parts.items():
        if _SHEET.fullmatch(name):
            columns = max(map(_number_of, set(_COLUMN.findall(content))), default=0)
            if columns > MOST_COLUMNS or len(_ROW.findall(content)) > MOST_ROWS:
                raise Problem(ProblemKind.SHEET_TOO_LARGE, path=path, rows=MOST_ROWS, columns=MOST_COLUMNS)


def _number_of(letters: bytes) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _blocks(data: bytes) -> Iterator[Block]:
    from openpyxl import load_workbook  # heavy: only when a workbook is read

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    position = 0
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        yield Heading(position=position, text=sheet.title, level=1)
        position += 1
        lines = [[_shown(cell) for cell in row] for row in sheet.iter_rows(max_col=MOST_COLUMNS)]
        for block in _lists(lines, (sheet.title,), position):
            yield block
            position += 1


def _lists(lines: Sequence[Line], path: tuple[str, ...], start: int) -> Iterator[Block]:
    """The lists of a sheet, which blank rows part; a line with a single text before a list is what is said of it."""
    position = start
    for part in _parted(lines):
        while part and _filled(part[0]) == 1:
            yield Paragraph(position=position, path=path, text=next(text for text in part[0] if text.strip()))
            position, part = position + 1, part[1:]
        if part:
            yield Table(position=position, path=path, text="", rows=tuple(_rows(part)))
            position += 1


def _parted(lines: Sequence[Line]) -> Iterator[list[Line]]:
    part: list[Line] = []
    for line in lines:
        if _filled(line):
            part.append(line)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _rows(part: Sequence[Line]) -> Iterator[Row]:
    """Rows as wide as the widest, without empty columns at either side."""
    used = sorted({index for line in part for index, text in enumerate(line) if text.strip()})
    for number, line in enumerate(part):
        texts = [line[index] if index < len(line) else "" for index in range(used[0], used[-1] + 1)]
        yield Row(cells=tuple(Cell(text=text) for text in texts), is_header=number == 0)


def _filled(line: Line) -> int:
    return sum(bool(text.strip()) for text in line)


def _shown(cell: _Cell) -> str:
    return _text(cell.value, str(getattr(cell, "number_format", "")))


def _text(value: object, shape: str) -> str:
    """A cell as a Swede reads it: `1234,5`, `39 %`, `2024-03-05`."""
    match value:
        case None:
            return ""
        case bool():
            return "Ja" if value else "Nej"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case int() | float():
            return _number(value, percent="%" in shape)
        case _:
            return str(value)


def _number(value: float, *, percent: bool) -> str:
    number = Decimal(repr(value)) * (100 if percent else 1)
    written = f"{number.normalize():f}".replace(".", ",").replace("-", "−")
    return f"{written} %" if percent else written
