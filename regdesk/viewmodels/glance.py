"""What answers "Hur går det?" in one look: when it was decided, how late it is, and when it is next reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import DueKind, WorkStatus
from regdesk.domain.model import Activity, Assignment, Body, Milestone
from regdesk.i18n import _
from regdesk.services.activities import missed
from regdesk.services.assignments import LatestReport, age_in_days, latest_reports, next_report
from regdesk.services.session import Session
from regdesk.services.work import Work, due_of, has_year, is_open, overdue_days
from regdesk.viewmodels.counts import days_text, percent_text
from regdesk.viewmodels.labels import progress_label, section_label
from regdesk.viewmodels.recurrences import recurrence_words
from regdesk.viewmodels.words import one_line, status_cell, word


@dataclass(frozen=True, slots=True)
class Glance:
    """Facts on one line, and below it what is late; each in words, what is late also with a mark."""

    facts: str
    warnings: str = ""


Glancing = Callable[[Session, str, date], Glance]

_BETWEEN: Final = " · "


def assignment_glance(session: Session, assignment_id: str, today: date) -> Glance:
    """How an uppdrag stands."""
    assignment = session.get(Assignment, assignment_id)
    report = latest_reports(session, [assignment_id]).get(assignment_id)
    planned = next_report(session, assignment) if is_open(assignment) else None
    late = planned is not None and planned < today
    facts = (
        _standing(assignment),
        *_decided(session, assignment, today),
        _due(assignment),
        report_words(report) if report else "",
        _planned(assignment, None if late else planned),
    )
    warnings = (
        late_words(assignment, today),
        _("skulle ha rapporterats {date}").format(date=planned) if late else "",
    )
    return Glance(_joined(facts), _marked(warnings))


def activity_glance(session: Session, activity_id: str, today: date) -> Glance:
    """How a delaktivitet stands."""
    activity = session.get(Activity, activity_id)
    milestones = session.all(Milestone, activity_id=activity_id)
    reached = sum(milestone.reached_on is not None for milestone in milestones)
    facts = (
        _standing(activity),
        "" if activity.progress is None else percent_text(activity.progress),
        milestones_text(reached, len(milestones)),
        _due(activity),
    )
    overdue = [one_line(milestone.text) for milestone in milestones if missed(milestone, activity, today)]
    warnings = (late_words(activity, today), *(_("ej nått: {milestone}").format(milestone=each) for each in overdue))
    return Glance(_joined(facts), _marked(warnings))


def late_words(work: Work, today: date) -> str:
    """`försenat 41 dagar`, or nothing. It is the date that says so, whatever the status."""
    days = overdue_days(work, today)
    return _("försenat {days}").format(days=days_text(days)) if days else ""


def report_words(report: LatestReport) -> str:
    """`rapporterat 2026-09-12 § 40`."""
    place = f"{report.reported_on} {section_label(report.section_no)}".strip()
    return _("rapporterat {place}").format(place=place)


def milestones_text(reached: int, total: int) -> str:
    """`1 av 3 milstolpar`; nothing where there are none."""
    if not total:
        return ""
    return _("{progress} milstolpar").format(progress=progress_label(reached, total))


def _standing(work: Work) -> str:
    cell = status_cell(work.status)
    done = f"{work.done_on or ''}" if isinstance(work, Assignment) and work.status is WorkStatus.DONE else ""
    return f"{cell.symbol} {cell.text} {done}".strip()


def _decided(session: Session, assignment: Assignment, today: date) -> Iterator[str]:
    """By whom, when and in which §, and how long ago; nothing is guessed where the day is not known."""
    body = session.get(Body, assignment.source_body_id) if assignment.source_body_id else None
    name = one_line(body.short_name or body.name) if body else ""
    place = f"{assignment.source_date or ''} {section_label(assignment.source_section)}".strip()
    if name:
        yield _("beslutat av {decision}").format(decision=f"{name} {place}".strip())
    elif place:
        yield _("beslutat {decision}").format(decision=place)
    age = age_in_days(assignment, today)
    if age is not None:
        yield _("{days} sedan").format(days=days_text(age))


def _due(work: Work) -> str:
    if isinstance(work, Assignment) and work.due_kind is DueKind.ONGOING:
        return word(DueKind.ONGOING).lower()
    due = due_of(work)
    if due is None or not is_open(work):
        return ""
    told = _("klart senast {date}").format(date=due)
    return _("{told} (ett år, KL 5:35)").format(told=told) if has_year(work) else told


def _planned(assignment: Assignment, day: date | None) -> str:
    """`rapporteras varje kvartal, nästa 2026-12-15`; a day that has passed is told of as such elsewhere."""
    if not is_open(assignment):
        return ""
    often = recurrence_words(assignment.report_recurrence).lower() if assignment.report_recurrence else ""
    if often and day:
        return _("rapporteras {often}, nästa {date}").format(often=often, date=day)
    if often:
        return _("rapporteras {often}").format(often=often)
    return _("rapporteras {date}").format(date=day) if day else ""


def _joined(parts: tuple[str, ...]) -> str:
    return _BETWEEN.join(filter(None, parts))


def _marked(warnings: tuple[str, ...]) -> str:
    return "\n".join(f"! {_capital(words)}" for words in warnings if words)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


GLANCES: Final[Mapping[str, Glancing]] = MappingProxyType(
    {"activities": activity_glance, "assignments": assignment_glance}
)
"""By the plural of what is looked at."""
