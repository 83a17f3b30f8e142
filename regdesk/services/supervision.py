"""Uppsikt: when events come round, what was answered and concluded, and the yearly decision on each company."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum, auto

from regdesk.almanac import following, occurrences
from regdesk.domain.codes import OccasionStatus, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    EntityReview,
    LegalEntity,
    QuestionSet,
    SupervisionAnswer,
    SupervisionEvent,
    SupervisionOccasion,
)
from regdesk.services.actions import Action
from regdesk.services.change import Change
from regdesk.services.session import Session


class TurnState(StrEnum):
    """Where a turn stands: one that was begun is not held yet, one that is overdue was neither held nor cancelled."""

    PLANNED = auto()
    BEGUN = auto()
    OVERDUE = auto()
    HELD = auto()
    CANCELLED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A time that an event comes round. `occasion` is there once anything was written of it."""

    event: SupervisionEvent
    due_on: date
    occasion: SupervisionOccasion | None = None


# When


def turns_of(session: Session, year: int) -> list[Turn]:
    """The turns of a year: what the events' rules give, and in the place of those the ones that are stored."""
    stored = _stored(session)
    found: list[Turn] = []
    for event in session.all(SupervisionEvent):
        own = {due_on_of(occasion): occasion for occasion in stored.get(event.id, ()) if _year_of(occasion) == year}
        days = {*planned_days(event, date(year, 1, 1), date(year, 12, 31)), *own}
        found += [Turn(event=event, due_on=day, occasion=own.get(day)) for day in days]
    return sorted(found, key=lambda turn: (turn.due_on, turn.event.position, turn.event.id))


def turn_of(session: Session, event_id: str, due_on: date) -> Turn:
    """The turn of an event on a day. Raises Problem(ROW_MISSING) where there is no such event."""
    event = session.get(SupervisionEvent, event_id)
    stored = [each for each in session.all(SupervisionOccasion, event_id=event_id) if due_on_of(each) == due_on]
    return Turn(event=event, due_on=due_on, occasion=stored[0] if stored else None)


def planned_days(event: SupervisionEvent, first: date, last: date) -> list[date]:
    """The days that an event's rule gives, up to the day that the event was closed."""
    if event.starts_on is None:
        return []
    return occurrences(event.recurrence, event.starts_on, first, min(last, event.closed_on or last))


def next_due(session: Session, event: SupervisionEvent, today: date) -> date | None:
    """The first day of this year or later that was neither held nor cancelled; behind today where it is overdue."""
    if event.starts_on is None:
        return None
    done = {
        due_on_of(occasion)
        for occasion in session.all(SupervisionOccasion, "id", event_id=event.id)
        if occasion.status is not OccasionStatus.PLANNED
    }
    days = following(event.recurrence, event.starts_on, date(today.year, 1, 1))
    found = next((day for day in days if day not in done), None)
    return None if found is None or (event.closed_on and found > event.closed_on) else found


def state_of(turn: Turn, today: date) -> TurnState:
    """Where a turn stands on a day."""
    match turn.occasion.status if turn.occasion else None:
        case OccasionStatus.HELD:
            return TurnState.HELD
        case OccasionStatus.CANCELLED:
            return TurnState.CANCELLED
    if turn.due_on < today:
        return TurnState.OVERDUE
    return TurnState.BEGUN if turn.occasion else TurnState.PLANNED


def due_on_of(occasion: SupervisionOccasion) -> date:
    """The day that an occasion stands for in the year's plan."""
    return occasion.planned_on or occasion.held_on


# What came of it


def begin_occasion(
    session: Session, event_id: str, due_on: date, subject_ids: Sequence[str] = ()
) -> SupervisionOccasion:
    """Make the occasion of a turn, with the event's questions unanswered for each subject; one there is stays.

    Without `subject_ids` it is the event's own subject that answers, or nobody in particular.
    """
    turn = turn_of(session, event_id, due_on)
    if turn.occasion is not None:
        return turn.occasion
    with session.change(Action.BEGIN_OCCASION, turn.event.title) as change:
        return _make(session, change, turn, subject_ids)


def hold_occasion(session: Session, event_id: str, due_on: date, held_on: date) -> SupervisionOccasion:
    """Say that a turn was held, on its own day or another."""
    return _settle(session, Action.HOLD_OCCASION, turn_of(session, event_id, due_on), OccasionStatus.HELD, held_on)


