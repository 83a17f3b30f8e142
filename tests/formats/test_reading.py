"""Dates, times and spans as people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.formats import (
    Language,
    format_clock,
    format_date,
    format_date_interval,
    format_iso_date,
    format_iso_interval,
    format_time,
    format_weekday_date,
    format_year_span,
    parse_date,
    parse_date_span,
    parse_time,
    parse_year_span,
)

TODAY = dt.date(2026, 2, 3)
DAY = dt.date(2026, 11, 22)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(["sv", "en"])


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22",
        " 2026-11-22 ",
        "20261122",
        "26-11-22",
        "261122",
        "22 november 2026",
        "den 22\u00a0november 2026",
        "Söndagen den 22 november 2026",
        "söndag 22 november",
        "22 November 2026",
        "Sunday, 22 November 2026",
        "22 nov. 2026",
        "22 nov",
        "22/11",
        "22/11 2026",
        "22/11-26",
        "22/11/2026",
        "22.11.2026",
    ],
)
def test_a_date_is_read(text: str) -> None:
    assert parse_date(text, today=TODAY) == DAY


def test_a_date_without_a_year_is_this_year() -> None:
    read = parse_date("22/11")
    assert read is not None
    assert read.replace(year=2000) == dt.date(2000, 11, 22)


@pytest.mark.parametrize(
    "text",
    [
        *("", "22", "november", "2026-02-30", "31/11", "22 no 2026", "22 nonsens 2026", "0000-01-01", "2026-11"),
        *("\u0662\u0662/11", "2026-11-22x", "söndag", "2026" * 1_000_000),
    ],
)
def test_what_is_no_date_is_not_made_one(text: str) -> None:
    assert parse_date(text, today=TODAY) is None
    assert parse_date_span(text, today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023-04-26—27", (2023, 4, 26), (2023, 4, 27)),
        ("2023-04-26–27", (2023, 4, 26), (2023, 4, 27)),
        ("2023-04-26--27", (2023, 4, 26), (2023, 4, 27)),
        ("2023-04-26-27", (2023, 4, 26), (2023, 4, 27)),
        ("2023-04-26–05-02", (2023, 4, 26), (2023, 5, 2)),
        ("2026-11-22-2026-11-24", (2026, 11, 22), (2026, 11, 24)),
        ("2026-11-22 till 2026-11-24", (2026, 11, 22), (2026, 11, 24)),
        ("22–24 november 2026", (2026, 11, 22), (2026, 11, 24)),
        ("22-24 november", (2026, 11, 22), (2026, 11, 24)),
        ("den 22 – 24 november 2026", (2026, 11, 22), (2026, 11, 24)),
        ("28 november–2 december 2026", (2026, 11, 28), (2026, 12, 2)),
        ("28/11 - 2/12", (2026, 11, 28), (2026, 12, 2)),
        ("2026-11-22", (2026, 11, 22), (2026, 11, 22)),
    ],
)
def test_a_span_of_dates_is_read(text: str, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    assert parse_date_span(text, today=TODAY) == (dt.date(*start), dt.date(*end))


@pytest.mark.parametrize("text", ["27–26 april 2023", "26–31 april 2023", "–27 april 2023", "26–", "2–4", "2026–2027"])
def test_what_is_no_span_is_not_made_one(text: str) -> None:
    assert parse_date_span(text, today=TODAY) is None


@pytest.mark.parametrize("text", ["9.30", "9:30", "09:30", "kl. 9.30", "kl.\u00a09.30", "Kl 9.30", "0930"])
def test_a_time_is_read(text: str) -> None:
    assert parse_time(text) == dt.time(9, 30)


@pytest.mark.parametrize("text", ["", "24.00", "9.60", "9.5", "930", "nio", "9.30.15", "9" * 1_000_000])
def test_what_is_no_time_is_not_made_one(text: str) -> None:
    assert parse_time(text) is None


def test_a_whole_hour() -> None:
    assert parse_time("9") == dt.time(9)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2024–2026", (2024, 2026)),
        ("2024-2026", (2024, 2026)),
        ("2024 – 2026", (2024, 2026)),
        ("2024-26", (2024, 2026)),
        ("2024", (2024, 2024)),
        ("2026-2024", None),
        ("24-26", None),
        ("", None),
    ],
)
def test_a_span_of_years(text: str, span: tuple[int, int] | None) -> None:
    assert parse_year_span(text) == span


@given(DAYS, LANGUAGES)
def test_a_printed_date_is_read_as_itself(day: dt.date, language: Language) -> None:
    assert parse_date(format_iso_date(day)) == day
    assert parse_date(format_date(day, language=language)) == day
    assert parse_date(format_date(day, article=False, language=language)) == day
    assert parse_date(format_weekday_date(day, language=language)) == day


@given(DAYS, DAYS, LANGUAGES)
def test_a_printed_interval_is_read_as_itself(one: dt.date, other: dt.date, language: Language) -> None:
    start, end = sorted((one, other))
    assert parse_date_span(format_date_interval(start, end, language=language)) == (start, end)
    assert parse_date_span(format_iso_interval(start, end)) == (start, end)


@given(DAYS, st.integers(0, 40))
def test_a_printed_short_interval_is_read_as_itself(start: dt.date, days: int) -> None:
    end = start + dt.timedelta(days=days)
    assert parse_date_span(format_date_interval(start, end)) == (start, end)


@given(st.times().map(lambda time: time.replace(second=0, microsecond=0)), LANGUAGES)
def test_a_printed_time_is_read_as_itself(time: dt.time, language: Language) -> None:
    assert parse_time(format_time(time, language=language)) == time
    assert parse_time(format_clock(time, language=language)) == time


@given(st.integers(1000, 9999), st.integers(0, 9))
def test_a_printed_span_of_years_is_read_as_itself(first: int, years: int) -> None:
    last = min(first + years, 9999)
    assert parse_year_span(format_year_span(first, last)) == (first, last)


@given(st.text() | st.text("0123456789-–/. kl", max_size=20))
def test_any_text_is_answered(text: str) -> None:
    span = parse_date_span(text, today=TODAY)
    day = parse_date(text, today=TODAY)
    assert day is None or span == (day, day)
    assert span is None or span[0] <= span[1]
    parse_time(text)
    parse_year_span(text)
