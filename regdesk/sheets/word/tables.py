"""Tables of Word's own: a header row that is repeated, rows that stay whole, one cell where a row spans the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from regdesk.sheets.alignment import numeric_columns
from regdesk.sheets.blocks import Cell, FieldCell, FieldKind, FigureCell, Row, StatusCell, Table, words
from regdesk.sheets.characters import printable, spoken
from regdesk.sheets.pdf.cells import FEWEST_FIELD_LINES
from regdesk.sheets.pdf.styles import TABLE_CELL
from regdesk.sheets.theme import FIELD_EDGE
from regdesk.sheets.word import styles
from regdesk.sheets.word.elements import give, keep_with_next, rule, twips, w
from regdesk.sheets.word.fields import Controls
from regdesk.sheets.word.pictures import Pictures, Size
from regdesk.sheets.word.texts import Typist

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_COLUMNS: Final = 63  # that Word opens
_SIDES: Final = ("top", "left", "bottom", "right")
_INDENT: Final = 11.0  # points that a row is moved in below the one that it belongs to
_AIR: Final = 7.0  # points more between a column of numbers and the next
_LETTER: Final = 5.0  # points that a letter takes in a table, about
_WHOLE: Final = 0.35  # of a page; higher rows may be divided
_TALLEST_HEADER: Final = 1 / 3  # of a page; a higher header is not repeated
_TALLEST_FIGURE: Final = 3 * TABLE_CELL.leading


@dataclass(frozen=True, slots=True)
class TableWriter:
    """Writes tables for a text so wide on a page so high, in points."""

    typist: Typist
    pictures: Pictures
    controls: Controls
    width: float
    page_height: float

    def table(self, table: Table) -> Element:
        """The whole table."""
        grid = _Grid.of(table, self.width)
        header = self._header(table, grid)
        rows = [self._row(row, grid) for row in table.rows]
        for place in _kept(table, [self._height(row.cells, grid) / self.page_height for row in table.rows]):
            keep_with_next([rows[place]])
        for (_above, below), (upper, lower) in zip(pairwise(table.rows), pairwise(rows), strict=True):
            if below.level:
                _leave_out_line(upper, lower)
        columns = w("tblGrid", *(w("gridCol", w=twips(width)) for width in grid.widths))
        return w("tbl", _properties(table, grid), columns, header, *rows)

    def _header(self, table: Table, grid: _Grid) -> Element:
        styled = [
            styles.TABLE_NUMBER_HEADER if column in grid.numeric else styles.TABLE_HEADER
            for column in range(len(table.header))
        ]
        cells = self._cells(table.header, styled, grid)
        if self._height(table.header, grid) > _TALLEST_HEADER * self.page_height:
            return w("tr", *cells)
        return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)

    def _row(self, row: Row, grid: _Grid) -> Element:
        if len(row.cells) == 1 and len(grid.widths) > 1:
            cells = [self._spanning(row, grid)]
        else:
            styled = [styles.TABLE_NUMBER if n in grid.numeric else styles.TABLE_TEXT for n in range(len(row.cells))]
            cells = self._cells(row.cells, styled, grid)
        if row.level:
            room = self.width if len(row.cells) == 1 else grid.widths[0]
            _indent(cells[0], min(row.level * _INDENT, room / 2))
        if self._height(row.cells, grid) > _WHOLE * self.page_height:
            return w("tr", *cells)
        return w("tr", w("trPr", w("cantSplit")), *cells)

    def _spanning(self, row: Row, grid: _Grid) -> Element:
        content = self._paragraph(row.cells[0], styles.TABLE_TEXT, self.width)
        properties = (
            _width(sum(grid.widths)),
            w("gridSpan", val=len(grid.widths)),
            *_boxed(row.cells[0], {"right": 0.0}),
        )
        return w("tc", w("tcPr", *properties), content)

    def _cells(self, cells: Sequence[Cell], styled: Sequence[str], grid: _Grid) -> list[Element]:
        made = [
            self._paragraph(cell, style, grid.room(column))
            for column, (cell, style) in enumerate(zip(cells, styled, strict=True))
        ]
        last = len(grid.widths) - 1
        stacks = [*([one] for one in made[:last]), made[last:]]
        return [
            w("tc", w("tcPr", _width(width), *_boxed(cells[column], grid.margin(column))), *stack)
            for column, (width, stack) in enumerate(zip(grid.widths, stacks, strict=True))
        ]

    def _paragraph(self, cell: Cell, style: str, width: float) -> Element:
        match cell:
            case FigureCell():
                shown = self.pictures.drawing(cell.drawing, cell.alt, lambda size: _fitted(size, width))
                return self.typist.paragraph(style, "", shown)
            case FieldCell():
                control = self.controls.control(cell.name, cell.tip, cell.kind, _field_lines(cell))
                return self.typist.paragraph(style, "", control)
            case _:
                return self.typist.paragraph(style, cell)

    def _height(self, cells: Sequence[Cell], grid: _Grid) -> float:
        """About the height of a row, in points."""
        rooms = [self.width] if len(cells) == 1 else [grid.room(column) for column in range(len(cells))]
        lines = max(_lines(cell, room) for cell, room in zip(cells, rooms, strict=True))
        return lines * TABLE_CELL.leading + 2 * styles.CELL_MARGIN


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of a table: their widths in points with the gap at their right, and which hold numbers."""

    widths: tuple[float, ...]
    gap: float
    numeric: frozenset[int]

    @classmethod
    def of(cls, table: Table, width: float) -> _Grid:
        shares = table.widths
        if len(shares) > _MOST_COLUMNS:  # what is too much for Word stands below each other in the last one
            shares = (*shares[: _MOST_COLUMNS - 1], sum(shares[_MOST_COLUMNS - 1 :]))
        gap = min(styles.COLUMN_GAP, width / (2 * len(shares)))
        whole = width - gap * (len(shares) - 1)
        widths = [whole * share / sum(shares) + gap for share in shares]
        widths[-1] -= gap
        return cls(tuple(widths), gap, numeric_columns(table))

    def room(self, column: int) -> float:
        """The width of the texts in a column."""
        last = len(self.widths) - 1
        return self.widths[-1] if column >= last else self.widths[column] - self.gap

    def margin(self, column: int) -> dict[str, float]:
        """What the cells of a column keep free at their right, where it is not what all keep.

        The last column reaches to the edge of the text; numbers do not touch the texts of the next.
        """
        if column == len(self.widths) - 1:
            return {"right": 0.0}
        if column in self.numeric:
            return {"right": self.gap + min(_AIR, self.widths[column] / 4)}
        return {}


