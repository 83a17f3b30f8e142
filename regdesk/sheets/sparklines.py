"""A small curve of an indicator's outcomes for a cell of a table: the last one marked, the target as a dashed line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from regdesk.sheets.blocks import FigureCell
from regdesk.sheets.drawings import Disc, Drawing, Hue, Point, Shape, Stroke
from regdesk.viewmodels.outcomes import Curve

_WIDTH: Final = 22.0
_HEIGHT: Final = 9.0
_EDGE: Final = 1.4
"""Around the curve, so that no mark is cut off. All measures are in mm."""


def sparkline(curve: Curve) -> FigureCell:
    """The curve from its first year to its last, between its lowest and its highest number."""
    return FigureCell(drawing=Drawing(width=_WIDTH, height=_HEIGHT, shapes=tuple(_shapes(curve))), alt=curve.words())


def _shapes(curve: Curve) -> Iterator[Shape]:
    height = _scale(curve)
    if curve.target is not None:
        level = height(curve.target)
        yield Stroke(points=((0, level), (_WIDTH, level)), hue=Hue.QUIET, dashed=True)
    places = _places(curve, height)
    for (start, _first), (end, point) in pairwise(zip(places, curve.points, strict=True)):
        if point.joined:
            yield Stroke(points=(start, end), hue=Hue.ACCENT, thickness=0.4)
    for place in places[:-1]:
        yield Disc(centre=place, radius=0.5, fill=Hue.ACCENT)
    yield Disc(centre=places[-1], radius=1.1, fill=Hue.ACCENT, edge=Hue.PAPER)


def _scale(curve: Curve) -> Callable[[Decimal], float]:
    """The height of a number; in the middle where all are the same."""
    numbers = [point.number for point in curve.points] + ([] if curve.target is None else [curve.target])
    lowest, span = min(numbers), max(numbers) - min(numbers)
    room = _HEIGHT - 2 * _EDGE
    return lambda number: _HEIGHT - _EDGE - room * (float((number - lowest) / span) if span else 0.5)


def _places(curve: Curve, height: Callable[[Decimal], float]) -> list[Point]:
    first, last = curve.points[0].year, curve.points[-1].year
    room = (_WIDTH - 2 * _EDGE) / (last - first)
    return [(_EDGE + (point.year - first) * room, height(point.number)) for point in curve.points]
