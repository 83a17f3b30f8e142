"""What stands in tables beside texts: small drawings and fields, each with the room of so many lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from regdesk.sheets.blocks import FieldCell, FieldKind
from regdesk.sheets.pdf.artwork import Artwork
from regdesk.sheets.pdf.canvas import Mark, TaggedCanvas
from regdesk.sheets.pdf.fields import draw_blank, draw_tick
from regdesk.sheets.pdf.grid import LEADING, PADDING
from regdesk.sheets.pdf.structure import Element

FEWEST_FIELD_LINES: Final = 2  # that a pen has room in
_MOST_LINES: Final = 3  # as few as a divided row leaves on a page, so that no drawing is ever divided
_MOST_FIELD_LINES: Final = 10  # in a row that is not divided
_FIELD_REACH: Final = 0.5  # points that a field is higher than its lines; the rule above it keeps its distance
_REACH: Final = 2 * PADDING - 2  # points that a drawing may be higher than its lines, into the air around them


@dataclass(frozen=True, slots=True)
class CellArtwork:
    """A drawing as wide as it says or as its column, and at most three lines high."""

    artwork: Artwork

    def lines(self, width: float) -> Sequence[object]:
        """As many as it takes the room of."""
        return range(max(1, ceil((self._height(width) - _REACH) / LEADING - 0.01)))

    def draw(
        self,
        canvas: TaggedCanvas,
        x: float,
        top: float,
        width: float,
        part: slice = slice(None),
        mark: Mark | None = None,  # noqa: ARG002 - header rows alone are drawn under another mark
    ) -> None:
        """Draw it in the middle of its lines, with the first part of its row."""
        if not part.start:
            room = len(self.lines(width)) * LEADING
            self.artwork.draw(canvas, x, top - (room - self._height(width)) / 2, self._scale(width))

    def _height(self, width: float) -> float:
        return self.artwork.height * self._scale(width)

    def _scale(self, width: float) -> float:
        tallest = _MOST_LINES * LEADING + _REACH
        return min(1.0, width / self.artwork.width, tallest / self.artwork.height)


@dataclass(frozen=True, slots=True)
class CellField:
    """A field as wide as its column, or a box to tick."""

    field: FieldCell
    element: Element

    def lines(self, width: float) -> Sequence[object]:  # noqa: ARG002 - the same in any width
        """What it asks for, and somewhat more for what is written by hand."""
        if self.field.kind is FieldKind.TICK:
            return range(1)
        asked = max(FEWEST_FIELD_LINES, self.field.lines)
        return range(min(asked + asked // 3, _MOST_FIELD_LINES))

    def draw(
        self,
        canvas: TaggedCanvas,
        x: float,
        top: float,
        width: float,
        part: slice = slice(None),
        mark: Mark | None = None,  # noqa: ARG002 - header rows alone are drawn under another mark
    ) -> None:
        """Draw it with the first part of its row, as high as that is."""
        if part.start:
            return
        room = (part.stop or len(self.lines(width))) * LEADING
        if self.field.kind is FieldKind.TICK:
            draw_tick(canvas, x, top - LEADING / 2, self.field, self.element)
        else:
            draw_blank(canvas, (x, top - room - _FIELD_REACH, x + width, top + _FIELD_REACH), self.field, self.element)
