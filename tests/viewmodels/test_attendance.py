"""Who attends is told in rows, and how one more begins follows from who is there."""

from __future__ import annotations

from datetime import date

from regdesk.domain.codes import AttendanceRole
from regdesk.domain.ids import new_id
from regdesk.domain.model import Attendance
from regdesk.services.editing import add
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.viewmodels.attendance import ATTENDANCE, quorum_words
from regdesk.viewmodels.below import begun, rows_below


def test_the_first_leads_and_the_next_are_members(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(date(2025, 3, 4)))
    roles = []
    for number in range(3):
        new = begun(session, ATTENDANCE, meeting.id)
        assert isinstance(new, Attendance)
        assert new.position == number
        roles.append(add(session, new).role)
    assert roles == [AttendanceRole.CHAIR, AttendanceRole.MEMBER, AttendanceRole.MEMBER]
    assert rows_below(session, ATTENDANCE, meeting.id).page(None, 1)[0].cells[0].text == "Ordförande"


def test_a_name_is_told_beside_the_function(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(date(2025, 3, 4)))
    assert quorum_words(session, meeting.id) == ""
    add(session, Attendance(id=new_id(), meeting_id=meeting.id, function="Ledamot 1", name="Kim Ek", present=False))
    (row,) = rows_below(session, ATTENDANCE, meeting.id).page(None, 5)
    assert [cell.text for cell in row.cells] == ["Ledamot 1 (Kim Ek)", "Ledamot", "Nej", ""]
    assert quorum_words(session, meeting.id) == (
        "0 av 1 som beslutar är närvarande; inte fler än hälften (6 kap. 27 § kommunallagen)."
    )
