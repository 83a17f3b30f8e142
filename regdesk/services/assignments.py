"""Uppdrag and their återrapportering: reporting back, the age of an uppdrag, and when it is next to be reported."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from regdesk.almanac import next_occurrence
from regdesk.domain.codes import WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, Assignment, AssignmentReport
from regdesk.services.actions import Action
from regdesk.services.session import Session, name_of
from regdesk.services.work import OPEN_WORK, with_status

_DAY: Final = timedelta(days=1)

_PLANNED: Final = f"""
    SELECT item.id, item.report_recurrence, item.report_starts_on,
        (SELECT max(reported_on) FROM assignment_reports WHERE assignment_id = item.id) AS reported_on
    FROM assignments AS item WHERE item.report_starts_on IS NOT NULL AND {OPEN_WORK}
"""  # noqa: S608 - put together from what the program knows

_LATEST: Final = """
    SELECT report.assignment_id, report.reported_on, report.text,
        coalesce(agenda_item.section_no, '') AS section_no, max(report.reported_on || report.id)
    FROM assignment_reports AS report
    LEFT JOIN agenda_items AS agenda_item ON agenda_item.id = report.agenda_item_id
    WHERE report.assignment_id IN (SELECT value FROM json_each(?))
    GROUP BY report.assignment_id
"""


@dataclass(frozen=True, slots=True)
class LatestReport:
    """The newest återrapportering of an uppdrag; `section_no` is empty where it has no §."""

    reported_on: date
    text: str
    section_no: str


def report_back(
    session: Session,
    assignment_id: str,
    text: str,
    status: WorkStatus,
    on: date,
    meeting_id: str | None = None,
    agenda_item_id: str | None = None,
) -> AssignmentReport:
    """Add a report and let the uppdrag stand as it says, as one step.

    A report that is older than another one is added to the log alone. An ärende tells its meeting.
    Raises Problem(ROW_MISSING).
    """
    return add_report(
        session,
        AssignmentReport(
            id=new_id(),
            assignment_id=assignment_id,
            meeting_id=meeting_id,
            agenda_item_id=agenda_item_id,
            reported_on=on,
            text=text,
            status=status,
        ),
    )


def add_report(session: Session, report: AssignmentReport) -> AssignmentReport:
    """The same of a report that is made already."""
    assignment = session.get(Assignment, report.assignment_id)
    if report.agenda_item_id:
        report = replace(report, meeting_id=session.get(AgendaItem, report.agenda_item_id).meeting_id)
    last = last_reported(session, assignment.id)
    with session.change(Action.REPORT_BACK, name_of(assignment)) as change:
        if last is None or last <= report.reported_on:
            change.update(with_status(assignment, report.status, report.reported_on))
        return change.insert(report)


def age_in_days(assignment: Assignment, today: date) -> int | None:
    """Days since it was decided; None where that day is not known or has not come."""
    if assignment.source_date is None or assignment.source_date > today:
        return None
    return (today - assignment.source_date).days


def last_reported(session: Session, assignment_id: str) -> date | None:
    """The day of the newest report."""
    found = session.all(AssignmentReport, "reported_on DESC, id DESC LIMIT 1", assignment_id=assignment_id)
    return found[0].reported_on if found else None


def next_report(session: Session, assignment: Assignment) -> date | None:
    """The day it is next to be reported by its rule, which has passed where nobody has reported since.

    None without a first day, or when it does not come again.
    """
    return next_report_after(assignment, last_reported(session, assignment.id))


def next_report_after(assignment: Assignment, last: date | None) -> date | None:
    """The same where the day of the newest report is known already."""
    if assignment.report_starts_on is None:
        return None
    return _next(assignment.report_recurrence, assignment.report_starts_on, last)


def report_days(session: Session) -> dict[str, date]:
    """When each open uppdrag that shall be reported is next to be, by its id."""
    found: dict[str, date] = {}
    for row in session.repository.rows(_PLANNED):
        last = date.fromisoformat(row["reported_on"]) if row["reported_on"] else None
        day = _next(row["report_recurrence"], date.fromisoformat(row["report_starts_on"]), last)
        if day is not None:
            found[row["id"]] = day
    return found


def latest_reports(session: Session, ids: Collection[str]) -> dict[str, LatestReport]:
    """The newest report of each of some uppdrag that has any, by the id of the uppdrag."""
    rows = session.repository.rows(_LATEST, (json.dumps(list(ids)),))
    return {
        row["assignment_id"]: LatestReport(date.fromisoformat(row["reported_on"]), row["text"], row["section_no"])
        for row in rows
    }


@lru_cache(maxsize=4096)
def _next(rule: str, starts_on: date, last: date | None) -> date | None:
    """The first day of a rule that no report answers. A report answers the day that it is nearest to, also before it.

    Many uppdrag are reported by the same rule from the same day, and a rule is slow to read.
    """
    if last is None:
        return next_occurrence(rule, starts_on, starts_on)
    coming = next_occurrence(rule, starts_on, last + _DAY)
    later = next_occurrence(rule, starts_on, coming + _DAY) if coming else None
    if coming and later and 2 * (coming - last) < later - coming:
        return later
    return coming
