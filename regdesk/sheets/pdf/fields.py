"""Room to fill in by pen: boxes and lines on paper, each also a field of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final

from reportlab.lib.units import mm

from regdesk.sheets.blocks import FieldCell
from regdesk.sheets.pdf.canvas import Box, TaggedCanvas
from regdesk.sheets.pdf.flowables import ColumnsFlowable, TaggedFlowable, TextFlowable
from regdesk.sheets.pdf.structure import Element
from regdesk.sheets.pdf.texts import BoundText
from regdesk.sheets.theme import FIELD_EDGE, INK

_TICK: Final = 11.4  # points, each side of a box to tick: four millimetres
_TICK_HANG: Final = 19.0  # from the box to its words
_EDGE: Final = 0.6
_INSET: Final = 3.0
_LINE: Final = 7.5 * mm  # of a line that is written by hand
_AIR: Final = 1.0 * mm
_SIGNERS_ACROSS: Final = 3
_SIGNATURE_ROOM: Final = 13 * mm
_SIGNATURE_GAP: Final = 24.0
_BELOW_LINE: Final = 3.0


def draw_blank(canvas: TaggedCanvas, box: Box, field: FieldCell, element: Element) -> None:
    """Draw a box to write in; what is written in the file stands off from its edge."""
    left, bottom, right, top = box
    canvas.outline(box, FIELD_EDGE, _EDGE)
    canvas.field((left + _INSET, bottom + _EDGE, right - _INSET, top - _EDGE), field, element)


def draw_tick(canvas: TaggedCanvas, x: float, middle: float, field: FieldCell, element: Element) -> None:
    """Draw a box to tick, around the height `middle`."""
    box = (x, middle - _TICK / 2, x + _TICK, middle + _TICK / 2)
    canvas.outline(box, FIELD_EDGE, _EDGE)
    canvas.field(box, field, element)


class BlankFlowable(TaggedFlowable):
    """A box of so many lines to write in, below its label; `tallest` in points is what the page has room for."""

    def __init__(self, field: FieldCell, element: Element, *, tallest: float) -> None:
        super().__init__(after=6)
        self._field, self._element = field, element
        self._height = min(max(1, field.lines) * _LINE + _AIR, tallest)

    def height_in(self, width: float) -> float:  # noqa: ARG002 - the same in any width
        """Of its lines."""
        return self._height

    def draw(self) -> None:
        """Draw it as wide as the text."""
        draw_blank(self.canv, (0, 0, self.width, self.height), self._field, self._element)


class TickFlowable(TextFlowable):
    """A box to tick, with its words beside it."""

    def __init__(self, text: BoundText, field: FieldCell, element: Element, part: slice | None = None) -> None:
        super().__init__(text, hang=_TICK_HANG, part=part)
        self._field, self._element = field, element

    def height_in(self, width: float) -> float:
        """Of its words, and at least a line."""
        return max(super().height_in(width), self._text.style.leading)

    def draw(self) -> None:
        """Draw the box beside the first line."""
        if self._part.start == 0:
            middle = self.height - self._text.style.leading / 2
            draw_tick(self.canv, self._indent, middle, self._field, self._element)
        super().draw()

    def _with(self, part: slice) -> TextFlowable:
        return TickFlowable(self._text, self._field, self._element, part)


def signature_rows(roles: Sequence[str]) -> list[tuple[str, ...]]:
    """Who signs, in rows of as even a length as they allow."""
    rows = ceil(len(roles) / _SIGNERS_ACROSS)
    across = ceil(len(roles) / max(rows, 1))
    return [tuple(roles[start : start + across]) for start in range(0, len(roles), max(across, 1))]


class SignatureFlowable(ColumnsFlowable):
    """Lines to sign on, side by side in `across` columns, each above the words for who signs, if any.

    A single line is half as wide as the text.
    """

    def __init__(self, texts: Sequence[BoundText | None], *, across: int) -> None:
        stacks = [[text] if text is not None else [] for text in texts]
        super().__init__(stacks, [1.0] * max(across, 2), gap=_SIGNATURE_GAP, before=6, after=8)

    def height_in(self, width: float) -> float:
        """With the room to sign."""
        return super().height_in(width) + _SIGNATURE_ROOM + _BELOW_LINE

    def draw(self) -> None:
        """Draw the lines and what stands below them."""
        line = self.height - _SIGNATURE_ROOM
        for stack, (x, width) in self._placed(self.width):
            self.canv.rules([line], width, INK, _EDGE, x)
            for text in stack:
                text.draw(self.canv, x, line - _BELOW_LINE, width)

    def _placed(self, width: float) -> Iterator[tuple[Sequence[BoundText], tuple[float, float]]]:
        """The columns with gaps between them, and none after the last."""
        return super()._placed(width + _SIGNATURE_GAP)
