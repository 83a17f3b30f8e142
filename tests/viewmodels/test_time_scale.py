"""Days as shares of a width: where they stand, how one zooms and moves, and what is marked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.viewmodels.time_scale import TimeScale

YEAR = TimeScale(date(2026, 1, 1), date(2026, 12, 31))
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def texts(scale: TimeScale, most: int) -> list[str]:
    return [f"{tick.year} {tick.text}".strip().replace("\u00a0", " ") for tick in scale.ticks(most)]


def test_a_scale_has_room_for_every_day_and_today() -> None:
    assert TimeScale.around([date(2026, 3, 14), date(2026, 5, 2)], date(2026, 11, 28)) == TimeScale(
        date(2026, 3, 1), date(2026, 11, 30)
    )
    assert TimeScale.around([], date(2026, 2, 3)) == TimeScale(date(2026, 2, 1), date(2026, 2, 28))


def test_the_first_day_begins_and_the_last_one_ends_it() -> None:
    assert (YEAR.start_of(date(2026, 1, 1)), YEAR.end_of(date(2026, 12, 31))) == (0.0, 1.0)
    assert YEAR.end_of(date(2026, 1, 1)) == YEAR.start_of(date(2026, 1, 2))
    assert YEAR.start_of(date(2025, 12, 31)) < 0


def test_months_are_marked_where_there_is_room_and_else_quarters_or_years() -> None:
    assert texts(YEAR, 12)[:3] == ["2026 jan.", "feb.", "mars"]
    assert texts(YEAR, 6) == ["2026 kv 1", "kv 2", "kv 3", "kv 4"]
    assert texts(TimeScale(date(2024, 6, 1), date(2026, 12, 31)), 3) == ["2025", "2026"]
    assert texts(TimeScale(date(2000, 1, 1), date(2039, 12, 31)), 8) == [str(year) for year in range(2000, 2040, 5)]


@pytest.mark.parametrize("most", [0, 1])
def test_a_narrow_scale_still_has_marks(most: int) -> None:
    assert len(TimeScale(date(2000, 1, 1), date(2009, 12, 31)).ticks(most)) == 1


@given(DAYS, st.integers(28, 10_000), st.floats(0.1, 10), st.integers(0, 10_000))
def test_the_day_that_one_zooms_around_stays_in_its_place(first: date, days: int, factor: float, at: int) -> None:
    scale = TimeScale(first, first + timedelta(days=days - 1))
    around = first + timedelta(days=at % days)
    zoomed = scale.zoomed(factor, around)
    assert zoomed.first <= around <= zoomed.last
    assert abs(zoomed.middle_of(around) - scale.middle_of(around)) <= 1 / zoomed.days
    assert 28 <= zoomed.days <= 365 * 40


@given(DAYS, st.integers(28, 10_000), st.floats(-3, 3))
def test_moving_keeps_the_number_of_days(first: date, days: int, share: float) -> None:
    scale = TimeScale(first, first + timedelta(days=days - 1))
    moved = scale.moved(share)
    assert moved.days == days
    assert abs((moved.first - first).days - share * days) <= 0.5 + 1e-6


def test_a_calendar_has_an_end_and_a_beginning() -> None:
    early = TimeScale(date(1, 1, 1), date(1, 12, 31))
    assert early.moved(-2) == early
    late = TimeScale(date(9998, 1, 1), date(9998, 12, 30))
    assert late.moved(5).days == late.days
    assert late.ticks(12)[0].text == "jan."


@given(DAYS, st.integers(28, 12_000), st.integers(1, 40))
def test_marks_are_in_order_within_the_width_and_no_more_than_there_is_room_for(
    first: date, days: int, most: int
) -> None:
    ticks = TimeScale(first, first + timedelta(days=days - 1)).ticks(most)
    shares = [tick.share for tick in ticks]
    assert shares == sorted(shares)
    assert all(0 <= share < 1 for share in shares)
    assert len(ticks) <= most + 2
