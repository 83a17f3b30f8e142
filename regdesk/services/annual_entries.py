"""What falls on a day of the board's year, and the days that persons set instead of what rules give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from regdesk.almanac import counted, moved
from regdesk.domain.codes import EntryKind, Lane
from regdesk.domain.model import Deadline, DeadlineRule, Record


@dataclass(frozen=True, slots=True)
class Slot:
    """Which of all dates one is, so that a Deadline can take its place."""

    rule_id: str | None = None
    meeting_id: str | None = None
    item_id: str | None = None
    anchor_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What falls on a day. `key` stays the same when the day is moved; `last` is later only for meetings of two days.

    `record` is what it is about: its own `field` holds the day where there is one. Otherwise the day comes of `slot`:
    counted from `anchor_on`, and `ruled_on` before it was moved off a free day. `deadline` is what a person set
    instead. `provisional` is counted from the latest day of something that has not happened yet; `actual` is the day
    on which it did. `tracked` is what can be late.
    """

    key: str
    kind: EntryKind
    lane: Lane
    record: Record
    day: date
    last: date
    field: str = ""
    slot: Slot | None = None
    rule: DeadlineRule | None = None
    anchor_on: date | None = None
    ruled_on: date | None = None
    deadline: Deadline | None = None
    provisional: bool = False
    actual: bool = False
    tracked: bool = True
    done: bool = False

    @property
    def is_edited(self) -> bool:
        """Whether a person set another day than the rule gives."""
        return self.deadline is not None and self.slot is not None

    @property
    def moved_from(self) -> date | None:
        """The free day that the rule moved this off, where it did."""
        return self.ruled_on if not (self.is_edited or self.actual) and self.ruled_on != self.day else None

    @property
    def rule_day(self) -> date:
        """The day that the rule gives, whatever a person set and whatever happened."""
        if self.ruled_on is None:
            return self.day
        return moved(self.ruled_on, self.rule.free_day) if self.rule else self.ruled_on

    def is_overdue(self, today: date) -> bool:
        return self.tracked and not self.done and self.last < today


class Edits:
    """What persons set instead of what rules give, and which of it has found its place."""

    def __init__(self, deadlines: Iterable[Deadline]) -> None:
        self._by_slot: dict[Slot, Deadline] = {}
        self._all = list(deadlines)
        for deadline in self._all:
            self._by_slot.setdefault(slot_of(deadline), deadline)
        self._used: set[str] = set()

    def apply(self, entry: Entry) -> Entry:
        """The entry on the day that a person set, if one did."""
        deadline = self._by_slot.get(entry.slot) if entry.slot else None
        if deadline is None:
            return entry
        self._used.add(deadline.id)
        return entry if entry.actual else replace(entry, day=deadline.due_on, last=deadline.due_on, deadline=deadline)

    def others(self) -> Iterator[Deadline]:
        """What took no rule's place: dates of their own, and those whose rule no longer gives what they replaced."""
        return (deadline for deadline in self._all if deadline.id not in self._used)


def slot_of(deadline: Deadline) -> Slot:
    """The place that a Deadline takes; one with nothing to replace takes a place that no rule has."""
    return Slot(deadline.rule_id, deadline.meeting_id, deadline.item_id, deadline.anchor_on)


def ruled(rule: DeadlineRule, anchor_on: date) -> tuple[date, date]:
    """The day that a rule gives from another one: before and after it is moved off a free day.

    What no calendar reaches is the last or the first day that there is.
    """
    try:
        day = counted(anchor_on, rule.offset, rule.offset_unit)
        return day, moved(day, rule.free_day)
    except (OverflowError, ValueError):
        far = date.max if rule.offset > 0 else date.min
        return far, far


def own_entry(deadline: Deadline) -> Entry:
    """A date that a person set and that takes no rule's place."""
    return Entry(
        key=f"deadline:{deadline.id}",
        kind=EntryKind.OWN,
        lane=Lane.DEADLINE,
        record=deadline,
        day=deadline.due_on,
        last=deadline.due_on,
        field="due_on",
        deadline=deadline,
        tracked=False,
    )
