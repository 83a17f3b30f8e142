"""The board's year as appointments: what each is called in somebody's calendar, and why it is there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from regdesk.domain.codes import EntryKind, Lane
from regdesk.domain.model import Meeting
from regdesk.formats import parse_time
from regdesk.i18n import _
from regdesk.services.annual_cycle import entries
from regdesk.services.annual_entries import Entry
from regdesk.services.appointments import Appointment, Schedule
from regdesk.services.registers import board_of, register_of
from regdesk.services.secrecy import Secrecy, telling
from regdesk.services.session import Session
from regdesk.viewmodels.annual_words import title_of, why
from regdesk.viewmodels.edition import withheld
from regdesk.viewmodels.words import one_line, word


def schedule_of(session: Session, year: int, lanes: Collection[str] = frozenset(Lane)) -> Schedule:
    """What falls within a year, of some lanes, with all that is counted from the year's meetings.

    A meeting's dates go with it even into the next year, so that none of them is left behind when it is moved.
    """
    board = one_line(board_of(session).name)
    secrecy = Secrecy.read(session)
    tells = telling(session, secrecy)
    found = entries(session, date(year - 1, 1, 1), date(year + 1, 12, 31))
    shown = [entry for entry in found if entry.lane in lanes and _belongs(entry, year)]
    return Schedule(
        name=_("{board} {year}").format(board=board, year=year),
        register_id=register_of(session).id,
        appointments=tuple(_appointment(session, entry, board, secrecy, tells) for entry in shown),
    )


def file_name(session: Session, year: int) -> str:
    """`regionstyrelsen-2026.ics`."""
    return f"{one_line(board_of(session).name).lower().replace(' ', '-').replace('/', '-')}-{year}.ics"


def _belongs(entry: Entry, year: int) -> bool:
    if isinstance(entry.record, Meeting):
        return entry.record.date.year == year
    return entry.day.year == year


def _appointment(
    session: Session, entry: Entry, board: str, secrecy: Secrecy, tells: Callable[[str], bool]
) -> Appointment:
    """Of what is secret, or names it, nothing but the day leaves the register."""
    summary, description = f"{title_of(session, entry)} ({board})", "\n".join(why(entry))
    if secrecy.is_secret(entry.record.id) or tells(f"{summary}\n{description}"):
        summary, description, meeting = withheld(), "", None
    else:
        meeting = entry.record if entry.kind is EntryKind.MEETING and isinstance(entry.record, Meeting) else None
    return Appointment(
        key=entry.key,
        day=entry.day,
        last=entry.last,
        summary=summary,
        description=description,
        category=word(entry.lane),
        starts_at=parse_time(meeting.starts_at) if meeting else None,
        ends_at=parse_time(meeting.ends_at) if meeting else None,
        place=one_line(meeting.place) if meeting else "",
    )
