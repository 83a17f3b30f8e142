"""Sums of money in kr, tkr, mnkr and mdkr: exact, never of one unit when they are written in another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import MAX_PREC, Decimal, localcontext
from typing import Final

from regdesk.domain.codes import Comparator
from regdesk.domain.notation import PartRead, parse_value

MONEY_UNITS: Final = {"kr": 0, "tkr": 3, "mnkr": 6, "mdkr": 9}
"""The power of ten of kronor in each unit, in the short forms that Språkrådet recommends."""


@dataclass(frozen=True, slots=True)
class Money:
    """So many of a unit, a key of MONEY_UNITS. The figures are kept as they were written: 25,0 is not 25."""

    amount: Decimal
    unit: str


def read_money(text: str, unit: str) -> Money | None:
    """`1 234,5` counted in `unit`, or `25 mnkr` in its own; None for anything else, and for a dot of two meanings."""
    parts = parse_value(text).parts
    if len(parts) != 1 or parts[0].number is None:
        return None
    read = Money(parts[0].number, parts[0].measure_unit or unit)
    return read if parts[0] == _plain(read, parts[0].measure_unit) and read.unit in MONEY_UNITS else None


def in_unit(money: Money, unit: str) -> Money:
    """The same sum counted in another unit, not rounded."""
    if money.unit == unit:
        return money
    with localcontext(prec=MAX_PREC):
        return Money(money.amount.scaleb(MONEY_UNITS[money.unit] - MONEY_UNITS[unit]).normalize(), unit)


def total(sums: Iterable[Money]) -> Money | None:
    """All added up; None when they are counted in different units, or when there are none."""
    known = list(sums)
    units = {money.unit for money in known}
    if len(units) != 1:
        return None
    with localcontext(prec=MAX_PREC):
        return Money(sum((money.amount for money in known), Decimal(0)), units.pop())


def difference(budget: Money, outcome: Money) -> Money | None:
    """What is left of a budget, less than nought when more was used; None when the two have different units."""
    return total((budget, Money(-outcome.amount, outcome.unit)))


def share(budget: Money, outcome: Money) -> Decimal | None:
    """How many per cent of a budget an outcome is; None for a budget of nothing and for different units."""
    if budget.unit != outcome.unit or not budget.amount:
        return None
    return outcome.amount * 100 / budget.amount


def _plain(money: Money, measure_unit: str | None) -> PartRead:
    """What a sum of money reads as: nothing is compared, split or dated."""
    return PartRead(comparator=Comparator.EQUAL, number=money.amount, measure_unit=measure_unit)
