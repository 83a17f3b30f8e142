"""The year as a wheel: where months, lanes, marks and today's hand stand in a circle of radius 1, for any canvas.

The middle is (0, 0), x goes right and y down; angles are degrees clockwise from twelve o'clock, where January begins.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import asin, atan2, cos, degrees, hypot, radians, sin
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import Lane
from regdesk.formats import format_month_name
from regdesk.i18n import _, current_language, ngettext
from regdesk.services.annual_entries import Entry
from regdesk.viewmodels.annual_list import Year, month_name, month_of
from regdesk.viewmodels.annual_words import SYMBOLS

Measure = Callable[[str], float]
"""How wide a text is, as a share of the wheel's radius."""

MONTH: Final = 30.0
HUB: Final = 0.28
BAND: Final = 0.84
"""Where the lanes end and the band with the names of the months begins."""
MARK: Final = 0.046
"""The radius of a mark."""
_AIR: Final = 1.1
_LETTERS: Final = 3

_COUNTS: Final[Mapping[Lane, Callable[[int], str]]] = MappingProxyType(
    {
        Lane.MEETING: lambda count: ngettext("{count} möte", "{count} möten", count),
        Lane.DEADLINE: lambda count: ngettext("{count} slutdatum", "{count} slutdatum", count),
        Lane.REPORT_BACK: lambda count: ngettext("{count} återrapportering", "{count} återrapporteringar", count),
        Lane.SUPERVISION: lambda count: ngettext(
            "{count} tillfälle av uppsikt eller kontroll", "{count} tillfällen av uppsikt eller kontroll", count
        ),
        Lane.REPORT: lambda count: ngettext("{count} rapport", "{count} rapporter", count),
    }
)


@dataclass(frozen=True, slots=True)
class Label:
    """A text in the middle of (x, y), turned clockwise by an angle."""

    text: str
    x: float
    y: float
    turned: float


@dataclass(frozen=True, slots=True)
class Sector:
    """A month: from which angle it goes, and its name in the band. Every month is as wide as the others."""

    month: int
    start: float
    label: Label


@dataclass(frozen=True, slots=True)
class Ring:
    """A lane, between two radii."""

    lane: str
    inner: float
    outer: float

    @property
    def middle(self) -> float:
        return (self.inner + self.outer) / 2


@dataclass(frozen=True, slots=True)
class Mark:
    """One date by the symbol of its lane, or several that stand too close as `+3`; `keys` are those of its entries."""

    lane: str
    month: int
    keys: tuple[str, ...]
    x: float
    y: float
    text: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Wheel:
    """A year drawn. `hand` is the angle of today where it falls within the year."""

    year: int
    sectors: tuple[Sector, ...]
    rings: tuple[Ring, ...]
    marks: tuple[Mark, ...]
    hand: float | None


@dataclass(frozen=True, slots=True)
class _Group:
    angle: float
    entries: tuple[Entry, ...]


RINGS: Final = tuple(
    Ring(lane, BAND - (place + 1) * (BAND - HUB) / len(Lane), BAND - place * (BAND - HUB) / len(Lane))
    for place, lane in enumerate(Lane)
)
"""The lanes from the outside in."""


def wheel_of(year: int, entries: Sequence[Entry], today: date, measure: Measure) -> Wheel:
    """The wheel of some entries of a year."""
    return Wheel(
        year=year,
        sectors=_sectors(measure),
        rings=RINGS,
        marks=tuple(mark for ring in RINGS for mark in _marks(ring, year, entries, today)),
        hand=angle_of(today) if today.year == year else None,
    )


def angle_of(day: date) -> float:
    """The middle of a day."""
    return MONTH * (day.month - 1 + (day.day - 0.5) / monthrange(day.year, day.month)[1])


def point(angle: float, radius: float) -> tuple[float, float]:
    """The place at an angle, so far out."""
    return radius * sin(radians(angle)), -radius * cos(radians(angle))