def cancel_occasion(session: Session, event_id: str, due_on: date) -> SupervisionOccasion:
    """Say that a turn will not be held."""
    turn = turn_of(session, event_id, due_on)
    return _settle(session, Action.CANCEL_OCCASION, turn, OccasionStatus.CANCELLED, due_on)


def answer(session: Session, answer_id: str, text: str) -> SupervisionAnswer:
    """Write what was answered to a question."""
    present = session.get(SupervisionAnswer, answer_id)
    with session.change(Action.ANSWER, present.question) as change:
        return change.update(replace(present, answer=text))


def conclude(
    session: Session,
    occasion_id: str,
    *,
    concluded: str,
    decided: str = "",
    held_on: date | None = None,
    meeting_id: str | None = None,
    section_no: str = "",
) -> SupervisionOccasion:
    """Write what an occasion came to and where it was decided; it is held by that."""
    present = session.get(SupervisionOccasion, occasion_id)
    event = session.get(SupervisionEvent, present.event_id)
    with session.change(Action.CONCLUDE, event.title) as change:
        return change.update(
            replace(
                present,
                status=OccasionStatus.HELD,
                held_on=held_on or present.held_on,
                concluded=concluded,
                decided=decided,
                meeting_id=meeting_id,
                section_no=section_no,
            )
        )


# The yearly decision (KL 6:9)


def reviews_missing(session: Session, year: int) -> list[LegalEntity]:
    """The companies under förstärkt uppsikt that no decision was taken on for a year."""
    decided = {review.legal_entity_id for review in session.all(EntityReview, "id", year=year) if review.verdict}
    return [
        entity
        for entity in session.all(LegalEntity, enhanced_supervision=1)
        if entity.id not in decided and (entity.closed_on is None or entity.closed_on.year >= year)
    ]


def record_review(session: Session, review: EntityReview) -> EntityReview:
    """Write the decision on a company for a year; one that is there for that year becomes this one."""
    entity = session.get(LegalEntity, review.legal_entity_id)
    present = session.all(EntityReview, "id", legal_entity_id=entity.id, year=review.year)
    with session.change(Action.REVIEW, entity.name) as change:
        return change.update(replace(review, id=present[0].id)) if present else change.insert(review)


def review_of(session: Session, legal_entity_id: str, year: int) -> EntityReview:
    """The decision on a company for a year; where there is none, one that is not yet in the register."""
    present = session.all(EntityReview, "id", legal_entity_id=legal_entity_id, year=year)
    return present[0] if present else EntityReview(id=new_id(), legal_entity_id=legal_entity_id, year=year)


def verdict_for(session: Session, legal_entity_id: str, year: int) -> Verdict | None:
    """What was decided of a company for a year; None where nothing was."""
    return review_of(session, legal_entity_id, year).verdict


def questions_of(questions: QuestionSet) -> list[str]:
    """The questions, one a line."""
    return [line.strip() for line in questions.questions.splitlines() if line.strip()]


def _stored(session: Session) -> dict[str, list[SupervisionOccasion]]:
    found: dict[str, list[SupervisionOccasion]] = {}
    for occasion in session.all(SupervisionOccasion, "held_on, id"):
        found.setdefault(occasion.event_id, []).append(occasion)
    return found


def _year_of(occasion: SupervisionOccasion) -> int:
    return due_on_of(occasion).year


def _settle(session: Session, action: Action, turn: Turn, status: OccasionStatus, held_on: date) -> SupervisionOccasion:
    with session.change(action, turn.event.title) as change:
        present = turn.occasion or _make(session, change, turn, ())
        return change.update(replace(present, status=status, held_on=held_on, planned_on=turn.due_on))


def _make(session: Session, change: Change, turn: Turn, subject_ids: Sequence[str]) -> SupervisionOccasion:
    made = change.insert(
        SupervisionOccasion(id=new_id(), event_id=turn.event.id, planned_on=turn.due_on, held_on=turn.due_on)
    )
    change.insert_all(list(_unanswered(session, turn.event, made.id, subject_ids)))
    return made


def _unanswered(
    session: Session, event: SupervisionEvent, occasion_id: str, subject_ids: Iterable[str]
) -> Iterator[SupervisionAnswer]:
    if event.question_set_id is None:
        return
    questions = questions_of(session.get(QuestionSet, event.question_set_id))
    subjects: list[str | None] = [*subject_ids] or [event.subject_id]
    places = [(subject, question) for subject in subjects for question in questions]
    for position, (subject_id, question) in enumerate(places):
        yield SupervisionAnswer(
            id=new_id(), occasion_id=occasion_id, position=position, subject_id=subject_id, question=question
        )
