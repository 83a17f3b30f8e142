"""Numbers, percentages and sums of money as they are printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.codes import ValueState
from regdesk.domain.notation import PartRead, parse_number, parse_value
from regdesk.formats import (
    MONEY_UNITS,
    format_money,
    format_number,
    format_percent,
    format_quantity,
    in_money_unit,
    round_half_up,
)

NUMBERS = st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=3) | st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-1000, max_value=1000
).filter(lambda number: len(f"{number:f}") < 100)


@pytest.mark.parametrize(
    ("figures", "printed"),
    [
        ("0", "0"),
        ("75", "75"),
        ("75.0", "75,0"),
        ("80.4", "80,4"),
        ("1234.5", "1\u00a0234,5"),
        ("-1234.5", "−1\u00a0234,5"),
        ("1E+6", "1\u00a0000\u00a0000"),
        ("-0", "0"),
        ("0.0001", "0,0001"),
    ],
)
def test_a_number_with_the_decimals_it_has(figures: str, printed: str) -> None:
    assert format_number(Decimal(figures)) == printed


@pytest.mark.parametrize(
    ("figures", "decimals", "printed"),
    [
        ("80.45", 1, "80,5"),
        ("80", 1, "80,0"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "−1"),
        ("-0.04", 1, "0,0"),
        ("9999.5", 0, "10\u00a0000"),
        ("73.67", 0, "74"),
        ("1" * 40 + ".5", 0, "1" + "\u00a0111" * 12 + "\u00a0112"),
    ],
)
def test_a_number_with_the_decimals_asked_for(figures: str, decimals: int, printed: str) -> None:
    assert format_number(Decimal(figures), decimals=decimals) == printed


def test_four_figures_together_in_running_text() -> None:
    assert format_number(Decimal("-1234.5"), group_four=False) == "−1234,5"
    assert format_number(Decimal("9999.5"), decimals=0, group_four=False) == "10\u00a0000"


def test_a_number_in_english() -> None:
    assert format_number(Decimal("-12345.5"), language="en") == "−12,345.5"


def test_percent() -> None:
    assert format_percent(42) == "42\u00a0%"
    assert format_percent(Decimal("42.55"), decimals=1) == "42,6\u00a0%"
    assert format_percent(42, language="en") == "42%"


def test_a_number_with_the_unit_it_was_read_with() -> None:
    assert format_quantity(4, "veckor") == "4\u00a0veckor"
    assert format_quantity(42, "%", language="en") == "42%"
    assert format_quantity(1234, None, group_four=False) == "1234"


def test_money() -> None:
    assert format_money(25, "mnkr") == "25\u00a0mnkr"
    assert format_money(Decimal("-3.25"), "mdkr", decimals=1) == "−3,3\u00a0mdkr"
    assert format_money(Decimal("1234.5")) == "1\u00a0234,50\u00a0kr"
    assert format_money(Decimal("1234.00")) == "1\u00a0234\u00a0kr"


def test_money_in_english() -> None:
    assert format_money(1234, language="en") == "SEK\u00a01,234"
    assert format_money(25, "mnkr", language="en") == "SEK\u00a025\u00a0million"


def test_a_sum_counted_in_a_greater_unit() -> None:
    assert format_money(in_money_unit(Decimal(25_300_000), "mnkr"), "mnkr") == "25,3\u00a0mnkr"
    assert format_money(in_money_unit(Decimal(25_000_000), "tkr"), "tkr") == "25\u00a0000\u00a0tkr"
    assert in_money_unit(Decimal("0.01"), "mdkr") == Decimal("1e-11")


@given(NUMBERS, st.integers(0, 6))
def test_rounding_moves_a_number_by_half_a_unit_at_most(number: Decimal, decimals: int) -> None:
    rounded = round_half_up(number, decimals)
    assert abs(rounded - number) <= Decimal(5).scaleb(-decimals - 1)
    assert round_half_up(-number, decimals) == -rounded


@given(NUMBERS, st.booleans())
def test_a_printed_number_is_read_as_itself(number: Decimal, group_four: bool) -> None:
    assert parse_number(format_number(number, group_four=group_four)) == number


@given(NUMBERS, st.sampled_from([None, "%", "veckor", *MONEY_UNITS]), st.booleans())
def test_a_printed_quantity_is_read_as_itself(number: Decimal, measure_unit: str | None, group_four: bool) -> None:
    value = parse_value(format_quantity(number, measure_unit, group_four=group_four))
    assert value.state is ValueState.PARSED
    assert value.parts == (PartRead(number=number, measure_unit=measure_unit),)
