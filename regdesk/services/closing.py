"""What belonged to an earlier plan: closing parts of it with all that stands under them, and taking them up again.

Nothing is closed by itself. What is closed keeps its id, its values and its verdicts.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from regdesk.domain.model import Activity, Assignment, Goal, Indicator, Record
from regdesk.services.actions import Action
from regdesk.services.change import Change
from regdesk.services.session import Session, name_of

Closable = Goal | Indicator | Activity | Assignment

CLOSABLE: Final[dict[str, type[Closable]]] = {
    "goals": Goal,
    "indicators": Indicator,
    "activities": Activity,
    "assignments": Assignment,
}
"""The parts of a plan that can be closed, by plural; what has no `closed_on` follows what it stands under."""

_UNDER: Final[dict[type[Record], tuple[tuple[type[Closable], str], ...]]] = {
    Goal: ((Goal, "parent_id"), (Indicator, "goal_id"), (Activity, "goal_id"), (Assignment, "goal_id")),
    Assignment: ((Assignment, "parent_id"),),
}


def open_only(plural: str) -> str:
    """What a list of those records asks of `item.id` so that nothing closed is in it; written for SQL."""
    closed = f"SELECT id FROM {plural} WHERE closed_on IS NOT NULL"  # noqa: S608 - a name of the table above
    return f"item.id NOT IN ({closed})" if plural in CLOSABLE else "1"


def stands(record: Record, on: date | None = None) -> bool:
    """Whether the record is part of the plan now, or was it on a day; what cannot be closed always is."""
    closed_on: date | None = getattr(record, "closed_on", None)
    return closed_on is None or (on is not None and closed_on > on)


def has_open(session: Session, kind: type[Record]) -> bool:
    """Whether the register has any record of a kind that is not closed."""
    where = "WHERE closed_on IS NULL " if kind in CLOSABLE.values() else ""
    return bool(session.repository.select(kind, f"{where}LIMIT 1"))


def closed_with(session: Session, ids: Collection[str]) -> list[Closable]:
    """What closing some parts of the plan comes to: they and all that stands under them, as far as it is open."""
    found: dict[str, Closable] = {}
    for record in _open_among(session, ids):
        found.update((each.id, each) for each in (record, *_under(session, record)) if each.closed_on is None)
    return list(found.values())


def open_counts(session: Session) -> dict[str, int]:
    """How many parts of each kind are open, by plural."""
    count = "SELECT count(*) FROM {} WHERE closed_on IS NULL"
    return {plural: int(session.repository.rows(count.format(plural))[0][0]) for plural in CLOSABLE}


def close_all(change: Change, records: Iterable[Closable], day: date) -> None:
    """Close records, within a change."""
    for record in records:
        change.update(replace(record, closed_on=day))


def reopen(session: Session, record: Closable) -> None:
    """Make a closed record part of the plan again, with what it stands under and what was closed along with it."""
    with session.change(Action.REOPEN, name_of(record)) as change:
        for above in _above(session, record):
            change.update(replace(above, closed_on=None))
        for below in (record, *_under(session, record)):
            if below.closed_on == record.closed_on:
                change.update(replace(below, closed_on=None))


def _open_among(session: Session, ids: Collection[str]) -> Iterator[Closable]:
    wanted = (json.dumps(list(ids)),)
    for kind in CLOSABLE.values():
        where = "WHERE closed_on IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY position, id"
        yield from session.repository.select(kind, where, wanted)


def _under(session: Session, record: Closable) -> Iterator[Closable]:
    for kind, field in _UNDER.get(type(record), ()):
        for below in session.all(kind, **{field: record.id}):
            yield below
            yield from _under(session, below)


def _above(session: Session, record: Closable) -> Iterator[Closable]:
    """What the record stands under: an uppdrag's uppdrag, and goals up to the top."""
    if isinstance(record, Assignment) and record.parent_id:
        parent = session.get(Assignment, record.parent_id)
        yield parent
        yield from _above(session, parent)
        return
    goal_id = record.parent_id if isinstance(record, Goal) else record.goal_id
    if goal_id:
        goal = session.get(Goal, goal_id)
        yield goal
        yield from _above(session, goal)
