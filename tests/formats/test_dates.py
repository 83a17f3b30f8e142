"""Dates, times, weeks and periods as they are printed."""

from __future__ import annotations

import datetime as dt

import pytest

from regdesk.domain.codes import PeriodKind
from regdesk.formats import (
    format_clock,
    format_date,
    format_date_interval,
    format_day_of_year,
    format_iso_date,
    format_iso_interval,
    format_month,
    format_month_name,
    format_period,
    format_short_weekday,
    format_time,
    format_week,
    format_weekday,
    format_weekday_date,
    format_year_span,
)

DAY = dt.date(2026, 11, 22)


def test_a_date_in_running_text() -> None:
    assert format_date(DAY) == "den 22 november 2026"
    assert format_date(DAY, language="en") == "22 November 2026"


def test_a_date_in_a_heading() -> None:
    assert format_date(DAY, article=False) == "22 november 2026"


def test_a_date_with_its_weekday() -> None:
    assert format_weekday_date(DAY) == "söndag den 22 november 2026"
    assert format_weekday_date(DAY, language="en") == "Sunday 22 November 2026"


def test_a_date_says_no_more_than_is_not_plain() -> None:
    assert format_weekday(DAY) == "söndag 22 november"
    assert format_weekday(DAY, language="en") == "Sunday 22 November"
    assert format_short_weekday(DAY) == "sön 22"
    assert format_day_of_year(DAY) == "22 november"
    assert format_month_name(11) == "november"
    assert format_month_name(11, language="en") == "November"


def test_a_date_in_a_table() -> None:
    assert format_iso_date(DAY) == "2026-11-22"
    assert format_iso_date(dt.datetime(2026, 11, 22, 9, 30)) == "2026-11-22"


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        (dt.date(2026, 11, 22), dt.date(2026, 11, 22), "22 november 2026"),
        (dt.date(2026, 11, 22), dt.date(2026, 11, 24), "22–24 november 2026"),
        (dt.date(2026, 11, 28), dt.date(2026, 12, 2), "28 november–2 december 2026"),
        (dt.date(2026, 12, 28), dt.date(2027, 1, 3), "28 december 2026–3 januari 2027"),
        (dt.date(2026, 11, 22), dt.date(2027, 11, 22), "22 november 2026–22 november 2027"),
    ],
)
def test_an_interval_says_nothing_twice(start: dt.date, end: dt.date, printed: str) -> None:
    assert format_date_interval(start, end) == printed


def test_an_interval_in_english() -> None:
    assert format_date_interval(DAY, dt.date(2026, 12, 2), language="en") == "22 November–2 December 2026"


def test_an_interval_in_a_table() -> None:
    assert format_iso_interval(DAY, dt.date(2026, 11, 24)) == "2026-11-22–2026-11-24"
    assert format_iso_interval(DAY, DAY) == "2026-11-22"


def test_years_are_never_grouped() -> None:
    assert format_year_span(2024, 2026) == "2024–2026"
    assert format_year_span(2024, 2024) == "2024"


def test_a_month() -> None:
    assert format_month(DAY) == "november 2026"
    assert format_month(DAY, language="en") == "November 2026"


def test_times() -> None:
    assert format_time(dt.time(9, 5)) == "9.05"
    assert format_time(dt.time(15, 30), language="en") == "15:30"
    assert format_clock(dt.time(9, 0)) == "kl.\u00a09.00"
    assert format_clock(dt.time(9, 0), dt.time(15, 30), language="en") == "9:00–15:30"


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (dt.date(2026, 11, 22), "v.\u00a047\u00a02026"),
        (dt.date(2026, 12, 31), "v.\u00a053\u00a02026"),
        (dt.date(2027, 1, 1), "v.\u00a053\u00a02026"),
        (dt.date(2027, 1, 4), "v.\u00a01\u00a02027"),
    ],
)
def test_a_week_has_the_year_it_belongs_to(day: dt.date, week: str) -> None:
    assert format_week(day, year=True) == week


def test_a_week_in_english() -> None:
    assert format_week(DAY, language="en") == "week\u00a047"


@pytest.mark.parametrize(
    ("kind", "start", "end", "swedish", "english"),
    [
        (PeriodKind.MONTH, (11, 1), (11, 30), "november 2026", "November 2026"),
        (PeriodKind.QUARTER, (1, 1), (3, 31), "kvartal\u00a01 2026", "quarter\u00a01 2026"),
        (PeriodKind.FOUR_MONTHS, (9, 1), (12, 31), "tertial\u00a03 2026", "four-month period\u00a03 2026"),
        (PeriodKind.YEAR, (1, 1), (12, 31), "2026", "2026"),
        (PeriodKind.INTERIM, (1, 1), (8, 31), "januari–augusti 2026", "January–August 2026"),
        (PeriodKind.INTERIM, (2, 1), (2, 28), "februari 2026", "February 2026"),
        (PeriodKind.INTERIM, (1, 1), (8, 30), "1 januari–30 augusti 2026", "1 January–30 August 2026"),
    ],
)
def test_a_period_is_named_by_its_kind(
    kind: PeriodKind, start: tuple[int, int], end: tuple[int, int], swedish: str, english: str
) -> None:
    days = dt.date(2026, *start), dt.date(2026, *end)
    assert format_period(kind, *days) == swedish
    assert format_period(kind, *days, language="en") == english


@pytest.mark.parametrize(
    ("kind", "start", "end", "printed"),
    [
        (PeriodKind.QUARTER, dt.date(2026, 2, 1), dt.date(2026, 4, 30), "februari–april 2026"),
        (PeriodKind.YEAR, dt.date(2026, 1, 1), dt.date(2026, 12, 30), "1 januari–30 december 2026"),
        (PeriodKind.YEAR, dt.date(2026, 7, 1), dt.date(2027, 6, 30), "1 juli 2026–30 juni 2027"),
        (PeriodKind.MONTH, dt.date(2026, 1, 1), dt.date(2026, 2, 28), "januari–februari 2026"),
    ],
)
def test_a_period_unlike_its_kind_is_named_by_its_days(
    kind: PeriodKind, start: dt.date, end: dt.date, printed: str
) -> None:
    assert format_period(kind, start, end) == printed
