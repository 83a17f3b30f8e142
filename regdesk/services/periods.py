"""Reporting periods: what kind one is by its days, and the register's own one where it has it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from regdesk.domain.codes import PeriodKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import ReportingPeriod
from regdesk.services.meetings import add_period
from regdesk.services.session import Session

_KIND_BY_MONTHS: Final = {
    1: PeriodKind.MONTH,
    3: PeriodKind.QUARTER,
    4: PeriodKind.FOUR_MONTHS,
    12: PeriodKind.YEAR,
}


def period_of(first: date, last: date, label: str = "") -> ReportingPeriod:
    """A period that is not yet in any register, both days included."""
    return ReportingPeriod(id=new_id(), kind=period_kind(first, last), label=label, starts_on=first, ends_on=last)


def period_kind(first: date, last: date) -> PeriodKind:
    """The kind of a period by its whole months; everything else is an interim one."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    return _KIND_BY_MONTHS.get(months, PeriodKind.INTERIM) if whole else PeriodKind.INTERIM


def kept_period(session: Session, period: ReportingPeriod) -> ReportingPeriod:
    """The register's own period of those days, so that several meetings can follow up the same one; or else this."""
    days = {"starts_on": period.starts_on.isoformat(), "ends_on": period.ends_on.isoformat()}
    same = session.all(ReportingPeriod, "id", **days)
    return same[0] if same else add_period(session, period)
