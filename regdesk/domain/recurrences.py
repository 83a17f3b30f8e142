"""Rules that things come round by, as far as a person chooses them by hand; what is stored is RFC 5545."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

MOST: Final = 12
"""The longest stretch between two times, in its own unit: there are words for no more."""

LAST: Final = -1
"""The last of its kind in a month, as a weekday or as a day."""

DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ORDINALS: Final = (1, 2, 3, 4, LAST)

_WEEKDAY: Final = re.compile(rf"(-1|[1-4])?({'|'.join(DAYS)})")
_PARTS: Final = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY", "UNTIL", "COUNT"})
_LEAP_YEAR: Final = 2024


class Unit(StrEnum):
    """What the time between is counted in."""

    WEEKS = "WEEKLY"
    MONTHS = "MONTHLY"
    YEARS = "YEARLY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """Every so many weeks, months or years; on the day that the first one fell on where nothing else is said.

    `weekday` counts from Monday, 0; with an `ordinal` it is the second or the last such day of a month.
    `month_day` is 1 to 31, or LAST. A year's weekday or day stands in a `month`.
    It ends after the day `until`, or after `count` times, or never.
    """

    unit: Unit
    interval: int = 1
    weekday: int | None = None
    ordinal: int | None = None
    month_day: int | None = None
    month: int | None = None
    until: date | None = None
    count: int | None = None


def is_possible(recurrence: Recurrence) -> bool:
    """Whether its parts belong together and it comes round at all."""
    on_day = recurrence.month_day is not None
    on_weekday = recurrence.weekday is not None
    return (
        1 <= recurrence.interval <= MOST
        and not (on_day and on_weekday)
        and (recurrence.ordinal is not None) == (on_weekday and recurrence.unit is not Unit.WEEKS)
        and not (on_day and recurrence.unit is Unit.WEEKS)
        and (recurrence.month is not None) == (recurrence.unit is Unit.YEARS and (on_day or on_weekday))
        and not (recurrence.until and recurrence.count)
        and (recurrence.count is None or recurrence.count >= 1)
        and _has_day(recurrence)
    )


def rule_of(recurrence: Recurrence) -> str:
    """`FREQ=YEARLY;BYMONTH=3;BYDAY=-1TU`."""
    parts = [f"FREQ={recurrence.unit.value}"]
    if recurrence.interval > 1:
        parts.append(f"INTERVAL={recurrence.interval}")
    if recurrence.month is not None:
        parts.append(f"BYMONTH={recurrence.month}")
    if recurrence.weekday is not None:
        parts.append(f"BYDAY={recurrence.ordinal or ''}{DAYS[recurrence.weekday]}")
    if recurrence.month_day is not None:
        parts.append(f"BYMONTHDAY={recurrence.month_day}")
    if recurrence.until is not None:
        parts.append(f"UNTIL={recurrence.until:%Y%m%d}")
    if recurrence.count is not None:
        parts.append(f"COUNT={recurrence.count}")
    return ";".join(parts)


def read_rule(text: str) -> Recurrence | None:
    """What a rule says where it could have been chosen by hand; None for any other rule."""
    parts = dict(part.partition("=")[::2] for part in text.strip().removeprefix("RRULE:").split(";"))
    if not parts.keys() <= _PARTS or parts.get("FREQ") not in Unit.__members__.values():
        return None
    weekday = _WEEKDAY.fullmatch(parts["BYDAY"]) if "BYDAY" in parts else None
    if "BYDAY" in parts and weekday is None:
        return None
    try:
        read = Recurrence(
            unit=Unit(parts["FREQ"]),
            interval=int(parts.get("INTERVAL", "1")),
            weekday=DAYS.index(weekday[2]) if weekday else None,
            ordinal=int(weekday[1]) if weekday and weekday[1] else None,
            month_day=_number(parts.get("BYMONTHDAY")),
            month=_number(parts.get("BYMONTH")),
            until=_day(parts.get("UNTIL")),
            count=_number(parts.get("COUNT")),
        )
    except ValueError:
        return None
    return read if is_possible(read) else None


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def _day(text: str | None) -> date | None:
    """`20271231`; a time of day after it says nothing of whole days."""
    return None if text is None else date.fromisoformat(text[:8])


def _has_day(recurrence: Recurrence) -> bool:
    """No month has a thirty-second day, and February no thirtieth."""
    if recurrence.month is not None and not 1 <= recurrence.month <= 12:
        return False
    day = recurrence.month_day
    if day is None or day == LAST:
        return True
    try:
        date(_LEAP_YEAR, recurrence.month or 1, day)
    except ValueError:
        return False
    return True
