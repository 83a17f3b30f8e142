"""Places Hebrew and Arabic in a line of Swedish from right to left, while the file keeps the order of reading.

Enough for names and short quotations: the line itself runs from left to right, and Arabic letters are not joined.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from regdesk.sheets.pdf.fonts import width_of
from regdesk.sheets.pdf.looks import Piece

_ANY: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_RUN: Final = re.compile("R(?:[^L]*[RN])?")  # from the first such letter to the last, or to the last figure
_FIGURES: Final = re.compile("N+(?:[^RL]N+)*")  # run from left to right even there
_KINDS: Final = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N"}
_MIRRORED: Final = str.maketrans("()[]{}<>«»", ")(][}{><»«")


class SetPiece(NamedTuple):
    """A piece and its distance from the beginning of the line."""

    piece: Piece
    x: float


def set_pieces(pieces: Sequence[Piece]) -> Iterator[SetPiece]:
    """The pieces of a line in the order of reading, each where it is seen."""
    if not any(_ANY.search(piece.text) for piece in pieces):
        x = 0.0
        for piece in pieces:
            yield SetPiece(piece, x)
            x += piece.width
        return
    yield from _set_runs(pieces)


def _set_runs(pieces: Sequence[Piece]) -> Iterator[SetPiece]:
    kinds = _kinds("".join(piece.text for piece in pieces))
    runs = [match.span() for match in _RUN.finditer(kinds)]
    seams = sorted({0, len(kinds), *(seam for run in runs for seam in run)})
    x = 0.0
    for start, end in pairwise(seams):
        parts = list(_between(pieces, start, end))
        width = sum(part.width for part in parts)
        yield from _from_right(parts, x + width) if (start, end) in runs else _from_left(parts, x)
        x += width


def _from_left(parts: Sequence[Piece], x: float) -> Iterator[SetPiece]:
    for part in parts:
        yield SetPiece(part, x)
        x += part.width


def _from_right(parts: Sequence[Piece], x: float) -> Iterator[SetPiece]:
    for part in parts:
        for text in _clusters(part.text):
            width = width_of(text, part.look.face, part.look.size)
            x -= width
            yield SetPiece(Piece(text.translate(_MIRRORED), part.look, width), x)


def _clusters(text: str) -> Iterator[str]:
    """What of `text` keeps its own direction: a letter with its marks, or a number."""
    end = 0
    for match in _FIGURES.finditer(_kinds(text)):
        yield from _letters(text[end : match.start()])
        yield text[match.start() : match.end()]
        end = match.end()
    yield from _letters(text[end:])


def _letters(text: str) -> list[str]:
    """The letters of `text`, each with its marks."""
    letters: list[str] = []
    for character in text:
        if letters and unicodedata.combining(character):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _between(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """What of `pieces` lies between two places in their joined text."""
    before = 0
    for piece in pieces:
        text = piece.text[max(0, start - before) : max(0, end - before)]
        if text:
            yield Piece(text, piece.look, width_of(text, piece.look.face, piece.look.size))
        before += len(piece.text)


def _kinds(text: str) -> str:
    """A letter for each character: R from right to left, L from left to right, N a figure, a blank for others."""
    return "".join(_KINDS.get(unicodedata.bidirectional(character), " ") for character in text)
