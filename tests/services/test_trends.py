"""What was said the time before: by the ends of periods, by the days of meetings, and never the one that is held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import PeriodKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import ReportingPeriod
from regdesk.services.assessing import assess, assessments_at, assessments_for, latest_assessments
from regdesk.services.meetings import add_meeting, add_period, new_meeting
from regdesk.services.session import Session
from regdesk.services.trends import verdicts_before
from tests.registers import Example, open_example


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def period(session: Session, first: date, last: date) -> str:
    return add_period(session, ReportingPeriod(id=new_id(), kind=PeriodKind.INTERIM, starts_on=first, ends_on=last)).id


def test_a_first_verdict_has_none_before_it(made: tuple[Session, Example]) -> None:
    session, example = made
    assess(session, example.yes_no.id, Verdict.YES)
    assert verdicts_before(session, latest_assessments(session)) == {}


def test_a_correction_is_not_compared_with_what_it_corrects(made: tuple[Session, Example]) -> None:
    session, example = made
    meeting = add_meeting(session, new_meeting(date(2024, 5, 14)))
    assess(session, example.yes_no.id, Verdict.NO, meeting_id=meeting.id)
    assess(session, example.yes_no.id, Verdict.YES, meeting_id=meeting.id)
    assert verdicts_before(session, latest_assessments(session)) == {}


def test_a_meeting_is_compared_with_the_last_one_before_it(made: tuple[Session, Example]) -> None:
    session, example = made
    given = {}
    for day, verdict in ((date(2024, 9, 12), Verdict.YES), (date(2024, 2, 1), Verdict.NO), (date(2024, 5, 1), None)):
        meeting = given[day.month] = add_meeting(session, new_meeting(day))
        if verdict:
            assess(session, example.yes_no.id, verdict, meeting_id=meeting.id)
    before = verdicts_before(session, assessments_at(session, given[9]))
    assert [each.verdict for each in before.values()] == [Verdict.NO]
    assert verdicts_before(session, assessments_at(session, given[2])) == {}


def test_a_period_is_compared_with_the_one_that_ended_before_it_whenever_it_was_recorded(
    made: tuple[Session, Example],
) -> None:
    session, example = made
    autumn = period(session, date(2024, 5, 1), date(2024, 8, 31))
    year, spring = (
        period(session, date(2023, 1, 1), date(2023, 12, 31)),
        period(session, date(2024, 1, 1), date(2024, 4, 30)),
    )
    for each, verdict in ((autumn, Verdict.YES), (spring, Verdict.PARTLY), (year, Verdict.NO)):
        assess(session, example.yes_no.id, verdict, period_id=each)
    before = verdicts_before(session, assessments_for(session, autumn))
    assert before[example.yes_no.id].verdict is Verdict.PARTLY
    assert verdicts_before(session, assessments_for(session, spring))[example.yes_no.id].verdict is Verdict.NO
    assert verdicts_before(session, assessments_for(session, year)) == {}
