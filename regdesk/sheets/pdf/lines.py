"""Breaks words into lines: greedy, in one pass, with hyphens only where a text or a narrow column asks for them."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from regdesk.sheets.characters import SOFT_HYPHEN
from regdesk.sheets.hyphenation import divisions
from regdesk.sheets.pdf.fonts import character_widths, width_of
from regdesk.sheets.pdf.words import Joint, Piece, Word

_SLACK: Final = 0.01  # points that a line may be too long, for the sake of rounding
_LONGEST_WORD: Final = 80  # letters; what is longer is no word and gets no hyphens


class Line(NamedTuple):
    """One line of text. `width` leaves out the blank that ends it."""

    pieces: tuple[Piece, ...]
    width: float


def break_lines(words: Sequence[Word], width: float) -> list[Line]:
    """The lines that `words` fill in a column of `width` points; none where there are no words."""
    breaker = _Breaker(width)
    for word in words:
        breaker.add(word)
    return breaker.finished()


class _Breaker:
    def __init__(self, width: float) -> None:
        self._width = width + _SLACK
        self._lines: list[Line] = []
        self._row: list[Word] = []
        self._used = 0.0

    def add(self, word: Word) -> None:
        for part in _parts(word, self._width) if word.width > self._width else (word,):
            self._place(part)

    def finished(self) -> list[Line]:
        if self._row:
            self._end_line(self._row)
        return self._lines

    def _place(self, word: Word) -> None:
        while self._row and self._used + _gap(self._row[-1]) + word.width > self._width:
            self._end_full_line()
        self._used += word.width + (_gap(self._row[-1]) if self._row else 0.0)
        self._row.append(word)
        if word.joint is Joint.NEWLINE:
            self._end_line(self._row)

    def _end_full_line(self) -> None:
        """End the line after the last word that leaves room for its hyphen, if it needs one."""
        row = self._row
        carried: list[Word] = []
        while len(row) > 1 and row[-1].joint is Joint.HYPHEN and _width(row) + _hyphen(row[-1]).width > self._width:
            carried.insert(0, row.pop())
        self._end_line(row)
        self._row, self._used = carried, _width(carried)

    def _end_line(self, row: list[Word]) -> None:
        pieces = [piece for word in row for piece in _with_blank(word)]
        last = row[-1].joint
        if last is Joint.HYPHEN and row[-1].pieces:
            pieces.append(_hyphen(row[-1]))
        self._lines.append(Line(tuple(_merged(pieces)), sum(piece.width for piece in pieces) - _gap(row[-1])))
        self._row, self._used = [], 0.0


def _width(row: Sequence[Word]) -> float:
    return sum(word.width for word in row) + sum(_gap(word) for word in row[:-1])


def _gap(word: Word) -> float:
    return _blank(word).width if word.joint in (Joint.SPACE, Joint.NEWLINE) and word.pieces else 0.0


def _blank(word: Word) -> Piece:
    look = word.pieces[-1].look
    return Piece(" ", look, width_of(" ", look.face, look.size))


def _hyphen(word: Word) -> Piece:
    look = word.pieces[-1].look
    return Piece(SOFT_HYPHEN, look, width_of(SOFT_HYPHEN, look.face, look.size))


def _with_blank(word: Word) -> tuple[Piece, ...]:
    """The word and its blank, which is drawn at the end of a line too: extracted words must not run together."""
    blank = word.joint in (Joint.SPACE, Joint.NEWLINE) and word.pieces
    return (*word.pieces, _blank(word)) if blank else word.pieces


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of the same look as one piece."""
    start = 0
    for end in range(1, len(pieces) + 1):
        if end == len(pieces) or pieces[end].look != pieces[start].look:
            stretch = pieces[start:end]
            yield Piece("".join(piece.text for piece in stretch), stretch[0].look, sum(p.width for p in stretch))
            start = end


def _parts(word: Word, width: float) -> Iterator[Word]:
    """Divide a word that no line can hold, at its hyphenation points where it has some."""
    for number, piece in enumerate(word.pieces, 1):
        joint = word.joint if number == len(word.pieces) else Joint.SEAM
        yield from _piece_parts(piece, width, joint)


def _piece_parts(piece: Piece, width: float, joint: Joint) -> Iterator[Word]:
    text, look = piece.text, piece.look
    ends = list(accumulate(character_widths(text, look.face, look.size)))
    hyphen = width_of(SOFT_HYPHEN, look.face, look.size)
    places = divisions(text) if len(text) <= _LONGEST_WORD else []
    start, before = 0, 0.0
    while len(text) > start and ends[-1] - before > width:
        fitting = [at for at in places if at > start and ends[at - 1] - before + hyphen <= width]
        cut = fitting[-1] if fitting else _cut(text, ends, start, before + width)
        part = Piece(text[start:cut], look, ends[cut - 1] - before)
        yield Word((part,), part.width, Joint.HYPHEN if fitting else Joint.SEAM)
        start, before = cut, ends[cut - 1]
    part = Piece(text[start:], look, ends[-1] - before)
    yield Word((part,), part.width, joint)


def _cut(text: str, ends: list[float], start: int, limit: float) -> int:
    """The last place before `limit` that leaves a letter and its marks together; at least one letter on."""
    cut = max(bisect_right(ends, limit), start + 1)
    while cut > start + 1 and cut < len(text) and unicodedata.combining(text[cut]):
        cut -= 1
    return cut
