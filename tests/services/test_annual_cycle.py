"""The board's year: what falls on which day, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.almanac import is_free
from regdesk.domain.codes import (
    Anchor,
    AssignmentKind,
    ControlOutcome,
    DeadlineKind,
    EntryKind,
    FreeDay,
    Lane,
    MeetingStatus,
    OccasionStatus,
    OffsetUnit,
    WorkStatus,
)
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Activity,
    Assignment,
    AssignmentReport,
    Control,
    ControlResult,
    Deadline,
    DeadlineRule,
    Meeting,
    Milestone,
    Risk,
    RiskAction,
    SupervisionEvent,
    SupervisionOccasion,
)
from regdesk.services.annual_cycle import entries, year_of
from regdesk.services.annual_entries import Edits, Entry, ruled
from regdesk.services.annual_meetings import dates_of
from regdesk.services.annual_work import nearest
from regdesk.services.deadlines import meeting_dates, restore_date, set_date, set_minutes_day
from regdesk.services.editing import add, edit, remove
from regdesk.services.meetings import add_meeting, add_period, new_meeting
from regdesk.services.periods import period_of
from regdesk.services.session import Session
from tests.registers import Example, open_example

DAYS = st.dates(date(2001, 1, 1), date(2060, 12, 31))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


@pytest.fixture
def session(opened: tuple[Session, Example]) -> Session:
    return opened[0]


def days(found: list[Entry]) -> dict[str, date]:
    """The day of each date that a rule gives, by the rule's title."""
    return {entry.rule.title: entry.day for entry in found if entry.rule}


def one(found: list[Entry], kind: EntryKind) -> Entry:
    (entry,) = [entry for entry in found if entry.kind is kind]
    return entry


# Meetings


def test_the_dates_of_a_meeting_follow_from_each_other(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(date(2026, 11, 18)))  # a Wednesday
    assert days(meeting_dates(session, meeting.id)) == {
        "Handlingar klara": date(2026, 11, 11),
        "Kallelse": date(2026, 11, 13),
        "Justering": date(2026, 12, 2),
        "Anslag": date(2026, 12, 4),
        "Laga kraft": date(2026, 12, 25),
    }


def test_what_is_not_known_is_counted_from_the_latest_day_and_says_so(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(date(2026, 11, 18)))
    told = {entry.rule.title: entry.provisional for entry in meeting_dates(session, meeting.id) if entry.rule}
    assert [title for title, provisional in told.items() if provisional] == ["Anslag", "Laga kraft"]
    set_minutes_day(session, meeting.id, "approved_on", date(2026, 11, 24))
    found = {entry.rule.title: entry for entry in meeting_dates(session, meeting.id) if entry.rule}
    assert (found["Justering"].day, found["Justering"].actual, found["Justering"].done) == (
        date(2026, 11, 24),
        True,
        True,
    )
    assert (found["Anslag"].day, found["Anslag"].provisional) == (date(2026, 11, 26), False)
    assert (found["Laga kraft"].day, found["Laga kraft"].provisional) == (date(2026, 12, 17), True)
    set_minutes_day(session, meeting.id, "posted_on", date(2026, 11, 25))
    assert days(meeting_dates(session, meeting.id))["Laga kraft"] == date(2026, 12, 16)


def test_the_day_of_justering_is_told_after_the_meeting_is_closed_and_can_be_taken_back(session: Session) -> None:
    meeting = add_meeting(session, replace(new_meeting(date(2026, 11, 18)), status=MeetingStatus.CLOSED))
    set_minutes_day(session, meeting.id, "approved_on", date(2026, 11, 24))
    assert session.get(Meeting, meeting.id).approved_on == date(2026, 11, 24)
    session.undo()
    assert session.get(Meeting, meeting.id).approved_on is None


def test_a_meeting_of_two_days_is_counted_from_both_its_ends(session: Session) -> None:
    planned = replace(new_meeting(date(2026, 11, 18)), end_date=date(2026, 11, 19))
    meeting = add_meeting(session, planned)
    found = days(meeting_dates(session, meeting.id))
    assert found["Kallelse"] == date(2026, 11, 13)
    assert found["Justering"] == date(2026, 12, 3)


