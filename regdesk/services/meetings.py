"""Meetings and their agendas: who meets when, what is taken up, and what is to be assessed there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from regdesk.domain.codes import ItemKind, MeetingStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    AgendaItem,
    AgendaSubject,
    Meeting,
    Record,
    ReportingPeriod,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.editing import remove
from regdesk.services.outline import Outline
from regdesk.services.registers import register_of
from regdesk.services.session import Session, name_of


def add_meeting(session: Session, meeting: Meeting) -> Meeting:
    """Add a meeting; without a body it is the register's own board that meets."""
    body_id = meeting.body_id or register_of(session).board_id
    with session.change(Action.ADD_MEETING, name_of(meeting) or meeting.date.isoformat()) as change:
        return change.insert(replace(meeting, body_id=body_id))


def new_meeting(held_on: date, *, title: str = "", place: str = "", starts_at: str = "") -> Meeting:
    """A meeting that is not yet in any register."""
    return Meeting(id=new_id(), date=held_on, title=title, place=place, starts_at=starts_at)


def open_meeting_of(session: Session, meeting_id: str) -> Meeting:
    """The meeting, provided that it is not closed. Raises Problem(ROW_MISSING), Problem(MEETING_CLOSED)."""
    meeting = session.get(Meeting, meeting_id)
    if meeting.status is MeetingStatus.CLOSED:
        raise Problem(ProblemKind.MEETING_CLOSED, meeting=meeting.title or meeting.date.isoformat())
    return meeting


def open_meeting(session: Session, meeting_id: str) -> Meeting:
    """The meeting begins."""
    meeting = open_meeting_of(session, meeting_id)
    with session.change(Action.OPEN_MEETING, meeting.title) as change:
        return change.update(replace(meeting, status=MeetingStatus.OPEN))


def close_meeting(session: Session, meeting_id: str) -> Meeting:
    """The meeting is over for good: nothing before this can be undone, corrections are new records."""
    meeting = open_meeting_of(session, meeting_id)
    with session.change(Action.CLOSE_MEETING, meeting.title) as change:
        closed = change.update(replace(meeting, status=MeetingStatus.CLOSED, closed_at=datetime.now(UTC)))
    session.forget_undo()
    return closed


def add_agenda_item(
    session: Session,
    meeting_id: str,
    title: str,
    *,
    kind: ItemKind = ItemKind.INFORMATION,
    section_no: str = "",
    dnr: str = "",
    subjects: Sequence[str] = (),
) -> AgendaItem:
    """Put an item last on a meeting's agenda; `subjects` are ids of what it takes up, in order.

    Raises Problem(MEETING_CLOSED).
    """
    open_meeting_of(session, meeting_id)
    item = AgendaItem(
        id=new_id(),
        meeting_id=meeting_id,
        position=len(session.all(AgendaItem, meeting_id=meeting_id)),
        section_no=section_no,
        title=title,
        dnr=dnr,
        kind=kind,
    )
    with session.change(Action.EDIT_AGENDA, title) as change:
        stored = change.insert(item)
        change.insert_all(_subjects(item.id, subjects, 0))
    return stored


def add_subjects(session: Session, agenda_item_id: str, subjects: Sequence[str]) -> None:
    """Let an item take up more; what it already takes up is left alone. Raises Problem(MEETING_CLOSED)."""
    item = session.get(AgendaItem, agenda_item_id)
    open_meeting_of(session, item.meeting_id)
    present = session.all(AgendaSubject, agenda_item_id=agenda_item_id)
    known = {subject.item_id for subject in present}
    wanted = [subject for subject in subjects if subject not in known]
    with session.change(Action.EDIT_AGENDA, item.title) as change:
        change.insert_all(_subjects(agenda_item_id, wanted, len(present)))


def set_subjects(session: Session, agenda_item_id: str, subjects: Sequence[str]) -> None:
    """Let an item take up just these: what it keeps stays in its order, what is new comes last.

    Verdicts that were given stay in the register. Raises Problem(MEETING_CLOSED).
    """
    item = session.get(AgendaItem, agenda_item_id)
    open_meeting_of(session, item.meeting_id)
    present = session.all(AgendaSubject, agenda_item_id=agenda_item_id)
    kept = [subject for subject in present if subject.item_id in set(subjects)]
    known = {subject.item_id for subject in kept}
    with session.change(Action.EDIT_AGENDA, item.title) as change:
        change.delete_all([subject for subject in present if subject.item_id not in known])
        for position, subject in enumerate(kept):
            change.update(replace(subject, position=position))
        change.insert_all(_subjects(agenda_item_id, [each for each in subjects if each not in known], len(kept)))


def remove_meeting(session: Session, meeting_id: str) -> None:
    """Take a meeting out of the register with its agenda, as one step; the verdicts given at it keep it there.

    So do reports and all else that happened there. Raises Problem(ROW_IN_USE) then, Problem(MEETING_CLOSED).
    """
    remove(session, open_meeting_of(session, meeting_id))


def remove_agenda_item(session: Session, agenda_item_id: str) -> None:
    """Take an item off the agenda with what it takes up, its bilagor and who stood out of it.

    Uppdrag and reports that came of it stay, as does the item that it came again as. Raises Problem(ROW_IN_USE) when
    something was decided under it, Problem(MEETING_CLOSED).
    """
    item = session.get(AgendaItem, agenda_item_id)
    open_meeting_of(session, item.meeting_id)
    with session.change(Action.EDIT_AGENDA, item.title) as change:
        remove(session, item)
        for position, other in enumerate(session.all(AgendaItem, meeting_id=item.meeting_id)):
            change.update(replace(other, position=position))


def move_agenda_item(session: Session, agenda_item_id: str, position: int) -> None:
    """Give an item another place in the order. Raises Problem(MEETING_CLOSED)."""
    item = session.get(AgendaItem, agenda_item_id)
    open_meeting_of(session, item.meeting_id)
    order = [other for other in session.all(AgendaItem, meeting_id=item.meeting_id) if other.id != item.id]
    order.insert(position, item)
    with session.change(Action.EDIT_AGENDA, item.title) as change:
        for place, other in enumerate(order):
            change.update(replace(other, position=place))


def add_period(session: Session, period: ReportingPeriod) -> ReportingPeriod:
    """Add a reporting period."""
    with session.change(Action.ADD, name_of(period)) as change:
        return change.insert(period)


def everything_to_assess(session: Session) -> list[str]:
    """Ids of all that the plan wants a verdict on, in its order: indicators, interim goals and activities.

    A goal with none of these below it is assessed itself, for plans that print no indicators. What belonged to an
    earlier plan is left alone.
    """
    outline = Outline.read(session)
    found: list[Record] = []
    for goal in outline.goals:
        below: list[Record] = [
            *outline.indicators.get(goal.id, ()),
            *outline.interim_goals.get(goal.id, ()),
            *outline.activities.get(goal.id, ()),
        ]
        if not below and not outline.children.get(goal.id):
            below = [goal]
        found.extend(below)
    return [record.id for record in found if getattr(record, "closed_on", None) is None]


def _subjects(agenda_item_id: str, ids: Sequence[str], start: int) -> list[AgendaSubject]:
    return [
        AgendaSubject(id=new_id(), agenda_item_id=agenda_item_id, item_id=item_id, position=position)
        for position, item_id in enumerate(ids, start=start)
    ]
