"""Draws lines of text on the canvas: their tints, their pieces and their links, under the right mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from regdesk.sheets.captions import link_label
from regdesk.sheets.pdf.bidi import set_pieces
from regdesk.sheets.pdf.canvas import Artifact, Box, Mark, PlacedPiece, TaggedCanvas
from regdesk.sheets.pdf.lines import Line
from regdesk.sheets.pdf.looks import Link
from regdesk.sheets.pdf.styles import Align, TextStyle

TINT_MARGIN: Final = 4.0  # points that a tint reaches past its text to the left and right
_TINT_BELOW: Final = 0.3  # of the size, that a tint reaches below the baseline
_TINT_HEIGHT: Final = 1.26  # of the size
_UNDERLINE: Final = 1.2  # points from the lower edge of a link to its line


def draw_lines(
    canvas: TaggedCanvas, lines: Sequence[Line], style: TextStyle, mark: Mark, x: float, top: float, width: float
) -> None:
    """Draw `lines` in a column that begins at `x`, hangs from `top` and is `width` points wide."""
    placed = list(_placed(lines, style, x, top, width))
    for tint, group in groupby(placed, key=lambda one: one.piece.look.tint):
        if tint:
            _draw_tint(canvas, list(group), tint)
    for link, group in groupby(placed, key=lambda one: one.piece.look.link):
        _draw_stretch(canvas, list(group), mark, link)


def _placed(lines: Sequence[Line], style: TextStyle, x: float, top: float, width: float) -> Iterator[PlacedPiece]:
    y = top - style.baseline
    for line in lines:
        left = x + (width - line.width if style.align is Align.RIGHT else 0.0)
        for piece, offset in set_pieces(line.pieces):
            yield PlacedPiece(piece, left + offset, y)
        y -= style.leading


def _draw_stretch(canvas: TaggedCanvas, placed: Sequence[PlacedPiece], mark: Mark, link: Link | None) -> None:
    """Draw pieces that share a link, or have none."""
    if link is None or isinstance(mark, Artifact):
        canvas.show(placed, mark)
        return
    if link.element is None:
        link.element = mark.child("Link")
    canvas.show(placed, link.element)
    for _y, line in groupby(placed, key=lambda one: one.y):
        left, bottom, right, _top = box = _box(list(line))
        canvas.rules([bottom + _UNDERLINE], right - left, placed[0].piece.look.colour, 0.5, left)
        canvas.link(box, link.address, link_label(link.address), link.element)


def _draw_tint(canvas: TaggedCanvas, placed: Sequence[PlacedPiece], tint: str) -> None:
    """One panel behind all lines of a tinted stretch."""
    boxes = [_box(list(line)) for _y, line in groupby(placed, key=lambda one: one.y)]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    size, above, below = placed[0].piece.look.size, placed[0].y, placed[-1].y
    height = above - below + _TINT_HEIGHT * size
    canvas.panel(left - TINT_MARGIN, below - _TINT_BELOW * size, right - left + 2 * TINT_MARGIN, height, tint)


def _box(placed: Sequence[PlacedPiece]) -> Box:
    """What the pieces of one line cover, without the blank at its end."""
    (first, left, y), (last, x, _y) = placed[0], placed[-1]
    blank = last.look.blank if last.text.endswith(" ") else 0.0
    return left, y - 0.25 * first.look.size, x + last.width - blank, y + 0.9 * first.look.size
