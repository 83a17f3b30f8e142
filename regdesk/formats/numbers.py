"""Numbers, percentages and sums of money as they are printed.

Rounding is half away from zero and done on decimals: 0,425 is 43 %, where half to even would print 42 %.
"""

from __future__ import annotations

from decimal import MAX_PREC, ROUND_HALF_UP, Decimal, localcontext

from regdesk.domain.money import MONEY_UNITS
from regdesk.formats.signs import LOCALES, MINUS, NBSP, Language

_ENGLISH_MONEY = {"kr": "", "tkr": "thousand", "mnkr": "million", "mdkr": "billion"}
_FOUR_FIGURES = 10_000


def round_half_up(number: Decimal, decimals: int) -> Decimal:
    """`number` with so many decimals; a half is rounded away from zero."""
    with localcontext(prec=MAX_PREC, rounding=ROUND_HALF_UP):
        return number.quantize(Decimal(1).scaleb(-decimals))


def format_number(
    number: Decimal | int, *, decimals: int | None = None, group_four: bool = True, language: Language = "sv"
) -> str:
    """`−1 234 567,5`: decimal comma, true minus, thousands apart by fixed spaces.

    `decimals` is how many are printed, or None for as many as the number has. Four figures are apart too, so that
    columns align; running text may have them together (`group_four=False`). Never for years, § and ids.
    """
    from babel.numbers import get_decimal_symbol, get_group_symbol  # the window starts without it

    exact = Decimal(number)
    rounded = exact if decimals is None else round_half_up(exact, decimals)
    grouped = group_four or abs(rounded) >= _FOUR_FIGURES
    plain = f"{rounded:z,f}" if grouped else f"{rounded:zf}"
    locale = LOCALES[language]
    return plain.translate({ord("-"): MINUS, ord(","): get_group_symbol(locale), ord("."): get_decimal_symbol(locale)})


def format_percent(
    percent: Decimal | int, *, decimals: int | None = None, group_four: bool = True, language: Language = "sv"
) -> str:
    """`42 %` of the figure 42, with a fixed space; `42%` in English."""
    figures = format_number(percent, decimals=decimals, group_four=group_four, language=language)
    return f"{figures}%" if language == "en" else f"{figures}{NBSP}%"


def format_quantity(
    number: Decimal | int,
    measure_unit: str | None,
    *,
    decimals: int | None = None,
    group_four: bool = True,
    language: Language = "sv",
) -> str:
    """A number with its unit as read from a value cell: `42 %`, `4 veckor`, `25 mnkr`; bare without a unit."""
    if measure_unit == "%":
        return format_percent(number, decimals=decimals, group_four=group_four, language=language)
    figures = format_number(number, decimals=decimals, group_four=group_four, language=language)
    return f"{figures}{NBSP}{measure_unit}" if measure_unit else figures


def format_money(
    amount: Decimal | int,
    money_unit: str = "kr",
    *,
    decimals: int | None = None,
    group_four: bool = True,
    language: Language = "sv",
) -> str:
    """`25 mnkr`, `1 234,50 kr`; `SEK 25 million` in English. `amount` counts `money_unit`, a key of MONEY_UNITS.

    Without `decimals`, whole kronor are printed without öre and others with two figures of them.
    """
    exact = Decimal(amount)
    if decimals is None and money_unit == "kr":
        decimals = 0 if exact == exact.to_integral_value() else 2
    figures = format_number(exact, decimals=decimals, group_four=group_four, language=language)
    if language == "en":
        return NBSP.join(filter(None, ("SEK", figures, _ENGLISH_MONEY[money_unit])))
    return f"{figures}{NBSP}{money_unit}"


def in_money_unit(kronor: Decimal, money_unit: str) -> Decimal:
    """A sum of kronor counted in tkr, mnkr or mdkr, not rounded."""
    with localcontext(prec=MAX_PREC):
        return kronor.scaleb(-MONEY_UNITS[money_unit]).normalize()
