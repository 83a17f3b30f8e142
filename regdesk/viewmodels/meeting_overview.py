"""A meeting in a few lines: what it is, where and when, how far it has come, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from regdesk.domain.codes import MeetingStatus
from regdesk.domain.model import AgendaItem, Body, Meeting, ReportingPeriod
from regdesk.i18n import _, ngettext
from regdesk.services.meetings import open_meeting
from regdesk.services.section_numbers import unnumbered
from regdesk.services.session import Session
from regdesk.services.tasks import Progress, progress_of_meetings
from regdesk.viewmodels.labels import meeting_days, meeting_hours, period_label, progress_label
from regdesk.viewmodels.meetings import status_cell
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.words import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingOverview:
    """`where` and `about` are lines of facts; `begin` is what the button to the assessment says.

    `total` is 0 while the agenda has nothing to assess.
    """

    id: str
    title: str
    where: str
    about: str
    status: Cell
    progress: str
    done: int
    total: int
    begin: str
    closed: bool


def meeting_overview(session: Session, meeting_id: str) -> MeetingOverview:
    """A meeting as its page has it. Raises Problem(ROW_MISSING)."""
    meeting = session.get(Meeting, meeting_id)
    progress = progress_of_meetings(session, [meeting_id]).get(meeting_id, Progress())
    hours = meeting_hours(meeting.starts_at, meeting.ends_at)
    when = " ".join(filter(None, (meeting_days(meeting), hours)))
    return MeetingOverview(
        id=meeting_id,
        title=one_line(meeting.title) or _board(session, meeting) or meeting_days(meeting),
        where=" · ".join(filter(None, (when, one_line(meeting.place)))),
        about=_about(session, meeting),
        status=status_cell(meeting.status),
        progress=_("{progress} bedömda").format(progress=progress_label(progress.done, progress.total))
        if progress.total
        else _("Inget att bedöma än"),
        done=progress.done,
        total=progress.total,
        begin=_begin(meeting, progress),
        closed=meeting.status is MeetingStatus.CLOSED,
    )


def begin_meeting(session: Session, meeting_id: str) -> None:
    """The board begins to assess: a planned meeting is opened, others are as they are."""
    if session.get(Meeting, meeting_id).status is MeetingStatus.PLANNED:
        open_meeting(session, meeting_id)


def meeting_of(session: Session, record_id: str) -> str:
    """The meeting that an id belongs to: its own, or that of an item on its agenda. Raises Problem(ROW_MISSING)."""
    items = session.all(AgendaItem, id=record_id)
    return items[0].meeting_id if items else session.get(Meeting, record_id).id


def closing_question(session: Session, meeting_id: str) -> str:
    """What closing means, and what is left undone."""
    meeting = session.get(Meeting, meeting_id)
    progress = progress_of_meetings(session, [meeting_id]).get(meeting_id, Progress())
    name = one_line(meeting.title) or meeting_days(meeting)
    return "\n\n".join(
        filter(
            None,
            (
                _("Vill du stänga mötet {name}?").format(name=name),
                _left(progress.total - progress.done),
                _without_section(unnumbered(session, meeting_id)),
                _(
                    "Ett stängt möte går inte att öppna igen. Dagordningen och bedömningarna ändras inte mer och kan "
                    "inte ångras; en rättelse görs som en ny bedömning vid ett annat möte."
                ),
            ),
        )
    )


def _left(count: int) -> str:
    if not count:
        return ""
    return ngettext("{count} punkt är inte bedömd.", "{count} punkter är inte bedömda.", count).format(count=count)


def _without_section(count: int) -> str:
    if not count:
        return ""
    return ngettext("{count} ärende har ingen paragraf.", "{count} ärenden har ingen paragraf.", count).format(
        count=count
    )


def _begin(meeting: Meeting, progress: Progress) -> str:
    if meeting.status is MeetingStatus.CLOSED:
        return _("Visa bedömningarna")
    return _("Fortsätt bedöma") if progress.done else _("Börja bedöma")


def _about(session: Session, meeting: Meeting) -> str:
    period = session.get(ReportingPeriod, meeting.period_id) if meeting.period_id else None
    follows = _("Följer upp {period}").format(period=period_label(period)) if period else ""
    board = _board(session, meeting) if one_line(meeting.title) else ""
    return " · ".join(filter(None, (board, follows)))


def _board(session: Session, meeting: Meeting) -> str:
    return one_line(session.get(Body, meeting.body_id).name) if meeting.body_id else ""
