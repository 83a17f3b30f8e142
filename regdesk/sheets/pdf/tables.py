"""Tables over any number of pages: a part at a time, with the header row again on every page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from reportlab.platypus.doctemplate import FrameBreak
from reportlab.platypus.flowables import Flowable

from regdesk.sheets.pdf.canvas import Artifact
from regdesk.sheets.pdf.flowables import TaggedFlowable
from regdesk.sheets.pdf.grid import LEADING, PADDING, Grid
from regdesk.sheets.theme import ACCENT, HAIRLINE

_FEWEST_LINES: Final = 3  # that a divided row leaves at the foot of a page and carries to the next
_DIVIDED_FROM: Final = 0.35  # of a page; lower rows are moved to the next page whole


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The rows `first` to `end` (not included), without the `skipped` lines of the first that are drawn already.

    `taken` is the number of lines to draw of the last row when it goes on in the next part.
    """

    first: int
    end: int
    skipped: int = 0
    taken: int | None = None

    def lines(self, row: int) -> slice:
        start = self.skipped if row == self.first else 0
        divided = self.taken is not None and row == self.end - 1
        return slice(start, start + (self.taken or 0) if divided else None)


class TableFlowable(TaggedFlowable):
    """A table, or the part of one that stands on a page. `page_height` is the room on an empty page."""

    def __init__(self, grid: Grid, page_height: float, part: _Part | None = None) -> None:
        super().__init__(before=2, after=12)
        self._grid, self._page_height = grid, page_height
        self._part = part or _Part(first=0, end=len(grid.rows))
        self._below = 0.0

    def stand_above(self, height: float) -> None:
        """Carry rows on to the next page where so many points below it would be parted from all of them."""
        self._below = height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Measure rows until they are more than there is room for: the others are measured on their own pages."""
        self.width, self.height = aW, self._grid.header_height
        for row in range(self._part.first, self._part.end):
            self.height += self._height(row)
            if self.height > aH:
                break
        parted = self.height <= aH < self.height + self._below and self._last_seam() > self._part.first
        return self.width, aH + 1 if parted else self.height

    def height_in(self, width: float) -> float:
        """All rows of the part."""
        return self.wrap(width, float("inf"))[1]

    def least_height(self, width: float) -> float:  # noqa: ARG002 - the grid knows its width
        """The header, two rows below it, and what must stand with them."""
        last = self._part.first + 1
        while last + 1 < self._part.end and self._belongs_above(last + 1):
            last += 1
        rows = range(self._part.first, min(last + 1, self._part.end))
        return self._grid.header_height + sum(min(self._height(row), self._least(row)) for row in rows)

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: ARG002, N803 - reportlab's names
        """Divide it between rows, or within a row that is high; not at all where that needs an empty page."""
        row, room = self._part.first, aH - self._grid.header_height
        while row < self._part.end and self._height(row) <= room:
            room -= self._height(row)
            row += 1
        if row == self._part.end and (seam := self._last_seam()) > self._part.first:
            return self._parted(seam)  # all of it has room, but not what stands below it
        fitting = int((room - 2 * PADDING) / LEADING + 0.01)
        if row < self._part.end and fitting >= _FEWEST_LINES and self._is_divisible(row):
            return self._divided_within(row, fitting)
        return self._divided_before(row, is_empty_page=aH >= self._page_height - 1)

    def draw(self) -> None:
        """Draw header, rows and the lines between them."""
        grid, top = self._grid, self.height
        goes_on = self._part.first > 0 or self._part.skipped > 0
        grid.draw_header(self.canv, top, Artifact.REPEATED if goes_on else None)
        top -= grid.header_height
        edges = []
        for row in range(self._part.first, self._part.end):
            if grid.rows[row].level == 0 and row > self._part.first:
                edges.append(top)
            grid.draw_row(self.canv, row, top, self._part.lines(row))
            top -= self._height(row)
        self.canv.rules([*edges, top], grid.width, HAIRLINE, 0.5)
        if grid.header is not None:
            self.canv.rules([self.height - grid.header_height], grid.width, ACCENT, 1.0)

    def _height(self, row: int) -> float:
        start, stop, _step = self._part.lines(row).indices(self._grid.lines(row))
        return (stop - start) * LEADING + 2 * PADDING

    def _least(self, row: int) -> float:
        return _FEWEST_LINES * LEADING + 2 * PADDING if self._is_divisible(row) else self._height(row)

    def _is_divisible(self, row: int) -> bool:
        return self._height(row) > _DIVIDED_FROM * self._page_height

    def _belongs_above(self, row: int) -> bool:
        return self._grid.rows[row].level > self._grid.rows[row - 1].level

    def _divided_within(self, row: int, fitting: int) -> list[Flowable]:
        start, stop, _step = self._part.lines(row).indices(self._grid.lines(row))
        taken = min(fitting, stop - start - _FEWEST_LINES)
        head = replace(self._part, end=row + 1, taken=taken)
        tail = _Part(first=row, end=self._part.end, skipped=start + taken)
        return [self._with(head), self._with(tail)]

    def _divided_before(self, row: int, *, is_empty_page: bool) -> list[Flowable]:
        """Divide before `row`, or higher up so that rows that belong together are not parted without need."""
        seam = self._seam(row)
        if seam == self._part.first and is_empty_page:
            seam = row
        if seam in (self._part.first, self._part.end):
            return []
        head, pause, tail = self._parted(seam)
        return [head, tail] if seam == row else [head, pause, tail]  # or the room left would be filled after all

    def _parted(self, seam: int) -> list[Flowable]:
        head, tail = self._with(replace(self._part, end=seam)), self._with(_Part(first=seam, end=self._part.end))
        return [head, FrameBreak, tail]

    def _last_seam(self) -> int:
        """Where the rows begin that are carried on with what stands below; the first row where none can be."""
        last = self._part.end - 1
        return self._seam(last) if last > self._part.first else self._part.first

    def _seam(self, row: int) -> int:
        """Where to divide so that a low group stays whole, and neither a group nor the table leaves one row alone."""
        if not self._part.first < row < self._part.end:
            return row
        if not self._grid.rows[row].level:
            return self._before_last_two(row)
        start, end = self._group(row)
        if start > self._part.first and sum(map(self._height, range(start, end))) <= _DIVIDED_FROM * self._page_height:
            return start
        if row == end - 1 and row - 1 > start + 1:
            row -= 1
        while self._part.first < row and self._belongs_above(row):
            row -= 1
        return row

    def _before_last_two(self, row: int) -> int:
        """`row`, or what stands above where one row would be carried on alone; in either case with its title."""
        above = row - 1
        if row == self._part.end - 1 and above > self._part.first + 1:
            start, _end = self._group(above)
            is_low = sum(map(self._height, range(start, row))) <= _DIVIDED_FROM * self._page_height
            row = start if start > self._part.first + 1 and is_low else row
        while row - 1 > self._part.first and self._is_title(row - 1):
            row -= 1
        return row

    def _is_title(self, row: int) -> bool:
        """Whether a row stands across the table as the title of those that follow."""
        found = self._grid.rows[row]
        return not found.level and len(found.cells) == 1 < len(self._grid.shares)

    def _group(self, row: int) -> tuple[int, int]:
        """The rows that `row` belongs together with: from the one of level 0 to the next of that level."""
        start, end = row, row + 1
        while start > self._part.first and self._grid.rows[start].level:
            start -= 1
        while end < self._part.end and self._grid.rows[end].level:
            end += 1
        return start, end

    def _with(self, part: _Part) -> TableFlowable:
        made = TableFlowable(self._grid, self._page_height, part)
        if part.end == len(self._grid.rows) and part.taken is None:
            made.stand_above(self._below)
        return made
