"""Breaks words into lines: greedy, in one pass, with hyphens only where a text or a narrow column asks for them."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from regdesk.sheets.characters import SOFT_HYPHEN
from regdesk.sheets.hyphenation import divisions
from regdesk.sheets.pdf.fonts import character_widths
from regdesk.sheets.pdf.looks import Piece
from regdesk.sheets.pdf.words import Joint, Word

_SLACK: Final = 0.01  # points that a line may be too long, for the sake of rounding
_LONGEST_WORD: Final = 80  # letters; what is longer is no word and gets no hyphens


class Line(NamedTuple):
    """One line of text. `width` leaves out the blank that ends it."""

    pieces: tuple[Piece, ...]
    width: float


def break_lines(words: Sequence[Word], width: float) -> list[Line]:
    """The lines that `words` fill in a column of `width` points; none where there are no words."""
    breaker = _Breaker(width + _SLACK)
    for word in words:
        breaker.add(word)
    return breaker.finished()


class _Breaker:
    """`_used` is the width of the words in the row, `_with_blank` the same with the blank after them."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._lines: list[Line] = []
        self._row: list[Word] = []
        self._used = self._with_blank = 0.0

    def add(self, word: Word) -> None:
        if word.width <= self._width:
            self._place(word)
        else:
            for part in _parts(word, self._width):
                self._place(part)

    def finished(self) -> list[Line]:
        self._end_line()
        return self._lines

    def _place(self, word: Word) -> None:
        while self._row and self._with_blank + word.width > self._width:
            self._end_full_line()
        self._row.append(word)
        self._used = self._with_blank + word.width
        self._with_blank = self._used + word.blank
        if word.joint is Joint.NEWLINE:
            self._end_line()

    def _end_full_line(self) -> None:
        """End the line after the last word that leaves room for its hyphen, if it needs one."""
        carried: list[Word] = []
        while len(self._row) > 1 and self._used + _hyphen(self._row[-1]) > self._width:
            carried.append(self._row.pop())
            self._used -= carried[-1].width + self._row[-1].blank
        self._end_line()
        for word in reversed(carried):
            self._row.append(word)
            self._used = self._with_blank + word.width
            self._with_blank = self._used + word.blank

    def _end_line(self) -> None:
        if self._row:
            hyphen = _hyphen(self._row[-1])
            hyphen = hyphen if self._used + hyphen <= self._width else 0.0
            self._lines.append(Line(_joined(self._row, hyphen), self._used + hyphen))
            self._row, self._used, self._with_blank = [], 0.0, 0.0


def _hyphen(word: Word) -> float:
    """The width of the hyphen that `word` needs at the end of a line."""
    return word.pieces[-1].look.hyphen if word.joint is Joint.HYPHEN and word.pieces else 0.0


def _joined(row: Sequence[Word], hyphen: float) -> tuple[Piece, ...]:
    """The pieces of a line with blanks and hyphen, neighbours of the same look as one."""
    pieces: list[Piece] = []
    texts: list[str] = []
    width = 0.0
    look = row[0].pieces[0].look if row[0].pieces else None
    for word in row:
        for piece in word.pieces:
            if piece.look is not look and look is not None:
                pieces.append(Piece("".join(texts), look, width))
                texts, width = [], 0.0
            look = piece.look
            texts.append(piece.text)
            width += piece.width
        if word.blank:
            texts.append(" ")
            width += word.blank
    if look is None:
        return ()
    if hyphen:
        texts.append(SOFT_HYPHEN)
        width += hyphen
    return (*pieces, Piece("".join(texts), look, width))


def _parts(word: Word, width: float) -> Iterator[Word]:
    """Divide a word that no line can hold, at its hyphenation points where it has some."""
    for piece in word.pieces[:-1]:
        yield from _piece_parts(piece, width, Joint.SEAM)
    yield from _piece_parts(word.pieces[-1], width, word.joint)


def _piece_parts(piece: Piece, width: float, joint: Joint) -> Iterator[Word]:
    text, look = piece.text, piece.look
    ends = list(accumulate(character_widths(text, look.face, look.size)))
    places = divisions(text) if len(text) <= _LONGEST_WORD else []
    start, before = 0, 0.0
    while start < len(text):
        fitting = [at for at in places if at > start and ends[at - 1] - before + look.hyphen <= width]
        is_last = ends[-1] - before <= width
        cut = _cut(text, ends, start, before + width) if is_last or not fitting else fitting[-1]
        between = joint if cut == len(text) else Joint.HYPHEN if cut in fitting else Joint.SEAM
        yield Word.of((Piece(text[start:cut], look, ends[cut - 1] - before),), between)
        start, before = cut, ends[cut - 1]


def _cut(text: str, ends: Sequence[float], start: int, limit: float) -> int:
    """The last place within `limit`, at least one letter on; a letter takes its marks along."""
    cut = max(bisect_right(ends, limit), start + 1)
    while cut < len(text) and unicodedata.combining(text[cut]):
        cut += 1
    return cut
