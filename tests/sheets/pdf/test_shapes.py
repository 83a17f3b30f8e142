"""Shapes are painted where the drawing has them, in the colours of their hues."""

from __future__ import annotations

import re
from math import hypot

import pytest

from regdesk.sheets.drawings import Area, Disc, Hue, Pattern, Sector, Stroke
from regdesk.sheets.pdf.shapes import Plane, Solid, painted
from regdesk.sheets.theme import PLAIN, rgb, shade

MM = 72 / 25.4
PLANE = Plane(0, 100 * MM, 1.0)


def drawn(shape: Solid, plane: Plane = PLANE) -> str:
    return " ".join(painted(shape, plane, PLAIN))


def points(operators: str) -> list[tuple[float, float]]:
    """The ends of all lines and curves, in mm from the upper left corner."""
    found = re.findall(r"(-?[\d.]+) (-?[\d.]+) [mlc]\b", operators)
    return [(round(float(x) / MM, 1), round(100 - float(y) / MM, 1)) for x, y in found]


def test_line_goes_through_its_points() -> None:
    operators = drawn(Stroke(points=((10, 20), (30, 5)), thickness=1, dashed=True))
    assert points(operators) == [(10, 20), (30, 5)]
    assert f" {MM:.3f} w" in operators
    assert "] 0 d" in operators


def test_thin_line_is_not_scaled_away() -> None:
    assert " 0.4 w" in drawn(Stroke(points=((0, 0), (9, 9))), PLANE._replace(scale=0.1))


@pytest.mark.parametrize("shape", [Stroke(points=()), Stroke(points=((1, 1),)), Area(points=(), fill=Hue.INK)])
def test_shape_without_points_is_nothing(shape: Solid) -> None:
    assert drawn(shape) == ""


def test_area_is_filled_and_edged_in_its_hues() -> None:
    operators = drawn(Area.box(0, 0, 10, 10, Hue.GOOD_TINT, Hue.GOOD))
    fill, edge = (" ".join(f"{part:.3f}".rstrip("0") for part in rgb(shade(hue))) for hue in (Hue.GOOD_TINT, Hue.GOOD))
    assert f"{fill} rg" in operators
    assert f"{edge} RG" in operators


@pytest.mark.parametrize("pattern", [Pattern.STRIPES, Pattern.CROSSED, Pattern.DOTS])
def test_pattern_is_clipped_to_its_area(pattern: Pattern) -> None:
    plain = drawn(Area.box(0, 0, 10, 10, Hue.GOOD))
    operators = drawn(Area.box(0, 0, 10, 10, Hue.GOOD, pattern=pattern))
    assert operators.startswith(plain)
    clip, mesh = operators.removeprefix(plain).split(" n ")
    assert clip.endswith("h W*")
    assert mesh.count(" S") > 5


def test_patterns_differ() -> None:
    assert len({drawn(Area.box(0, 0, 10, 10, Hue.GOOD, pattern=pattern)) for pattern in Pattern}) == len(Pattern)


def test_circle_keeps_its_distance() -> None:
    for x, y in points(drawn(Disc(centre=(50, 50), radius=20, fill=Hue.INK))):
        assert hypot(x - 50, y - 50) == pytest.approx(20, abs=0.1)


def test_quarter_goes_clockwise_from_twelve() -> None:
    found = points(drawn(Sector(centre=(50, 50), inner=10, outer=20, start=0, end=90, fill=Hue.INK)))
    assert found == [(50, 30), (70, 50), (60, 50), (50, 40)]


def test_sector_without_a_hole_ends_in_its_centre() -> None:
    found = points(drawn(Sector(centre=(50, 50), inner=0, outer=20, start=90, end=180, fill=Hue.INK)))
    assert found == [(70, 50), (50, 70), (50, 50)]


def test_whole_turn_is_a_ring() -> None:
    operators = drawn(Sector(centre=(50, 50), inner=10, outer=20, start=0, end=360, fill=Hue.INK))
    assert operators.count(" m ") == 2
    assert " f*" in operators


def test_colours_and_clipping_are_given_back() -> None:
    for shape in (Area.box(0, 0, 5, 5, Hue.INK, Hue.BAD, Pattern.CROSSED), Disc(centre=(0, 0), radius=2, fill=Hue.INK)):
        operators = drawn(shape).split()
        assert operators.count("q") == operators.count("Q") > 0
