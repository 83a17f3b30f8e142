"""The table of contents: each heading a link to its place, with the page that is known when all are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from regdesk.sheets.blocks import Paper, Sheet, headings
from regdesk.sheets.captions import link_label
from regdesk.sheets.characters import spoken
from regdesk.sheets.pdf.canvas import Artifact, TaggedCanvas, operands
from regdesk.sheets.pdf.drawing import draw_lines
from regdesk.sheets.pdf.flowables import TextFlowable
from regdesk.sheets.pdf.lines import break_lines
from regdesk.sheets.pdf.texts import BoundText
from regdesk.sheets.theme import QUIET, rgb

_DEEPEST: Final = 6
_INDENT: Final = 14.0  # of a level
_NUMBER_ROOM: Final = 34.0  # at the right, where no heading reaches
_AIR: Final = 5.0  # around a leader
_DOT: Final = 0.8
_STEP: Final = 4.0  # from dot to dot


class Entry(NamedTuple):
    """A heading: its number in the order of drawing, its level and its words."""

    heading: int
    level: int
    text: str


def entries_of(document: Sheet | Paper, depth: int) -> Sequence[Entry]:
    """The entries down to level `depth`. An empty heading is not drawn and has no number; an empty title has one."""
    drawn = ((level, text) for level, text in headings(document, _DEEPEST) if level == 1 or spoken(text))
    entries = (Entry(number, level, text) for number, (level, text) in enumerate(drawn))
    return [entry for entry in entries if entry.level <= depth and spoken(entry.text)]


class EntryFlowable(TextFlowable):
    """An entry with its leader and page number; `text` belongs to the link."""

    def __init__(self, text: BoundText, entry: Entry, *, part: slice | None = None) -> None:
        super().__init__(text, indent=_INDENT * (entry.level - 1), part=part)
        self._entry = entry

    def draw(self) -> None:
        """Draw the words, and let the number follow when the page is known."""
        text, left = self._text, self._indent
        text.draw(self.canv, left, self.height, self.width - left - _NUMBER_ROOM, self._part)
        box = (left, 0.0, self.width, self.height)
        self.canv.link_to_heading(box, self._entry.heading, link_label(spoken(self._entry.text)), text.element)
        lines = text.lines(self.width - left - _NUMBER_ROOM)
        if lines and self._part.indices(len(lines))[1] == len(lines):
            x, y = self.canv.absolutePosition(0, 0)
            bottom = y + text.style.leading
            self.canv.at_end(partial(self._draw_number, x + left + lines[-1].width, x + self.width, bottom))

    def _draw_number(self, start: float, right: float, top: float, canvas: TaggedCanvas) -> None:
        """Draw the page's number at the right, and dots to it from `start`; `top` is that of the last line."""
        text = self._text
        words = text.typesetter.words(str(canvas.drawn.headings[self._entry.heading] + 1), text.style)
        lines = break_lines(words, _NUMBER_ROOM)
        left = right - lines[0].width
        draw_lines(canvas, lines, text.style, text.element.child("Span"), left, top, lines[0].width)
        with canvas.marked(Artifact.LAYOUT):
            canvas.paint(_leader(start + _AIR, left - _AIR, right, top - text.style.baseline))

    def _lines(self, width: float) -> Sequence[object]:
        return super()._lines(width - _NUMBER_ROOM)

    def _with(self, part: slice) -> TextFlowable:
        return EntryFlowable(self._text, self._entry, part=part)


def _leader(start: float, end: float, right: float, y: float) -> Iterator[str]:
    """Dots from `start` to `end`, under those of other entries: they are counted from the `right` edge."""
    first, last = right - int((right - start) / _STEP) * _STEP, right - -(-(right - end) // _STEP) * _STEP
    if first < last:
        yield f"q {operands(*rgb(QUIET))} RG {_DOT} w 1 J [0 {_STEP}] 0 d"
        yield f"{operands(first, y)} m {operands(last, y)} l S Q"
