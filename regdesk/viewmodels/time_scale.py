"""The days that a time line shows, as shares of its width: where a day stands, what is marked, zooming and moving."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from regdesk.formats import format_month_short
from regdesk.i18n import _, current_language

_UNITS: Final = (1, 3, 12)
"""Months to a mark: a month, a quarter or a year."""

_MONTH: Final = 30.5
"""Days, so that a year is no more than twelve."""

_LEAST: Final = 28
_MOST: Final = 365 * 40
_DAY: Final = timedelta(days=1)
_LAST_YEAR: Final = 9998


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark at the beginning of a month, quarter or year. `year` is told once, at the first mark of each year."""

    share: float
    text: str
    year: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The days from `first` to `last`, both included; a share of 0 is where the first begins, 1 where the last ends."""

    first: date
    last: date

    @classmethod
    def around(cls, days: Iterable[date], today: date) -> TimeScale:
        """Room for all these days and today, in whole months."""
        known = sorted([*days, today])
        return cls(_month(known[0]), _after(_month(known[-1]), 1) - _DAY)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def start_of(self, day: date) -> float:
        """Where a day begins."""
        return (day - self.first).days / self.days

    def end_of(self, day: date) -> float:
        """Where a day ends."""
        return ((day - self.first).days + 1) / self.days

    def middle_of(self, day: date) -> float:
        """The middle of a day, where a mark of one day stands."""
        return (self.start_of(day) + self.end_of(day)) / 2

    def zoomed(self, factor: float, around: date) -> TimeScale:
        """So many times the days, with one of them in its place; neither less than a month nor more than 40 years."""
        days = round(min(max(self.days * factor, _LEAST), _MOST))
        pinned = around if self.first <= around <= self.last else self.first + self.days // 2 * _DAY
        return _clipped(pinned.toordinal() - int(self.middle_of(pinned) * days), days)

    def moved(self, share: float) -> TimeScale:
        """The same number of days, later by a share of the width; earlier when negative."""
        return _clipped(self.first.toordinal() + round(share * self.days), self.days)

    def ticks(self, most: int) -> list[Tick]:
        """The beginnings of months, of quarters or of years: the smallest of which there are no more than `most`."""
        step = next((unit for unit in _UNITS if self.days / (unit * _MONTH) <= most), 12 * self._years_apart(most))
        return list(self._ticks(step))

    def _years_apart(self, most: int) -> int:
        return max(1, -(-self.days // (366 * max(most, 1))))

    def _ticks(self, step: int) -> Iterator[Tick]:
        told = 0
        day = self._first_mark(step)
        while day <= self.last:
            year = "" if day.year == told or step >= _UNITS[2] else str(day.year)
            told = day.year
            yield Tick(self.start_of(day), _text(day, step), year)
            day = _after(day, step)

    def _first_mark(self, step: int) -> date:
        """The first beginning that is in sight."""
        day = date(self.first.year, 1, 1)
        while day < self.first:
            day = _after(day, step)
        return day


def _text(day: date, step: int) -> str:
    if step == 1:
        return format_month_short(day, language=current_language())
    return _("kv {quarter}").format(quarter=day.month // 3 + 1) if step == _UNITS[1] else str(day.year)


def _month(day: date) -> date:
    return day.replace(day=1)


def _after(day: date, months: int) -> date:
    """The first of a month so many months later."""
    place = day.year * 12 + day.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


def _clipped(first: int, days: int) -> TimeScale:
    """Within what a calendar has."""
    latest = date(_LAST_YEAR, 12, 31).toordinal() - days
    start = date.fromordinal(min(max(first, 1), latest))
    return TimeScale(start, start + (days - 1) * _DAY)
