"""Texts as words that can be measured, each with what may happen after it: a blank, a hyphen, the end of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final, NamedTuple

from regdesk.sheets.blocks import Run, StatusCell, TextCell, runs
from regdesk.sheets.characters import INNER_SEAM, NO_BREAK_SPACE, SEAM, SOFT_HYPHEN, STROKES, is_address, printable
from regdesk.sheets.pdf.fonts import Weight
from regdesk.sheets.pdf.glyphs import Glyphs
from regdesk.sheets.pdf.looks import Link, Piece, Voice
from regdesk.sheets.pdf.styles import TextStyle
from regdesk.sheets.theme import PLAIN, QUIET, TONES, Palette

# No-break spaces (U+00A0, U+2007, U+202F) are part of a word; every other blank ends one.
_OTHER_ENDS: Final = f"\n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000{SOFT_HYPHEN}{SEAM}"
_OTHER_END: Final = re.compile(f"[{_OTHER_ENDS}]")
_TOKEN: Final = re.compile(f"[ {_OTHER_ENDS}]|(?P<letters>[^ {_OTHER_ENDS}]+)")


class Joint(Enum):
    """What stands between a word and the next one."""

    SPACE = auto()
    SEAM = auto()  # nothing; a line may end here
    HYPHEN = auto()  # nothing, or a hyphen where a line ends
    NEWLINE = auto()  # the line ends here


_JOINTS: Final = {"\n": Joint.NEWLINE, SOFT_HYPHEN: Joint.HYPHEN, SEAM: Joint.SEAM}
_BLANK: Final = frozenset({Joint.SPACE, Joint.NEWLINE})


class Word(NamedTuple):
    """What a line cannot be ended within, unless it is too long for any line. `blank` is the width of what follows.

    The blank is drawn at the end of a line too: extracted words must not run together.
    """

    pieces: tuple[Piece, ...]
    width: float
    joint: Joint
    blank: float

    @classmethod
    def of(cls, pieces: tuple[Piece, ...], joint: Joint) -> Word:
        """A word of `pieces`."""
        width = pieces[0].width if len(pieces) == 1 else sum(piece.width for piece in pieces)
        return cls(pieces, width, joint, pieces[-1].look.blank if pieces and joint in _BLANK else 0.0)

    def followed_by(self, joint: Joint) -> Word:
        """The same word with another joint."""
        return Word.of(self.pieces, joint)


@dataclass(slots=True, eq=False)
class Typesetter:
    """Makes words for one sheet. `glyphs` knows afterwards which characters had to be substituted."""

    glyphs: Glyphs = field(default_factory=Glyphs)
    palette: Palette = PLAIN
    _voices: dict[tuple[TextStyle, Weight, str, str], Voice] = field(default_factory=dict)

    def words(self, text: TextCell, style: TextStyle) -> list[Word]:
        """The words of `text` in `style`."""
        maker = _WordMaker(self.glyphs)
        if isinstance(text, StatusCell):
            self._add_status(text, style, maker)
        else:
            for run in runs(text):
                maker.add(run.text, self._voice_of(run, style))
        return maker.finished()

    def _add_status(self, status: StatusCell, style: TextStyle, maker: _WordMaker) -> None:
        """Symbol and word on their tint, and the note below."""
        tone = TONES[status.tone]
        verdict = (2 * NO_BREAK_SPACE).join(filter(None, (status.symbol.strip(), status.word.strip())))
        maker.add(verdict, self._voice(style, Weight.SEMIBOLD, tone.text, tone.tint))
        if status.note:
            maker.add("\n" + status.note, self._voice(style, style.weight, style.colour))

    def _voice_of(self, run: Run, style: TextStyle) -> Voice:
        weight = _weight(run, style.weight)
        if is_address(run.link):
            return Voice(style.size, weight, self.palette.accent, link=Link(run.link))
        return self._voice(style, weight, QUIET if run.quiet else style.colour)

    def _voice(self, style: TextStyle, weight: Weight, colour: str, tint: str = "") -> Voice:
        key = style, weight, colour, tint
        if key not in self._voices:
            self._voices[key] = Voice(style.size, weight, self.palette.own(colour), tint)
        return self._voices[key]


def _weight(run: Run, weight: Weight) -> Weight:
    if run.strong and run.emphasis:
        return Weight.BOLD_ITALIC
    if run.strong:
        return Weight.SEMIBOLD if weight is Weight.REGULAR else Weight.BOLD
    return Weight.ITALIC if run.emphasis else weight


class _WordMaker:
    """Gathers words; a word may go on from one run into the next."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._words: list[Word] = []
        self._pieces: tuple[Piece, ...] = ()

    def add(self, text: str, voice: Voice) -> None:
        text = printable(text)
        if _OTHER_END.search(text):
            self._add_tokens(text, voice)
            return
        for place, letters in enumerate(text.split(" ")):
            if place:
                self._end_word(Joint.SPACE)
            if letters:
                self._add_letters(letters, voice)

    def finished(self) -> list[Word]:
        """All words. A line break at the end leaves no empty line."""
        self._end_word(Joint.SPACE)
        while self._words and not self._words[-1].pieces:
            self._words.pop()
        return self._words

    def _add_tokens(self, text: str, voice: Voice) -> None:
        for match in _TOKEN.finditer(text):
            if match["letters"]:
                self._add_letters(match["letters"], voice)
            else:
                self._end_word(_JOINTS.get(match[0], Joint.SPACE))

    def _add_letters(self, letters: str, voice: Voice) -> None:
        if STROKES.isdisjoint(letters):
            self._pieces += voice.pieces(letters, self._glyphs)
            return
        for place, part in enumerate(INNER_SEAM.split(letters)):
            if place:
                self._end_word(Joint.SEAM)
            self._pieces += voice.pieces(part, self._glyphs)

    def _end_word(self, joint: Joint) -> None:
        if self._pieces:
            self._words.append(Word.of(self._pieces, joint))
            self._pieces = ()
        elif joint is Joint.NEWLINE:
            self._end_line()
        elif joint is Joint.SPACE and self._words and self._words[-1].joint not in _BLANK:
            self._words[-1] = self._words[-1].followed_by(joint)

    def _end_line(self) -> None:
        """A line break after a blank, or a second one in a row, which leaves an empty line."""
        if self._words and self._words[-1].joint is not Joint.NEWLINE:
            self._words[-1] = self._words[-1].followed_by(Joint.NEWLINE)
        elif self._words:
            self._words.append(Word((), 0.0, Joint.NEWLINE, 0.0))
