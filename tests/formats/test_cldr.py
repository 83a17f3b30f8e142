"""Every place where CLDR, as Babel has it, and Swedish writing rules differ: what Babel writes, and what is printed."""

from __future__ import annotations

import datetime as dt
import pkgutil
from decimal import Decimal

import babel
import pytest
from babel.dates import format_date as babel_date
from babel.dates import format_interval as babel_interval
from babel.dates import format_skeleton as babel_skeleton
from babel.dates import format_time as babel_time
from babel.dates import get_month_names
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_decimal,
    get_minus_sign_symbol,
)
from babel.numbers import format_percent as babel_percent

from regdesk.domain.codes import PeriodKind
from regdesk.domain.collation import sort_key
from regdesk.formats import (
    format_clock,
    format_date_interval,
    format_iso_interval,
    format_money,
    format_month,
    format_number,
    format_percent,
    format_period,
    format_week,
    format_weekday_date,
)

SWEDISH = "sv_SE"
SUNDAY = dt.date(2026, 11, 22)
TUESDAY = dt.date(2026, 11, 24)


def test_1_the_full_date_has_den() -> None:
    assert babel_date(SUNDAY, "full", SWEDISH) == "söndag 22 november 2026"
    assert format_weekday_date(SUNDAY) == "söndag den 22 november 2026"


def test_2_months_are_not_abbreviated() -> None:
    assert babel_interval(SUNDAY, TUESDAY, "yMMMMd", locale=SWEDISH) == "22–24 nov. 2026"
    assert format_date_interval(SUNDAY, TUESDAY) == "22–24 november 2026"
    printed = {format_month(dt.date(2026, month, 1)) for month in range(1, 13)}
    assert printed == {f"{name} 2026" for name in get_month_names("wide", locale=SWEDISH).values()}


def test_3_times_have_a_period() -> None:
    assert babel_time(dt.time(9, 0), "short", locale=SWEDISH) == "09:00"
    assert format_clock(dt.time(9, 0), dt.time(15, 30)) == "kl.\u00a09.00–15.30"


def test_4_the_dash_of_an_interval_has_no_thin_spaces() -> None:
    assert babel_interval(SUNDAY, TUESDAY, "yMd", locale=SWEDISH) == "2026-11-22\u2009–\u200924"
    assert format_iso_interval(SUNDAY, TUESDAY) == "2026-11-22–2026-11-24"


@pytest.mark.parametrize(
    ("kronor", "compact", "amount", "unit", "printed"),
    [
        (25_000, "25\u00a0tn\u00a0kr", 25, "tkr", "25\u00a0tkr"),
        (25_000_000, "25\u00a0mn\u00a0kr", 25, "mnkr", "25\u00a0mnkr"),
        (8_000_000_000, "8\u00a0md\u00a0kr", 8, "mdkr", "8\u00a0mdkr"),
    ],
)
def test_5_money_has_the_short_forms_of_authorities(
    kronor: int, compact: str, amount: int, unit: str, printed: str
) -> None:
    assert format_compact_currency(kronor, "SEK", locale=SWEDISH) == compact
    assert format_money(amount, unit) == printed


def test_5_a_thousand_is_not_abbreviated_in_numbers() -> None:
    assert format_compact_decimal(25_000, locale=SWEDISH) == "25\u00a0tn"
    assert format_number(25_000) == "25\u00a0000"


def test_6_minus_is_minus() -> None:
    assert get_minus_sign_symbol(SWEDISH) == "\u2212"
    assert format_decimal(Decimal("-1234.5"), locale=SWEDISH) == "-1\u00a0234,5"
    assert format_number(Decimal("-1234.5")) == "\u22121\u00a0234,5"
    assert babel_percent(Decimal("-0.05"), locale=SWEDISH) == "-5\u00a0%"
    assert format_percent(-5) == "\u22125\u00a0%"


@pytest.mark.parametrize(
    ("figures", "decimals", "half_even", "half_up"),
    [("80.45", 1, "80,4", "80,5"), ("2.5", 0, "2", "3"), ("-2.5", 0, "-2", "−3")],
)
def test_7_a_half_is_rounded_away_from_zero(figures: str, decimals: int, half_even: str, half_up: str) -> None:
    pattern = "0." + "0" * decimals if decimals else "0"
    assert format_decimal(Decimal(figures), pattern, locale=SWEDISH) == half_even
    assert format_number(Decimal(figures), decimals=decimals) == half_up


def test_7_a_half_percent_is_rounded_away_from_zero() -> None:
    assert babel_percent(Decimal("0.425"), locale=SWEDISH) == "42\u00a0%"
    assert format_percent(Decimal("42.5"), decimals=0) == "43\u00a0%"


def test_8_four_figures_may_be_together() -> None:
    assert format_decimal(1234, locale=SWEDISH) == "1\u00a0234"
    assert format_number(1234, group_four=False) == "1234"
    assert format_number(12345, group_four=False) == "12\u00a0345"


def test_9_a_quarter_is_no_ordinal() -> None:
    assert babel_date(SUNDAY, "QQQQ", SWEDISH) == "4:e kvartalet"
    assert babel_date(SUNDAY, "QQQ", SWEDISH) == "K4"
    printed = format_period(PeriodKind.QUARTER, dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    assert printed == "kvartal\u00a04 2026"


def test_10_a_week_is_v() -> None:
    assert babel_skeleton("yw", SUNDAY, locale=SWEDISH) == "vecka 47, 2026"
    assert format_week(SUNDAY) == "v.\u00a047"


def test_11_there_is_a_tertial() -> None:
    assert len(babel.Locale.parse(SWEDISH).quarters["format"]["wide"]) == 4
    printed = format_period(PeriodKind.FOUR_MONTHS, dt.date(2026, 5, 1), dt.date(2026, 8, 31))
    assert printed == "tertial\u00a02 2026"


def test_12_there_is_an_order() -> None:
    assert not any("coll" in module.name for module in pkgutil.iter_modules(babel.__path__))
    assert sorted(["Ödegård", "Ängelholm", "Åre", "wall", "vägg"], key=sort_key) == [
        "vägg",
        "wall",
        "Åre",
        "Ängelholm",
        "Ödegård",
    ]
