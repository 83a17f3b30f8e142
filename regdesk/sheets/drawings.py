"""Drawings of lines, areas and words: charts, matrices and wheels, in millimetres from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TypeAlias


class Hue(StrEnum):
    """A colour by what it is for; the renderer and the organisation's look choose the shade.

    Each tone of a status has two: the ink of its words, and the tint behind them, which read together at 4.5:1.
    """

    INK = auto()
    QUIET = auto()
    ACCENT = auto()
    ACCENT_TINT = auto()
    HAIRLINE = auto()
    PAPER = auto()
    GOOD = auto()
    GOOD_TINT = auto()
    CAUTION = auto()
    CAUTION_TINT = auto()
    SERIOUS = auto()
    SERIOUS_TINT = auto()
    BAD = auto()
    BAD_TINT = auto()
    UNKNOWN = auto()
    UNKNOWN_TINT = auto()


class Anchor(StrEnum):
    """Which part of a label stands at its point."""

    START = auto()
    MIDDLE = auto()
    END = auto()


class Pattern(StrEnum):
    """What fills an area besides its colour, so that areas differ on a grey print too."""

    PLAIN = auto()
    STRIPES = auto()
    CROSSED = auto()
    DOTS = auto()


Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line through points. `thickness` is in mm."""

    points: tuple[Point, ...]
    hue: Hue = Hue.INK
    thickness: float = 0.25
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A filled polygon; a rectangle is one of four points. Without an edge it has no outline."""

    points: tuple[Point, ...]
    fill: Hue
    edge: Hue | None = None
    pattern: Pattern = Pattern.PLAIN

    @classmethod
    def box(
        cls,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Hue,
        edge: Hue | None = None,
        pattern: Pattern = Pattern.PLAIN,
    ) -> Area:
        """A rectangle by its upper left corner and its size."""
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        return cls(points=corners, fill=fill, edge=edge, pattern=pattern)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A filled circle around a point."""

    centre: Point
    radius: float
    fill: Hue
    edge: Hue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A piece of a ring around `centre`. Angles are in degrees clockwise from twelve o'clock."""

    centre: Point
    inner: float
    outer: float
    start: float
    end: float
    fill: Hue
    edge: Hue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words in one or several lines (`\\n`) whose first baseline begins, is centred or ends at `at`.

    `size` is in points, never below 8. `width` in mm, where given, is the room of a line: a longer text is broken at
    blanks, and what `lines` cannot hold ends in an ellipsis. The words are part of the sheet: they are found by
    search, and are read in the order of the drawing's marks.
    """

    at: Point
    text: str
    size: float = 9
    anchor: Anchor = Anchor.START
    strong: bool = False
    hue: Hue = Hue.INK
    width: float = 0.0
    lines: int = 1


Shape: TypeAlias = Stroke | Area | Disc | Sector | Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shapes on a surface of `width` × `height` mm, each on top of those before it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def __post_init__(self) -> None:
        if self.width <= 0 or self.height <= 0:
            raise ValueError("a drawing needs a width and a height above 0")

    def words(self) -> tuple[str, ...]:
        """The texts of its labels, in their order."""
        return tuple(shape.text for shape in self.shapes if isinstance(shape, Label))
