"""The colours of paper: one accent, three greys, and a tint with readable text for each tone of a status.

What draws asks the paper's palette for a colour by what it is for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from regdesk.sheets.blocks import HouseStyle, Tone
from regdesk.sheets.drawings import Hue

INK: Final = "#1B2328"
QUIET: Final = "#4C5962"
ACCENT: Final = "#0B5563"
ACCENT_TINT: Final = "#E7EEEF"
HAIRLINE: Final = "#C6CFD4"
PAPER: Final = "#FFFFFF"
FIELD_EDGE: Final = "#75818A"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneColours:
    """The text and the tint behind it; together at least 4.5:1 (WCAG 1.4.3)."""

    text: str
    tint: str


TONES: Final[dict[Tone, ToneColours]] = {
    Tone.GOOD: ToneColours(text="#0D4F2C", tint="#DCEFE2"),
    Tone.CAUTION: ToneColours(text="#634200", tint="#FBEDC8"),
    Tone.SERIOUS: ToneColours(text="#6E2800", tint="#FBDFC8"),
    Tone.BAD: ToneColours(text="#86191C", tint="#F8DFDC"),
    Tone.UNKNOWN: ToneColours(text="#333E47", tint="#E4E9EC"),
    Tone.NONE: ToneColours(text=QUIET, tint="#F2F4F5"),
}

_SHADES: Final[dict[Hue, str]] = {
    Hue.INK: INK,
    Hue.QUIET: QUIET,
    Hue.ACCENT: ACCENT,
    Hue.ACCENT_TINT: ACCENT_TINT,
    Hue.HAIRLINE: HAIRLINE,
    Hue.PAPER: PAPER,
    Hue.GOOD: TONES[Tone.GOOD].text,
    Hue.GOOD_TINT: TONES[Tone.GOOD].tint,
    Hue.CAUTION: TONES[Tone.CAUTION].text,
    Hue.CAUTION_TINT: TONES[Tone.CAUTION].tint,
    Hue.SERIOUS: TONES[Tone.SERIOUS].text,
    Hue.SERIOUS_TINT: TONES[Tone.SERIOUS].tint,
    Hue.BAD: TONES[Tone.BAD].text,
    Hue.BAD_TINT: TONES[Tone.BAD].tint,
    Hue.UNKNOWN: TONES[Tone.UNKNOWN].text,
    Hue.UNKNOWN_TINT: TONES[Tone.UNKNOWN].tint,
}

_ON_LIGHT: Final[dict[Hue, Hue]] = {
    Hue.ACCENT_TINT: Hue.ACCENT,
    Hue.HAIRLINE: Hue.INK,
    Hue.PAPER: Hue.QUIET,
    Hue.GOOD_TINT: Hue.GOOD,
    Hue.CAUTION_TINT: Hue.CAUTION,
    Hue.SERIOUS_TINT: Hue.SERIOUS,
    Hue.BAD_TINT: Hue.BAD,
    Hue.UNKNOWN_TINT: Hue.UNKNOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one paper: the program's, but for the accent, which is the organisation's."""

    accent: str = ACCENT
    accent_tint: str = ACCENT_TINT

    @classmethod
    def of(cls, style: HouseStyle) -> Palette:
        return cls(accent=style.accent, accent_tint=style.accent_tint)

    def own(self, colour: str) -> str:
        """A colour of the program as this paper has it."""
        return {ACCENT: self.accent, ACCENT_TINT: self.accent_tint}.get(colour, colour)

    def shade(self, hue: Hue) -> str:
        """The colour of `hue`, as #RRGGBB."""
        return self.own(shade(hue))


PLAIN: Final = Palette()
"""The program's own colours."""


def shade(hue: Hue) -> str:
    """The program's own colour of `hue`, as #RRGGBB."""
    return _SHADES[hue]


def ink_on(hue: Hue) -> Hue:
    """What is seen on an area of `hue`: the ink of a tint, and paper on a dark one."""
    return _ON_LIGHT.get(hue, Hue.PAPER)


@cache
def rgb(colour: str) -> tuple[float, float, float]:
    """The parts, 0 to 1, of a colour written as #RRGGBB."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
