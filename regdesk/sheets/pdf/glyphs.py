"""Finds a face for every character, and a readable stand-in for those that no face has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from regdesk.sheets.blocks import Family
from regdesk.sheets.pdf.fonts import Face, Weight, faces


@dataclass(slots=True)
class Glyphs:
    """Divides texts by face. `substitutes` gathers what was printed in place of characters no face has."""

    family: Family = Family.SANS
    substitutes: dict[str, str] = field(default_factory=dict)

    def divided(self, text: str, weight: Weight) -> Iterator[tuple[str, Face]]:
        """Pieces of `text`, each with the face that has all its characters."""
        own, stand_in = faces(weight, self.family)
        if own.characters.issuperset(text):
            yield text, own
            return
        text = self._covered(text, own, stand_in)
        start = 0
        for end in range(1, len(text) + 1):
            current = _face_of(text[start], own, stand_in)
            if end == len(text) or _face_of(text[end], own, stand_in) is not current:
                yield text[start:end], current
                start = end

    def _covered(self, text: str, own: Face, stand_in: Face) -> str:
        lacking = set(text).difference(own.characters, stand_in.characters)
        for character in sorted(lacking):
            self.substitutes[character] = _substitute(character, own, stand_in)
        return text.translate({ord(character): self.substitutes[character] for character in lacking})


def _face_of(character: str, own: Face, stand_in: Face) -> Face:
    return own if character in own.characters else stand_in


def _substitute(character: str, own: Face, stand_in: Face) -> str:
    """The same letter in plain form where Unicode names one, as for a mathematical bold A; otherwise its code."""
    plain = unicodedata.normalize("NFKC", character)
    is_known = plain != character and not set(plain).difference(own.characters, stand_in.characters)
    return plain if is_known else f"[U+{ord(character):04X}]"
