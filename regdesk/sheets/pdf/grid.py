"""The measures of a table: its columns in points, and the lines of each row, counted when first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, NamedTuple, Protocol

from regdesk.sheets.pdf.canvas import Mark, TaggedCanvas
from regdesk.sheets.pdf.styles import TABLE_CELL

LEADING: Final = TABLE_CELL.leading  # of every text in a table, so that a row can be divided between lines
PADDING: Final = 4.0  # above and below the texts of a row
_GAP: Final = 11.0  # between columns
_AIR: Final = 7.0  # right of a column of numbers
_INDENT: Final = 11.0  # of a row below the one that it belongs to


class CellContent(Protocol):
    """A text, or something else that takes the room of so many lines."""

    def lines(self, width: float) -> Sequence[object]:
        """Its lines in a column of `width` points."""

    def draw(
        self,
        canvas: TaggedCanvas,
        x: float,
        top: float,
        width: float,
        part: slice = ...,
        mark: Mark | None = ...,
    ) -> None:
        """Draw the lines of `part`."""


class TableCell(NamedTuple):
    """What stands in a table. `comma` is the width of a number before its decimal comma, in a column of numbers."""

    content: CellContent
    comma: float | None = None


class TableRow(NamedTuple):
    """The cells of a row (None: empty); a single cell spans the table. `level` is that of the block model."""

    cells: Sequence[TableCell | None]
    level: int = 0


@dataclass(slots=True)
class Grid:
    """A table `width` points wide. `decimals` is the room after the decimal comma, in each column of numbers."""

    header: TableRow | None
    rows: Sequence[TableRow]
    shares: Sequence[float]
    decimals: Sequence[float | None]
    width: float
    _columns: list[tuple[float, float]] = field(init=False)
    _lines: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the left edge and the width of each column."""
        gap = min(_GAP, self.width / (2 * len(self.shares)))
        whole = self.width - gap * (len(self.shares) - 1)
        widths = [whole * share / sum(self.shares) for share in self.shares]
        edges = accumulate((width + gap for width in widths), initial=0.0)
        self._columns = list(zip(edges, widths, strict=False))

    @property
    def header_height(self) -> float:
        """The height of the header row; 0 where there is none."""
        return self._count(self.header) * LEADING + 2 * PADDING if self.header else 0.0

    def lines(self, row: int) -> int:
        """The number of lines in the tallest cell of `row`; at least one."""
        if row not in self._lines:
            self._lines[row] = self._count(self.rows[row])
        return self._lines[row]

    def draw_header(self, canvas: TaggedCanvas, top: float, mark: Mark | None) -> None:
        """Draw the header row, its texts standing on its lower edge, under `mark` or each under its own."""
        if self.header is None:
            return
        tallest = self._count(self.header)
        for cell, x, width, _column in self._placed(self.header):
            lead = (tallest - len(cell.content.lines(width))) * LEADING
            cell.content.draw(canvas, x, top - PADDING - lead, width, mark=mark)

    def draw_row(self, canvas: TaggedCanvas, row: int, top: float, part: slice) -> None:
        """Draw the lines `part` of each cell of `row`; each learns how many the row has."""
        part = slice(part.start, self.lines(row) if part.stop is None else part.stop)
        for cell, x, width, column in self._placed(self.rows[row]):
            shift = self._shift(cell, width, column)
            cell.content.draw(canvas, x + shift, top - PADDING, width, part)

    def _count(self, row: TableRow) -> int:
        return max((len(cell.content.lines(width)) for cell, _x, width, _column in self._placed(row)), default=1)

    def _placed(self, row: TableRow) -> Iterator[tuple[TableCell, float, float, int]]:
        """The filled cells of `row`, each with its left edge, width and column."""
        columns = [(0.0, self.width)] if len(row.cells) == 1 else self._columns
        indent = row.level * _INDENT
        for column, (cell, (x, width)) in enumerate(zip(row.cells, columns, strict=True)):
            inset = min(indent, width / 2) if column == 0 else 0.0
            if cell is not None:
                yield cell, x + inset, width - inset - self._air(row, column, width), column

    def _air(self, row: TableRow, column: int, width: float) -> float:
        """What a column of numbers keeps free at its right, so that they do not touch the texts of the next."""
        is_number = len(row.cells) > 1 and self.decimals[column] is not None
        return min(_AIR, width / 4) if is_number and column + 1 < len(self.decimals) else 0.0

    def _shift(self, cell: TableCell, width: float, column: int) -> float:
        """How far a number is moved to the right so that its comma stands above and below the others."""
        decimals = self.decimals[column]
        if cell.comma is None or decimals is None or len(cell.content.lines(width)) != 1:
            return 0.0
        return max(0.0, width - decimals - cell.comma)
