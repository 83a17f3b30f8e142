"""A schedule as an iCalendar file (RFC 5545) that Outlook, Thunderbird and Google read.

The same register on the same day gives the same file. Every event has an id that stays when its day is moved, and a
sequence number that grows with the register, so that a later file changes what an earlier one brought.
"""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from regdesk.services.appointments import Appointment, Schedule
from regdesk.services.session import Session

if TYPE_CHECKING:
    from icalendar import Event, Timezone

_ZONE: Final = "Europe/Stockholm"
_USUAL_LENGTH: Final = timedelta(hours=2)
"""How long a meeting takes that does not say when it ends."""


def calendar_file(session: Session, schedule: Schedule, made_on: date) -> bytes:
    """The schedule as the bytes of an .ics file."""
    from icalendar import Calendar

    calendar = Calendar()
    for name, value in (
        ("PRODID", "-//Regdesk//Regdesk//SV"),
        ("VERSION", "2.0"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", schedule.name),
        ("X-WR-TIMEZONE", _ZONE),
    ):
        calendar.add(name, value)
    latest = session.lines(limit=1)
    changed_at = latest[0].at if latest else datetime.combine(made_on, time(), UTC)
    if any(appointment.starts_at for appointment in schedule.appointments):
        calendar.add_component(_zone())
    for appointment in schedule.appointments:
        calendar.add_component(_event(appointment, schedule.register_id, made_on, changed_at, session.head.seq))
    written: bytes = calendar.to_ical()
    return written


def event_uid(register_id: str, key: str) -> str:
    """The id of an appointment, the same for ever and in no other register."""
    return f"{uuid.uuid5(uuid.UUID(register_id), key)}@regdesk"


def _event(appointment: Appointment, register_id: str, made_on: date, changed_at: datetime, sequence: int) -> Event:
    from icalendar import Event

    made = Event()
    made.add("UID", event_uid(register_id, appointment.key))
    made.add("DTSTAMP", datetime.combine(made_on, time(), UTC))
    made.add("LAST-MODIFIED", changed_at.astimezone(UTC).replace(microsecond=0))
    made.add("SEQUENCE", sequence)
    made.add("SUMMARY", appointment.summary)
    start, end = _span(appointment)
    made.add("DTSTART", start)
    made.add("DTEND", end)
    made.add("CATEGORIES", [appointment.category])
    made.add("TRANSP", "OPAQUE" if appointment.starts_at else "TRANSPARENT")
    if appointment.description:
        made.add("DESCRIPTION", appointment.description)
    if appointment.place:
        made.add("LOCATION", appointment.place)
    return made


def _span(appointment: Appointment) -> tuple[date, date]:
    """Whole days end on the day after; hours are those of the clock on the wall."""
    if appointment.starts_at is None:
        return appointment.day, appointment.last + timedelta(days=1)
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(_ZONE)
    start = datetime.combine(appointment.day, appointment.starts_at, zone)
    if appointment.ends_at is None:
        return start, start + _USUAL_LENGTH
    end = datetime.combine(appointment.last, appointment.ends_at, zone)
    return start, end if end > start else start + _USUAL_LENGTH


def _zone() -> Timezone:
    """Swedish time with its summer time, as the law has had it since 1996."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

    zone, winter, summer = Timezone(), timedelta(hours=1), timedelta(hours=2)
    zone.add("TZID", _ZONE)
    for part, name, begins, month, before, after in (
        (TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), 3, winter, summer),
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), 10, summer, winter),
    ):
        part.add("DTSTART", begins)
        part.add("RRULE", vRecur({"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"}))
        part.add("TZOFFSETFROM", before)
        part.add("TZOFFSETTO", after)
        part.add("TZNAME", name)
        zone.add_component(part)
    return zone
