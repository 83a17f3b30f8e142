"""Small curves: every point lies within the drawing, higher numbers stand higher, and the words say all of it."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from regdesk.sheets.drawings import Disc, Label, Stroke
from regdesk.sheets.sparklines import sparkline
from regdesk.viewmodels.outcomes import Curve, CurveLine, CurvePoint

numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3)


def curve(values: list[Decimal], target: Decimal | None = None) -> Curve:
    return Curve(lines=(line(values),), target=target, words="Utfall i ord.")


def line(values: list[Decimal], label: str = "") -> CurveLine:
    points = (CurvePoint(2020 + place, number, place > 1) for place, number in enumerate(values))
    return CurveLine(label=label, points=tuple(points))


@given(values=st.lists(numbers, min_size=3, max_size=9), target=st.none() | numbers)
def test_all_of_a_curve_lies_within_its_drawing(values: list[Decimal], target: Decimal | None) -> None:
    drawing = sparkline(curve(values, target)).drawing
    discs = [shape for shape in drawing.shapes if isinstance(shape, Disc)]
    places = [disc.centre for disc in discs]
    for x, y in places:
        assert 0 < x < drawing.width
        assert 0 < y < drawing.height
    ordered = sorted(zip(values, places, strict=True))
    assert all(one[1][1] >= other[1][1] for one, other in pairwise(ordered))
    assert max(disc.radius for disc in discs) == discs[-1].radius > discs[0].radius


def test_points_that_are_not_neighbours_are_not_joined_and_the_target_is_dashed() -> None:
    cell = sparkline(curve([Decimal(1), Decimal(2), Decimal(4)], Decimal(5)))
    strokes = [shape for shape in cell.drawing.shapes if isinstance(shape, Stroke)]
    assert [stroke.dashed for stroke in strokes] == [True, False]
    assert cell.alt == "Utfall i ord."


@given(women=st.lists(numbers, min_size=3, max_size=3), men=st.lists(numbers, min_size=3, max_size=3))
def test_two_lines_are_named_at_their_ends_and_the_names_stand_apart(women: list[Decimal], men: list[Decimal]) -> None:
    both = Curve(lines=(line(women, "K"), line(men, "M")), target=None, words="Två kurvor i ord.")
    drawing = sparkline(both).drawing
    first, second = (shape.at[1] for shape in drawing.shapes if isinstance(shape, Label))
    assert abs(first - second) >= 2.9
    assert max(first, second) <= drawing.height
    ends = [shape.centre[1] for shape in drawing.shapes if isinstance(shape, Disc) and shape.radius > 1]
    assert ends[0] == ends[1] or (ends[0] < ends[1]) == (first < second)
