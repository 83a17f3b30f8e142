"""Swedish free days and dates that come round."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.almanac import counted, holiday_name, is_free, is_rule, moved, next_occurrence, occurrences
from regdesk.domain.codes import FreeDay, OffsetUnit

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
QUARTERLY = "FREQ=MONTHLY;INTERVAL=3"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 4, 3), "Långfredagen"),
        (date(2026, 6, 19), "Midsommarafton"),
        (date(2026, 12, 24), "Julafton"),
        (date(2026, 12, 31), "Nyårsafton"),
        (date(2026, 5, 15), ""),
        (date(2026, 11, 22), ""),
    ],
)
def test_a_holiday_has_its_name(day: date, name: str) -> None:
    assert holiday_name(day) == name


def test_saturdays_and_sundays_are_free_without_a_name() -> None:
    assert [is_free(date(2026, 11, day)) for day in range(20, 24)] == [False, True, True, False]


@given(DAYS, st.sampled_from([FreeDay.BEFORE, FreeDay.AFTER]))
def test_a_moved_day_is_a_working_day_near_by(day: date, free_day: FreeDay) -> None:
    there = moved(day, free_day)
    assert not is_free(there)
    assert (there == day) is not is_free(day)
    assert abs((there - day).days) <= 6
    assert (there < day) is (is_free(day) and free_day is FreeDay.BEFORE)


def test_a_kept_day_stays_on_a_holiday() -> None:
    assert moved(date(2026, 12, 24), FreeDay.KEEP) == date(2026, 12, 24)


@pytest.mark.parametrize(
    ("day", "offset", "unit", "there"),
    [
        (date(2026, 11, 22), 14, OffsetUnit.DAYS, date(2026, 12, 6)),
        (date(2026, 11, 22), -1, OffsetUnit.WEEKS, date(2026, 11, 15)),
        (date(2026, 8, 31), 2, OffsetUnit.MONTHS, date(2026, 10, 31)),
        (date(2026, 1, 31), 1, OffsetUnit.MONTHS, date(2026, 2, 28)),
        (date(2024, 2, 29), 1, OffsetUnit.YEARS, date(2025, 2, 28)),
        (date(2026, 12, 23), 1, OffsetUnit.WORKING_DAYS, date(2026, 12, 28)),
        (date(2026, 12, 28), -4, OffsetUnit.WORKING_DAYS, date(2026, 12, 18)),
        (date(2026, 12, 24), 0, OffsetUnit.WORKING_DAYS, date(2026, 12, 24)),
    ],
)
def test_counting_from_a_day(day: date, offset: int, unit: OffsetUnit, there: date) -> None:
    assert counted(day, offset, unit) == there


@given(DAYS, st.integers(-30, 30))
def test_working_days_counted_there_and_back(day: date, offset: int) -> None:
    start = moved(day, FreeDay.AFTER)
    assert counted(counted(start, offset, OffsetUnit.WORKING_DAYS), -offset, OffsetUnit.WORKING_DAYS) == start


@pytest.mark.parametrize("rule", [QUARTERLY, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1TU", "FREQ=WEEKLY;COUNT=3"])
def test_rules_of_whole_days(rule: str) -> None:
    assert is_rule(rule)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "varje kvartal",
        "FREQ=FOO",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYHOUR=3",
        "FREQ=DAILY\nEXDATE:20260101",
        "FREQ=MONTHLY;BYDAY=XX",
    ],
)
def test_what_is_no_rule(text: str) -> None:
    assert not is_rule(text)


def test_what_comes_round_within_some_days() -> None:
    start = date(2026, 1, 15)
    assert occurrences(QUARTERLY, start, date(2026, 4, 15), date(2026, 10, 14)) == [
        date(2026, 4, 15),
        date(2026, 7, 15),
    ]
    assert next_occurrence(QUARTERLY, start, date(2026, 4, 16)) == date(2026, 7, 15)
    assert next_occurrence("FREQ=WEEKLY;COUNT=2", start, date(2026, 2, 1)) is None


def test_what_has_no_rule_comes_once() -> None:
    start = date(2026, 1, 15)
    assert occurrences("", start, date(2026, 1, 1), date(2030, 1, 1)) == [start]
    assert occurrences("", start, date(2027, 1, 1), date(2030, 1, 1)) == []
    assert (next_occurrence("", start, start), next_occurrence("", start, date(2026, 1, 16))) == (start, None)


@given(st.text(max_size=40))
def test_no_text_is_too_odd_to_be_asked_of(text: str) -> None:
    found = occurrences(text, date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 2))
    assert found[:1] in ([date(2026, 1, 1)], [])
