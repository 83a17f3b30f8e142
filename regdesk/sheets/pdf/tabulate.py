"""A table block becomes a grid: rows of measured cells, each with its structure element."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from regdesk.sheets.alignment import number_parts, numeric_columns
from regdesk.sheets.blocks import Cell, Family, FieldCell, FigureCell, Row, StatusCell, Table, Text, TextCell, words
from regdesk.sheets.pdf.artwork import artwork_of
from regdesk.sheets.pdf.cells import CellArtwork, CellField
from regdesk.sheets.pdf.fonts import text_face, width_of
from regdesk.sheets.pdf.grid import Grid, TableCell, TableRow
from regdesk.sheets.pdf.structure import Attributes, Element, Name
from regdesk.sheets.pdf.styles import TABLE_CELL, TABLE_HEADER, Align, TextStyle
from regdesk.sheets.pdf.texts import BoundText
from regdesk.sheets.pdf.words import Typesetter

_TALLEST_HEADER: Final = 1 / 3  # of a page; a higher header row is drawn once, as a row that can be divided
_OF_COLUMN: Final[Attributes] = {"Table": {"Scope": Name("/Column")}}
_OF_ROW: Final[Attributes] = {"Table": {"Scope": Name("/Row")}}


def tabulated(table: Table, parent: Element, typesetter: Typesetter, width: float, page_height: float) -> Grid:
    """The grid of `table` in a column of `width` points; its structure is made below `parent`."""
    maker = _GridMaker(table, typesetter)
    element = parent.child("Table", {"Table": {"Summary": table.summary}} if table.summary else {})
    header = maker.header((element.child("THead") if table.rows else element).child("TR"))
    body = element.child("TBody") if table.rows else element  # a head without a body is an error in PDF/UA
    rows = [maker.row(row, body.child("TR")) for row in table.rows]
    grid = Grid(header=header, rows=rows, shares=table.widths, decimals=maker.decimals, width=width)
    if grid.header_height > _TALLEST_HEADER * page_height:
        return replace(grid, header=None, rows=[header, *rows])
    return grid


@dataclass(slots=True)
class _GridMaker:
    """Makes the rows of one table; `decimals` grows with the numbers that it meets."""

    table: Table
    typesetter: Typesetter
    decimals: list[float | None] = field(init=False)

    def __post_init__(self) -> None:
        """Find the columns of numbers."""
        numeric = numeric_columns(self.table)
        self.decimals = [0.0 if column in numeric else None for column in range(len(self.table.header))]

    def header(self, element: Element) -> TableRow:
        cells = [self._head(text, column, element) for column, text in enumerate(self.table.header)]
        return TableRow(cells)

    def row(self, row: Row, element: Element) -> TableRow:
        if len(row.cells) == 1 and len(self.table.header) > 1:
            owner = element.child("TD", {"Table": {"ColSpan": len(self.table.header)}})
            return TableRow([self._bound(row.cells[0], owner)], row.level)
        return TableRow([self._cell(cell, column, element) for column, cell in enumerate(row.cells)], row.level)

    def _head(self, text: Text, column: int, element: Element) -> TableCell | None:
        owner = element.child("TH", _OF_COLUMN)
        style = TABLE_HEADER if self.decimals[column] is None else replace(TABLE_HEADER, align=Align.RIGHT)
        return self._bound(text, owner, style)

    def _cell(self, cell: Cell, column: int, element: Element) -> TableCell | None:
        if isinstance(cell, (FigureCell, FieldCell)):
            return self._drawn(cell, element.child("TD"))
        names_row = column == 0 and self.table.row_headers and not _is_empty(cell)
        owner = element.child("TH", _OF_ROW) if names_row else element.child("TD")
        bound = self._bound(cell, owner)
        decimals = self.decimals[column]
        if bound is None or decimals is None or isinstance(cell, StatusCell):
            return bound
        comma, after = _measured(cell, self.typesetter.glyphs.family)
        self.decimals[column] = max(decimals, after)
        return bound._replace(comma=comma)

    def _bound(self, cell: Cell, owner: Element, style: TextStyle = TABLE_CELL) -> TableCell | None:
        if isinstance(cell, (FigureCell, FieldCell)):
            return self._drawn(cell, owner)
        return None if _is_empty(cell) else TableCell(BoundText(cell, style, owner, self.typesetter))

    def _drawn(self, cell: FigureCell | FieldCell, owner: Element) -> TableCell:
        if isinstance(cell, FieldCell):
            return TableCell(CellField(cell, owner.child("Form")))
        return TableCell(CellArtwork(artwork_of(cell.drawing, cell.alt, owner, self.typesetter)))


def _measured(text: Text, family: Family) -> tuple[float, float]:
    """The widths of a number before and after its decimal comma."""
    parts = number_parts(words(text)) or ("", "")
    face = text_face(TABLE_CELL.weight, family).name
    before, after = (width_of(part, face, TABLE_CELL.size) for part in parts)
    return before, after


def _is_empty(cell: TextCell) -> bool:
    return not isinstance(cell, StatusCell) and not words(cell).strip()
