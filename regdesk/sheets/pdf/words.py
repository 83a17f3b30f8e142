"""Texts as words that can be measured: each with its width, its looks, and what may happen after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, NamedTuple

from regdesk.sheets.blocks import Run, StatusCell, Text, runs
from regdesk.sheets.characters import NO_BREAK_SPACE, SEAM, SOFT_HYPHEN, printable
from regdesk.sheets.pdf.fonts import Weight, width_of
from regdesk.sheets.pdf.glyphs import Glyphs
from regdesk.sheets.pdf.structure import Element
from regdesk.sheets.pdf.styles import TextStyle
from regdesk.sheets.theme import ACCENT, QUIET, TONES

_SAFE_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)

# No-break spaces (U+00A0, U+2007, U+202F) are part of a word; every other blank ends one.
_ENDS: Final = f" \n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000{SOFT_HYPHEN}{SEAM}"
_TOKEN: Final = re.compile(f"[{_ENDS}]|(?P<letters>[^{_ENDS}]+)")
# A line may also end after a hyphen or a stroke between letters: "Bibehålla/öka", but never "2024–2026".
_INNER_SEAM: Final = re.compile(r"(?<=[^\W\d_][-/‐–])(?=[^\W\d_])")


class Joint(Enum):
    """What stands between a word and the next one."""

    SPACE = auto()
    SEAM = auto()  # nothing; a line may end here
    HYPHEN = auto()  # nothing, or a hyphen where a line ends
    NEWLINE = auto()  # the line ends here


_JOINTS: Final = {"\n": Joint.NEWLINE, SOFT_HYPHEN: Joint.HYPHEN, SEAM: Joint.SEAM}


@dataclass(slots=True, eq=False)
class Link:
    """An address, and the structure element that its text gets when it is first drawn."""

    address: str
    element: Element | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of a line is printed."""

    face: str
    size: float
    colour: str
    tint: str = ""
    link: Link | None = None


class Piece(NamedTuple):
    """A stretch of text in one look."""

    text: str
    look: Look
    width: float


class Word(NamedTuple):
    """What a line cannot be ended within, unless it is too long for any line."""

    pieces: tuple[Piece, ...]
    width: float
    joint: Joint


def words_of(text: Text, style: TextStyle, glyphs: Glyphs) -> list[Word]:
    """The words of `text` in `style`."""
    maker = _WordMaker(glyphs)
    for run in runs(text):
        maker.add(run.text, _Voice.of_run(run, style))
    return maker.finished()


def words_of_status(status: StatusCell, style: TextStyle, glyphs: Glyphs) -> list[Word]:
    """The words of a status: symbol and word on their tint, and the note below."""
    tone = TONES[status.tone]
    voice = _Voice(style=style, weight=Weight.SEMIBOLD, colour=tone.text, tint=tone.tint)
    maker = _WordMaker(glyphs)
    maker.add(NO_BREAK_SPACE.join(filter(None, (status.symbol.strip(), status.word.strip()))), voice)
    if status.note:
        maker.add("\n" + status.note, _Voice(style=style, weight=style.weight, colour=style.colour))
    return maker.finished()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    """The style of a run before its characters are given to faces."""

    style: TextStyle
    weight: Weight
    colour: str
    tint: str = ""
    link: Link | None = None

    @classmethod
    def of_run(cls, run: Run, style: TextStyle) -> _Voice:
        colour = QUIET if run.quiet else style.colour
        if not _SAFE_ADDRESS.fullmatch(run.link):
            return cls(style=style, weight=_weight(run, style), colour=colour)
        return cls(style=style, weight=_weight(run, style), colour=ACCENT, link=Link(run.link))

    def pieces(self, text: str, glyphs: Glyphs) -> Iterator[Piece]:
        for part, face in glyphs.divided(text, self.weight):
            look = Look(face.name, self.style.size, self.colour, self.tint, self.link)
            yield Piece(part, look, width_of(part, face.name, self.style.size))


def _weight(run: Run, style: TextStyle) -> Weight:
    if run.strong:
        return Weight.BOLD_ITALIC if run.emphasis else _heavier(style.weight)
    return Weight.ITALIC if run.emphasis else style.weight


def _heavier(weight: Weight) -> Weight:
    return Weight.SEMIBOLD if weight is Weight.REGULAR else Weight.BOLD


class _WordMaker:
    """Gathers words; a word may go on from one run into the next."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._words: list[Word] = []
        self._pieces: list[Piece] = []

    def add(self, text: str, voice: _Voice) -> None:
        for match in _TOKEN.finditer(printable(text)):
            if match["letters"]:
                self._add_letters(match["letters"], voice)
            else:
                self._end_word(_JOINTS.get(match[0], Joint.SPACE))

    def finished(self) -> list[Word]:
        """All words; no joint is left after the last."""
        self._end_word(Joint.SPACE)
        while self._words and self._words[-1].joint is Joint.NEWLINE and not self._words[-1].pieces:
            self._words.pop()
        return self._words

    def _add_letters(self, letters: str, voice: _Voice) -> None:
        first, *rest = _INNER_SEAM.split(letters) if _INNER_SEAM.search(letters) else [letters]
        self._pieces.extend(voice.pieces(first, self._glyphs))
        for part in rest:
            self._end_word(Joint.SEAM)
            self._pieces.extend(voice.pieces(part, self._glyphs))

    def _end_word(self, joint: Joint) -> None:
        if self._pieces:
            width = sum(piece.width for piece in self._pieces)
            self._words.append(Word(tuple(self._pieces), width, joint))
            self._pieces = []
        elif joint is Joint.NEWLINE:
            self._end_line()
        elif joint is Joint.SPACE and self._words and self._words[-1].joint in (Joint.SEAM, Joint.HYPHEN):
            self._words[-1] = self._words[-1]._replace(joint=Joint.SPACE)

    def _end_line(self) -> None:
        """A line break after a blank, or a second one in a row, which leaves an empty line."""
        if self._words and self._words[-1].joint is not Joint.NEWLINE:
            self._words[-1] = self._words[-1]._replace(joint=Joint.NEWLINE)
        elif self._words:
            self._words.append(Word((), 0.0, Joint.NEWLINE))
