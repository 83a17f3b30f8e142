"""Rules chosen by hand are written, and read back as they were."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.almanac import is_rule
from regdesk.domain.recurrences import LAST, MOST, ORDINALS, Recurrence, Unit, is_possible, read_rule, rule_of

Parts = st.SearchStrategy[dict[str, object]]


def parts(**each: st.SearchStrategy[object]) -> Parts:
    """Fields of a rule by their names."""
    return st.fixed_dictionaries({**each})


DAY = st.integers(1, 31) | st.just(LAST)
WEEKDAY, MONTH, ORDINAL = st.integers(0, 6), st.integers(1, 12), st.sampled_from(ORDINALS)
PLACES: dict[Unit, Parts] = {
    Unit.WEEKS: parts() | parts(weekday=WEEKDAY),
    Unit.MONTHS: parts() | parts(weekday=WEEKDAY, ordinal=ORDINAL) | parts(month_day=DAY),
    Unit.YEARS: parts() | parts(weekday=WEEKDAY, ordinal=ORDINAL, month=MONTH) | parts(month_day=DAY, month=MONTH),
}
ENDS: Parts = parts() | parts(until=st.dates(date(2000, 1, 1), date(2100, 1, 1))) | parts(count=st.integers(1, 999))


@st.composite
def chosen_rules(draw: st.DrawFn) -> Recurrence:
    """Every rule that can be chosen by hand."""
    unit = draw(st.sampled_from(Unit))
    fields: dict[str, object] = {**draw(PLACES[unit]), **draw(ENDS)}
    made = Recurrence(unit=unit, interval=draw(st.integers(1, MOST)), **fields)  # type: ignore[arg-type]
    return made if is_possible(made) else Recurrence(unit=unit)


@given(chosen_rules())
def test_what_is_written_is_a_rule_and_read_as_it_was(recurrence: Recurrence) -> None:
    rule = rule_of(recurrence)
    assert is_rule(rule)
    assert read_rule(rule) == recurrence
    assert read_rule(f"RRULE:{rule}") == recurrence


@given(st.text())
def test_any_other_text_is_no_rule_chosen_by_hand(text: str) -> None:
    read = read_rule(text)
    assert read is None or is_possible(read)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=MO,TU",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=MONTHLY;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTHDAY=x",
        "FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO",
        "FREQ=YEARLY;BYDAY=1MO",
        "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;INTERVAL=13",
        "FREQ=MONTHLY;COUNT=2;UNTIL=20271231",
        "FREQ=MONTHLY;UNTIL=2027",
    ],
)
def test_what_cannot_be_chosen_by_hand_is_left_as_it_is_written(rule: str) -> None:
    assert read_rule(rule) is None


def test_the_last_tuesday_of_march_is_written_as_rfc_5545_has_it() -> None:
    made = Recurrence(unit=Unit.YEARS, weekday=1, ordinal=LAST, month=3, until=date(2027, 12, 31))
    assert rule_of(made) == "FREQ=YEARLY;BYMONTH=3;BYDAY=-1TU;UNTIL=20271231"
