"""Uppsikt: turns of a year, what came of them, and the yearly decision on companies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.codes import AgendaPull, EntryKind, OccasionStatus, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    EntityReview,
    LegalEntity,
    Meeting,
    QuestionSet,
    SupervisionAnswer,
    SupervisionEvent,
    SupervisionOccasion,
)
from regdesk.services.actions import Action
from regdesk.services.annual_cycle import entries
from regdesk.services.editing import add, edit
from regdesk.services.following_up import due_at
from regdesk.services.session import Session
from regdesk.services.supervision import (
    TurnState,
    answer,
    begin_occasion,
    cancel_occasion,
    conclude,
    hold_occasion,
    next_due,
    planned_days,
    record_review,
    review_of,
    reviews_missing,
    state_of,
    turn_of,
    turns_of,
    verdict_for,
)
from tests.registers import make_register

TODAY = date(2026, 6, 1)
LAST_TUESDAY_OF_MARCH = "FREQ=YEARLY;BYMONTH=3;BYDAY=-1TU"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.open(make_register(tmp_path), who="Testaren") as opened:
        yield opened


def event_in(session: Session, *, rule: str = LAST_TUESDAY_OF_MARCH, **fields: object) -> SupervisionEvent:
    made = SupervisionEvent(
        id=new_id(),
        title="Bolagens årsfrågor",
        starts_on=date(2024, 1, 1),
        recurrence=rule,
        **fields,  # type: ignore[arg-type]
    )
    return add(session, made)


def questions_in(session: Session) -> QuestionSet:
    return add(session, QuestionSet(id=new_id(), title="Årsfrågor", questions="Hur gick det?\n\n Vad kommer? \n"))


def entity_in(session: Session, name: str, **fields: object) -> LegalEntity:
    return add(session, LegalEntity(id=new_id(), name=name, **fields))  # type: ignore[arg-type]


def test_the_turns_of_a_year_are_worked_out_and_nothing_is_stored(session: Session) -> None:
    event_in(session)
    event_in(session, rule="FREQ=MONTHLY;INTERVAL=6")
    before = session.head
    found = [(turn.due_on, turn.occasion) for turn in turns_of(session, 2026)]
    assert found == [(date(2026, 1, 1), None), (date(2026, 3, 31), None), (date(2026, 7, 1), None)]
    assert session.head == before
    assert session.all(SupervisionOccasion) == []


def test_an_event_without_a_day_or_closed_before_it_has_no_turn(session: Session) -> None:
    add(session, SupervisionEvent(id=new_id(), title="Ej tidssatt"))
    event_in(session, closed_on=date(2026, 3, 30))
    assert turns_of(session, 2026) == []


def test_what_was_held_on_another_day_stands_in_the_place_of_what_was_planned(session: Session) -> None:
    event = event_in(session)
    hold_occasion(session, event.id, date(2026, 3, 31), date(2026, 4, 8))
    (turn,) = turns_of(session, 2026)
    assert turn.due_on == date(2026, 3, 31)
    assert turn.occasion is not None
    assert (turn.occasion.held_on, turn.occasion.status) == (date(2026, 4, 8), OccasionStatus.HELD)
    assert state_of(turn, TODAY) is TurnState.HELD


def test_what_was_held_early_is_not_due_again_in_the_year_nor_on_an_agenda(session: Session) -> None:
    event = event_in(session, rule="FREQ=MONTHLY;BYMONTHDAY=20")
    before = Meeting(id=new_id(), date=date(2026, 3, 25))
    hold_occasion(session, event.id, date(2026, 3, 20), date(2026, 3, 2))
    assert due_at(session, before, AgendaPull.SUPERVISION) == []
    year = entries(session, date(2026, 2, 1), date(2026, 4, 30))
    days = [(entry.day, entry.done) for entry in year if entry.kind is EntryKind.SUPERVISION]
    assert days == [(date(2026, 2, 20), False), (date(2026, 3, 2), True), (date(2026, 4, 20), False)]


def test_what_is_stored_stays_when_the_rule_changes(session: Session) -> None:
    event = event_in(session)
    begin_occasion(session, event.id, date(2026, 3, 31))
    edit(session, event, recurrence="FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4")
    assert [turn.due_on for turn in turns_of(session, 2026)] == [date(2026, 3, 31), date(2026, 5, 4)]


def test_a_turn_is_overdue_when_its_day_has_passed_and_nothing_was_held(session: Session) -> None:
    event = event_in(session)
    day = date(2026, 3, 31)
    turn = turn_of(session, event.id, day)
    assert [state_of(turn, day), state_of(turn, TODAY)] == [TurnState.PLANNED, TurnState.OVERDUE]
    begin_occasion(session, event.id, day)
    begun = turn_of(session, event.id, day)
    assert [state_of(begun, day), state_of(begun, TODAY)] == [TurnState.BEGUN, TurnState.OVERDUE]
    cancel_occasion(session, event.id, day)
    assert state_of(turn_of(session, event.id, day), TODAY) is TurnState.CANCELLED


def test_the_next_day_is_the_first_of_the_year_that_nothing_came_of(session: Session) -> None:
    event = event_in(session)
    assert next_due(session, event, TODAY) == date(2026, 3, 31)
    hold_occasion(session, event.id, date(2026, 3, 31), date(2026, 3, 31))
    assert next_due(session, event, TODAY) == date(2027, 3, 30)
    assert next_due(session, edit(session, event, closed_on=TODAY), TODAY) is None
    assert next_due(session, edit(session, event, starts_on=None), TODAY) is None


def test_beginning_asks_each_question_of_each_subject_in_one_step(session: Session) -> None:
    first, second = entity_in(session, "Åre Buss AB"), entity_in(session, "Ängen AB")
    event = event_in(session, question_set_id=questions_in(session).id)
    begun = begin_occasion(session, event.id, date(2026, 3, 31), [first.id, second.id])
    answers = session.all(SupervisionAnswer, occasion_id=begun.id)
    assert [(each.subject_id, each.question, each.answer) for each in answers] == [
        (entity.id, question, "") for entity in (first, second) for question in ("Hur gick det?", "Vad kommer?")
    ]
    assert begin_occasion(session, event.id, date(2026, 3, 31)) == begun
    assert len(session.all(SupervisionOccasion)) == 1
    assert session.undo().action is Action.BEGIN_OCCASION
    assert (session.all(SupervisionOccasion), session.all(SupervisionAnswer)) == ([], [])


def test_the_events_own_subject_answers_and_holding_makes_the_occasion_too(session: Session) -> None:
    entity = entity_in(session, "Åre Buss AB")
    event = event_in(session, subject_id=entity.id, question_set_id=questions_in(session).id)
    hold_occasion(session, event.id, date(2026, 3, 31), date(2026, 3, 31))
    assert {each.subject_id for each in session.all(SupervisionAnswer)} == {entity.id}
    session.undo()
    assert session.all(SupervisionOccasion) == []


def test_an_answer_and_a_conclusion_are_one_step_each(session: Session) -> None:
    event = event_in(session, question_set_id=questions_in(session).id)
    begun = begin_occasion(session, event.id, date(2026, 3, 31))
    first, _second = session.all(SupervisionAnswer, occasion_id=begun.id)
    answer(session, first.id, "Det gick väl.")
    held = conclude(
        session, begun.id, concluded="Inget att anmärka", decided="Lägga till handlingarna", section_no="64"
    )
    assert (held.status, held.section_no, held.held_on) == (OccasionStatus.HELD, "64", date(2026, 3, 31))
    assert session.undo().action is Action.CONCLUDE
    assert session.get(SupervisionOccasion, begun.id) == begun
    assert session.undo().action is Action.ANSWER
    assert session.get(SupervisionAnswer, first.id).answer == ""


def test_companies_under_enhanced_supervision_lack_a_decision_until_one_is_taken(session: Session) -> None:
    watched = entity_in(session, "Åre Buss AB", enhanced_supervision=True)
    entity_in(session, "Föreningen Norr")
    entity_in(session, "Nedlagda AB", enhanced_supervision=True, closed_on=date(2024, 12, 31))
    assert reviews_missing(session, 2025) == [watched]
    record_review(session, review_of(session, watched.id, 2025))
    assert reviews_missing(session, 2025) == [watched], "a decision that is not taken yet is none"
    made = EntityReview(
        id=new_id(),
        legal_entity_id=watched.id,
        year=2025,
        verdict=Verdict.PARTLY,
        proposal="Förtydliga ändamålet",
        decided_on=date(2026, 3, 31),
        section_no="64",
    )
    record_review(session, made)
    assert reviews_missing(session, 2025) == []
    assert verdict_for(session, watched.id, 2025) is Verdict.PARTLY
    assert len(session.all(EntityReview, "id")) == 1, "there is one decision a year"
    assert session.undo().action is Action.REVIEW
    assert reviews_missing(session, 2025) == [watched]


@given(
    rule=st.sampled_from(["", "FREQ=MONTHLY", "FREQ=WEEKLY;INTERVAL=3", LAST_TUESDAY_OF_MARCH, "ingen regel"]),
    starts_on=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    days=st.integers(0, 800),
)
def test_planned_days_lie_between_their_ends_in_order_and_once(rule: str, starts_on: date, days: int) -> None:
    event = SupervisionEvent(id=new_id(), title="Händelse", starts_on=starts_on, recurrence=rule)
    first = starts_on - timedelta(days=100)
    found = planned_days(event, first, first + timedelta(days=days))
    assert found == sorted(set(found))
    assert all(starts_on <= day <= first + timedelta(days=days) for day in found)
