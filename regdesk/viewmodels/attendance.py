"""Who attends a meeting as rows, how many that makes, and how one more begins."""

from __future__ import annotations

from typing import Final

from regdesk.domain.codes import AttendanceRole
from regdesk.domain.ids import new_id
from regdesk.domain.model import Attendance
from regdesk.i18n import _
from regdesk.services.attendance import quorum
from regdesk.services.session import Session
from regdesk.viewmodels.below import Below, cells_of
from regdesk.viewmodels.labels import attendant
from regdesk.viewmodels.rows import Cell, Column, Tone
from regdesk.viewmodels.words import one_line, word


def _cells(_session: Session, each: Attendance) -> tuple[Cell, ...]:
    present = Cell(text=_("Ja"), symbol="✓", tone=Tone.GOOD) if each.present else Cell(text=_("Nej"), symbol="–")
    return Cell(text=attendant(each)), Cell(text=word(each.role)), present, Cell(text=one_line(each.note))


def _begin(session: Session, meeting_id: str) -> Attendance:
    """The first one leads the meeting; whoever comes after has the role of the one before."""
    before = session.all(Attendance, meeting_id=meeting_id)
    match before[-1].role if before else None:
        case None:
            role, function = AttendanceRole.CHAIR, word(AttendanceRole.CHAIR)
        case AttendanceRole.CHAIR:
            role, function = AttendanceRole.MEMBER, ""
        case same:
            role, function = same, ""
    return Attendance(id=new_id(), meeting_id=meeting_id, function=function, role=role)


ATTENDANCE: Final = Below(
    kind=Attendance,
    owner="meeting_id",
    columns=lambda: (
        Column(key="function", title=_("Funktion"), width=2.2),
        Column(key="role", title=_("Deltar som"), width=1.6),
        Column(key="present", title=_("Närvarande"), width=1.0),
        Column(key="note", title=_("Anteckning"), width=1.6),
    ),
    cells=cells_of(Attendance, _cells),
    begin=_begin,
)
"""The roster of a meeting."""


def quorum_words(session: Session, meeting_id: str) -> str:
    """`7 av 11 närvarande; fler än hälften (KL 6:27)`; information, since it is the chair who says so."""
    found = quorum(session, meeting_id)
    if not found.seats:
        return ""
    counted = _("{present} av {seats} som beslutar är närvarande").format(present=found.present, seats=found.seats)
    enough = _("fler än hälften") if found.is_met else _("inte fler än hälften")
    return _("{counted}; {enough} (6 kap. 27 § kommunallagen).").format(counted=counted, enough=enough)
