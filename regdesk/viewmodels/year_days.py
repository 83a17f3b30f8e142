"""A day that comes round each year as people write it, `15 april`, and as rules have it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from regdesk.almanac import is_rule
from regdesk.formats import format_day_of_year, parse_date
from regdesk.i18n import _, current_language
from regdesk.viewmodels.fields import FieldKind
from regdesk.viewmodels.form_readers import Reader, as_it_is
from regdesk.viewmodels.recurrences import recurrence_words

_RULE: Final = re.compile(r"FREQ=YEARLY;BYMONTH=(\d{1,2});BYMONTHDAY=(\d{1,2})", re.ASCII)
_LEAP_YEAR: Final = 2000
_ANY_YEAR: Final = date(_LEAP_YEAR, 1, 1)


def day_of_year(rule: str) -> date | None:
    """The day that a rule names, in a leap year; None for one that says something else."""
    match = _RULE.fullmatch(rule.strip().removeprefix("RRULE:"))
    try:
        return date(_LEAP_YEAR, int(match[1]), int(match[2])) if match else None
    except ValueError:
        return None


def year_words(rule: str) -> str:
    """`Den 15 april varje år`, or what else comes round."""
    day = day_of_year(rule)
    if day is None:
        return recurrence_words(rule or "FREQ=YEARLY")
    return _("Den {day} varje år").format(day=format_day_of_year(day, language=current_language()))


def written(value: object) -> str:
    """`15 april`; a rule that names no day as it is."""
    day = day_of_year(as_it_is(value))
    return format_day_of_year(day, language=current_language()) if day else as_it_is(value)


def read(text: str) -> str:
    """The rule for a day of the year; a text that is a rule already, or nothing, is kept."""
    day = None if is_rule(text) else parse_date(text, today=_ANY_YEAR)
    return f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}" if day else text.strip()


def fault(text: str) -> str:
    """What is wrong with an answer, or nothing."""
    is_day = parse_date(text, today=_ANY_YEAR) is not None
    return "" if not text.strip() or is_day or is_rule(text) else _("Skriv en dag på året, till exempel 15 april.")


YEAR_DAY: Final = Reader(FieldKind.LINE, read, written, fault)
