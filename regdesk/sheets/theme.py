"""The colours of paper: one accent, three greys, and a tint with readable text for each tone of a status."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from regdesk.sheets.blocks import Tone

INK: Final = "#1B2328"
QUIET: Final = "#4C5962"
ACCENT: Final = "#0B5563"
HAIRLINE: Final = "#C6CFD4"


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


@cache
def rgb(colour: str) -> tuple[float, float, float]:
    """The parts, 0 to 1, of a colour written as #RRGGBB."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
