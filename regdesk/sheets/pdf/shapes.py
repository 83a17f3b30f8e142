"""Lines, areas, circles and sectors of a drawing as the operators that paint them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, cos, radians, sin, tan
from typing import Final, NamedTuple, TypeAlias

from reportlab.lib.units import mm

from regdesk.sheets.drawings import Area, Disc, Hue, Pattern, Point, Sector, Stroke
from regdesk.sheets.pdf.canvas import operands
from regdesk.sheets.theme import Palette, ink_on, rgb

_EDGE: Final = 0.25  # mm
_THINNEST: Final = 0.4  # points; thinner lines are lost on paper
_DASHES: Final = "[3 2.2] 0 d"
_MESH: Final = 3.6  # points between the lines or dots of a pattern, which is not scaled: it has to be told from others
_MESH_LINE: Final = 0.45
_DOT: Final = 1.1
_WHOLE_TURN: Final = 360

Solid: TypeAlias = Stroke | Area | Disc | Sector


class Plane(NamedTuple):
    """Where a drawing lies: its upper left corner, in points, and the scale of its millimetres."""

    left: float
    top: float
    scale: float

    def at(self, point: Point) -> Point:
        """A point of the drawing on the page."""
        x, y = point
        return self.left + self.length(x), self.top - self.length(y)

    def length(self, length: float) -> float:
        """A length of the drawing in points."""
        return length * mm * self.scale


def painted(shape: Solid, plane: Plane, palette: Palette) -> Iterator[str]:
    """The operators of a shape; they leave colours, lines and clipping as they were."""
    match shape:
        case Stroke():
            if len(shape.points) > 1:
                yield from _line(
                    _path(shape.points, plane), shape.hue, shape.thickness, plane, palette, dashed=shape.dashed
                )
        case Area():
            if len(shape.points) > 1:
                path = _path(shape.points, plane) + " h"
                yield from _filled(path, shape.fill, palette)
                yield from _patterned(path, shape, plane, palette)
                yield from _edged(path, shape.edge, plane, palette)
        case Disc():
            path = _circle(shape.centre, shape.radius, plane)
            yield from _filled(path, shape.fill, palette)
            yield from _edged(path, shape.edge, plane, palette)
        case Sector():
            path = _sector(shape, plane)
            yield from _filled(path, shape.fill, palette)
            yield from _edged(path, shape.edge, plane, palette)


def _filled(path: str, hue: Hue, palette: Palette) -> Iterator[str]:
    yield f"q {operands(*rgb(palette.shade(hue)))} rg {path} f* Q"


def _edged(path: str, hue: Hue | None, plane: Plane, palette: Palette) -> Iterator[str]:
    if hue is not None:
        yield from _line(path, hue, _EDGE, plane, palette)


def _line(
    path: str, hue: Hue, thickness: float, plane: Plane, palette: Palette, *, dashed: bool = False
) -> Iterator[str]:
    width, dashes = max(_THINNEST, plane.length(thickness)), f" {_DASHES}" if dashed else ""
    yield f"q {operands(*rgb(palette.shade(hue)))} RG {operands(width)} w 1 j{dashes} {path} S Q"


def _path(points: Sequence[Point], plane: Plane) -> str:
    placed = [operands(*plane.at(point)) for point in points]
    return " ".join([f"{placed[0]} m", *(f"{point} l" for point in placed[1:])])


def _circle(centre: Point, radius: float, plane: Plane) -> str:
    return f"{operands(*plane.at(_on_circle(centre, radius, 0)))} m {_arc(centre, radius, 0, _WHOLE_TURN, plane)} h"


def _sector(sector: Sector, plane: Plane) -> str:
    """Outer arc forwards, inner arc back; a whole turn is a ring of two circles, painted by the even-odd rule."""
    centre, start, end = sector.centre, sector.start, sector.end
    if abs(end - start) >= _WHOLE_TURN:
        return " ".join(_circle(centre, radius, plane) for radius in (sector.outer, sector.inner) if radius > 0)
    begin, turn = (
        operands(*plane.at(_on_circle(centre, sector.outer, start))),
        operands(*plane.at(_on_circle(centre, sector.inner, end))),
    )
    back = _arc(centre, sector.inner, end, start, plane) if sector.inner > 0 else ""
    return f"{begin} m {_arc(centre, sector.outer, start, end, plane)} {turn} l {back} h"


def _arc(centre: Point, radius: float, start: float, end: float, plane: Plane) -> str:
    """Bézier curves of at most a quarter each."""
    pieces = max(1, ceil(abs(end - start) / 90))
    angles = [start + (end - start) * piece / pieces for piece in range(pieces + 1)]
    handle = radius * 4 / 3 * tan(radians(end - start) / pieces / 4)
    return " ".join(_curve(centre, radius, handle, one, other, plane) for one, other in pairwise(angles))


def _curve(centre: Point, radius: float, handle: float, start: float, end: float, plane: Plane) -> str:
    (x0, y0), (x1, y1) = _on_circle(centre, radius, start), _on_circle(centre, radius, end)
    out = x0 + handle * cos(radians(start)), y0 + handle * sin(radians(start))
    into = x1 - handle * cos(radians(end)), y1 - handle * sin(radians(end))
    return f"{operands(*plane.at(out), *plane.at(into), *plane.at((x1, y1)))} c"


def _on_circle(centre: Point, radius: float, angle: float) -> Point:
    """Where an angle, clockwise from twelve o'clock, meets a circle."""
    x, y = centre
    return x + radius * sin(radians(angle)), y - radius * cos(radians(angle))


def _patterned(path: str, area: Area, plane: Plane, palette: Palette) -> Iterator[str]:
    if area.pattern is Pattern.PLAIN:
        return
    hue = area.edge if area.edge not in (None, area.fill) else ink_on(area.fill)
    yield f"q {path} W* n {operands(*rgb(palette.shade(hue)))} RG {operands(_MESH_LINE)} w"
    yield from _mesh(area, plane)
    yield "Q"


def _mesh(area: Area, plane: Plane) -> Iterator[str]:
    """Lines or dots over the rectangle around an area; neighbours share one mesh."""
    points = [plane.at(point) for point in area.points]
    left, right = min(x for x, _y in points), max(x for x, _y in points)
    bottom, top = min(y for _x, y in points), max(y for _x, y in points)
    if area.pattern is Pattern.DOTS:
        yield f"1 J {operands(_DOT)} w"
        for y in _steps(bottom, top):
            yield from (f"{operands(x, y)} m {operands(x, y)} l S" for x in _steps(left, right))
        return
    for c in _steps(bottom - right, top - left, across=2**0.5):
        yield f"{operands(left, left + c)} m {operands(right, right + c)} l S"
    if area.pattern is Pattern.CROSSED:
        for c in _steps(bottom + left, top + right, across=2**0.5):
            yield f"{operands(left, c - left)} m {operands(right, c - right)} l S"


def _steps(start: float, end: float, across: float = 1.0) -> Iterator[float]:
    """The places of a mesh from `start` to `end`; `across` is the length of a step along the axis."""
    step = _MESH * across
    place = ceil(start / step)
    while place * step <= end:
        yield place * step
        place += 1
