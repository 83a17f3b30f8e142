"""Reporting an uppdrag back: what is asked, which ärenden a meeting has, and the day that it was held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from regdesk.domain.model import AssignmentReport, Meeting
from regdesk.i18n import _
from regdesk.services.session import Session
from regdesk.viewmodels.beginnings import NewRecord
from regdesk.viewmodels.below import BELOW, begun
from regdesk.viewmodels.fields import Choice
from regdesk.viewmodels.form_choices import items_on_agenda
from regdesk.viewmodels.forms import add_answered, form_for


def new_report(session: Session, assignment_id: str) -> NewRecord:
    """The questions about how an uppdrag is going, with the status that it has."""
    (reports,) = BELOW["assignments"]
    record = begun(session, reports, assignment_id)
    assert isinstance(record, AssignmentReport)  # noqa: S101 - the table of lists sees to it

    def store(answers: Mapping[str, str]) -> dict[str, str]:
        return add_answered(session, _at(record, answers["meeting_id"]), answers)

    return NewRecord(title=_("Rapportera uppdraget"), record=record, form=form_for(session, record), store=store)


def items_at(session: Session, meeting_id: str) -> tuple[Choice, ...]:
    """The ärenden of a meeting that a report can belong to."""
    return items_on_agenda(session, meeting_id or None)


def day_of(session: Session, meeting_id: str) -> str:
    """The day that a meeting is held, its last one, as a date is typed; nothing for no meeting."""
    if not meeting_id:
        return ""
    meeting = session.get(Meeting, meeting_id)
    return (meeting.end_date or meeting.date).isoformat()


def _at(report: AssignmentReport, meeting_id: str) -> AssignmentReport:
    return replace(report, meeting_id=meeting_id or None)
