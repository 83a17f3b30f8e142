"""Uppdrag are reported back in one step, have an age or none, and a next day by their rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from regdesk.domain.codes import WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment, AssignmentReport
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.assignments import age_in_days, latest_reports, next_report, report_back, report_days
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_agenda_item, add_meeting, new_meeting
from regdesk.services.session import Session
from tests.registers import Example

TODAY = date(2026, 11, 28)
QUARTERLY = "FREQ=MONTHLY;INTERVAL=3"


def planned(session: Session, starts_on: date | None, rule: str = QUARTERLY, **fields: object) -> Assignment:
    made = Assignment(id=new_id(), text="Redovisa läget", report_starts_on=starts_on, report_recurrence=rule)
    return add(session, replace(made, **fields))  # type: ignore[arg-type]


def test_a_report_moves_the_status_in_the_same_step(session: Session, example: Example) -> None:
    first = session.get(Assignment, example.assignments[0].id)
    report = report_back(session, first.id, "Allt är gjort", WorkStatus.DONE, TODAY)
    now = session.get(Assignment, first.id)
    assert (now.status, now.done_on) == (WorkStatus.DONE, TODAY)
    assert session.all(AssignmentReport) == [report]
    session.undo()
    assert session.get(Assignment, first.id) == first
    assert session.all(AssignmentReport) == []


def test_a_report_of_one_that_goes_on_after_all_takes_its_day_away(session: Session, example: Example) -> None:
    first = example.assignments[0]
    report_back(session, first.id, "Klart", WorkStatus.DONE, date(2026, 3, 1))
    report_back(session, first.id, "Mer återstår", WorkStatus.ONGOING, date(2026, 6, 1))
    now = session.get(Assignment, first.id)
    assert (now.status, now.done_on) == (WorkStatus.ONGOING, None)


def test_an_older_report_is_added_to_the_log_alone(session: Session, example: Example) -> None:
    first = example.assignments[0]
    report_back(session, first.id, "Klart", WorkStatus.DONE, date(2026, 6, 1))
    report_back(session, first.id, "Pågår", WorkStatus.ONGOING, date(2026, 3, 1))
    assert session.get(Assignment, first.id).status is WorkStatus.DONE
    assert len(session.all(AssignmentReport)) == 2


def test_an_item_tells_its_meeting_and_its_section(session: Session, example: Example) -> None:
    first, second = example.assignments
    meeting = add_meeting(session, new_meeting(date(2026, 9, 12)))
    item = add_agenda_item(session, meeting.id, "Uppdrag", section_no="40")
    report = report_back(session, first.id, "Pågår", WorkStatus.ONGOING, meeting.date, agenda_item_id=item.id)
    report_back(session, first.id, "Började", WorkStatus.ONGOING, date(2026, 1, 2))
    assert report.meeting_id == meeting.id
    latest = latest_reports(session, [first.id, second.id])
    assert set(latest) == {first.id}
    assert (latest[first.id].text, latest[first.id].section_no) == ("Pågår", "40")


def test_what_is_gone_is_not_reported(session: Session) -> None:
    with pytest.raises(Problem) as refused:
        report_back(session, new_id(), "Klart", WorkStatus.DONE, TODAY)
    assert refused.value.kind is ProblemKind.ROW_MISSING


def test_an_age_is_never_invented(example: Example) -> None:
    first = example.assignments[0]
    assert age_in_days(first, TODAY) is None
    assert age_in_days(replace(first, source_date=date(2025, 3, 6)), TODAY) == 632
    assert age_in_days(replace(first, source_date=date(2027, 1, 1)), TODAY) is None


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        (None, date(2026, 3, 15)),
        (date(2025, 1, 2), date(2026, 3, 15)),
        (date(2026, 3, 10), date(2026, 6, 15)),  # the meeting just before the day
        (date(2026, 3, 20), date(2026, 6, 15)),
        (date(2026, 9, 12), date(2026, 12, 15)),
    ],
)
def test_a_report_answers_the_day_it_is_nearest_to(session: Session, reported: date | None, expected: date) -> None:
    assignment = planned(session, date(2026, 3, 15))
    if reported:
        report_back(session, assignment.id, "Pågår", WorkStatus.ONGOING, reported)
    assert next_report(session, assignment) == expected
    assert report_days(session)[assignment.id] == expected


def test_what_comes_but_once_is_reported_once(session: Session) -> None:
    assignment = planned(session, date(2026, 3, 15), rule="")
    assert next_report(session, assignment) == date(2026, 3, 15)
    report_back(session, assignment.id, "Klart", WorkStatus.ONGOING, date(2026, 3, 15))
    assert next_report(session, assignment) is None


def test_only_what_is_open_and_has_a_first_day_is_to_be_reported(session: Session) -> None:
    planned(session, None)
    planned(session, date(2026, 3, 15), status=WorkStatus.DONE)
    left = planned(session, date(2026, 3, 15))
    assert set(report_days(session)) == {left.id}
    edit(session, left, closed_on=TODAY)
    assert report_days(session) == {}
