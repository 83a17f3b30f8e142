"""Dates, times, weeks and periods as they are printed."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from regdesk.domain.codes import PeriodKind
from regdesk.formats.signs import EN_DASH, LOCALES, NBSP, Language

_PERIOD_WORDS: dict[Language, dict[PeriodKind, str]] = {
    "sv": {PeriodKind.QUARTER: "kvartal", PeriodKind.FOUR_MONTHS: "tertial"},
    "en": {PeriodKind.QUARTER: "quarter", PeriodKind.FOUR_MONTHS: "four-month period"},
}
_PERIOD_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.FOUR_MONTHS: 4, PeriodKind.YEAR: 12}


def format_date(day: dt.date, *, article: bool = True, language: Language = "sv") -> str:
    """`den 22 november 2026` in running text; without `article` as in headings, `22 november 2026`."""
    return _pattern("'den' d MMMM y" if article and language == "sv" else "d MMMM y", day, language)


def format_weekday_date(day: dt.date, *, language: Language = "sv") -> str:
    """`söndag den 22 november 2026`."""
    return _pattern("EEEE 'den' d MMMM y" if language == "sv" else "EEEE d MMMM y", day, language)


def format_weekday(day: dt.date, *, language: Language = "sv") -> str:
    """`söndag 22 november`, where the year is plain."""
    return _pattern("EEEE d MMMM", day, language)


def format_short_weekday(day: dt.date, *, language: Language = "sv") -> str:
    """`sön 22`, where the month is plain."""
    return _pattern("EEE d", day, language)


def format_day_of_year(day: dt.date, *, language: Language = "sv") -> str:
    """`22 november`, of any year."""
    return _pattern("d MMMM", day, language)


def format_month_name(month: int, *, language: Language = "sv") -> str:
    """`november` for 11."""
    return _pattern("LLLL", dt.date(2000, month, 1), language)


def format_iso_date(day: dt.date) -> str:
    """`2026-11-22`, for tables, page headers and file names; a datetime gives its day."""
    return day.isoformat()[:10]


def format_date_interval(start: dt.date, end: dt.date, *, language: Language = "sv") -> str:
    """`22–24 november 2026`, `28 november–2 december 2026`: the months in full and nothing said twice."""
    if start == end:
        return format_date(end, article=False, language=language)
    if start.year != end.year:
        first = "d MMMM y"
    elif start.month != end.month:
        first = "d MMMM"
    else:
        first = "d"
    return f"{_pattern(first, start, language)}{EN_DASH}{format_date(end, article=False, language=language)}"


def format_iso_interval(start: dt.date, end: dt.date) -> str:
    """`2026-11-22–2026-11-24`, for tables."""
    return format_iso_date(start) if start == end else f"{format_iso_date(start)}{EN_DASH}{format_iso_date(end)}"


def format_year_span(first: int, last: int) -> str:
    """`2024–2026`. Years are no numbers: they are never grouped."""
    return str(first) if first == last else f"{first}{EN_DASH}{last}"


def format_month(day: dt.date, *, language: Language = "sv") -> str:
    """`november 2026`."""
    return _pattern("MMMM y", day, language)


def format_month_short(day: dt.date, *, language: Language = "sv") -> str:
    """`nov.`, where there is no room for more."""
    return _pattern("LLL", day, language)


def format_time(time: dt.time, *, language: Language = "sv") -> str:
    """`9.00`; with a colon in English."""
    return f"{time.hour}{':' if language == 'en' else '.'}{time.minute:02}"


def format_clock(start: dt.time, end: dt.time | None = None, *, language: Language = "sv") -> str:
    """`kl. 9.00–15.30`, or from `start` alone."""
    times = EN_DASH.join(format_time(time, language=language) for time in (start, end) if time is not None)
    return times if language == "en" else f"kl.{NBSP}{times}"


def format_week(day: dt.date, *, year: bool = False, language: Language = "sv") -> str:
    """`v. 47`, by ISO 8601; with `year` the year that the week belongs to: `v. 53 2026` of 1 January 2027."""
    iso = day.isocalendar()
    week = f"{'week' if language == 'en' else 'v.'}{NBSP}{iso.week}"
    return f"{week}{NBSP}{iso.year}" if year else week


def format_period(kind: PeriodKind, start: dt.date, end: dt.date, *, language: Language = "sv") -> str:
    """`november 2026`, `kvartal 4 2026`, `tertial 2 2026`, `2026`, `januari–augusti 2026`, or else its days."""
    if not _is_whole_months(start, end):
        return format_date_interval(start, end, language=language)
    months = end.month - start.month + 1
    if kind not in _PERIOD_MONTHS or months != _PERIOD_MONTHS[kind] or end.month % months:
        return _month_interval(start, end, language)
    if kind is PeriodKind.YEAR:
        return str(end.year)
    if kind is PeriodKind.MONTH:
        return format_month(end, language=language)
    return f"{_PERIOD_WORDS[language][kind]}{NBSP}{end.month // months} {end.year}"


def _month_interval(start: dt.date, end: dt.date, language: Language) -> str:
    if start.month == end.month:
        return format_month(end, language=language)
    return f"{_pattern('MMMM', start, language)}{EN_DASH}{format_month(end, language=language)}"


def _is_whole_months(start: dt.date, end: dt.date) -> bool:
    """From the first of a month to the last of the same or a later one in the year."""
    return start.year == end.year and start <= end and start.day == 1 and end.day == monthrange(end.year, end.month)[1]


def _pattern(pattern: str, day: dt.date, language: Language) -> str:
    from babel.dates import format_date as babel_date  # the window starts without it

    return babel_date(day, pattern, LOCALES[language])
