"""How much room words take in a drawing: as much as in the fonts of the sheet, and never less."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from math import ceil
from typing import Final

from regdesk.sheets.blocks import Family
from regdesk.sheets.characters import INNER_SEAM
from regdesk.sheets.letter_widths import LETTERS, WIDTHS

POINT: Final = 25.4 / 72
"""In mm."""

_LEADING: Final = 1.18
_BROKEN: Final = 1.25
"""How much more room the parts of a word take that is broken for want of room: they fill no line."""


def leading(size: float) -> float:
    """From line to line, in mm."""
    return _LEADING * size * POINT


@lru_cache(maxsize=1 << 14)
def width_of(text: str, size: float, *, strong: bool = True, family: Family | None = None) -> float:
    """The width of a text on one line, in mm; in no `family`, in the wider of them."""
    shares = _shares(family, strong)
    return sum(shares.get(letter, 1.0) for letter in text) * size * POINT


def longest_word(text: str, size: float, *, strong: bool = True, family: Family | None = None) -> float:
    """The width of the word that needs most room, in mm."""
    words = (word for word, _blank in _words(text))
    return max((width_of(word, size, strong=strong, family=family) for word in words), default=0.0)


@lru_cache(maxsize=4096)
def lines_of(text: str, width: float, size: float, *, strong: bool = True, family: Family | None = None) -> int:
    """How many lines a text takes in a column; a word wider than it takes several."""
    blank = width_of(" ", size, strong=strong, family=family)
    lines, used, gap = 0, width, 0.0
    for word, is_blank in _words(text):
        needed = width_of(word, size, strong=strong, family=family)
        if lines and used + gap + needed <= width:
            used += gap + needed
        elif needed <= width:
            lines, used = lines + 1, needed
        else:
            lines, used = lines + ceil(_BROKEN * needed / width), width
        gap = blank if is_blank else 0.0
    return lines


def ascent(size: float) -> float:
    """From the top of a line to its baseline, in mm."""
    return 0.95 * size * POINT


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """What a line may end after, and whether a blank follows it."""
    for word in text.split(" "):
        seams = [0, *(match.end() for match in INNER_SEAM.finditer(word)), len(word)]
        for start, end in pairwise(seams):
            if start < end:
                yield word[start:end], end == len(word)


@cache
def _shares(family: Family | None, strong: bool) -> dict[str, float]:
    """Of the size that each letter takes."""
    found = [WIDTHS[each, strong] for each in Family if family in (None, each)]
    return {letter: max(widths) / 1000 for letter, *widths in zip(LETTERS, *found, strict=True)}
