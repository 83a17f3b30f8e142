"""How pieces of text are printed: face, size, colour, tint and link, worked out once for each voice of a sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from regdesk.sheets.characters import SOFT_HYPHEN
from regdesk.sheets.pdf.fonts import Weight, width_of
from regdesk.sheets.pdf.glyphs import Glyphs
from regdesk.sheets.pdf.structure import Element


@dataclass(slots=True, eq=False)
class Link:
    """An address, and the structure element that its text gets when it is first drawn."""

    address: str
    element: Element | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How a piece of a line is printed. `blank` and `hyphen` are the widths of those signs in it."""

    face: str
    size: float
    colour: str
    tint: str
    link: Link | None
    blank: float
    hyphen: float


class Piece(NamedTuple):
    """A stretch of text in one look."""

    text: str
    look: Look
    width: float


@dataclass(slots=True, eq=False)
class Voice:
    """What a run of text asks for, before its characters are given to faces. It remembers the pieces it has made."""

    size: float
    weight: Weight
    colour: str
    tint: str = ""
    link: Link | None = None
    _looks: dict[str, Look] = field(default_factory=dict)
    _pieces: dict[str, tuple[Piece, ...]] = field(default_factory=dict)

    def pieces(self, text: str, glyphs: Glyphs) -> tuple[Piece, ...]:
        """`text` divided by face."""
        if text not in self._pieces:
            self._pieces[text] = tuple(
                Piece(part, self._look(face.name), width_of(part, face.name, self.size))
                for part, face in glyphs.divided(text, self.weight)
            )
        return self._pieces[text]

    def _look(self, face: str) -> Look:
        if face not in self._looks:
            blank, hyphen = (width_of(sign, face, self.size) for sign in (" ", SOFT_HYPHEN))
            self._looks[face] = Look(face, self.size, self.colour, self.tint, self.link, blank, hyphen)
        return self._looks[face]
