"""The dates of a meeting as a form."""

from __future__ import annotations

from datetime import date

import pytest

from regdesk.domain.model import Deadline, Meeting
from regdesk.services.deadlines import add_date
from regdesk.services.editing import edit
from regdesk.services.meetings import add_meeting, close_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.viewmodels.meeting_dates import meeting_dates, store


@pytest.fixture
def meeting(session: Session) -> Meeting:
    return add_meeting(session, new_meeting(date(2026, 11, 18)))


def labelled(session: Session, meeting: Meeting) -> dict[str, str]:
    form = meeting_dates(session, meeting.id)
    return {field.label: form.values[field.key] for field in form.fields}


def key_of(session: Session, meeting: Meeting, label: str) -> str:
    return next(field.key for field in meeting_dates(session, meeting.id).fields if field.label == label)


def test_every_date_is_asked_with_its_rule(session: Session, meeting: Meeting) -> None:
    assert labelled(session, meeting) == {
        "Handlingar klara": "2026-11-11",
        "Kallelse": "2026-11-13",
        "Justering": "2026-12-02",
        "Justerades den": "",
        "Anslag": "2026-12-04",
        "Anslogs den": "",
        "Laga kraft": "2026-12-25",
    }
    helps = {field.label: field.help for field in meeting_dates(session, meeting.id).fields}
    assert helps["Justering"].splitlines()[:2] == ["Onsdag 2 december.", "Senast 14 dagar efter sammanträdet."]
    assert helps["Laga kraft"].startswith("Fredag 25 december, juldagen.")
    assert "Räknat från den senaste dag" in helps["Laga kraft"]


def test_the_days_that_it_happened_move_what_follows(session: Session, meeting: Meeting) -> None:
    close_meeting(session, meeting.id)
    assert store(session, meeting.id, "approved_on", "24/11 2026") == ""
    assert store(session, meeting.id, "posted_on", "2026-11-25") == ""
    assert labelled(session, meeting) == {
        "Handlingar klara": "2026-11-11",
        "Kallelse": "2026-11-13",
        "Justerades den": "2026-11-24",
        "Anslogs den": "2026-11-25",
        "Laga kraft": "2026-12-16",
    }
    assert store(session, meeting.id, "posted_on", "") == ""
    assert labelled(session, meeting)["Laga kraft"] == "2026-12-17"


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("approved_on", "i går", "Det är inget datum."),
        ("approved_on", "2026-11-17", "Justeringen kan inte komma före sammanträdet."),
        ("approved_on", "2026-11-27", "Justeringen kan inte komma efter anslaget."),
        ("posted_on", "2026-11-19", "Anslaget kan inte komma före justeringen."),
    ],
)
def test_days_that_cannot_be_are_told(session: Session, meeting: Meeting, key: str, typed: str, told: str) -> None:
    store(session, meeting.id, "approved_on", "2026-11-20")
    store(session, meeting.id, "posted_on", "2026-11-26")
    before = session.get(Meeting, meeting.id)
    assert store(session, meeting.id, key, typed).startswith(told)
    assert session.get(Meeting, meeting.id) == before


def test_a_set_day_stays_until_it_is_emptied(session: Session, meeting: Meeting) -> None:
    key = key_of(session, meeting, "Kallelse")
    assert store(session, meeting.id, key, "2026-11-12") == ""
    assert labelled(session, meeting)["Kallelse"] == "2026-11-12"
    assert store(session, meeting.id, key, "") == ""
    assert session.all(Deadline) == []
    store(session, meeting.id, key, "2026-11-12")
    assert store(session, meeting.id, key, "2026-11-13") == ""
    assert session.all(Deadline) == []
    assert store(session, meeting.id, key, "snart").startswith("Det är inget datum.")


def test_a_date_of_the_meetings_own_is_among_them(session: Session, meeting: Meeting) -> None:
    own = edit(session, add_date(session, date(2026, 11, 17), "Genomgång"), meeting_id=meeting.id)
    assert labelled(session, meeting)["Genomgång"] == "2026-11-17"
    key = key_of(session, meeting, "Genomgång")
    assert store(session, meeting.id, key, "2026-11-16") == ""
    assert session.get(Deadline, own.id).due_on == date(2026, 11, 16)
    assert store(session, meeting.id, key, "") == "Detta måste fyllas i."
