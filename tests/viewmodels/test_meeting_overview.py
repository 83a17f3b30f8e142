"""A meeting is told in a few lines, and closing it is asked for with what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import MeetingStatus, Verdict
from regdesk.domain.model import Meeting
from regdesk.services.assessing import assess
from regdesk.services.meetings import add_agenda_item, add_meeting, close_meeting, everything_to_assess, new_meeting
from regdesk.services.periods import kept_period, period_of
from regdesk.services.session import Session
from regdesk.viewmodels.meeting_overview import begin_meeting, closing_question, meeting_overview
from tests.registers import Example, open_example


@pytest.fixture
def example(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, plan = open_example(tmp_path)
    yield session, plan
    session.close()


def hold(session: Session) -> Meeting:
    period = kept_period(session, period_of(date(2024, 1, 1), date(2024, 8, 31)))
    planned = new_meeting(date(2024, 9, 12), title="Septembermötet", place="Sal A", starts_at="9.30")
    meeting = add_meeting(session, replace(planned, period_id=period.id))
    add_agenda_item(session, meeting.id, "Uppföljning", subjects=everything_to_assess(session))
    return meeting


def test_a_meeting_in_a_few_lines(example: tuple[Session, Example]) -> None:
    session, _plan = example
    meeting = hold(session)
    overview = meeting_overview(session, meeting.id)
    assert (overview.title, overview.where) == ("Septembermötet", "2024-09-12 9.30 · Sal A")
    assert overview.about == "Regionstyrelsen · Följer upp januari–augusti 2024"
    assert (overview.status.text, overview.progress, overview.begin) == ("Planerat", "0 av 5 bedömda", "Börja bedöma")


def test_a_meeting_without_a_title_is_called_by_its_board(example: tuple[Session, Example]) -> None:
    session, _plan = example
    meeting = add_meeting(session, new_meeting(date(2024, 9, 12)))
    overview = meeting_overview(session, meeting.id)
    assert (overview.title, overview.about, overview.progress) == ("Regionstyrelsen", "", "Inget att bedöma än")


def test_the_button_says_where_one_is(example: tuple[Session, Example]) -> None:
    session, plan = example
    meeting = hold(session)
    begin_meeting(session, meeting.id)
    begin_meeting(session, meeting.id)
    assert session.get(Meeting, meeting.id).status is MeetingStatus.OPEN
    assess(session, plan.number.id, Verdict.YES, meeting_id=meeting.id)
    assert meeting_overview(session, meeting.id).begin == "Fortsätt bedöma"
    close_meeting(session, meeting.id)
    begin_meeting(session, meeting.id)
    assert (meeting_overview(session, meeting.id).begin, meeting_overview(session, meeting.id).closed) == (
        "Visa bedömningarna",
        True,
    )


def test_closing_is_asked_for_with_what_is_left(example: tuple[Session, Example]) -> None:
    session, _plan = example
    meeting = hold(session)
    asked = closing_question(session, meeting.id)
    assert asked.startswith("Vill du stänga mötet Septembermötet?\n\n5 punkter är inte bedömda.\n\n1 ärende har ingen")
    for item_id in everything_to_assess(session):
        assess(session, item_id, Verdict.YES, meeting_id=meeting.id)
    assert "2 punkter är inte bedömda." in closing_question(session, meeting.id)
