"""Uppsikt: what and whom a board watches over, when, in which forum, and what came of it."""

from __future__ import annotations

from datetime import date

from regdesk.domain.codes import OccasionStatus, Verdict
from regdesk.domain.records import Record, record


@record("legal_entities")
class LegalEntity(Record):
    """A juridisk person that the board answers for; `entity_kind` is the plan's own word.

    `enhanced_supervision` says that a decision is due each year (förstärkt uppsikt, KL 6:9).
    """

    position: int = 0
    name: str
    name_key: str = ""
    entity_kind: str = ""
    municipal_purpose: str = ""
    owner_directive: str = ""
    responsible_function: str = ""
    enhanced_supervision: bool = False
    closed_on: date | None = None


@record("entity_reviews")
class EntityReview(Record):
    """The yearly decision on a company: has it kept to its purpose and powers (KL 6:9); `proposal` to fullmäktige."""

    legal_entity_id: str
    year: int
    verdict: Verdict | None = None
    text: str = ""
    proposal: str = ""
    decided_on: date | None = None
    meeting_id: str | None = None
    agenda_item_id: str | None = None
    section_no: str = ""


@record("question_sets")
class QuestionSet(Record):
    """Questions that are asked again and again; one a line."""

    position: int = 0
    title: str
    questions: str = ""
    source: str = ""


@record("forums")
class Forum(Record):
    """A mötesforum where supervision happens."""

    position: int = 0
    name: str


@record("supervision_events")
class SupervisionEvent(Record):
    """An uppsiktshändelse; `subject_id` is a body or legal entity, `recurrence` an RFC 5545 rule from `starts_on`."""

    position: int = 0
    title: str
    title_key: str = ""
    perspective_id: str | None = None
    subject_id: str | None = None
    forum_id: str | None = None
    question_set_id: str | None = None
    tool: str = ""
    responsible_function: str = ""
    starts_on: date | None = None
    recurrence: str = ""
    closed_on: date | None = None


@record("supervision_occasions")
class SupervisionOccasion(Record):
    """One time that an event comes round: what was concluded and decided, and where.

    `planned_on` is the day that the event's rule gave; None for a time that nobody had planned.
    """

    event_id: str
    planned_on: date | None = None
    held_on: date
    status: OccasionStatus = OccasionStatus.PLANNED
    concluded: str = ""
    decided: str = ""
    meeting_id: str | None = None
    agenda_item_id: str | None = None
    section_no: str = ""


@record("supervision_answers")
class SupervisionAnswer(Record):
    """One question of an occasion with the answer of a body or legal entity."""

    occasion_id: str
    position: int = 0
    subject_id: str | None = None
    question: str
    answer: str = ""
