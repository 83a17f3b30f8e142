"""The internal-control plan: when each kontrollmoment is to be done next, and what it showed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from regdesk.almanac import next_occurrence
from regdesk.domain.codes import ControlOutcome
from regdesk.domain.ids import new_id
from regdesk.domain.model import Control, ControlResult
from regdesk.services.actions import Action
from regdesk.services.session import Session, name_of

_DAY: Final = timedelta(days=1)


def due_on(control: Control, checked: Iterable[date]) -> date | None:
    """The first day of its rule that no check answers for; None without a first day, or when none is left.

    A check that comes in time answers for the day that was next, a late one for all days up to its own. A second
    check before the same day answers for nothing more.
    """
    if control.starts_on is None:
        return None
    due = next_occurrence(control.recurrence, control.starts_on, control.starts_on)
    settled = date.min
    for day in sorted(checked):
        if due is not None and day > settled:
            settled = max(day, due)
            later = settled < date.max
            due = next_occurrence(control.recurrence, control.starts_on, settled + _DAY) if later else None
    return due


def results_of(session: Session, control_id: str) -> list[ControlResult]:
    """What the kontrollmoment ever showed, newest first."""
    return session.all(ControlResult, "checked_on DESC, id DESC", control_id=control_id)


def record_result(
    session: Session,
    control_id: str,
    outcome: ControlOutcome,
    on: date,
    *,
    text: str = "",
    deviation: str = "",
    action: str = "",
    meeting_id: str | None = None,
) -> ControlResult:
    """Note what a kontrollmoment showed on a day. Raises Problem(ROW_MISSING)."""
    control = session.get(Control, control_id)
    with session.change(Action.RECORD_RESULT, name_of(control)) as change:
        return change.insert(
            ControlResult(
                id=new_id(),
                control_id=control_id,
                checked_on=on,
                outcome=outcome,
                text=text,
                deviation=deviation,
                action=action,
                meeting_id=meeting_id,
            )
        )
