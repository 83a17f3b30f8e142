"""The calendar file is read back by a reader of such files, and a later one changes what an earlier one brought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component, Timezone

from regdesk.domain.ids import new_id
from regdesk.exchange.ical_out import calendar_file, event_uid
from regdesk.services.appointments import Appointment, Schedule
from regdesk.services.deadlines import add_date
from regdesk.services.editing import edit
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.viewmodels.calendar_file import file_name, schedule_of
from tests.registers import Example, open_example

TODAY = date(2026, 11, 28)
STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


@pytest.fixture
def session(opened: tuple[Session, Example]) -> Session:
    return opened[0]


def exported(session: Session, year: int = 2026) -> bytes:
    return calendar_file(session, schedule_of(session, year), TODAY)


def words(component: Component, name: str) -> str:
    """A property as text, or nothing."""
    return str(component[name]) if name in component else ""


def when(event: Component, name: str) -> date:
    """A day, or a moment, of an event."""
    found = event.decoded(name)
    assert isinstance(found, date)
    return found


def events(data: bytes) -> dict[str, Component]:
    """The events of a file by what they are called."""
    return {words(event, "SUMMARY"): event for event in Calendar.from_ical(data).walk("VEVENT")}


def test_the_head_is_what_outlook_thunderbird_and_google_want(session: Session) -> None:
    read = Calendar.from_ical(exported(session))
    assert (words(read, "VERSION"), words(read, "METHOD"), words(read, "CALSCALE")) == ("2.0", "PUBLISH", "GREGORIAN")
    assert words(read, "X-WR-CALNAME") == "Regionstyrelsen 2026"
    assert list(read.walk("VTIMEZONE")) == []


def test_whole_days_end_on_the_day_after(session: Session) -> None:
    event = events(exported(session))["Plan och budget i juni (Regionstyrelsen)"]
    assert (when(event, "DTSTART"), when(event, "DTEND")) == (date(2026, 6, 30), date(2026, 7, 1))
    assert words(event, "TRANSP") == "TRANSPARENT"
    assert b"\r\nCATEGORIES:Rapporter\r\n" in event.to_ical()
    assert words(event, "DESCRIPTION").startswith("Den 30 juni varje år.\nKälla: Lokal vana: planen och budgeten")


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 2, 18), 1), (date(2026, 8, 19), 2)], ids=["winter", "summer"])
def test_a_meeting_has_its_hours_in_swedish_time(session: Session, day: date, hours: int) -> None:
    planned = replace(new_meeting(day, title="Möte, med; tecken", starts_at="09.30", place="Sal A"), ends_at="15.00")
    add_meeting(session, planned)
    data = exported(session)
    event = events(data)["Möte, med; tecken (Regionstyrelsen)"]
    start = when(event, "DTSTART")
    assert start == datetime.combine(day, time(9, 30), STOCKHOLM)
    assert isinstance(start, datetime)
    assert start.utcoffset() == timedelta(hours=hours)
    assert when(event, "DTEND") == datetime.combine(day, time(15), STOCKHOLM)
    assert (words(event, "LOCATION"), words(event, "TRANSP")) == ("Sal A", "OPAQUE")
    (zone,) = Calendar.from_ical(data).walk("VTIMEZONE")
    assert words(zone, "TZID") == "Europe/Stockholm"
    # The zone that the file itself brings says the same as the computer's.
    assert isinstance(zone, Timezone)
    own = zone.to_tz(lookup_tzid=False)
    assert own.utcoffset(datetime.combine(day, time(9, 30))) == timedelta(hours=hours)


def test_moving_a_meeting_and_exporting_again_changes_the_same_events(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(date(2026, 11, 18), title="Novembermötet"))
    first = events(exported(session))
    edit(session, meeting, date=date(2026, 11, 25))
    second = events(exported(session))
    before, after = (found["Novembermötet (Regionstyrelsen)"] for found in (first, second))
    assert words(before, "UID") == words(after, "UID")
    assert when(after, "DTSTART") == date(2026, 11, 25)
    assert int(words(after, "SEQUENCE")) > int(words(before, "SEQUENCE"))
    assert {words(event, "UID") for event in first.values()} == {words(event, "UID") for event in second.values()}


def test_the_same_register_on_the_same_day_gives_the_same_file(session: Session) -> None:
    add_meeting(session, new_meeting(date(2026, 11, 18), starts_at="13.00"))
    data = exported(session)
    assert data == exported(session)
    event = next(iter(events(data).values()))
    assert when(event, "DTSTAMP") == datetime(2026, 11, 28, tzinfo=UTC)
    assert words(event, "SEQUENCE") == str(session.head.seq)


def test_ids_are_those_of_one_register(session: Session) -> None:
    own, other = schedule_of(session, 2026).register_id, new_id()
    assert event_uid(own, "meeting:1") == event_uid(own, "meeting:1")
    assert len({event_uid(own, "meeting:1"), event_uid(own, "meeting:2"), event_uid(other, "meeting:1")}) == 3


def test_lines_are_folded_and_end_as_the_standard_says(session: Session) -> None:
    add_meeting(session, new_meeting(date(2026, 11, 18), title="Å" * 200))
    data = exported(session)
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert all(len(line) <= 75 for line in lines)
    assert f"{'Å' * 200} (Regionstyrelsen)" in events(data)


def test_what_is_marked_secret_leaves_the_register_as_a_day_alone(opened: tuple[Session, Example]) -> None:
    session, example = opened
    assignment = edit(session, example.assignments[0], due_on=date(2026, 5, 4))
    assert "Ska vara klart: Följa hur väntetiderna utvecklas (Regionstyrelsen)" in events(exported(session))
    add_date(session, date(2026, 5, 3), "Läs Följa hur väntetiderna utvecklas")
    mark_secret(session, assignment.id, "19 kap. 1 § OSL", TODAY, "Nämnden")
    data = exported(session)
    secret = [event for event in Calendar.from_ical(data).walk("VEVENT") if "sekretess" in words(event, "SUMMARY")]
    assert [(when(event, "DTSTART").day, "DESCRIPTION" in event) for event in secret] == [(3, False), (4, False)]
    assert "väntetiderna".encode() not in data.replace(b"\r\n ", b"")


def test_a_file_is_named_for_its_board_and_year(session: Session) -> None:
    assert file_name(session, 2026) == "regionstyrelsen-2026.ics"


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120)


@given(TEXTS, TEXTS, st.dates(date(1970, 1, 1), date(2100, 1, 1)), st.integers(0, 3), st.one_of(st.none(), st.times()))
def test_whatever_is_written_is_read_back(
    summary: str, description: str, day: date, days: int, starts_at: time | None
) -> None:
    starts_at = starts_at.replace(microsecond=0, tzinfo=None) if starts_at else None
    appointment = Appointment(
        key="key",
        day=day,
        last=day + timedelta(days=days),
        summary=summary,
        description=description,
        category="Möten",
        starts_at=starts_at,
    )
    session = _Bare()
    data = calendar_file(session, Schedule(name="År", register_id=new_id(), appointments=(appointment,)), TODAY)  # type: ignore[arg-type]
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert words(event, "SUMMARY") == summary
    assert words(event, "DESCRIPTION") == description
    start, end = when(event, "DTSTART"), when(event, "DTEND")
    assert start < end
    assert (start.date() if isinstance(start, datetime) else start) == day


class _Bare:
    """As much of a session as the writer asks for."""

    class head:  # noqa: N801 - an attribute of a session
        seq = 1

    def lines(self, *, limit: int) -> list[object]:  # noqa: ARG002 - a session's own signature
        return []
