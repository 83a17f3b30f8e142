"""What was said of things the time before: the verdict for an earlier period, or of an earlier meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from regdesk.domain.model import Assessment, Meeting, ReportingPeriod
from regdesk.services.assessing import assessments_in_force
from regdesk.services.session import Session


def verdicts_before(session: Session, held: Mapping[str, Assessment]) -> dict[str, Assessment]:
    """By item: the last verdict in force that is earlier than the one held of it; nothing for a first one."""
    days = _Days.read(session)
    found: dict[str, Assessment] = {}
    for each in assessments_in_force(session):
        now, known = held.get(each.item_id), found.get(each.item_id)
        if now and days.is_before(each, now) and (known is None or days.place(known) < days.place(each)):
            found[each.item_id] = each
    return found


@dataclass(frozen=True, slots=True)
class _Days:
    """Which verdict is earlier than which: by the ends of their periods, or else by the days they were given."""

    periods: Mapping[str, date]
    meetings: Mapping[str, date]

    @classmethod
    def read(cls, session: Session) -> _Days:
        periods = {period.id: period.ends_on for period in session.all(ReportingPeriod)}
        return cls(periods, {meeting.id: meeting.date for meeting in session.all(Meeting)})

    def is_before(self, one: Assessment, other: Assessment) -> bool:
        if one.period_id and other.period_id:
            return self.periods[one.period_id] < self.periods[other.period_id]
        return self._given(one) < self._given(other)

    def place(self, assessment: Assessment) -> tuple[date, datetime]:
        ends_on = self.periods[assessment.period_id] if assessment.period_id else None
        return ends_on or self._given(assessment)[0], assessment.recorded_at

    def _given(self, assessment: Assessment) -> tuple[date, datetime]:
        day = self.meetings[assessment.meeting_id] if assessment.meeting_id else assessment.recorded_at.date()
        return day, assessment.recorded_at
