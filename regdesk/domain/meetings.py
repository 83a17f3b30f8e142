"""Meetings, their agendas, and what was assessed and said there."""

from __future__ import annotations

import datetime as dt

from regdesk.domain.codes import DeadlineKind, ItemKind, MeetingStatus, Party, PeriodKind, Verdict
from regdesk.domain.records import Record, record


@record("reporting_periods")
class ReportingPeriod(Record):
    """A period that is followed up, both days included."""

    kind: PeriodKind
    label: str = ""
    starts_on: dt.date
    ends_on: dt.date


@record("meetings")
class Meeting(Record):
    """A sammanträde. Times are text as HH.MM; `end_date` only when it lasts more than a day."""

    body_id: str | None = None
    period_id: str | None = None
    status: MeetingStatus = MeetingStatus.PLANNED
    title: str = ""
    date: dt.date
    end_date: dt.date | None = None
    starts_at: str = ""
    ends_at: str = ""
    place: str = ""
    closed_at: dt.datetime | None = None


@record("agenda_items")
class AgendaItem(Record):
    """An item of business. `section_no` is the § without its sign, free text until the minutes are set."""

    meeting_id: str
    position: int = 0
    section_no: str = ""
    title: str
    title_key: str = ""
    dnr: str = ""
    kind: ItemKind = ItemKind.INFORMATION
    proposal: str = ""
    decision: str = ""


@record("agenda_subjects")
class AgendaSubject(Record):
    """Something that an agenda item takes up, to be assessed or reported."""

    agenda_item_id: str
    item_id: str
    position: int = 0


@record("attendances")
class Attendance(Record):
    """Who was there, by function; a name is optional and stays out of print."""

    meeting_id: str
    position: int = 0
    function: str
    name: str = ""
    present: bool = True
    note: str = ""


@record("deadlines")
class Deadline(Record):
    """A date that follows from a rule; `rule` names it, `edited` says that a person moved the date."""

    meeting_id: str | None = None
    item_id: str | None = None
    kind: DeadlineKind
    rule: str = ""
    due_on: dt.date
    edited: bool = False


@record("assessments")
class Assessment(Record):
    """A verdict of one day, never changed: a correction is a new record that supersedes it. Times are UTC."""

    item_id: str
    period_id: str | None = None
    meeting_id: str | None = None
    agenda_item_id: str | None = None
    section_no: str = ""
    verdict: Verdict
    justification: str = ""
    decided_by_id: str | None = None
    recorded_by: str = ""
    recorded_at: dt.datetime
    supersedes_id: str | None = None


@record("comments")
class Comment(Record):
    """What the administration, the board or a union says of an item; internal ones stay out of public print."""

    item_id: str
    period_id: str | None = None
    meeting_id: str | None = None
    party: Party
    text: str
    internal: bool = False
    recorded_at: dt.datetime


@record("printed_sheets")
class PrintedSheet(Record):
    """A sheet as it was on the day, with the choices it was made with and the history's head at that time."""

    kind: str
    meeting_id: str | None = None
    printed_at: dt.datetime
    file_name: str = ""
    choices: str = ""
    sha256: str
    history_hash: str
