"""Draws lines of text on the canvas: their tints, their pieces and their links, under the right mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from reportlab.pdfgen.textobject import PDFTextObject

from regdesk.sheets.captions import link_label
from regdesk.sheets.pdf.canvas import Artifact, Box, Mark, TaggedCanvas
from regdesk.sheets.pdf.fonts import width_of
from regdesk.sheets.pdf.lines import Line
from regdesk.sheets.pdf.styles import Align, TextStyle
from regdesk.sheets.pdf.words import Link, Look, Piece
from regdesk.sheets.theme import rgb

TINT_MARGIN: Final = 4.0  # points that a tint reaches past its text to the left and right
_TINT_BELOW: Final = 0.3  # of the size, that a tint reaches below the baseline
_TINT_HEIGHT: Final = 1.26  # of the size


class _Placed(NamedTuple):
    piece: Piece
    x: float
    y: float  # of the baseline


def draw_lines(
    canvas: TaggedCanvas, lines: Sequence[Line], style: TextStyle, mark: Mark, x: float, top: float, width: float
) -> None:
    """Draw `lines` in a column that begins at `x`, hangs from `top` and is `width` points wide."""
    placed = list(_placed(lines, style, x, top, width))
    for tint, group in groupby(placed, key=lambda one: (one.piece.look.tint, one.y)):
        if tint[0]:
            _draw_tint(canvas, list(group))
    for link, group in groupby(placed, key=lambda one: one.piece.look.link):
        _draw_stretch(canvas, list(group), mark, link)


def _placed(lines: Sequence[Line], style: TextStyle, x: float, top: float, width: float) -> Iterator[_Placed]:
    y = top - style.baseline
    for line in lines:
        at = x + (width - line.width if style.align is Align.RIGHT else 0.0)
        for piece in line.pieces:
            yield _Placed(piece, at, y)
            at += piece.width
        y -= style.leading


def _draw_stretch(canvas: TaggedCanvas, placed: Sequence[_Placed], mark: Mark, link: Link | None) -> None:
    """Draw pieces that share a link, or have none."""
    if link is None or isinstance(mark, Artifact):
        _draw_pieces(canvas, placed, mark)
        return
    if link.element is None:
        link.element = mark.child("Link")
    _draw_pieces(canvas, placed, link.element)
    for _y, line in groupby(placed, key=lambda one: one.y):
        canvas.link(_box(list(line)), link.address, link_label(link.address), link.element)


def _draw_pieces(canvas: TaggedCanvas, placed: Sequence[_Placed], mark: Mark) -> None:
    text = canvas.beginText()
    look: Look | None = None
    line: float | None = None
    for piece, x, y in placed:
        if y != line:
            text.setTextOrigin(x, y)
            line = y
        if piece.look != look:
            _change_look(text, look, piece.look)
            look = piece.look
        text.textOut(piece.text)
    with canvas.marked(mark):
        canvas.drawText(text)


def _change_look(text: PDFTextObject, old: Look | None, new: Look) -> None:
    if old is None or (old.face, old.size) != (new.face, new.size):
        text.setFont(new.face, new.size)
    if old is None or old.colour != new.colour:
        text.setFillColor(rgb(new.colour))


def _draw_tint(canvas: TaggedCanvas, placed: Sequence[_Placed]) -> None:
    left, _bottom, right, _top = _box(placed)
    look, y = placed[0].piece.look, placed[0].y
    bottom, height = y - _TINT_BELOW * look.size, _TINT_HEIGHT * look.size
    canvas.panel(left - TINT_MARGIN, bottom, right - left + 2 * TINT_MARGIN, height, look.tint)


def _box(placed: Sequence[_Placed]) -> Box:
    """What the pieces of one line cover, without the blank at its end."""
    (first, left, y), (last, x, _y) = placed[0], placed[-1]
    blank = width_of(" ", last.look.face, last.look.size) if last.text.endswith(" ") else 0.0
    return left, y - 0.25 * first.look.size, x + last.width - blank, y + 0.9 * first.look.size
