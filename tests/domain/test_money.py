"""Sums of money: how they are read, counted in other units, added and compared."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.money import MONEY_UNITS, Money, difference, in_unit, read_money, share, total

UNITS = st.sampled_from(sorted(MONEY_UNITS))
AMOUNTS = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=3)
SUMS = st.builds(Money, AMOUNTS, UNITS)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("1 234,5", "1234.5", "tkr"),
        ("1\u00a0234,5", "1234.5", "tkr"),
        ("\u221212", "-12", "tkr"),
        ("-12", "-12", "tkr"),
        ("25 mnkr", "25", "mnkr"),
        ("25 mkr", "25", "mnkr"),
        ("25,0 miljoner kronor", "25.0", "mnkr"),
        (" 0 ", "0", "tkr"),
        ("17 500 000 kr", "17500000", "kr"),
    ],
)
def test_what_people_write_is_read_in_its_own_unit(text: str, amount: str, unit: str) -> None:
    read = read_money(text, "tkr")

    assert read is not None
    assert (str(read.amount), read.unit) == (amount, unit)


@pytest.mark.parametrize(
    "text", ["", "–", "cirka tio", "1.234", "> 25 mnkr", "12 %", "RVN 4, RLF 5", "Ja", "25 mnkr (2026)", "3 veckor"]
)
def test_what_is_no_plain_sum_is_not_read(text: str) -> None:
    assert read_money(text, "tkr") is None


@given(SUMS, UNITS)
def test_another_unit_is_the_same_money(money: Money, unit: str) -> None:
    there = in_unit(money, unit)

    assert there.unit == unit
    assert in_unit(there, money.unit).amount == money.amount


@given(st.lists(AMOUNTS, min_size=1), UNITS)
def test_sums_of_one_unit_add_up_exactly(amounts: list[Decimal], unit: str) -> None:
    added = total(Money(amount, unit) for amount in amounts)

    assert added == Money(sum(amounts, Decimal(0)), unit)


def test_different_units_are_never_added_or_compared() -> None:
    thousands, millions = Money(Decimal(1000), "tkr"), Money(Decimal(1), "mnkr")

    assert total([thousands, millions]) is None
    assert total([]) is None
    assert difference(thousands, millions) is None
    assert share(thousands, millions) is None


def test_an_outcome_stands_to_its_budget_as_what_is_left_and_as_a_share() -> None:
    budget, outcome = Money(Decimal(400), "tkr"), Money(Decimal(410), "tkr")

    assert difference(budget, outcome) == Money(Decimal(-10), "tkr")
    assert share(budget, outcome) == Decimal("102.5")
    assert share(Money(Decimal(0), "tkr"), outcome) is None
