"""The dates of meetings, and what rules count from them: notice, material, approval, notice posting, legal force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import Anchor, DeadlineKind, EntryKind, Lane, MeetingStatus
from regdesk.domain.model import DeadlineRule, Meeting
from regdesk.services.annual_entries import Edits, Entry, Slot, ruled
from regdesk.services.session import Session

_CHAIN: Final = (Anchor.MEETING, Anchor.APPROVAL, Anchor.NOTICE_POSTING)
_SETS: Final[Mapping[DeadlineKind, Anchor]] = MappingProxyType(
    {DeadlineKind.APPROVAL: Anchor.APPROVAL, DeadlineKind.NOTICE_POSTING: Anchor.NOTICE_POSTING}
)
"""What kinds of date others are counted from in their turn."""


def meeting_entries(session: Session, rules: Sequence[DeadlineRule], edits: Edits) -> Iterator[Entry]:
    """The meetings with what is counted from each."""
    for meeting in session.all(Meeting, "date, id"):
        yield _meeting(meeting)
        yield from dates_of(meeting, rules, edits)


def dates_of(meeting: Meeting, rules: Sequence[DeadlineRule], edits: Edits) -> Iterator[Entry]:
    """What rules count from a meeting, from the days of justering and anslag where they are known.

    Where they are not, the next is counted from the latest day that the rule before it allows.
    """
    known = {Anchor.APPROVAL: meeting.approved_on, Anchor.NOTICE_POSTING: meeting.posted_on}
    latest: dict[Anchor, date] = {}
    for anchor in _CHAIN:
        for rule in (rule for rule in rules if rule.anchor is anchor):
            start = _start(meeting, rule) if anchor is Anchor.MEETING else known[anchor] or latest.get(anchor)
            if start is None:
                continue
            provisional = anchor is not Anchor.MEETING and known[anchor] is None
            entry = edits.apply(_counted(meeting, rule, start, provisional=provisional))
            if rule.kind in _SETS:
                latest.setdefault(_SETS[rule.kind], entry.day)
            yield entry


def _meeting(meeting: Meeting) -> Entry:
    return Entry(
        key=f"meeting:{meeting.id}",
        kind=EntryKind.MEETING,
        lane=Lane.MEETING,
        record=meeting,
        day=meeting.date,
        last=meeting.end_date or meeting.date,
        field="date",
        tracked=False,
        done=meeting.status is MeetingStatus.CLOSED,
    )


def _counted(meeting: Meeting, rule: DeadlineRule, start: date, *, provisional: bool) -> Entry:
    happened = {DeadlineKind.APPROVAL: meeting.approved_on, DeadlineKind.NOTICE_POSTING: meeting.posted_on}
    actual = happened.get(rule.kind)
    before, after = ruled(rule, start)
    return Entry(
        key=f"rule:{rule.id}:{meeting.id}",
        kind=EntryKind.RULE,
        lane=Lane.DEADLINE,
        record=meeting,
        day=actual or after,
        last=actual or after,
        slot=Slot(rule.id, meeting.id),
        rule=rule,
        anchor_on=start,
        ruled_on=before,
        provisional=provisional and actual is None,
        actual=actual is not None,
        tracked=rule.kind in _SETS,
        done=actual is not None,
    )


def _start(meeting: Meeting, rule: DeadlineRule) -> date:
    """What comes before a meeting is counted from its first day, what comes after from its last."""
    return meeting.date if rule.offset < 0 else meeting.end_date or meeting.date
