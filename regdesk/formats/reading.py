"""Dates, times and spans of them as people type them. None for what cannot be understood."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from regdesk.domain.numerals import tidy
from regdesk.formats.signs import LOCALES

_LONGEST = 100
_CENTURY = 2000

_DATES = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<year>\d{4}|\d{2})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<year>\d{4}|\d{2})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:[ /-](?P<year>\d{4}|\d{2}))?",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
        r"(?P<day>\d{1,2}) (?P<name>[a-zåäö]{3,})\.?(?: (?P<year>\d{4}))?",
    )
)
_DAY = re.compile(r"\d{1,2}", re.ASCII)
_MONTH_AND_DAY = re.compile(r"(\d{1,2})-(\d{1,2})", re.ASCII)
_BETWEEN_DATES = re.compile(r" ?(?:[–—]|--) ?| till | to | - ")
_TIME = re.compile(r"(?:kl\.? ?)?(\d{1,2})(?:[.:](\d{2}))?|(\d{2})(\d{2})", re.ASCII)
_YEARS = re.compile(r"(\d{4})(?: ?[-–—] ?(\d{4}|\d{2}))?", re.ASCII)


def parse_date(text: str, *, today: dt.date | None = None) -> dt.date | None:
    """`2026-11-22`, `22 november 2026`, `22 nov`, `22/11`, `22/11 2026`, `26-11-22`, `20261122`.

    A weekday and "den" may stand before. A date without a year is in the year of `today`.
    """
    words = tidy(text).casefold() if len(text) <= _LONGEST else ""
    plain = _without_weekday(words).removeprefix("den ")
    match = next((match for shape in _DATES if (match := shape.fullmatch(plain))), None)
    if match is None:
        return None
    parts = match.groupdict()
    month = _month(parts["name"]) if "name" in parts else int(parts["month"])
    year = _year(parts["year"]) if parts["year"] else (today or dt.date.today()).year
    return _date(year, month, int(parts["day"]))


def parse_date_span(text: str, *, today: dt.date | None = None) -> tuple[dt.date, dt.date] | None:
    """`2023-04-26—27`, `22–24 november 2026`, `28/11–2/12`, `2026-11-22 till 2026-11-24`, or one date twice.

    Any dash may stand between, also a hyphen. None also when the last day is before the first.
    """
    if day := parse_date(text, today=today):
        return day, day
    words = tidy(text).casefold().removeprefix("den ") if len(text) <= _LONGEST else ""
    spans = (_complete(first, last, today) for first, last in _halves(words))
    return next((span for span in spans if span and span[0] <= span[1]), None)


def parse_time(text: str) -> dt.time | None:
    """`9.30`, `9:30`, `kl. 9.30`, `0930`, `9`."""
    match = _TIME.fullmatch(tidy(text).casefold()) if len(text) <= _LONGEST else None
    if match is None:
        return None
    hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def parse_year_span(text: str) -> tuple[int, int] | None:
    """`2024–2026`, `2024-2026`, `2024-26`, or one year twice."""
    match = _YEARS.fullmatch(tidy(text)) if len(text) <= _LONGEST else None
    if match is None:
        return None
    first = int(match[1])
    last = first if match[2] is None else int(match[1][: 4 - len(match[2])] + match[2])
    return (first, last) if first <= last else None


def _halves(text: str) -> list[tuple[str, str]]:
    """What may be the first and the last day; a hyphen is also part of dates, so the last one is tried first."""
    if between := _BETWEEN_DATES.search(text):
        return [(text[: between.start()], text[between.end() :])]
    hyphens = [place for place, character in enumerate(text) if character == "-"]
    return [(text[:place], text[place + 1 :]) for place in reversed(hyphens)]


def _complete(first: str, last: str, today: dt.date | None) -> tuple[dt.date, dt.date] | None:
    """Each half lends the other the month and year it leaves out."""
    if end := parse_date(last, today=today):
        start = parse_date(first, today=end) or _same_month(first, end)
        return (start, end) if start else None
    start = parse_date(first, today=today)
    later = (_same_month(last, start) or _same_year(last, start)) if start else None
    return (start, later) if start and later else None


def _same_month(text: str, other: dt.date) -> dt.date | None:
    return _date(other.year, other.month, int(text)) if _DAY.fullmatch(text) else None


def _same_year(text: str, other: dt.date) -> dt.date | None:
    match = _MONTH_AND_DAY.fullmatch(text)
    return _date(other.year, int(match[1]), int(match[2])) if match else None


def _date(year: int, month: int | None, day: int) -> dt.date | None:
    if month is None:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _year(figures: str) -> int:
    return int(figures) if len(figures) == 4 else _CENTURY + int(figures)


def _month(name: str) -> int | None:
    """The number of a month from its name or its first letters, three at least."""
    return next((number for month, number in _month_names() if month.startswith(name)), None)


def _without_weekday(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.removesuffix(",").removesuffix("en") in _weekday_names() else text


@cache
def _month_names() -> tuple[tuple[str, int], ...]:
    from babel.dates import get_month_names  # the window starts without it

    return tuple(
        (name.casefold(), number)
        for locale in LOCALES.values()
        for number, name in get_month_names("wide", locale=locale).items()
    )


@cache
def _weekday_names() -> frozenset[str]:
    from babel.dates import get_day_names

    return frozenset(
        name.casefold() for locale in LOCALES.values() for name in get_day_names("wide", locale=locale).values()
    )