def test_a_date_that_falls_on_a_holiday_is_moved_and_says_from_where(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(date(2026, 6, 24)))
    found = {entry.rule.title: entry for entry in meeting_dates(session, meeting.id) if entry.rule}
    # Five days before is Midsommarafton; the nearest working day before it is Thursday.
    assert found["Kallelse"].day == date(2026, 6, 18)
    assert found["Kallelse"].moved_from == date(2026, 6, 19)
    assert found["Justering"].moved_from is None


def test_a_switched_off_rule_gives_nothing(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(date(2026, 11, 18)))
    (approval,) = [rule for rule in session.all(DeadlineRule) if rule.kind is DeadlineKind.APPROVAL]
    edit(session, approval, active=False)
    assert set(days(meeting_dates(session, meeting.id))) == {"Handlingar klara", "Kallelse"}


def test_december_meetings_reach_into_the_next_year(session: Session) -> None:
    add_meeting(session, new_meeting(date(2026, 12, 16)))
    assert "Justering" in days(year_of(session, 2026))
    assert {"Anslag", "Laga kraft"} <= set(days(year_of(session, 2027)))


# A person's own days


def test_a_set_day_wins_and_what_follows_is_counted_from_it(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(date(2026, 11, 18)))
    approval = next(
        entry for entry in meeting_dates(session, meeting.id) if entry.rule and entry.rule.title == "Justering"
    )
    set_date(session, approval, date(2026, 11, 28), "justeraren är bortrest")  # a Saturday, as a person wants it
    found = {entry.rule.title: entry for entry in meeting_dates(session, meeting.id) if entry.rule}
    assert found["Justering"].is_edited
    assert found["Justering"].moved_from is None
    assert (found["Justering"].day, found["Anslag"].day) == (date(2026, 11, 28), date(2026, 11, 30))
    set_date(session, found["Justering"], date(2026, 11, 27))
    (kept,) = session.all(Deadline)
    assert (kept.due_on, kept.meeting_id, kept.note) == (date(2026, 11, 27), meeting.id, "")
    restore_date(session, next(e for e in meeting_dates(session, meeting.id) if e.is_edited))
    assert session.all(Deadline) == []
    session.undo()
    session.undo()
    session.undo()
    assert days(meeting_dates(session, meeting.id))["Justering"] == date(2026, 12, 2)


def test_a_day_moved_over_new_year_is_shown_in_the_year_it_was_moved_to(session: Session) -> None:
    budget = next(entry for entry in year_of(session, 2026) if entry.rule and "november" in entry.rule.title)
    set_date(session, budget, date(2027, 1, 12))
    assert budget.key not in {entry.key for entry in year_of(session, 2026)}
    (moved,) = [entry for entry in year_of(session, 2027) if entry.key == budget.key]
    assert (moved.day, moved.is_edited) == (date(2027, 1, 12), True)
    # The budget of the next year is as it was.
    assert date(2027, 11, 30) in [entry.day for entry in year_of(session, 2027) if entry.kind is EntryKind.RULE]


def test_nothing_that_a_person_set_is_lost_when_its_rule_gives_other_days(session: Session) -> None:
    budget = next(entry for entry in year_of(session, 2026) if entry.rule and "november" in entry.rule.title)
    set_date(session, budget, date(2026, 11, 24))
    assert budget.rule
    edit(session, budget.rule, recurrence="FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=30")
    found = year_of(session, 2026)
    assert one(found, EntryKind.OWN).day == date(2026, 11, 24)
    assert date(2026, 10, 30) in [entry.day for entry in found if entry.kind is EntryKind.RULE]


def test_a_date_of_ones_own_record_is_changed_there(session: Session) -> None:
    meeting = add_meeting(session, replace(new_meeting(date(2026, 11, 18)), end_date=date(2026, 11, 19)))
    set_date(session, one(year_of(session, 2026), EntryKind.MEETING), date(2026, 11, 25))
    moved = session.get(Meeting, meeting.id)
    assert (moved.date, moved.end_date) == (date(2026, 11, 25), date(2026, 11, 26))
    assert session.all(Deadline) == []


# Rules of periods and of the year


def test_a_delar_of_the_law_has_its_report_and_a_tertial_has_none(session: Session) -> None:
    add_period(session, period_of(date(2026, 1, 1), date(2026, 8, 31)))
    add_period(session, period_of(date(2026, 1, 1), date(2026, 4, 30)))
    reports = [
        entry for entry in year_of(session, 2026) if entry.rule and entry.rule.kind is DeadlineKind.INTERIM_REPORT
    ]
    (report,) = reports
    # Two months after 31 August is a Saturday, and the day before All Saints' has the whole of Friday.
    assert (report.day, report.moved_from, report.lane) == (date(2026, 10, 30), date(2026, 10, 31), Lane.REPORT)


