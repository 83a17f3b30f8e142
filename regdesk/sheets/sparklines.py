"""A small curve of an indicator's outcomes for a cell of a table: the last one marked, the target as a dashed line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from regdesk.sheets.blocks import FigureCell
from regdesk.sheets.drawings import Disc, Drawing, Hue, Label, Point, Shape, Stroke
from regdesk.sheets.lettering import width_of
from regdesk.viewmodels.outcomes import Curve, CurveLine

_WIDTH: Final = 22.0
_HEIGHT: Final = 9.0
_EDGE: Final = 1.4
"""Around the curve, so that no mark is cut off. All measures are in mm."""

_SIZE: Final = 8.0
_LETTERS: Final = 2.1
"""How high a letter of that size is."""

_APART: Final = 3.0
"""Between the labels of two lines."""

_HUES: Final = (Hue.ACCENT, Hue.QUIET)


def sparkline(curve: Curve) -> FigureCell:
    """The curve from its first year to its last, between its lowest and its highest number."""
    return FigureCell(drawing=Drawing(width=_WIDTH, height=_HEIGHT, shapes=tuple(_shapes(curve))), alt=curve.words)


def _shapes(curve: Curve) -> Iterator[Shape]:
    height, width = _scale(curve), _WIDTH - _label_room(curve)
    if curve.target is not None:
        level = height(curve.target)
        yield Stroke(points=((0, level), (width, level)), hue=Hue.QUIET, dashed=True)
    ends = []
    for line, hue in zip(curve.lines, _HUES, strict=False):
        places = _places(line, height, width)
        yield from _line(line, places, hue)
        ends.append(places[-1][1])
    if len(ends) > 1:
        yield from _labels(curve, ends, width)


def _line(line: CurveLine, places: Sequence[Point], hue: Hue) -> Iterator[Shape]:
    for (start, _first), (end, point) in pairwise(zip(places, line.points, strict=True)):
        if point.joined:
            yield Stroke(points=(start, end), hue=hue, thickness=0.4)
    for place in places[:-1]:
        yield Disc(centre=place, radius=0.5, fill=hue)
    yield Disc(centre=places[-1], radius=1.1, fill=hue, edge=Hue.PAPER)


def _scale(curve: Curve) -> Callable[[Decimal], float]:
    """The height of a number; in the middle where all are the same."""
    numbers = [point.number for line in curve.lines for point in line.points]
    numbers += [] if curve.target is None else [curve.target]
    lowest, span = min(numbers), max(numbers) - min(numbers)
    room = _HEIGHT - 2 * _EDGE
    return lambda number: _HEIGHT - _EDGE - room * (float((number - lowest) / span) if span else 0.5)


def _places(line: CurveLine, height: Callable[[Decimal], float], width: float) -> list[Point]:
    first, last = line.points[0].year, line.points[-1].year
    room = (width - 2 * _EDGE) / (last - first)
    return [(_EDGE + (point.year - first) * room, height(point.number)) for point in line.points]


def _label_room(curve: Curve) -> float:
    return max(width_of(line.label, _SIZE) for line in curve.lines) + 0.6 if len(curve.lines) > 1 else 0.0


def _labels(curve: Curve, ends: Sequence[float], width: float) -> Iterator[Shape]:
    """Each line's label at its end; two that would lie over each other are moved apart."""
    middle = sum(ends) / 2
    half = max(abs(ends[0] - ends[1]), _APART) / 2
    middle = min(max(middle, half + _LETTERS / 2), _HEIGHT - half - _LETTERS / 2)
    upper = 0 if ends[0] <= ends[1] else 1
    for place, (line, hue) in enumerate(zip(curve.lines, _HUES, strict=False)):
        y = middle + (-half if place == upper else half)
        yield Label(at=(width + 0.4, y + _LETTERS / 2), text=line.label, size=_SIZE, hue=hue)
