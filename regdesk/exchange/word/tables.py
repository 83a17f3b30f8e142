"""Lays a Word table out as a full grid: merged cells stand at every place they cover."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regdesk.exchange.word.document import Cell, NoteMark, Row
from regdesk.exchange.word.xml import W, find, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

COLUMN_LIMIT = 63
"""What Word itself allows in a table. Cells beyond it are part of the last one."""

_LONGEST_REPEATED = 1_000
"""Characters of a merged cell that stand at the other places it covers; a longer text is said in full once."""

_WRAPPERS = {W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"}
CellReader = Callable[["_Element"], tuple[str, tuple[NoteMark, ...]]]


@dataclass(slots=True)
class _Slot:
    """A cell of the file with the place it begins at."""

    row: int
    column: int
    column_span: int = 1
    row_span: int = 1
    text: str = ""
    marks: tuple[NoteMark, ...] = ()


def unwrapped(parent: _Element, tag: str) -> Iterator[_Element]:
    """The children of that name, those in content controls and the like included."""
    for element in parent:
        if element.tag == W + tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from unwrapped(element, tag)


def rows_of(table: _Element) -> list[_Element]:
    """The rows of a table without those whose deletion is tracked."""
    return [row for row in unwrapped(table, "tr") if find(row, "trPr/del") is None]


def only_cell(table: _Element) -> _Element | None:
    """The cell of a table that has just one, which is a frame around text and no table; None for others."""
    cells = [cell for row in rows_of(table)[:2] for cell in unwrapped(row, "tc")]
    return cells[0] if len(cells) == 1 and len(rows_of(table)) == 1 else None


def read_rows(table: _Element, read_cell: CellReader) -> tuple[Row, ...]:
    """The rows of a table, each as wide as the widest."""
    grid: list[list[_Slot]] = []
    elements = rows_of(table)
    for index, element in enumerate(elements):
        above = grid[-1] if grid else []
        grid.append(_lay_row(element, index, above, read_cell))
    width = max(map(len, grid), default=0)
    headers = _header_rows(table, elements)
    return tuple(Row(cells=_cells(slots, index, width), is_header=index in headers) for index, slots in enumerate(grid))


def _lay_row(row: _Element, index: int, above: list[_Slot], read_cell: CellReader) -> list[_Slot]:
    slots = _blanks(row, "trPr/gridBefore", index, 0)
    beyond: list[_Element] = []
    for cell in unwrapped(row, "tc"):
        room = COLUMN_LIMIT - len(slots)
        if room > 0:
            span = max(1, min(number(cell, "tcPr/gridSpan") or 1, room))
            slots += [_slot(cell, _Slot(index, len(slots), span), above, read_cell)] * span
        else:
            beyond.append(cell)
    if beyond:
        _add_to(slots[-1], [read_cell(cell) for cell in beyond])
    return slots + _blanks(row, "trPr/gridAfter", index, len(slots))


def _add_to(slot: _Slot, read: list[tuple[str, tuple[NoteMark, ...]]]) -> None:
    texts, marks, offset = [slot.text], list(slot.marks), len(slot.text)
    for text, own in read:
        offset += len("\t")
        marks += [mark._replace(offset=offset + mark.offset) for mark in own]
        texts.append(text)
        offset += len(text)
    slot.text, slot.marks = "\t".join(texts), tuple(marks)


def _slot(cell: _Element, fresh: _Slot, above: list[_Slot], read_cell: CellReader) -> _Slot:
    """The cell itself, or the one above that it continues: a continued cell with text of its own keeps it."""
    fresh.text, fresh.marks = ("", ()) if find(cell, "tcPr/cellDel") is not None else read_cell(cell)
    continues = find(cell, "tcPr/vMerge") is not None and value(cell, "tcPr/vMerge") != "restart"
    if continues and not fresh.text.strip() and fresh.column < len(above):
        origin = above[fresh.column]
        origin.row_span = fresh.row - origin.row + 1
        return origin
    return fresh


def _blanks(row: _Element, path: str, index: int, column: int) -> list[_Slot]:
    count = max(0, min(number(row, path) or 0, COLUMN_LIMIT - column))
    return [_Slot(index, column + offset) for offset in range(count)]


def _header_rows(table: _Element, rows: list[_Element]) -> set[int]:
    """Rows that repeat on each page, else the first row where the table's look sets it off."""
    repeated = {index for index, row in enumerate(rows) if is_on(row, "trPr/tblHeader")}
    look = find(table, "tblPr/tblLook")
    first = "" if look is None else look.get(W + "firstRow", "")
    return repeated or ({0} if first in {"1", "true", "on"} else set())


def _cells(slots: list[_Slot], row: int, width: int) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for column, slot in enumerate(slots):
        goes_on = cells and slot is slots[column - 1] and not cells[-1].is_origin
        cells.append(cells[-1] if goes_on else _cell(slot, is_origin=(slot.row, slot.column) == (row, column)))
    return tuple(cells + [Cell()] * (width - len(cells)))


def _cell(slot: _Slot, *, is_origin: bool) -> Cell:
    return Cell(
        text=slot.text if is_origin else slot.text[:_LONGEST_REPEATED],
        is_origin=is_origin,
        column_span=slot.column_span,
        row_span=slot.row_span,
        marks=slot.marks,
    )