def test_what_comes_round_with_the_year(session: Session) -> None:
    assert days(year_of(session, 2026)) == {
        "Årsredovisning till fullmäktige och revisorer": date(2026, 4, 15),
        "Plan och budget i juni": date(2026, 6, 30),
        "Plan och budget i november": date(2026, 11, 30),
    }


def test_every_second_year_is_the_same_years_whatever_is_asked_for(session: Session) -> None:
    rule = DeadlineRule(
        id=new_id(),
        kind=DeadlineKind.OTHER,
        title="Enkät",
        anchor=Anchor.YEAR,
        recurrence="FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=2",
    )
    add(session, rule)
    years = [year for year in range(2023, 2029) if "Enkät" in days(year_of(session, year))]
    assert years == [2024, 2026, 2028]


# Work


def test_a_motion_is_due_in_a_year(opened: tuple[Session, Example]) -> None:
    session, _example = opened
    motion = Assignment(
        id=new_id(), text="Fler cykelvägar", kind=AssignmentKind.MEMBER_MOTION, source_date=date(2025, 11, 24)
    )
    add(session, motion)
    (found,) = [entry for entry in year_of(session, 2026) if entry.record.id == motion.id]
    assert (found.day, found.is_overdue(date(2026, 11, 25)), found.is_overdue(date(2026, 11, 24))) == (
        date(2026, 11, 24),
        True,
        False,
    )


def test_report_backs_come_round_and_the_nearest_is_done(opened: tuple[Session, Example]) -> None:
    session, example = opened
    assignment = edit(
        session, example.assignments[0], report_starts_on=date(2026, 1, 15), report_recurrence="FREQ=MONTHLY;INTERVAL=3"
    )
    add(
        session,
        AssignmentReport(
            id=new_id(),
            assignment_id=assignment.id,
            reported_on=date(2026, 4, 2),
            text="Det går framåt",
            status=WorkStatus.ONGOING,
        ),
    )
    found = [entry for entry in year_of(session, 2026) if entry.kind is EntryKind.REPORT_BACK]
    assert [(entry.day.month, entry.done) for entry in found] == [(1, False), (4, True), (7, False), (10, False)]
    # What was missed in January is no longer late once there was a report in April.
    assert [entry.day.month for entry in found if entry.is_overdue(date(2026, 8, 1))] == [7]
    set_date(session, found[2], date(2026, 8, 20))
    moved = [entry for entry in year_of(session, 2026) if entry.kind is EntryKind.REPORT_BACK]
    assert [entry.day for entry in moved] == [
        date(2026, 1, 15),
        date(2026, 4, 15),
        date(2026, 8, 20),
        date(2026, 10, 15),
    ]
    edit(session, assignment, status=WorkStatus.DONE)
    assert [entry.day.month for entry in year_of(session, 2026) if entry.kind is EntryKind.REPORT_BACK] == [4]


def test_what_belongs_to_an_earlier_plan_or_was_dropped_is_left_out(opened: tuple[Session, Example]) -> None:
    session, example = opened
    first, second = example.assignments
    edit(session, first, due_on=date(2026, 3, 2), closed_on=date(2026, 1, 1))
    edit(session, second, due_on=date(2026, 3, 2), status=WorkStatus.DROPPED)
    assert [entry for entry in year_of(session, 2026) if entry.kind is EntryKind.DUE] == []


def test_activities_milestones_and_actions(opened: tuple[Session, Example]) -> None:
    session, example = opened
    activity = add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Öva", due_on=date(2026, 9, 1)))
    add(session, Milestone(id=new_id(), activity_id=activity.id, text="Halva", due_on=date(2026, 5, 1)))
    risk = add(session, Risk(id=new_id(), title="Brist"))
    add(session, RiskAction(id=new_id(), risk_id=risk.id, text="Utbilda", due_on=date(2026, 6, 1)))
    found = {entry.kind: entry.day.month for entry in year_of(session, 2026) if entry.kind is not EntryKind.RULE}
    assert found == {EntryKind.MILESTONE: 5, EntryKind.ACTION: 6, EntryKind.DUE: 9}


