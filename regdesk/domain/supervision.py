"""Uppsikt: what and whom a board watches over, when, in which forum, and what came of it."""

from __future__ import annotations

from datetime import date

from regdesk.domain.records import Record, record


@record("legal_entities")
class LegalEntity(Record):
    """A juridisk person that the board answers for; `entity_kind` is the plan's own word."""

    position: int = 0
    name: str
    name_key: str = ""
    entity_kind: str = ""
    municipal_purpose: str = ""


@record("forums")
class Forum(Record):
    """A mötesforum where supervision happens."""

    position: int = 0
    name: str


@record("supervision_events")
class SupervisionEvent(Record):
    """An uppsiktshändelse; `subject_id` is a body or legal entity, `recurrence` an RFC 5545 rule."""

    position: int = 0
    title: str
    title_key: str = ""
    perspective_id: str | None = None
    subject_id: str | None = None
    forum_id: str | None = None
    tool: str = ""
    starts_on: date | None = None
    recurrence: str = ""
    concluded: str = ""
    decided: str = ""
    meeting_id: str | None = None
    agenda_item_id: str | None = None


@record("supervision_answers")
class SupervisionAnswer(Record):
    """One question of a supervision event with its answer."""

    event_id: str
    position: int = 0
    question: str
    answer: str = ""
