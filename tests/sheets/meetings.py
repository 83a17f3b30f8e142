"""A small register with a meeting in it, for the papers of meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from regdesk.domain.codes import AttendanceRole, ItemKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, Attendance, Meeting, Recusal
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_agenda_item, add_meeting, new_meeting
from regdesk.services.session import Session
from tests.registers import Example, open_example

DAY = date(2026, 3, 10)
Shipped = Callable[[str], Session]


@dataclass(frozen=True)
class Held:
    """An open register with the example plan and a meeting that has no agenda yet."""

    session: Session
    example: Example
    meeting: Meeting

    def item(
        self, title: str, kind: ItemKind = ItemKind.DECISION, subjects: Sequence[str] = (), **said: object
    ) -> AgendaItem:
        """An item last on the agenda; `subjects` are ids of what it takes up."""
        made = add_agenda_item(self.session, self.meeting.id, title, kind=kind, subjects=subjects)
        return edit(self.session, made, **said) if said else made

    def attendee(self, function: str, role: AttendanceRole, *, name: str = "", present: bool = True) -> Attendance:
        """Somebody on the list of attendance."""
        return add(
            self.session,
            Attendance(
                id=new_id(), meeting_id=self.meeting.id, function=function, role=role, name=name, present=present
            ),
        )

    def recuse(self, attendance: Attendance, item: AgendaItem, note: str = "") -> None:
        """Let somebody stand out of an item."""
        add(self.session, Recusal(id=new_id(), attendance_id=attendance.id, agenda_item_id=item.id, note=note))


@contextmanager
def held(folder: Path) -> Iterator[Held]:
    """The register, closed afterwards."""
    session, example = open_example(folder)
    with session:
        meeting = new_meeting(DAY, title="Marsmötet", place="Sal 2", starts_at="9.00")
        yield Held(session, example, add_meeting(session, meeting))


def meeting_on(session: Session, day: str) -> str:
    """The id of the meeting that begins on a day."""
    return next(each.id for each in session.all(Meeting) if each.date.isoformat() == day)
