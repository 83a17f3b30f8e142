"""What a meeting should take up: the open and due things of the register on its day, by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from regdesk.almanac import occurrences
from regdesk.domain.codes import AgendaPull, OccasionStatus, RiskStatus, WorkStatus
from regdesk.domain.model import (
    Activity,
    AgendaItem,
    AgendaSubject,
    Assignment,
    Control,
    ControlResult,
    Meeting,
    Risk,
    SupervisionEvent,
    SupervisionOccasion,
)
from regdesk.services.assignments import report_days
from regdesk.services.controls import due_on
from regdesk.services.meetings import everything_to_assess
from regdesk.services.outline import Outline
from regdesk.services.session import Session
from regdesk.services.supervision import due_on_of
from regdesk.services.work import due_of
from regdesk.store.mapping import R

_OVER: Final = frozenset({WorkStatus.DONE, WorkStatus.DROPPED})

_CARRIED: Final = """
    SELECT agenda_items.id FROM agenda_items JOIN meetings ON meetings.id = agenda_items.meeting_id
    WHERE meetings.body_id IS ? AND (meetings.date, meetings.id) < (?, ?)
        AND agenda_items.outcome IN ('tabled', 'referred_back')
        AND NOT EXISTS (SELECT 1 FROM agenda_items AS later WHERE later.carried_from_id = agenda_items.id)
    ORDER BY meetings.date, meetings.id, agenda_items.position, agenda_items.id
"""


def due_at(session: Session, meeting: Meeting, pull: AgendaPull) -> list[str]:
    """Ids of what an item that pulls so takes up at a meeting; none for items that are carried over."""
    return _DUE[pull](session, meeting.end_date or meeting.date) if pull in _DUE else []


def on_agenda(session: Session, meeting_id: str) -> set[str]:
    """Ids of all that some item of the meeting takes up."""
    subjects = session.repository.select(
        AgendaSubject, "WHERE agenda_item_id IN (SELECT id FROM agenda_items WHERE meeting_id = ?)", (meeting_id,)
    )
    return {subject.item_id for subject in subjects}


def carried_over_to(session: Session, meeting: Meeting) -> list[AgendaItem]:
    """What earlier meetings of the same body put off and has not come again, the oldest first."""
    rows = session.repository.rows(_CARRIED, (meeting.body_id, meeting.date.isoformat(), meeting.id))
    return [session.get(AgendaItem, row["id"]) for row in rows]


def _assessments(session: Session, _day: date) -> list[str]:
    return everything_to_assess(session)


def _assignments(session: Session, day: date) -> list[str]:
    """Open uppdrag that are due by the day or to be reported back by it since they last were, the first due first."""
    reports = report_days(session)
    due: list[tuple[date, str]] = []
    for assignment in session.all(Assignment):
        if assignment.status not in _OVER and assignment.closed_on is None:
            days = [each for each in (reports.get(assignment.id), due_of(assignment)) if each and each <= day]
            due += [(min(days), assignment.id)] if days else []
    return [assignment_id for _due_on, assignment_id in sorted(due)]


def _activities(session: Session, _day: date) -> list[str]:
    """Delaktiviteter that are not over, in the order of the plan."""
    outline = Outline.read(session)
    found: list[Activity] = [each for goal in outline.goals for each in outline.activities.get(goal.id, ())]
    return [each.id for each in found if each.status not in _OVER and each.closed_on is None]


def _risks(session: Session, _day: date) -> list[str]:
    return [risk.id for risk in session.all(Risk) if risk.status is not RiskStatus.CLOSED]


def _controls(session: Session, day: date) -> list[str]:
    """Kontrollmoment with a day that no check answers for; one without a first day never has any."""
    checked: dict[str, list[date]] = {}
    for result in session.all(ControlResult, "id"):
        checked.setdefault(result.control_id, []).append(result.checked_on)
    due = ((control.id, due_on(control, checked.get(control.id, ()))) for control in session.all(Control))
    return [control_id for control_id, first in due if first and first <= day]


def _supervision(session: Session, day: date) -> list[str]:
    """Planned occasions up to the day, and events that have come round since their last occasion."""
    occasions = session.all(SupervisionOccasion, "held_on, id")
    planned = [each.id for each in occasions if each.status is OccasionStatus.PLANNED and each.held_on <= day]
    latest = _latest(occasions, lambda each: each.event_id, due_on_of)
    events = [
        event.id
        for event in session.all(SupervisionEvent)
        if event.closed_on is None and _come_round(event.recurrence, event.starts_on, latest.get(event.id), day)
    ]
    return [*planned, *events]


def _come_round(rule: str, starts_on: date | None, last: date | None, day: date) -> list[date]:
    """The days, up to one, on which something came round after it was last done."""
    if starts_on is None:
        return []
    first = max(starts_on, last + timedelta(days=1)) if last else starts_on
    return occurrences(rule, starts_on, first, day)


def _latest(records: Iterable[R], owner: Callable[[R], str], day: Callable[[R], date]) -> dict[str, date]:
    found: dict[str, date] = {}
    for each in records:
        found[owner(each)] = max(day(each), found.get(owner(each), date.min))
    return found


_DUE: Final[Mapping[AgendaPull, Callable[[Session, date], list[str]]]] = MappingProxyType(
    {
        AgendaPull.ASSESSMENTS: _assessments,
        AgendaPull.ASSIGNMENTS: _assignments,
        AgendaPull.ACTIVITIES: _activities,
        AgendaPull.RISKS: _risks,
        AgendaPull.CONTROLS: _controls,
        AgendaPull.SUPERVISION: _supervision,
    }
)
