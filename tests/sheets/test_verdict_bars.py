"""Bars of verdicts: every count is said, no part lies over another, and each differs without colours."""

from __future__ import annotations

from itertools import pairwise

import pytest

from regdesk.domain.codes import Verdict
from regdesk.sheets.blocks import Figure
from regdesk.sheets.drawings import Area, Drawing
from regdesk.sheets.verdict_bars import verdict_bars
from regdesk.viewmodels.follow_up_parts import CountRow
from regdesk.viewmodels.words import verdict_cell

VERDICTS = tuple(verdict_cell(verdict) for verdict in (*Verdict, None))


def bars(*numbers: tuple[int, ...]) -> tuple[Figure, ...]:
    counts = [
        CountRow(source="", kind=f"Slag {row}", total=sum(each), numbers=each, words=f"i ord {row}")
        for row, each in enumerate(numbers)
    ]
    return verdict_bars(VERDICTS, counts)


def drawing(figure: Figure) -> Drawing:
    assert isinstance(figure.image, Drawing)
    return figure.image


def test_every_number_is_in_a_part_or_beside_the_bar_and_in_the_words() -> None:
    (figure,) = bars((11, 10, 2, 1, 0), (0, 0, 0, 0, 5))
    texts = drawing(figure).words()
    assert [text for text in texts if text.isdigit()] == ["11", "10", "2", "5"]
    assert "Kan ej bedömas 1" in texts
    assert figure.alt == "Staplar över bedömningarna. Slag 0: i ord 0. Slag 1: i ord 1."


def test_the_parts_of_each_bar_fill_it_in_order_and_differ_by_their_patterns() -> None:
    (figure,) = bars((3, 3, 3, 3, 3))
    parts = [shape for shape in drawing(figure).shapes if isinstance(shape, Area) and shape.edge][:5]
    edges = [(shape.points[0][0], shape.points[1][0]) for shape in parts]
    assert all(right == pytest.approx(left) for (_l, right), (left, _r) in pairwise(edges))
    assert len({(part.pattern, part.fill) for part in parts}) == 5
    assert len({part.pattern for part in parts[:4]}) == 4


def test_what_is_seen_at_once_has_no_bar() -> None:
    assert bars((1, 1, 1, 0, 0)) == ()
    assert bars() == ()
