"""Texts that have so many lines and no more: what finds no room gives way to an ellipsis."""

from __future__ import annotations

from regdesk.sheets.characters import spoken
from regdesk.sheets.pdf.fonts import text_face, width_of
from regdesk.sheets.pdf.lines import Line, break_lines
from regdesk.sheets.pdf.styles import TextStyle
from regdesk.sheets.pdf.words import Typesetter

_ELLIPSIS = "…"
_MOST_LETTERS = 1_000  # that any line has room for: what follows them need not be measured


def shortened(text: str, style: TextStyle, width: float, most: int, typesetter: Typesetter) -> tuple[list[Line], bool]:
    """The lines of `text` in a column of `width` points, at most `most`, and whether something was left out."""
    measured = text[: most * _MOST_LETTERS]
    lines = break_lines(typesetter.words(measured, style), width)
    if len(lines) <= most and measured == text:
        return lines, False
    face = text_face(style.weight, typesetter.glyphs.family).name
    narrower = max(width - width_of(_ELLIPSIS, face, style.size), 1.0)
    kept = break_lines(typesetter.words(measured, style), narrower)[:most]
    last = spoken("".join(piece.text for piece in kept[-1].pieces))
    return [*kept[:-1], *break_lines(typesetter.words(last + _ELLIPSIS, style), width)[:1]], True
