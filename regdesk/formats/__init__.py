"""Swedish dates, numbers, money and references as they are printed, and dates and times as they are typed.

Rules follow Swedish writing guides where CLDR does not; tests/formats/test_cldr.py lists every difference.
Functions take `language`: Swedish unless told otherwise.
"""

from regdesk.domain.money import MONEY_UNITS
from regdesk.formats.dates import (
    format_clock,
    format_date,
    format_date_interval,
    format_day_of_year,
    format_iso_date,
    format_iso_interval,
    format_month,
    format_month_name,
    format_month_short,
    format_period,
    format_short_weekday,
    format_time,
    format_week,
    format_weekday,
    format_weekday_date,
    format_year_span,
)
from regdesk.formats.numbers import (
    format_money,
    format_number,
    format_percent,
    format_quantity,
    in_money_unit,
    round_half_up,
)
from regdesk.formats.reading import parse_date, parse_date_span, parse_time, parse_year_span
from regdesk.formats.references import (
    format_decision,
    format_dnr,
    format_law,
    format_list,
    format_page,
    format_section,
    quote,
)
from regdesk.formats.signs import EN_DASH, MINUS, NBSP, Language

__all__ = [
    "EN_DASH",
    "MINUS",
    "MONEY_UNITS",
    "NBSP",
    "Language",
    "format_clock",
    "format_date",
    "format_date_interval",
    "format_day_of_year",
    "format_decision",
    "format_dnr",
    "format_iso_date",
    "format_iso_interval",
    "format_law",
    "format_list",
    "format_money",
    "format_month",
    "format_month_name",
    "format_month_short",
    "format_number",
    "format_page",
    "format_percent",
    "format_period",
    "format_quantity",
    "format_section",
    "format_short_weekday",
    "format_time",
    "format_week",
    "format_weekday",
    "format_weekday_date",
    "format_year_span",
    "in_money_unit",
    "parse_date",
    "parse_date_span",
    "parse_time",
    "parse_year_span",
    "quote",
    "round_half_up",
]
