"""The dates that rules count from the ends of reporting periods, and those that come round with the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from regdesk.almanac import occurrences
from regdesk.domain.codes import Anchor, DeadlineKind, EntryKind, Lane, PeriodKind
from regdesk.domain.model import DeadlineRule, ReportingPeriod
from regdesk.services.annual_entries import Edits, Entry, Slot, ruled
from regdesk.services.session import Session

_BEGINNING: Final = date(2000, 1, 1)
"""What rules of the year begin on, so that every second year is the same years everywhere."""

_REPORTS: Final = frozenset({DeadlineKind.INTERIM_REPORT, DeadlineKind.ANNUAL_REPORT, DeadlineKind.BUDGET})
_INTERIM_MONTHS: Final = range(6, 9)  # KL 11:16: at least half and at most two thirds of the year


def period_entries(session: Session, rules: Sequence[DeadlineRule], edits: Edits) -> Iterator[Entry]:
    """The ends of reporting periods, and what is counted from them."""
    for period in session.all(ReportingPeriod, "ends_on, id"):
        yield Entry(
            key=f"period:{period.id}",
            kind=EntryKind.PERIOD,
            lane=Lane.REPORT,
            record=period,
            day=period.ends_on,
            last=period.ends_on,
            field="ends_on",
            tracked=False,
        )
        for rule in rules:
            if rule.anchor is Anchor.PERIOD_END and concerns(rule, period):
                yield edits.apply(_of_period(period, rule))


def concerns(rule: DeadlineRule, period: ReportingPeriod) -> bool:
    """Whether a rule is about a period: a delårsrapport about a delår of the law, an årsredovisning about a year."""
    match rule.kind:
        case DeadlineKind.INTERIM_REPORT:
            months = period.ends_on.month if period.starts_on == date(period.ends_on.year, 1, 1) else 0
            return months in _INTERIM_MONTHS
        case DeadlineKind.ANNUAL_REPORT:
            return period.kind is PeriodKind.YEAR
        case _:
            return True


def year_entries(rules: Sequence[DeadlineRule], edits: Edits, first: date, last: date) -> Iterator[Entry]:
    """What comes round with the year; a rule without any recurrence comes on 1 January and what is counted from it."""
    for rule in rules:
        if rule.anchor is Anchor.YEAR:
            recurrence = rule.recurrence or "FREQ=YEARLY"
            for start in occurrences(recurrence, _BEGINNING, max(first, _BEGINNING), last):
                yield edits.apply(_of_year(rule, start))


def lane_of(rule: DeadlineRule) -> Lane:
    """Where the dates of a rule are shown."""
    if rule.kind in _REPORTS:
        return Lane.REPORT
    return {DeadlineKind.REPORT_BACK: Lane.REPORT_BACK, DeadlineKind.SUPERVISION: Lane.SUPERVISION}.get(
        rule.kind, Lane.DEADLINE
    )


def _of_period(period: ReportingPeriod, rule: DeadlineRule) -> Entry:
    before, after = ruled(rule, period.ends_on)
    return Entry(
        key=f"rule:{rule.id}:{period.id}",
        kind=EntryKind.RULE,
        lane=lane_of(rule),
        record=period,
        day=after,
        last=after,
        slot=Slot(rule.id, anchor_on=period.ends_on),
        rule=rule,
        anchor_on=period.ends_on,
        ruled_on=before,
        tracked=False,
    )


def _of_year(rule: DeadlineRule, start: date) -> Entry:
    before, after = ruled(rule, start)
    return Entry(
        key=f"rule:{rule.id}:{start.isoformat()}",
        kind=EntryKind.RULE,
        lane=lane_of(rule),
        record=rule,
        day=after,
        last=after,
        slot=Slot(rule.id, anchor_on=start),
        rule=rule,
        anchor_on=start,
        ruled_on=before,
        tracked=False,
    )
