"""Changing dates: the register's rules, the days that persons set instead of them, and when minutes were approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import DeadlineKind, EntryKind
from regdesk.domain.deadline_rules import SHIPPED_RULES
from regdesk.domain.ids import new_id
from regdesk.domain.model import Deadline, DeadlineRule, Meeting
from regdesk.services.actions import Action
from regdesk.services.annual_entries import Edits, Entry, own_entry, slot_of
from regdesk.services.annual_meetings import dates_of
from regdesk.services.editing import edit
from regdesk.services.meetings import open_meeting_of
from regdesk.services.session import Session, name_of

_SHIPPED: Final = MappingProxyType({rule.id: rule for rule in SHIPPED_RULES})
_KINDS: Final = MappingProxyType(
    {EntryKind.REPORT_BACK: DeadlineKind.REPORT_BACK, EntryKind.SUPERVISION: DeadlineKind.SUPERVISION}
)


# Rules


def missing_rules(session: Session) -> list[DeadlineRule]:
    """The usual rules that a register lacks."""
    present = {rule.id for rule in session.all(DeadlineRule)}
    return [rule for rule in SHIPPED_RULES if rule.id not in present]


def add_missing_rules(session: Session) -> int:
    """Give a register the usual rules that it lacks, last among its own; gives how many there were."""
    missing = missing_rules(session)
    start = max((rule.position for rule in session.all(DeadlineRule)), default=-1) + 1
    with session.change(Action.ADD_RULES) as change:
        change.insert_all([replace(rule, position=start + place) for place, rule in enumerate(missing)])
    return len(missing)


def is_changed(rule: DeadlineRule) -> bool:
    """Whether a usual rule says something else than it did from the beginning."""
    return rule.id in _SHIPPED and replace(_SHIPPED[rule.id], position=rule.position) != rule


def restore_rule(session: Session, rule_id: str) -> DeadlineRule:
    """Let a usual rule say what it did from the beginning, in its place. Raises KeyError for a rule of one's own."""
    shipped, present = _SHIPPED[rule_id], session.get(DeadlineRule, rule_id)
    with session.change(Action.RESTORE_RULE, shipped.title) as change:
        return change.update(replace(shipped, position=present.position))


def switch_rule(session: Session, rule_id: str) -> DeadlineRule:
    """Let a rule give dates, or no longer."""
    rule = session.get(DeadlineRule, rule_id)
    return edit(session, rule, active=not rule.active)


# Dates


def meeting_dates(session: Session, meeting_id: str) -> list[Entry]:
    """What the rules count from a meeting, in their order, and then the dates of its own that somebody set."""
    rules = session.all(DeadlineRule, active=1)
    edits = Edits(session.all(Deadline, "id", meeting_id=meeting_id))
    found = list(dates_of(session.get(Meeting, meeting_id), rules, edits))
    found.sort(key=lambda entry: entry.rule.position if entry.rule else 0)
    return found + [own_entry(deadline) for deadline in edits.others()]


def set_date(session: Session, entry: Entry, day: date, note: str = "") -> None:
    """Put an entry on another day, as one step: in its own record, or as a Deadline in place of what a rule gives.

    Raises Problem(MEETING_CLOSED) for a meeting that is over, Problem(ROW_MISSING).
    """
    if isinstance(entry.record, Meeting) and entry.kind is EntryKind.MEETING:
        _move_meeting(session, entry.record.id, day)
    elif entry.slot is None:
        edit(session, entry.record, **{entry.field: day})
    else:
        _replace_rule(session, entry, day, note)


def restore_date(session: Session, entry: Entry) -> None:
    """Let the rule give the day again."""
    if entry.deadline is not None and entry.slot is not None:
        with session.change(Action.RESTORE_DATE, _name(entry)) as change:
            for deadline in session.all(Deadline):
                if slot_of(deadline) == entry.slot:
                    change.delete(deadline)


def add_date(session: Session, day: date, title: str, note: str = "") -> Deadline:
    """A date of one's own that no rule gives."""
    made = Deadline(id=new_id(), kind=DeadlineKind.OTHER, title=title, due_on=day, note=note)
    with session.change(Action.ADD, title) as change:
        return change.insert(made)


def set_minutes_day(session: Session, meeting_id: str, field: str, day: date | None) -> Meeting:
    """Say when the minutes were approved (`approved_on`) or posted (`posted_on`), also after the meeting is closed."""
    meeting = session.get(Meeting, meeting_id)
    with session.change(Action.EDIT, name_of(meeting) or meeting.date.isoformat()) as change:
        return change.update(replace(meeting, **{field: day}))  # type: ignore[arg-type]


def _move_meeting(session: Session, meeting_id: str, day: date) -> None:
    """A meeting of several days keeps its length."""
    meeting = open_meeting_of(session, meeting_id)
    ends = day + (meeting.end_date - meeting.date) if meeting.end_date else None
    with session.change(Action.MOVE_DATE, name_of(meeting) or meeting.date.isoformat()) as change:
        change.update(replace(meeting, date=day, end_date=ends))


def _replace_rule(session: Session, entry: Entry, day: date, note: str) -> None:
    slot = entry.slot
    present = [deadline for deadline in session.all(Deadline, "id") if slot_of(deadline) == slot]
    with session.change(Action.MOVE_DATE, _name(entry)) as change:
        if present:
            change.update(replace(present[0], due_on=day, note=note))
        elif slot is not None:
            change.insert(
                Deadline(
                    id=new_id(),
                    meeting_id=slot.meeting_id,
                    item_id=slot.item_id,
                    rule_id=slot.rule_id,
                    anchor_on=slot.anchor_on,
                    kind=entry.rule.kind if entry.rule else _KINDS.get(entry.kind, DeadlineKind.OTHER),
                    title=_name(entry),
                    due_on=day,
                    note=note,
                )
            )


def _name(entry: Entry) -> str:
    """What a step calls an entry."""
    return entry.rule.title if entry.rule else name_of(entry.record)
