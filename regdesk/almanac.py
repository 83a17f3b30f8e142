"""Days and how they come round: Swedish holidays, working days, and dates that return by an RFC 5545 rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from regdesk.domain.codes import FreeDay, OffsetUnit

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset

_SATURDAY: Final = 5
_MIDNIGHT: Final = time()
_WHOLE_DAYS: Final = re.compile(r"(RRULE:)?FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*")
_WITHIN_A_DAY: Final = re.compile(r"BYHOUR|BYMINUTE|BYSECOND|INTERVAL=0")


def holiday_name(day: date) -> str:
    """`Midsommarafton`; nothing for a day that is none. The three eves on which nobody works are among them."""
    return _holidays(day.year).get(day, "")


def holidays_of(year: int) -> dict[date, str]:
    """The holidays of a year by day, with the three eves, in their order."""
    return dict(sorted(_holidays(year).items()))


def is_free(day: date) -> bool:
    """Whether a day is a Saturday, a Sunday, a holiday or an eve that is as good as one (lag 1930:173, 2 §)."""
    return day.weekday() >= _SATURDAY or bool(holiday_name(day))


def moved(day: date, free_day: FreeDay) -> date:
    """The day itself, or the nearest working day before or after it where it is free and the rule moves it."""
    step = {FreeDay.KEEP: 0, FreeDay.BEFORE: -1, FreeDay.AFTER: 1}[free_day]
    while step and is_free(day):
        day += timedelta(days=step)
    return day


def counted(day: date, offset: int, unit: OffsetUnit) -> date:
    """So many days, working days, weeks, months or years after a day; before it where `offset` is negative.

    A month later than 31 January is the last of February. Working days are counted from the day after.
    """
    from dateutil.relativedelta import relativedelta

    match unit:
        case OffsetUnit.WORKING_DAYS:
            return _working_days(day, offset)
        case OffsetUnit.DAYS:
            return day + timedelta(days=offset)
        case OffsetUnit.WEEKS:
            return day + timedelta(weeks=offset)
        case OffsetUnit.MONTHS:
            return day + relativedelta(months=offset)
        case OffsetUnit.YEARS:
            return day + relativedelta(years=offset)


def is_rule(text: str) -> bool:
    """Whether a text is an RFC 5545 rule of whole days, such as `FREQ=MONTHLY;BYDAY=1TU`."""
    if not _WHOLE_DAYS.fullmatch(text.strip()) or _WITHIN_A_DAY.search(text):
        return False
    try:
        _rule(text, date(2000, 1, 1))
    except (ValueError, TypeError, AttributeError, KeyError):
        return False
    return True


def occurrences(rule: str, starts_on: date, first: date, last: date) -> list[date]:
    """The days from `first` to `last`, both included, on which something that begins on `starts_on` comes round.

    Without a rule, or with a text that is none, it comes but once.
    """
    return list(takewhile(lambda day: day <= last, following(rule, starts_on, first)))


def following(rule: str, starts_on: date, after: date) -> Iterator[date]:
    """The days from `after` on, that day included, one after the other for as long as it comes round."""
    if not is_rule(rule):
        yield from [starts_on] if starts_on >= after else []
        return
    yield from (moment.date() for moment in _rule(rule, starts_on).xafter(datetime.combine(after, _MIDNIGHT), inc=True))


def next_occurrence(rule: str, starts_on: date, after: date) -> date | None:
    """The first day from `after` on, that day included; None when it does not come again."""
    return next(following(rule, starts_on, after), None)


def _working_days(day: date, offset: int) -> date:
    step = timedelta(days=1 if offset > 0 else -1)
    for _each in range(abs(offset)):
        day += step
        while is_free(day):
            day += step
    return day


def _rule(text: str, starts_on: date) -> rrule | rruleset:
    from dateutil.rrule import rrulestr

    return rrulestr(text.strip().removeprefix("RRULE:"), dtstart=datetime.combine(starts_on, _MIDNIGHT))


@cache
def _holidays(year: int) -> dict[date, str]:
    from holidays.countries.sweden import Sweden

    return dict(Sweden(years=year, include_sundays=False, language="sv", categories=("public", "de_facto")))
