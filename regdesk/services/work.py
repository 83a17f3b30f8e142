"""How work stands: what is open, when it shall be done, how late it is, and what follows when its status changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from regdesk.almanac import counted
from regdesk.domain.codes import AssignmentKind, OffsetUnit, WorkStatus
from regdesk.domain.model import RECORDS, Activity, Assignment
from regdesk.services.actions import Action
from regdesk.services.session import Session, name_of

Work = Activity | Assignment

_OVER: Final = frozenset({WorkStatus.DONE, WorkStatus.DROPPED})

OPEN_WORK: Final = "item.closed_on IS NULL AND item.status IN ('not_started', 'ongoing', 'delayed')"
"""What is left to do of the rows called `item`; in the words of the indexes that find it."""

OVERDUE_WORK: Final = f"""{OPEN_WORK} AND (
    item.due_on < ? OR item.due_on IS NULL AND item.kind = 'member_motion' AND item.source_date <= ?
)"""
"""What is late of the uppdrag called `item`; the marks are for `overdue_values`."""

WANTS_REASON: Final = frozenset({WorkStatus.DELAYED, WorkStatus.DROPPED})
"""The statuses that somebody will ask the reason of."""


def is_open(work: Work) -> bool:
    """Whether anything is left to do."""
    return work.closed_on is None and work.status not in _OVER


def due_of(work: Work) -> date | None:
    """The day it shall be done by; a motion without a day of its own has a year (KL 5:35)."""
    if isinstance(work, Assignment) and has_year(work) and work.source_date:
        return counted(work.source_date, 1, OffsetUnit.YEARS)
    return work.due_on


def has_year(work: Work) -> bool:
    """Whether the law gives the day: a motion shall be prepared so that it can be decided within a year (KL 5:35)."""
    return isinstance(work, Assignment) and work.kind is AssignmentKind.MEMBER_MOTION and work.due_on is None


def overdue_days(work: Work, today: date) -> int:
    """How many days late it is; 0 for what is not late, has no day or is over. Worked out, never stored."""
    due = due_of(work)
    return max(0, (today - due).days) if due and is_open(work) else 0


def last_day_more_than_a_year_ago(today: date) -> date:
    """The latest day whose year had passed before today."""
    day = today - timedelta(days=364)
    while counted(day, 1, OffsetUnit.YEARS) >= today:
        day -= timedelta(days=1)
    return day


def overdue_values(today: date) -> tuple[str, str]:
    """The days that OVERDUE_WORK asks for."""
    return today.isoformat(), last_day_more_than_a_year_ago(today).isoformat()


def consequences(work: Work, changed: Mapping[str, object], today: date) -> dict[str, object]:
    """What else changes when some fields of an uppdrag do: the day that it was done follows its status."""
    if not isinstance(work, Assignment):
        return {}
    if changed.get("done_on"):
        return {"status": WorkStatus.DONE}
    status = changed.get("status", work.status)
    if status is work.status or "done_on" in changed:
        return {}
    return {"done_on": today if status is WorkStatus.DONE else None}


def with_status(work: Work, status: WorkStatus, on: date) -> Work:
    """The same work with another status, and what follows of it."""
    changed: dict[str, object] = {"status": status}
    return replace(work, **changed, **consequences(work, changed, on))  # type: ignore[arg-type]


def set_status(session: Session, work: Work, status: WorkStatus, on: date) -> Work:
    """Let work have another status from a day on, as one step."""
    with session.change(Action.SET_STATUS, name_of(work)) as change:
        return change.update(with_status(work, status, on))


def switch_done(session: Session, plural: str, record_id: str, on: date) -> Work:
    """Say that work is done, or that it goes on after all where it already was. Raises Problem(ROW_MISSING)."""
    work = session.get(RECORDS[plural], record_id)
    assert isinstance(work, Activity | Assignment)  # noqa: S101 - asked of those two alone
    return set_status(session, work, WorkStatus.ONGOING if work.status is WorkStatus.DONE else WorkStatus.DONE, on)
