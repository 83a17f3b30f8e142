"""The tokens of the window's look: spacing, type scale, and colours for light and dark. Plain data, no widget.

Text keeps a contrast of at least 4.5:1 on every ground it stands on, borders and symbols 3:1
(WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum, auto
from types import MappingProxyType
from typing import Final

from regdesk.viewmodels.rows import Tone

FAMILY: Final = "Source Sans 3"
SYMBOL_FAMILY: Final = "DejaVu Sans"
FONT_FILES: Final = (
    "SourceSans3-Regular.ttf",
    "SourceSans3-Semibold.ttf",
    "SourceSans3-Bold.ttf",
    "SourceSans3-It.ttf",
    "DejaVuSans.ttf",
)
BASE_POINTS: Final = 11.0

PAPER: Final = "#ffffff"
"""What is printed stands on this, light or dark."""


class Space(IntEnum):
    """Distances in device-independent pixels; every gap of the window is one of these."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 40


class Step(StrEnum):
    """The steps of the type scale. A label names its step; the style sheet gives it its size."""

    CAPTION = auto()
    BODY = auto()
    STRONG = auto()
    TITLE = auto()
    HEADING = auto()
    DISPLAY = auto()


@dataclass(frozen=True, slots=True)
class Type:
    """Size as a share of the base size, and weight as fonts count it (400 regular, 600 semibold)."""

    share: float
    weight: int


TYPE_SCALE: Final[Mapping[Step, Type]] = MappingProxyType(
    {
        Step.CAPTION: Type(0.9, 400),
        Step.BODY: Type(1.0, 400),
        Step.STRONG: Type(1.0, 600),
        Step.TITLE: Type(1.3, 600),
        Step.HEADING: Type(1.75, 600),
        Step.DISPLAY: Type(2.6, 600),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pill:
    """A tone's colours: `ink` on `fill`, with an `edge` that is seen on every ground."""

    ink: str
    fill: str
    edge: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """All colours of one appearance, named by use; `name` is that of its drawn marks in resources/controls."""

    name: str
    window: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    quiet: str
    disabled: str
    accent: str
    on_accent: str
    chosen: str
    on_chosen: str
    chosen_quiet: str
    focus: str
    pills: Mapping[Tone, Pill]
    lanes: Mapping[str, Pill]


LIGHT: Final = Colours(
    name="light",
    window="#f3f4f2",
    surface="#ffffff",
    sunken="#e9ebe8",
    line="#d3d8d4",
    edge="#78827c",
    ink="#18211d",
    quiet="#505b55",
    disabled="#87908b",
    accent="#17586b",
    on_accent="#ffffff",
    chosen="#17586b",
    on_chosen="#ffffff",
    chosen_quiet="#cfe3e9",
    focus="#0b5fd8",
    pills=MappingProxyType(
        {
            Tone.NEUTRAL: Pill(ink="#18211d", fill="#ffffff", edge="#78827c"),
            Tone.GOOD: Pill(ink="#0d4726", fill="#d9f0e1", edge="#2b7a4b"),
            Tone.PARTLY: Pill(ink="#563900", fill="#fce9bd", edge="#966100"),
            Tone.SERIOUS: Pill(ink="#6b2400", fill="#fdd9b8", edge="#b34700"),
            Tone.BAD: Pill(ink="#761019", fill="#fbdcdd", edge="#b3261e"),
            Tone.UNKNOWN: Pill(ink="#34376b", fill="#e3e5f6", edge="#5b5f97"),
            Tone.MUTED: Pill(ink="#505b55", fill="#e9ebe8", edge="#78827c"),
        }
    ),
    lanes=MappingProxyType(
        {
            "meeting": Pill(ink="#ffffff", fill="#17586b", edge="#17586b"),
            "deadline": Pill(ink="#5b3a00", fill="#fbe7b8", edge="#966100"),
            "report_back": Pill(ink="#34376b", fill="#e3e5f6", edge="#5b5f97"),
            "supervision": Pill(ink="#57215f", fill="#f3e0f6", edge="#8b4a97"),
            "report": Pill(ink="#0e444f", fill="#d5ecef", edge="#2f7d8c"),
        }
    ),
)

DARK: Final = Colours(
    name="dark",
    window="#161a1c",
    surface="#1d2325",
    sunken="#111415",
    line="#353d40",
    edge="#87929a",
    ink="#e9edeb",
    quiet="#aeb8b6",
    disabled="#747e80",
    accent="#80c7d9",
    on_accent="#0a1f26",
    chosen="#226477",
    on_chosen="#ffffff",
    chosen_quiet="#2a3f46",
    focus="#8fbcff",
    pills=MappingProxyType(
        {
            Tone.NEUTRAL: Pill(ink="#e9edeb", fill="#1d2325", edge="#87929a"),
            Tone.GOOD: Pill(ink="#bdebcd", fill="#163a26", edge="#5dbb84"),
            Tone.PARTLY: Pill(ink="#ffdf9f", fill="#43300a", edge="#d9a33b"),
            Tone.SERIOUS: Pill(ink="#ffd0ab", fill="#4d260d", edge="#f0924f"),
            Tone.BAD: Pill(ink="#ffcaca", fill="#4b1a1d", edge="#f0817f"),
            Tone.UNKNOWN: Pill(ink="#d6d9f8", fill="#2c2e52", edge="#9a9fe0"),
            Tone.MUTED: Pill(ink="#aeb8b6", fill="#262d30", edge="#87929a"),
        }
    ),
    lanes=MappingProxyType(
        {
            "meeting": Pill(ink="#0a1f26", fill="#80c7d9", edge="#80c7d9"),
            "deadline": Pill(ink="#ffdf9f", fill="#43300a", edge="#d9a33b"),
            "report_back": Pill(ink="#d6d9f8", fill="#2c2e52", edge="#9a9fe0"),
            "supervision": Pill(ink="#f2cdf7", fill="#452449", edge="#cf90d9"),
            "report": Pill(ink="#b9e6ee", fill="#12383f", edge="#57b0c0"),
        }
    ),
)
