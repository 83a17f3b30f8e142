"""A text bound to its structure element: measured when it is reached, drawn whole or in parts."""

from __future__ import annotations

from dataclasses import dataclass, field

from regdesk.sheets.blocks import TextCell
from regdesk.sheets.pdf.canvas import Mark, TaggedCanvas
from regdesk.sheets.pdf.drawing import draw_lines
from regdesk.sheets.pdf.lines import Line, break_lines
from regdesk.sheets.pdf.structure import Element
from regdesk.sheets.pdf.styles import TextStyle
from regdesk.sheets.pdf.words import Typesetter


@dataclass(slots=True)
class BoundText:
    """A text in one style that belongs to `element`. Its words are made for its lines and not kept."""

    text: TextCell
    style: TextStyle
    element: Element
    typesetter: Typesetter
    _width: float = -1.0
    _lines: list[Line] = field(default_factory=list)

    def lines(self, width: float) -> list[Line]:
        """The lines in a column of `width` points."""
        if width != self._width:
            words = self.typesetter.words(self.text, self.style)
            self._lines, self._width = break_lines(words, width), width
        return self._lines

    def height(self, width: float) -> float:
        """The height in points of the whole text in a column of `width` points."""
        return len(self.lines(width)) * self.style.leading

    def draw(
        self,
        canvas: TaggedCanvas,
        x: float,
        top: float,
        width: float,
        part: slice = slice(None),
        mark: Mark | None = None,
    ) -> None:
        """Draw the lines of `part`, under `mark` where it is not to be the text's own element."""
        lines = self.lines(width)[part]
        if lines:
            draw_lines(canvas, lines, self.style, mark or self.element, x, top, width)
