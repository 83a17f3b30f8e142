"""The short forms of a meeting: the uppdrag that a decision becomes, and the report of one at the meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from regdesk.domain.codes import WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, Assignment, AssignmentReport, Meeting
from regdesk.i18n import _
from regdesk.services.decisions import begun_assignment, make_assignment, report_at_meeting, reports_at
from regdesk.services.session import Session
from regdesk.viewmodels.beginnings import Store
from regdesk.viewmodels.fields import Field
from regdesk.viewmodels.forms import answered, form_for
from regdesk.viewmodels.words import status_cell

_ASKED: Final = ("text", "receiver_function", "due_on", "report_starts_on", "report_recurrence")
_FIXED: Final = ("source_section", "dnr")
_REPORTED: Final = ("status", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortForm:
    """Some questions about a record, the answers it begins with, and how they are stored."""

    title: str
    go: str
    fields: tuple[Field, ...]
    values: Mapping[str, str]
    store: Store


def assignment_form(session: Session, agenda_item_id: str) -> ShortForm:
    """An uppdrag that begins as the item's decision says; what is not asked is known from the item."""
    begun = begun_assignment(session, agenda_item_id)
    asked = (*_ASKED, *(key for key in _FIXED if not getattr(begun, key)))
    return _short(
        session, begun, asked, _("Gör uppdrag av beslutet"), _("&Gör uppdrag"), partial(_make, session, begun)
    )


def report_form(session: Session, assignment_id: str, agenda_item_id: str, words: str = "") -> ShortForm:
    """How an uppdrag stands and what is said of it; it begins as it stands, with the words that were just typed."""
    assignment, item = session.get(Assignment, assignment_id), session.get(AgendaItem, agenda_item_id)
    meeting = session.get(Meeting, item.meeting_id)
    begun = AssignmentReport(
        id=new_id(),
        assignment_id=assignment_id,
        meeting_id=meeting.id,
        agenda_item_id=agenda_item_id,
        reported_on=meeting.end_date or meeting.date,
        text=words,
        status=assignment.status,
    )
    return _short(
        session, begun, _REPORTED, _("Återrapportera uppdraget"), _("&Spara"), partial(_report, session, begun)
    )


def reported_words(session: Session, assignment_id: str, meeting_id: str) -> str:
    """What the meeting was told of an uppdrag, the latest last, each with its status."""
    told = reports_at(session, assignment_id, meeting_id)
    lines = ((status_cell(each.status), each.text.strip()) for each in told)
    return "\n".join(f"{cell.symbol} {cell.text}: {text}" for cell, text in lines)


def _short(
    session: Session,
    record: Assignment | AssignmentReport,
    asked: tuple[str, ...],
    title: str,
    go: str,
    store: Store,
) -> ShortForm:
    form = form_for(session, record)
    fields = {field.key: field for field in form.fields}
    values = {key: form.values[key] for key in asked}
    return ShortForm(title=title, go=go, fields=tuple(fields[key] for key in asked), values=values, store=store)


def _make(session: Session, begun: Assignment, answers: Mapping[str, str]) -> dict[str, str]:
    made = answered(session, begun, answers)
    if not made.faults and isinstance(made.record, Assignment):
        make_assignment(session, made.record)
    return dict(made.faults)


def _report(session: Session, begun: AssignmentReport, answers: Mapping[str, str]) -> dict[str, str]:
    made = answered(session, begun, answers)
    if not made.faults and isinstance(made.record, AssignmentReport) and begun.agenda_item_id:
        status, text = WorkStatus(made.record.status), made.record.text
        report_at_meeting(session, begun.assignment_id, begun.agenda_item_id, status, text)
    return dict(made.faults)
