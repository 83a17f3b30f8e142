"""Meetings, their agendas, and what was assessed and said there."""

from __future__ import annotations

import datetime as dt

from regdesk.domain.codes import (
    AgendaOutcome,
    AgendaPull,
    Anchor,
    AttendanceRole,
    DeadlineKind,
    FreeDay,
    ItemKind,
    MeetingStatus,
    OffsetUnit,
    Party,
    PeriodKind,
    Verdict,
)
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
    """A sammanträde. Times are text as HH.MM; `end_date` only when it lasts more than a day.

    `approved_on` is the day of justering, `posted_on` that of anslag; `approvers` are functions.
    """

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
    approved_on: dt.date | None = None
    posted_on: dt.date | None = None
    approvers: str = ""


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
    outcome: AgendaOutcome = AgendaOutcome.OPEN
    carried_from_id: str | None = None
    approved_at_once: bool = False
    notes: str = ""


@record("agenda_templates")
class AgendaTemplate(Record):
    """A föredragningslista to begin from."""

    position: int = 0
    title: str


@record("agenda_template_items")
class AgendaTemplateItem(Record):
    """An item of a template, with what it takes up when an agenda is made of it."""

    template_id: str
    position: int = 0
    title: str
    kind: ItemKind = ItemKind.INFORMATION
    proposal: str = ""
    pulls: AgendaPull = AgendaPull.NOTHING


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
    role: AttendanceRole = AttendanceRole.MEMBER


@record("recusals")
class Recusal(Record):
    """Jäv: somebody who attends takes no part in an item (KL 6:28)."""

    attendance_id: str
    agenda_item_id: str
    note: str = ""


@record("deadline_rules")
class DeadlineRule(Record):
    """How a date follows from another one, with where the rule comes from.

    Counted from `anchor`: `offset` of `offset_unit`, negative for before. From the YEAR, `recurrence` is an
    RFC 5545 rule that begins on 1 January. `free_day` says where a date goes that falls on a holiday.
    """

    position: int = 0
    kind: DeadlineKind
    title: str
    anchor: Anchor
    offset: int = 0
    offset_unit: OffsetUnit = OffsetUnit.DAYS
    recurrence: str = ""
    free_day: FreeDay = FreeDay.KEEP
    source: str = ""
    active: bool = True


@record("deadlines")
class Deadline(Record):
    """A date that a person set where a rule gives another, or where there is no rule.

    `meeting_id` or `item_id` say whose date it is, and `anchor_on` the day that was counted from where the same
    thing comes round again: the end of a period, an occurrence of the year or of a report-back.
    """

    meeting_id: str | None = None
    item_id: str | None = None
    kind: DeadlineKind
    title: str = ""
    due_on: dt.date
    rule_id: str | None = None
    anchor_on: dt.date | None = None
    note: str = ""


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
