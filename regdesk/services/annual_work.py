"""The dates of work: uppdrag with their report-backs, delaktiviteter, risk actions, controls and supervision."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from regdesk.almanac import occurrences
from regdesk.domain.codes import Anchor, AssignmentKind, DeadlineKind, EntryKind, Lane, OccasionStatus, WorkStatus
from regdesk.domain.model import (
    Activity,
    Assignment,
    AssignmentReport,
    Control,
    ControlResult,
    DeadlineRule,
    Milestone,
    Record,
    RiskAction,
    SupervisionEvent,
    SupervisionOccasion,
)
from regdesk.services.annual_entries import Edits, Entry, Slot, ruled
from regdesk.services.session import Session
from regdesk.services.supervision import due_on_of
from regdesk.store.mapping import R


def work_entries(
    session: Session, rules: Sequence[DeadlineRule], edits: Edits, first: date, last: date
) -> Iterator[Entry]:
    """What uppdrag, delaktiviteter and risk actions are due, and the report-backs of uppdrag."""
    reports = _by_owner(session.all(AssignmentReport, "id"), "assignment_id")
    for assignment in _open(session, Assignment):
        yield from _due(assignment, EntryKind.DUE, done=assignment.status is WorkStatus.DONE)
        yield from (edits.apply(_counted(assignment, rule)) for rule in rules if _concerns(rule, assignment))
        said = [report.reported_on for report in reports.get(assignment.id, ())]
        yield from _report_backs(assignment, said, edits, first, last)
    activities = {activity.id: activity for activity in _open(session, Activity)}
    for activity in activities.values():
        yield from _due(activity, EntryKind.DUE, done=activity.status is WorkStatus.DONE)
    for milestone in session.all(Milestone):
        if milestone.activity_id in activities:
            yield from _due(milestone, EntryKind.MILESTONE, done=milestone.reached_on is not None)
    for action in session.all(RiskAction):
        if action.status is not WorkStatus.DROPPED:
            yield from _due(action, EntryKind.ACTION, done=action.status is WorkStatus.DONE)


def control_entries(session: Session, edits: Edits, first: date, last: date) -> Iterator[Entry]:
    """When kontrollmoment come round; one is done by the result that is nearest to it."""
    results = _by_owner(session.all(ControlResult, "id"), "control_id")
    for control in session.all(Control):
        if control.starts_on:
            days = occurrences(control.recurrence, control.starts_on, first, last)
            done = nearest(days, [result.checked_on for result in results.get(control.id, ())])
            for day in days:
                yield edits.apply(_round(control, EntryKind.CONTROL, Lane.SUPERVISION, day, done))


def supervision_entries(session: Session, edits: Edits, first: date, last: date) -> Iterator[Entry]:
    """Occasions as they are kept, and the days on which an event comes round that no occasion is near to."""
    kept = _by_owner(session.all(SupervisionOccasion, "held_on, id"), "event_id")
    for event in session.all(SupervisionEvent):
        occasions = kept.get(event.id, [])
        yield from (_occasion(each) for each in occasions if each.status is not OccasionStatus.CANCELLED)
        if event.starts_on and event.closed_on is None:
            days = occurrences(event.recurrence, event.starts_on, first, last)
            taken = nearest(days, [due_on_of(each) for each in occasions])
            for day in days:
                if day not in taken:
                    yield edits.apply(_round(event, EntryKind.SUPERVISION, Lane.SUPERVISION, day, taken))


def nearest(days: Sequence[date], happened: Iterable[date]) -> set[date]:
    """For each day on which something happened the one among `days` that it is nearest to, the earlier of two."""
    return {min(days, key=lambda day: (abs(day - each), day)) for each in happened} if days else set()


def _open(session: Session, kind: type[R]) -> list[R]:
    """Work of the present plan that has not been dropped."""
    dropped = WorkStatus.DROPPED
    return [each for each in session.all(kind, closed_on=None) if getattr(each, "status", None) is not dropped]


def _report_backs(
    assignment: Assignment, said: Sequence[date], edits: Edits, first: date, last: date
) -> Iterator[Entry]:
    if assignment.report_starts_on is None:
        return
    days = occurrences(assignment.report_recurrence, assignment.report_starts_on, first, last)
    done = nearest(days, said)
    ended = assignment.status is WorkStatus.DONE
    for day in days:
        if day in done or not ended:
            yield edits.apply(_round(assignment, EntryKind.REPORT_BACK, Lane.REPORT_BACK, day, done))


def _concerns(rule: DeadlineRule, assignment: Assignment) -> bool:
    """Rules for motions are about motions, the others about what was decided or raised."""
    if rule.anchor is not Anchor.ASSIGNMENT_SOURCE or assignment.source_date is None:
        return False
    if rule.kind is DeadlineKind.MEMBER_MOTION:
        return assignment.kind is AssignmentKind.MEMBER_MOTION
    return assignment.kind in (AssignmentKind.DECISION, AssignmentKind.INITIATIVE)


def _counted(assignment: Assignment, rule: DeadlineRule) -> Entry:
    start = assignment.source_date or date.min
    before, after = ruled(rule, start)
    return Entry(
        key=f"rule:{rule.id}:{assignment.id}",
        kind=EntryKind.RULE,
        lane=Lane.REPORT_BACK if rule.kind is DeadlineKind.REPORT_BACK else Lane.DEADLINE,
        record=assignment,
        day=after,
        last=after,
        slot=Slot(rule.id, item_id=assignment.id),
        rule=rule,
        anchor_on=start,
        ruled_on=before,
        done=assignment.status is WorkStatus.DONE,
    )


def _due(record: Record, kind: EntryKind, *, done: bool) -> Iterator[Entry]:
    day = getattr(record, "due_on", None)
    if day is not None:
        yield Entry(
            key=f"{kind}:{record.id}",
            kind=kind,
            lane=Lane.SUPERVISION if kind is EntryKind.ACTION else Lane.DEADLINE,
            record=record,
            day=day,
            last=day,
            field="due_on",
            done=done,
        )


def _round(record: Record, kind: EntryKind, lane: Lane, day: date, done: Collection[date]) -> Entry:
    """One of the days on which something comes round; what was missed is no longer late once a later one is done."""
    return Entry(
        key=f"{kind}:{record.id}:{day.isoformat()}",
        kind=kind,
        lane=lane,
        record=record,
        day=day,
        last=day,
        slot=Slot(item_id=record.id, anchor_on=day),
        anchor_on=day,
        ruled_on=day,
        tracked=day >= max(done, default=day),
        done=day in done,
    )


def _occasion(occasion: SupervisionOccasion) -> Entry:
    return Entry(
        key=f"{EntryKind.SUPERVISION}:{occasion.id}",
        kind=EntryKind.SUPERVISION,
        lane=Lane.SUPERVISION,
        record=occasion,
        day=occasion.held_on,
        last=occasion.held_on,
        field="held_on",
        done=occasion.status is OccasionStatus.HELD,
    )


def _by_owner(records: Iterable[R], field: str) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for record in records:
        found.setdefault(str(getattr(record, field)), []).append(record)
    return found
