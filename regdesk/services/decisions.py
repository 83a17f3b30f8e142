"""Decisions that become uppdrag, and uppdrag that are reported back at a meeting."""

from __future__ import annotations

from regdesk.domain.codes import AssignmentKind, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, Assignment, AssignmentReport, Meeting
from regdesk.services.actions import Action
from regdesk.services.arranging import add_in_place
from regdesk.services.assignments import report_back
from regdesk.services.meetings import open_meeting_of
from regdesk.services.session import Session, name_of


def begun_assignment(session: Session, agenda_item_id: str) -> Assignment:
    """An uppdrag as the decision of an item says it; it is not yet in the register."""
    item = session.get(AgendaItem, agenda_item_id)
    meeting = session.get(Meeting, item.meeting_id)
    return Assignment(
        id=new_id(),
        text=item.decision,
        kind=AssignmentKind.DECISION,
        source_body_id=meeting.body_id,
        source_date=meeting.end_date or meeting.date,
        source_section=item.section_no,
        dnr=item.dnr,
        agenda_item_id=item.id,
        report_body_id=meeting.body_id,
    )


def make_assignment(session: Session, assignment: Assignment) -> Assignment:
    """Put an uppdrag into the register that came of a decision."""
    with session.change(Action.MAKE_ASSIGNMENT, name_of(assignment)):
        return add_in_place(session, assignment)


def assignments_from(session: Session, agenda_item_id: str) -> list[Assignment]:
    """The uppdrag that came of an item."""
    return session.all(Assignment, agenda_item_id=agenda_item_id)


def report_at_meeting(
    session: Session, assignment_id: str, agenda_item_id: str, status: WorkStatus, text: str
) -> AssignmentReport:
    """Report an uppdrag back under an item of a meeting: how it stands and what was said, as one step.

    Raises Problem(MEETING_CLOSED).
    """
    meeting = open_meeting_of(session, session.get(AgendaItem, agenda_item_id).meeting_id)
    day = meeting.end_date or meeting.date
    return report_back(session, assignment_id, text, status, day, meeting.id, agenda_item_id)


def reports_at(session: Session, assignment_id: str, meeting_id: str) -> list[AssignmentReport]:
    """What a meeting was told of an uppdrag, in the order it was told."""
    return session.all(AssignmentReport, "reported_on, id", assignment_id=assignment_id, meeting_id=meeting_id)
