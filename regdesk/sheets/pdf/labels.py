"""The words of a drawing, in the fonts of the sheet and never smaller than can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from regdesk.sheets.characters import spoken
from regdesk.sheets.drawings import Anchor, Label
from regdesk.sheets.pdf.bidi import set_pieces
from regdesk.sheets.pdf.canvas import PlacedPiece, TaggedCanvas
from regdesk.sheets.pdf.fonts import Weight
from regdesk.sheets.pdf.lines import Line
from regdesk.sheets.pdf.shapes import Plane
from regdesk.sheets.pdf.shortening import shortened
from regdesk.sheets.pdf.styles import TextStyle
from regdesk.sheets.pdf.words import Typesetter
from regdesk.sheets.theme import shade

_SMALLEST: Final = 8.0  # points
_LEADING: Final = 1.18  # of the size
_FEW: Final = 4  # lines that any drawing has room for
_OF_WIDTH: Final = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


class Surface(NamedTuple):
    """The plane of a drawing and its size in points."""

    plane: Plane
    width: float
    height: float


def draw_label(canvas: TaggedCanvas, label: Label, surface: Surface, typesetter: Typesetter) -> None:
    """Draw a label within the mark of its drawing.

    The size of its letters is not scaled with the shapes. A label that would reach out of the drawing is moved in;
    one that is shortened is still read and found whole.
    """
    style = _style(label)
    lines, is_short = _lines(label, style, surface, typesetter)
    placed = list(_placed(lines, label, style, surface))
    if not placed:
        return
    if is_short:
        with canvas.read_as(spoken(label.text) + " "):
            canvas.show_marked(placed)
    else:
        canvas.show_marked(placed)


def _style(label: Label) -> TextStyle:
    size = max(_SMALLEST, label.size)
    weight = Weight.SEMIBOLD if label.strong else Weight.REGULAR
    return TextStyle(size=size, leading=_LEADING * size, weight=weight, colour=shade(label.hue))


def _lines(label: Label, style: TextStyle, surface: Surface, typesetter: Typesetter) -> tuple[list[Line], bool]:
    """Its lines: as many as it asks for in the width it asks for, or those that it has within the drawing."""
    if label.width > 0:
        width, most = min(surface.plane.length(label.width), surface.width), max(1, label.lines)
    else:
        width, most = surface.width, max(_FEW, int(surface.height / style.leading))
    return shortened(label.text, style, width, most, typesetter)


def _placed(lines: Sequence[Line], label: Label, style: TextStyle, surface: Surface) -> Iterator[PlacedPiece]:
    x, y = surface.plane.at(label.at)
    share, widest = _OF_WIDTH[label.anchor], max((line.width for line in lines), default=0.0)
    edge = surface.plane.left + surface.width - widest
    begin = max(surface.plane.left, min(x - share * widest, edge))
    for line in lines:
        left = begin + share * (widest - line.width)
        yield from (PlacedPiece(piece, left + offset, y) for piece, offset in set_pieces(line.pieces))
        y -= style.leading