def _properties(table: Table, grid: _Grid) -> Element:
    named = [w("tblDescription", val=spoken(table.summary))] if spoken(table.summary) else []
    narrow = [w("tblCellMar", w("right", w=twips(grid.gap), type="dxa"))] if grid.gap < styles.COLUMN_GAP else []
    return w(
        "tblPr",
        w("tblStyle", val=styles.TABLE),
        w("tblW", w=twips(sum(grid.widths)), type="dxa"),
        w("tblLayout", type="fixed"),
        *narrow,
        look(first_row=True, first_column=table.row_headers),
        *named,
    )


def look(*, first_row: bool, first_column: bool) -> Element:
    """What of a table's style holds for it, and what is read aloud before a cell."""
    bits = 0x0600 | (0x0020 if first_row else 0) | (0x0080 if first_column else 0)
    named = {"firstRow": int(first_row), "lastRow": 0, "firstColumn": int(first_column), "lastColumn": 0}
    return w("tblLook", val=f"{bits:04X}", **named, noHBand=1, noVBand=1)


def _kept(table: Table, shares: Sequence[float]) -> Iterator[int]:
    """The rows that stand on the page of the next one; `shares` are their heights as shares of a page.

    The first two are not parted, nor a row from the one below that belongs to it, nor a low group.
    """
    groups = list(_groups(table.rows))
    low = {row for group in groups if sum(shares[row] for row in group) <= _WHOLE for row in group[:-1]}
    for place, (above, below) in enumerate(pairwise(table.rows)):
        if place == 0 or below.level > above.level or place in low:
            yield place


def _groups(rows: Sequence[Row]) -> Iterator[range]:
    """The rows that belong together: from one of level 0 to the next."""
    starts = [place for place, row in enumerate(rows) if not row.level or not place]
    yield from map(range, starts, [*starts[1:], len(rows)])


def _leave_out_line(above: Element, below: Element) -> None:
    """No line parts a row from the one that it belongs to."""
    for row, side in ((above, "bottom"), (below, "top")):
        for properties in row.iterfind(f"{w('tc').tag}/{w('tcPr').tag}"):
            _open(properties, side)


def _open(properties: Element, side: str) -> None:
    borders = properties.find(w("tcBorders").tag)
    if borders is None:
        borders = w("tcBorders")
        margin = properties.find(w("tcMar").tag)
        properties.insert(len(properties) if margin is None else properties.index(margin), borders)
    line = w(side, val="nil")
    if borders.find(line.tag) is None:  # a box keeps its sides
        borders.insert(0 if side == "top" else len(borders), line)


def _indent(cell: Element, points: float) -> None:
    for found in cell.iterchildren(w("p").tag):
        give(found, w("ind", left=twips(points)))


def _width(points: float) -> Element:
    return w("tcW", w=twips(points), type="dxa")


def _boxed(cell: Cell, margins: dict[str, float]) -> Iterator[Element]:
    """The margins of a cell, and a box around one that is written in."""
    if isinstance(cell, FieldCell):
        margins = margins | dict.fromkeys(("left", "right"), styles.FIELD_INSET)
        if cell.kind is FieldKind.WORDS:
            yield w("tcBorders", *(rule(side, FIELD_EDGE, 5) for side in _SIDES))
    if margins:
        yield w("tcMar", *(w(side, w=twips(margins[side]), type="dxa") for side in _SIDES if side in margins))


def _lines(cell: Cell, width: float) -> int:
    """About how many lines a cell takes."""
    match cell:
        case FigureCell():
            return 3
        case FieldCell():
            return _field_lines(cell)
        case StatusCell():
            return 1 + _lines(cell.note, width) if cell.note else 1
        case _:
            return sum(1 + int(len(line) * _LETTER / width) for line in printable(words(cell)).split("\n"))


def _field_lines(cell: FieldCell) -> int:
    return 1 if cell.kind is FieldKind.TICK else max(cell.lines, FEWEST_FIELD_LINES)


def _fitted(size: Size, width: float) -> Size:
    across, down = size
    scale = min(1.0, width / across, _TALLEST_FIGURE / down)
    return across * scale, down * scale
