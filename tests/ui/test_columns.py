"""Columns share the width of their list, and none gets less than its title needs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regdesk.ui.columns import shared

COLUMNS = st.lists(st.tuples(st.floats(0.1, 9), st.integers(40, 160)), min_size=1, max_size=8)


def test_columns_get_their_shares() -> None:
    assert shared(1000, [3, 1, 1], [50, 50, 50]) == [600, 200, 200]


def test_what_a_narrow_column_needs_the_others_give() -> None:
    assert shared(500, [8, 1, 1], [50, 100, 50]) == [350, 100, 50]


@given(COLUMNS, st.integers(0, 3000))
def test_none_gets_less_than_it_needs_and_all_get_no_more_than_there_is(
    columns: list[tuple[float, int]], width: int
) -> None:
    shares, needs = [share for share, _need in columns], [need for _share, need in columns]
    widths = shared(width, shares, needs)
    assert all(given >= need for given, need in zip(widths, needs, strict=True))
    assert sum(widths) <= max(width, sum(needs))
