"""What goes into a calendar file: days with the words for them, which view-models make and exchange writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One day, or some hours of it where `starts_at` is known. `key` tells it from all others and never changes."""

    key: str
    day: date
    last: date
    summary: str
    description: str
    category: str
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The appointments of a register under a name. `register_id` makes their keys its own."""

    name: str
    register_id: str
    appointments: tuple[Appointment, ...]
