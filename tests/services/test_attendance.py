"""Who attends is taken over from the last meeting, and whether they are enough is told and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import AttendanceRole
from regdesk.domain.ids import new_id
from regdesk.domain.model import Attendance, Body, Meeting
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.attendance import Quorum, copy_attendance, quorum, switch_presence
from regdesk.services.editing import add
from regdesk.services.meetings import add_meeting, close_meeting, new_meeting
from regdesk.services.session import Session
from tests.registers import open_example


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made, _plan = open_example(tmp_path)
    yield made
    made.close()


def attending(session: Session, meeting: Meeting, function: str, **fields: object) -> Attendance:
    position = len(session.all(Attendance, meeting_id=meeting.id))
    made = Attendance(id=new_id(), meeting_id=meeting.id, function=function, position=position)
    return add(session, replace(made, **fields))  # type: ignore[arg-type]


def roster(session: Session, meeting: Meeting) -> list[tuple[str, AttendanceRole, bool]]:
    return [(each.function, each.role, each.present) for each in session.all(Attendance, meeting_id=meeting.id)]


def test_the_last_meetings_list_is_taken_over_once(session: Session) -> None:
    other = add(session, Body(id=new_id(), name="Utskottet"))
    march = add_meeting(session, new_meeting(date(2025, 3, 4)))
    elsewhere = add_meeting(session, replace(new_meeting(date(2025, 4, 1)), body_id=other.id))
    may = add_meeting(session, new_meeting(date(2025, 5, 6)))
    attending(session, march, "Ordförande", role=AttendanceRole.CHAIR)
    attending(session, march, "Ledamot 1", present=False, note="Sjuk")
    attending(session, march, "Ersättare 1", role=AttendanceRole.SERVING_SUBSTITUTE)
    attending(session, elsewhere, "Sekreterare", role=AttendanceRole.OFFICIAL)
    attending(session, may, "Ordförande", role=AttendanceRole.CHAIR)
    assert copy_attendance(session, may.id) == 2
    assert roster(session, may) == [
        ("Ordförande", AttendanceRole.CHAIR, True),
        ("Ledamot 1", AttendanceRole.MEMBER, True),
        ("Ersättare 1", AttendanceRole.SUBSTITUTE, True),
    ]
    assert session.all(Attendance, meeting_id=may.id)[1].note == ""
    assert copy_attendance(session, may.id) == 0
    session.undo()
    assert len(roster(session, may)) == 1


def test_the_first_meeting_has_nobody_to_take_over(session: Session) -> None:
    assert copy_attendance(session, add_meeting(session, new_meeting(date(2025, 3, 4))).id) == 0


def test_more_than_half_of_the_seats(session: Session) -> None:
    march = add_meeting(session, new_meeting(date(2025, 3, 4)))
    assert quorum(session, march.id) == Quorum(0, 0)
    attending(session, march, "Ordförande", role=AttendanceRole.CHAIR)
    away = attending(session, march, "Ledamot 1", present=False)
    attending(session, march, "Ersättare 1", role=AttendanceRole.SUBSTITUTE)
    attending(session, march, "Direktör", role=AttendanceRole.OFFICIAL)
    assert (quorum(session, march.id), quorum(session, march.id).is_met) == (Quorum(1, 2), False)
    attending(session, march, "Ersättare 2", role=AttendanceRole.SERVING_SUBSTITUTE)
    assert (quorum(session, march.id), quorum(session, march.id).is_met) == (Quorum(2, 2), True)
    switch_presence(session, away.id)
    assert session.get(Attendance, away.id).present
    assert quorum(session, march.id) == Quorum(2, 2)  # no more can serve than there are seats
    session.undo()
    assert not session.get(Attendance, away.id).present


def test_the_list_of_a_closed_meeting_stays(session: Session) -> None:
    march = add_meeting(session, new_meeting(date(2025, 3, 4)))
    member = attending(session, march, "Ledamot 1")
    close_meeting(session, march.id)
    for deed in (lambda: switch_presence(session, member.id), lambda: copy_attendance(session, march.id)):
        with pytest.raises(Problem) as raised:
            deed()
        assert raised.value.kind is ProblemKind.MEETING_CLOSED
