"""What the papers of a meeting share: its day and hours in words, its people, its bilagor and its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from regdesk.domain.codes import AttendanceRole, DeadlineKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import Attachment, Attendance
from regdesk.services.deadlines import meeting_dates, set_date
from regdesk.services.editing import add
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.meeting_papers import AFTERWARDS, day_lines, hours, meeting_facts, papers, people, when
from regdesk.viewmodels.sheet_request import SheetRequest

DAY = date(2026, 12, 8)


def request(session: Session, edition: Edition = Edition.PUBLIC, **answers: str) -> SheetRequest:
    meeting = add_meeting(session, new_meeting(DAY))
    return SheetRequest(session=session, printed_on=DAY, meeting_id=meeting.id, edition=edition, answers=answers)


def test_a_day_is_told_in_words_and_so_are_two() -> None:
    meeting = new_meeting(DAY)
    assert when(meeting) == "tisdag den 8 december 2026"
    both = when(replace(meeting, end_date=date(2026, 12, 9)))
    assert both == "tisdag den 8 december 2026 – onsdag den 9 december 2026"


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "told"),
    [
        ("09.00", "15:30", "kl.\u00a09.00–15.30"),
        ("9", "", "kl.\u00a09.00"),
        ("efter lunch", "", "efter lunch"),
        ("9.00", "sent", "9.00–sent"),
        ("", "", ""),
    ],
)
def test_hours_are_told_as_far_as_they_are_any(starts_at: str, ends_at: str, told: str) -> None:
    assert hours(replace(new_meeting(DAY), starts_at=starts_at, ends_at=ends_at)) == told


def test_what_is_not_decided_yet_says_so(session: Session) -> None:
    facts = {fact.label: fact.text for fact in meeting_facts(request(session))}
    assert facts == {"Dag": "tisdag den 8 december 2026", "Tid": "inte bestämd", "Plats": "inte bestämd"}


@pytest.mark.parametrize("edition", Edition)
def test_names_are_told_only_when_they_are_asked_for(session: Session, edition: Edition) -> None:
    for answers, who in (({}, "Ordförande"), ({"names": "yes"}, "Ordförande (Kim Ek)")):
        asked = request(session, edition, **answers)
        add(
            session,
            Attendance(
                id=new_id(),
                meeting_id=asked.meeting.id,
                function="Ordförande",
                name="Kim Ek",
                role=AttendanceRole.CHAIR,
            ),
        )
        assert [each.who for each in people(asked)] == [who]


def test_a_secret_bilaga_has_neither_number_nor_title(session: Session) -> None:
    asked = request(session)
    kept = add(session, Attachment(id=new_id(), item_id=asked.meeting.id, number="4", title="Anbudet"))
    (line,) = papers(asked, asked.meeting.id)
    assert (line.label, line.title, line.included) == ("Bilaga 4", "Anbudet", True)
    mark_secret(session, kept.id, "OSL 19:3", DAY, "Region Exempel")
    (line,) = papers(asked, asked.meeting.id)
    assert line.label == "Bilaga"
    assert line.title.startswith("Uppgifter omfattas av sekretess")


def test_a_date_that_somebody_set_goes_before_that_of_the_rule(session: Session) -> None:
    asked = request(session)
    assert [line.title for line in day_lines(asked, AFTERWARDS)] == ["Justering", "Anslag", "Laga kraft"]
    entries = meeting_dates(session, asked.meeting.id)
    approval = next(entry for entry in entries if entry.rule and entry.rule.kind is DeadlineKind.APPROVAL)
    set_date(session, approval, date(2026, 12, 15))
    set_by_hand, posting, _force = day_lines(asked, AFTERWARDS)
    assert (set_by_hand.day, set_by_hand.is_latest) == ("2026-12-15", True)
    assert "Flyttat för hand" in set_by_hand.rule
    assert posting.day == "2026-12-17"