def test_controls_and_supervision_come_round(session: Session) -> None:
    control = Control(id=new_id(), text="Attest", starts_on=date(2026, 2, 2), recurrence="FREQ=MONTHLY;INTERVAL=6")
    add(session, control)
    add(
        session,
        ControlResult(
            id=new_id(), control_id=control.id, checked_on=date(2026, 2, 10), outcome=ControlOutcome.NO_DEVIATION
        ),
    )
    event = SupervisionEvent(id=new_id(), title="Bolaget", starts_on=date(2025, 5, 12), recurrence="FREQ=YEARLY")
    add(session, event)
    found = year_of(session, 2026)
    assert [(entry.day.month, entry.done) for entry in found if entry.kind is EntryKind.CONTROL] == [
        (2, True),
        (8, False),
    ]
    assert one(found, EntryKind.SUPERVISION).day == date(2026, 5, 12)
    occasion = add(session, SupervisionOccasion(id=new_id(), event_id=event.id, held_on=date(2026, 5, 20)))
    assert one(year_of(session, 2026), EntryKind.SUPERVISION).record == occasion
    edit(session, occasion, status=OccasionStatus.CANCELLED)
    assert [entry for entry in year_of(session, 2026) if entry.kind is EntryKind.SUPERVISION] == []


def test_a_set_day_goes_with_what_it_is_about(session: Session) -> None:
    event = SupervisionEvent(id=new_id(), title="Bolaget", starts_on=date(2026, 5, 12), recurrence="FREQ=YEARLY")
    add(session, event)
    set_date(session, one(year_of(session, 2026), EntryKind.SUPERVISION), date(2026, 5, 15))
    remove(session, event)
    assert session.all(Deadline) == []


# The whole


def test_the_same_register_gives_the_same_dates_in_the_same_order(session: Session) -> None:
    for month in (1, 3, 6, 9, 12):
        add_meeting(session, new_meeting(date(2026, month, 16)))
    first = year_of(session, 2026)
    assert first == year_of(session, 2026)
    assert [entry.day for entry in first] == sorted(entry.day for entry in first)
    assert len({entry.key for entry in first}) == len(first)


def test_years_lie_side_by_side(session: Session) -> None:
    for month in range(1, 13):
        add_meeting(session, new_meeting(date(2026, month, 28)))
    both = entries(session, date(2026, 1, 1), date(2027, 12, 31))
    assert [entry.key for entry in both] == [entry.key for year in (2026, 2027) for entry in year_of(session, year)]


RULES = st.builds(
    DeadlineRule,
    id=st.just("rule"),
    kind=st.sampled_from(DeadlineKind),
    title=st.just("Regel"),
    anchor=st.just(Anchor.MEETING),
    offset=st.integers(-400, 400),
    offset_unit=st.sampled_from([OffsetUnit.DAYS, OffsetUnit.WORKING_DAYS]),
    free_day=st.sampled_from(FreeDay),
)


@given(RULES, DAYS)
def test_what_a_rule_moves_never_lands_on_a_free_day(rule: DeadlineRule, day: date) -> None:
    before, after = ruled(rule, day)
    if rule.free_day is FreeDay.KEEP:
        assert after == before
    else:
        assert not is_free(after)
        assert (after >= before) if rule.free_day is FreeDay.AFTER else (after <= before)
        assert (after == before) is not is_free(before)


@given(RULES, DAYS, DAYS)
def test_a_set_day_wins_over_every_rule(rule: DeadlineRule, held_on: date, due_on: date) -> None:
    meeting = Meeting(id="meeting", date=held_on)
    deadline = Deadline(id="d", meeting_id="meeting", rule_id="rule", kind=rule.kind, due_on=due_on)
    edits = Edits([deadline])
    (entry,) = dates_of(meeting, [rule], edits)
    assert (entry.day, entry.is_edited, entry.moved_from) == (due_on, True, None)
    assert list(edits.others()) == []


@given(st.lists(DAYS, unique=True), st.lists(DAYS))
def test_what_happened_is_near_to_one_of_the_days(listed: list[date], happened: list[date]) -> None:
    found = nearest(listed, happened)
    assert found <= set(listed)
    for each in happened if listed else []:
        assert min(abs(day - each) for day in listed) == min(abs(day - each) for day in found)


def test_a_span_at_the_ends_of_time_is_read(session: Session) -> None:
    assert entries(session, date.min, date.min + timedelta(days=1)) == []
    entries(session, date.max - timedelta(days=800), date.max)
