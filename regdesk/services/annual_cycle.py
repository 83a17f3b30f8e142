"""The board's year: every date that meetings, rules, work, risks and supervision come to, moved where a person did.

Nothing here is stored but what a person set; the same register gives the same dates, in the same order.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from regdesk.domain.codes import Lane
from regdesk.domain.model import Deadline, DeadlineRule
from regdesk.services.annual_entries import Edits, Entry, own_entry
from regdesk.services.annual_meetings import meeting_entries
from regdesk.services.annual_rules import period_entries, year_entries
from regdesk.services.annual_work import control_entries, supervision_entries, work_entries
from regdesk.services.session import Session

REACH: Final = timedelta(days=400)
"""How far outside a span is looked for what a person may have moved into it."""


def entries(session: Session, first: date, last: date) -> list[Entry]:
    """Every date from `first` to `last`, both included, by day and then in the order of the lanes."""
    span = (_shifted(first, -REACH), _shifted(last, REACH))
    edits = Edits(session.all(Deadline, "id"))
    rules = session.all(DeadlineRule, active=1)
    found = [
        *meeting_entries(session, rules, edits),
        *period_entries(session, rules, edits),
        *year_entries(rules, edits, *span),
        *work_entries(session, rules, edits, *span),
        *control_entries(session, edits, *span),
        *supervision_entries(session, edits, *span),
    ]
    found += [own_entry(deadline) for deadline in edits.others()]
    return sorted((entry for entry in found if entry.day <= last and entry.last >= first), key=_place)


def year_of(session: Session, year: int) -> list[Entry]:
    """Every date of a calendar year."""
    return entries(session, date(year, 1, 1), date(year, 12, 31))


def _place(entry: Entry) -> tuple[date, int, int, str]:
    return entry.day, list(Lane).index(entry.lane), entry.rule.position if entry.rule else 0, entry.key


def _shifted(day: date, by: timedelta) -> date:
    """The first and last day that there is are far enough."""
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta() else date.max