def month_at(x: float, y: float) -> int | None:
    """The month that a place is in; None in the hub and outside the wheel."""
    if not HUB <= hypot(x, y) <= 1:
        return None
    return int(degrees(atan2(x, -y)) % 360 // MONTH) + 1


def mark_at(wheel: Wheel, x: float, y: float) -> Mark | None:
    """The mark that a place is on."""
    return next((mark for mark in wheel.marks if hypot(mark.x - x, mark.y - y) <= MARK), None)


def month_text(year: Year, entries: Iterable[Entry], month: int) -> str:
    """`November: 2 möten, 5 slutdatum`, for who does not see the wheel."""
    counted = [0] * len(Lane)
    for entry in entries:
        if month_of(entry, year.year) == month:
            counted[list(Lane).index(entry.lane)] += 1
    parts = [_COUNTS[lane](count).format(count=count) for count, lane in zip(counted, Lane, strict=True) if count]
    return f"{month_name(month)}: {', '.join(parts) or _('inget')}"


def wheel_text(year: Year, entries: Sequence[Entry]) -> str:
    """The whole wheel in words, a month a line."""
    total = ngettext("{count} datum", "{count} datum", len(entries)).format(count=len(entries))
    months = (month_text(year, entries, month) for month in range(1, 13))
    return "\n".join((f"{year.year}: {total}", *months))


def _sectors(measure: Measure) -> tuple[Sector, ...]:
    names = [format_month_name(month, language=current_language()) for month in range(1, 13)]
    if max(map(measure, names)) > room_for_names():
        names = [name[:_LETTERS] for name in names]
    return tuple(Sector(place + 1, place * MONTH, _label(name, place)) for place, name in enumerate(names))


def room_for_names() -> float:
    """How wide the name of a month may be: the chord of its part of the band, at the band's inner edge."""
    return 2 * BAND * sin(radians(MONTH / 2)) * 0.94


def _label(name: str, place: int) -> Label:
    """Along the band, and never upside down."""
    middle = (place + 0.5) * MONTH
    return Label(name, *point(middle, (BAND + 1) / 2), middle - 180 if 90 < middle < 270 else middle)


def _marks(ring: Ring, year: int, entries: Sequence[Entry], today: date) -> Iterable[Mark]:
    for month in range(1, 13):
        within = [entry for entry in entries if entry.lane == ring.lane and month_of(entry, year) == month]
        for group in _grouped(within, ring, year, month):
            x, y = point(group.angle, ring.middle)
            yield Mark(
                lane=ring.lane,
                month=month,
                keys=tuple(entry.key for entry in group.entries),
                x=x,
                y=y,
                text=SYMBOLS[Lane(ring.lane)] if len(group.entries) == 1 else f"+{len(group.entries)}",
                is_late=any(entry.is_overdue(today) for entry in group.entries),
            )


def _grouped(entries: Sequence[Entry], ring: Ring, year: int, month: int) -> list[_Group]:
    """Marks that would overlap become one; none reaches into the month beside it."""
    apart = degrees(2 * asin(MARK * _AIR / ring.middle))
    first, last = (month - 1) * MONTH + apart / 2, month * MONTH - apart / 2
    days = [(min(max(angle_of(max(each.day, date(year, 1, 1))), first), last), each) for each in entries]
    groups = [_Group(angle, (each,)) for angle, each in sorted(days, key=lambda pair: pair[0])]
    while (place := _too_close(groups, apart)) is not None:
        groups[place : place + 2] = [_merged(groups[place], groups[place + 1])]
    return groups


def _too_close(groups: Sequence[_Group], apart: float) -> int | None:
    gaps = [after.angle - before.angle for before, after in pairwise(groups)]
    smallest = min(gaps, default=apart)
    return gaps.index(smallest) if smallest < apart else None


def _merged(before: _Group, after: _Group) -> _Group:
    entries = (*before.entries, *after.entries)
    weighed = before.angle * len(before.entries) + after.angle * len(after.entries)
    return _Group(weighed / len(entries), entries)
