"""Who attends a meeting, whether they are enough to decide, and who stands out of an item."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from regdesk.domain.codes import AttendanceRole
from regdesk.domain.ids import new_id
from regdesk.domain.model import Attendance, Meeting
from regdesk.services.actions import Action
from regdesk.services.meetings import open_meeting_of
from regdesk.services.session import Session, name_of

_SEATS: Final = frozenset({AttendanceRole.CHAIR, AttendanceRole.MEMBER})
_SERVING: Final = _SEATS | {AttendanceRole.SERVING_SUBSTITUTE}

_AT_FIRST: Final = {AttendanceRole.SERVING_SUBSTITUTE: AttendanceRole.SUBSTITUTE}

_LAST: Final = """
    WHERE body_id IS ? AND (date, id) < (?, ?) AND EXISTS (
        SELECT 1 FROM attendances WHERE attendances.meeting_id = meetings.id
    ) ORDER BY date DESC, id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many that decide are there, of how many seats; a body decides when more than half are (KL 6:27)."""

    present: int
    seats: int

    @property
    def is_met(self) -> bool:
        return 2 * self.present > self.seats


def quorum(session: Session, meeting_id: str) -> Quorum:
    """Information and no more: it is the chair who says whether the body can decide."""
    found = session.all(Attendance, meeting_id=meeting_id)
    present = sum(each.present and each.role in _SERVING for each in found)
    seats = sum(each.role in _SEATS for each in found)
    return Quorum(min(present, seats), seats)


def copy_attendance(session: Session, meeting_id: str) -> int:
    """Let those attend who did so at the body's last meeting, all of them present, as one step; gives how many are new.

    Who served as a substitute is a substitute again until the roll call says otherwise, and who is on the list already
    is not put there again. Raises Problem(MEETING_CLOSED).
    """
    meeting = open_meeting_of(session, meeting_id)
    last = session.repository.select(Meeting, _LAST, (meeting.body_id, meeting.date.isoformat(), meeting.id))
    here = session.all(Attendance, meeting_id=meeting_id)
    known = {(each.function, each.name) for each in here}
    attended = session.all(Attendance, meeting_id=last[0].id) if last else []
    new = [each for each in attended if (each.function, each.name) not in known]
    with session.change(Action.COPY_ATTENDANCE, name_of(meeting) or meeting.date.isoformat()) as change:
        for position, each in enumerate(new, start=len(here)):
            fresh = replace(each, id=new_id(), meeting_id=meeting_id, position=position, present=True, note="")
            change.insert(replace(fresh, role=_AT_FIRST.get(each.role, each.role)))
    return len(new)


def switch_presence(session: Session, attendance_id: str) -> None:
    """Who was there is not, and the other way round. Raises Problem(MEETING_CLOSED)."""
    attendance = session.get(Attendance, attendance_id)
    open_meeting_of(session, attendance.meeting_id)
    with session.change(Action.EDIT, attendance.function) as change:
        change.update(replace(attendance, present=not attendance.present))
