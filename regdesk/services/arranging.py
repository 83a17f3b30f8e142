"""Places in the plan: what stands side by side with a record, putting one among them, and moving it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from regdesk.domain.model import (
    Activity,
    Assignment,
    Attachment,
    BoardRole,
    BudgetLine,
    ClusterParameter,
    DeadlineRule,
    Duty,
    Goal,
    GoalState,
    Indicator,
    InterimGoal,
    LegalEntity,
    Record,
    Risk,
    Section,
)
from regdesk.services.actions import Action
from regdesk.services.branches import OF_PLAN
from regdesk.services.change import Change
from regdesk.services.closing import stands
from regdesk.services.session import Session, name_of
from regdesk.store.mapping import R

_SHARED: Final[Mapping[type[Record], tuple[str, ...]]] = MappingProxyType(
    {
        Activity: ("goal_id",),
        Assignment: ("goal_id", "parent_id", "role"),
        Attachment: (),
        BoardRole: (),
        BudgetLine: (),
        ClusterParameter: ("indicator_id",),
        DeadlineRule: (),
        Duty: (),
        Goal: ("parent_id",),
        GoalState: ("goal_id",),
        Indicator: ("goal_id",),
        InterimGoal: ("goal_id",),
        LegalEntity: (),
        Risk: (),
        Section: ("parent_id",),
    }
)
"""What records that stand side by side have in common."""


def has_place(record: Record) -> bool:
    """Whether the record has a place of its own among others in the plan."""
    return type(record) in _SHARED


def siblings_of(session: Session, record: R) -> list[R]:
    """The records that stand side by side with one, itself among them, in their order; closed ones stand nowhere."""
    beside = session.all(type(record), **{field: getattr(record, field) for field in _shared(record)})
    if isinstance(record, Attachment):
        of_plan = {each.id for each in session.repository.select(Attachment, f"WHERE {OF_PLAN}")}
        beside = [each for each in beside if each.id in of_plan]
    return [each for each in beside if stands(each) or each.id == record.id]


def add_in_place(session: Session, record: R, after: R | None = None) -> R:
    """Add a record right after one that it stands side by side with, or else last among its like."""
    with session.change(Action.ADD, name_of(record)) as change:
        siblings = siblings_of(session, record)
        place = 1 + _place(siblings, after) if after else len(siblings)
        added = change.insert(record)
        _number(change, [*siblings[:place], added, *siblings[place:]])
    return added


def can_move(session: Session, record: Record, by: int) -> bool:
    """Whether there is a place `by` steps further down, or up when negative."""
    siblings = siblings_of(session, record)
    return 0 <= _place(siblings, record) + by < len(siblings)


def move(session: Session, record: Record, by: int) -> None:
    """Move a record among those it stands side by side with; beyond the first and last nothing happens."""
    siblings = siblings_of(session, record)
    place = _place(siblings, record)
    if 0 <= place + by < len(siblings):
        siblings.insert(place + by, siblings.pop(place))
        with session.change(Action.MOVE, name_of(record)) as change:
            _number(change, siblings)


def _shared(record: Record) -> tuple[str, ...]:
    """The parts of an uppdrag stand together whatever the role of each."""
    fields = _SHARED[type(record)]
    return fields[:2] if isinstance(record, Assignment) and record.parent_id else fields


def _place(siblings: Sequence[Record], record: Record) -> int:
    return next(place for place, each in enumerate(siblings) if each.id == record.id)


def _number(change: Change, siblings: Sequence[Record]) -> None:
    """Give records the positions of their order; one that has its already costs nothing."""
    for position, record in enumerate(siblings):
        change.update(replace(record, position=position))  # type: ignore[call-arg]
