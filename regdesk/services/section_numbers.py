"""The § of agenda items: they run through the year of a body, and are given in this one place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from regdesk.domain.codes import AgendaOutcome
from regdesk.domain.model import AgendaItem, Assignment, Meeting
from regdesk.domain.sections import filled, section_name, section_number
from regdesk.services.actions import Action
from regdesk.services.meetings import open_meeting_of
from regdesk.services.session import Session, name_of

_OF_YEAR: Final = """
    SELECT agenda_items.id, agenda_items.meeting_id, agenda_items.section_no FROM agenda_items
    JOIN meetings ON meetings.id = agenda_items.meeting_id
    WHERE meetings.body_id IS ? AND meetings.date BETWEEN ? AND ? AND trim(agenda_items.section_no) <> ''
"""
_BEFORE: Final = f"{_OF_YEAR} AND (meetings.date, meetings.id) < (?, ?)"
_IN_ORDER: Final = f"{_OF_YEAR} ORDER BY meetings.date, meetings.id, agenda_items.position, agenda_items.id"


def number_agenda(session: Session, meeting_id: str, *, anew: bool = False) -> int:
    """Give the items of a meeting their §, on from the last one of the body's year before it, as one step.

    A § that somebody set is kept and followed on from, unless all are to be set `anew`; what is withdrawn gets none.
    Uppdrag that were made of a decision get its §. Gives how many items have another § than before.
    Raises Problem(MEETING_CLOSED).
    """
    meeting = open_meeting_of(session, meeting_id)
    items = [each for each in session.all(AgendaItem, meeting_id=meeting_id) if _is_numbered(each)]
    sections = filled(["" if anew else each.section_no for each in items], last_before(session, meeting))
    changed = [(each, number) for each, number in zip(items, sections, strict=True) if number != each.section_no]
    if not changed:
        return 0
    with session.change(Action.NUMBER_AGENDA, name_of(meeting) or meeting.date.isoformat()) as change:
        for item, number in changed:
            change.update(replace(item, section_no=number))
            for made in session.all(Assignment, agenda_item_id=item.id):
                if made.source_section == item.section_no:
                    change.update(replace(made, source_section=number))
    return len(changed)


def unnumbered(session: Session, meeting_id: str) -> int:
    """How many items of a meeting lack a § that they should have."""
    items = session.all(AgendaItem, meeting_id=meeting_id)
    return sum(not each.section_no.strip() for each in items if _is_numbered(each))


def last_before(session: Session, meeting: Meeting) -> int:
    """The highest § of the body's year before a meeting; 0 at its first one."""
    rows = session.repository.rows(
        _BEFORE, (meeting.body_id, *_year(meeting.date), meeting.date.isoformat(), meeting.id)
    )
    numbers = (section_number(row["section_no"]) for row in rows)
    return max((number for number in numbers if number is not None), default=0)


def conflicts(session: Session, meeting_id: str) -> dict[str, list[AgendaItem]]:
    """The items of the body's year that have a § of this meeting's twice or more, by that §, in their order."""
    meeting = session.get(Meeting, meeting_id)
    found: dict[str, list[str]] = {}
    here: set[str] = set()
    for row in session.repository.rows(_IN_ORDER, (meeting.body_id, *_year(meeting.date))):
        name = section_name(row["section_no"])
        found.setdefault(name, []).append(row["id"])
        here |= {name} if row["meeting_id"] == meeting_id else set()
    return {
        name: [session.get(AgendaItem, item_id) for item_id in ids]
        for name, ids in found.items()
        if len(ids) > 1 and name in here
    }


def _is_numbered(item: AgendaItem) -> bool:
    return item.outcome is not AgendaOutcome.WITHDRAWN


def _year(day: date) -> tuple[str, str]:
    return f"{day.year:04}-01-01", f"{day.year:04}-12-31"
