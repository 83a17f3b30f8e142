"""A meeting takes up what is open and due on its day, and nothing that is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import (
    AgendaOutcome,
    AgendaPull,
    ControlOutcome,
    OccasionStatus,
    RiskStatus,
    WorkStatus,
)
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Activity,
    Assignment,
    AssignmentReport,
    Body,
    Control,
    ControlResult,
    Indicator,
    Meeting,
    Record,
    Risk,
    SupervisionEvent,
    SupervisionOccasion,
)
from regdesk.services.agenda import carry_over, set_outcome
from regdesk.services.editing import add, edit
from regdesk.services.following_up import carried_over_to, due_at
from regdesk.services.meetings import add_agenda_item, add_meeting, new_meeting
from regdesk.services.session import Session
from tests.registers import Example, open_example

DAY = date(2025, 5, 20)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, plan = open_example(tmp_path)
    yield session, plan
    session.close()


@pytest.fixture
def session(opened: tuple[Session, Example]) -> Session:
    return opened[0]


def meeting_on(session: Session, day: date = DAY, body_id: str | None = None) -> Meeting:
    return add_meeting(session, replace(new_meeting(day), body_id=body_id))


def pulled(session: Session, pull: AgendaPull) -> list[str]:
    return due_at(session, meeting_on(session), pull)


def put(session: Session, *records: Record) -> list[str]:
    return [add(session, record).id for record in records]


def assignment(**fields: object) -> Assignment:
    return replace(Assignment(id=new_id(), text="Se över lokalerna"), **fields)  # type: ignore[arg-type]


def test_uppdrag_come_when_they_are_due_the_first_due_first(session: Session) -> None:
    late, early, *_others = put(
        session,
        assignment(due_on=date(2025, 5, 20)),
        assignment(due_on=date(2025, 1, 10)),
        assignment(due_on=date(2025, 5, 21)),
        assignment(due_on=date(2025, 1, 10), status=WorkStatus.DONE),
        assignment(due_on=date(2025, 1, 10), status=WorkStatus.DROPPED),
        assignment(due_on=date(2025, 1, 10), closed_on=date(2024, 12, 31)),
        assignment(),
    )
    assert pulled(session, AgendaPull.ASSIGNMENTS) == [early, late]


def test_uppdrag_come_round_until_they_have_been_reported(session: Session) -> None:
    (quarterly,) = put(
        session, assignment(report_starts_on=date(2025, 1, 15), report_recurrence="FREQ=MONTHLY;INTERVAL=3")
    )
    assert pulled(session, AgendaPull.ASSIGNMENTS) == [quarterly]
    report = AssignmentReport(
        id=new_id(),
        assignment_id=quarterly,
        reported_on=date(2025, 4, 15),
        text="Klart till hälften",
        status=WorkStatus.ONGOING,
    )
    add(session, report)
    assert pulled(session, AgendaPull.ASSIGNMENTS) == []
    edit(session, report, reported_on=date(2025, 2, 20))
    assert pulled(session, AgendaPull.ASSIGNMENTS) == [quarterly]


def test_what_belonged_to_an_earlier_plan_is_not_assessed(opened: tuple[Session, Example]) -> None:
    session, plan = opened
    edit(session, session.get(Indicator, plan.number.id), closed_on=date(2024, 12, 31))
    assert pulled(session, AgendaPull.ASSESSMENTS) == [plan.yes_no.id, plan.cluster.id]


def test_open_delaktiviteter_and_risks(opened: tuple[Session, Example]) -> None:
    session, plan = opened
    running, _done = put(
        session,
        Activity(id=new_id(), goal_id=plan.goal.id, title="Bygga ut", status=WorkStatus.DELAYED),
        Activity(id=new_id(), goal_id=plan.goal.id, title="Rusta upp", status=WorkStatus.DONE),
    )
    accepted, _closed = put(
        session,
        Risk(id=new_id(), title="Lång väntan", status=RiskStatus.ACCEPTED),
        Risk(id=new_id(), title="Gammal risk", status=RiskStatus.CLOSED),
    )
    assert pulled(session, AgendaPull.ACTIVITIES) == [running]
    assert pulled(session, AgendaPull.RISKS) == [accepted]


def test_kontrollmoment_come_round_until_they_are_done(session: Session) -> None:
    yearly, _undated = put(
        session,
        Control(id=new_id(), text="Attest", starts_on=date(2024, 5, 1), recurrence="FREQ=YEARLY"),
        Control(id=new_id(), text="Behörigheter"),
    )
    result = ControlResult(
        id=new_id(), control_id=yearly, checked_on=date(2024, 6, 1), outcome=ControlOutcome.NO_DEVIATION
    )
    add(session, result)
    assert pulled(session, AgendaPull.CONTROLS) == [yearly]
    edit(session, result, checked_on=date(2025, 5, 2))
    assert pulled(session, AgendaPull.CONTROLS) == []


def test_supervision_comes_by_its_planned_occasion_or_else_by_its_event(session: Session) -> None:
    yearly, ended = put(
        session,
        SupervisionEvent(id=new_id(), title="Bolagens år", starts_on=date(2024, 3, 1), recurrence="FREQ=YEARLY"),
        SupervisionEvent(id=new_id(), title="Avslutad", starts_on=date(2024, 3, 1), closed_on=date(2024, 4, 1)),
    )
    assert ended
    assert pulled(session, AgendaPull.SUPERVISION) == [yearly]
    occasion = SupervisionOccasion(id=new_id(), event_id=yearly, held_on=date(2025, 3, 1))
    add(session, occasion)
    assert pulled(session, AgendaPull.SUPERVISION) == [occasion.id]
    edit(session, occasion, status=OccasionStatus.HELD)
    assert pulled(session, AgendaPull.SUPERVISION) == []
    edit(session, occasion, held_on=date(2025, 2, 10))  # before its day
    assert pulled(session, AgendaPull.SUPERVISION) == [yearly]
    edit(session, occasion, planned_on=date(2025, 3, 1))
    assert pulled(session, AgendaPull.SUPERVISION) == []


def test_nothing_is_due_to_an_item_that_pulls_nothing(session: Session) -> None:
    assert pulled(session, AgendaPull.NOTHING) == []
    assert pulled(session, AgendaPull.CARRIED_OVER) == []


def test_what_was_put_off_comes_again_once_and_to_the_same_body(session: Session) -> None:
    (other,) = put(session, Body(id=new_id(), name="Utskottet"))
    spring, summer = meeting_on(session, date(2025, 3, 4)), meeting_on(session, date(2025, 6, 4))
    elsewhere = meeting_on(session, date(2025, 6, 5), other)
    tabled = add_agenda_item(session, spring.id, "Ny hemtjänstpeng")
    decided = add_agenda_item(session, spring.id, "Taxor")
    set_outcome(session, tabled.id, AgendaOutcome.TABLED)
    set_outcome(session, decided.id, AgendaOutcome.DECIDED)
    assert [each.id for each in carried_over_to(session, summer)] == [tabled.id]
    assert carried_over_to(session, elsewhere) == []
    assert carried_over_to(session, spring) == []
    carry_over(session, summer.id, carried_over_to(session, summer))
    autumn = meeting_on(session, date(2025, 9, 4))
    assert carried_over_to(session, autumn) == []
