"""What the papers of a meeting share: which one it is, when and where, who takes part, its bilagor and its days."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from regdesk.domain.codes import AttendanceRole, DeadlineKind, MeetingStatus
from regdesk.domain.model import (
    AgendaItem,
    Attachment,
    Attendance,
    Body,
    DeadlineRule,
    Meeting,
    Recusal,
    ReportingPeriod,
)
from regdesk.formats import format_clock, format_iso_date, format_weekday_date, parse_time
from regdesk.i18n import _, current_language
from regdesk.services import deadlines
from regdesk.services.annual_entries import Entry
from regdesk.services.attachments import attachments_of
from regdesk.viewmodels.annual_words import why
from regdesk.viewmodels.edition import withheld_line
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.labels import attendant, meeting_days, meeting_hours, period_label, section_label
from regdesk.viewmodels.rule_words import source_words
from regdesk.viewmodels.sheet_options import NAMES
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line, word

AFTERWARDS: Final = (DeadlineKind.APPROVAL, DeadlineKind.NOTICE_POSTING, DeadlineKind.LEGAL_FORCE)
"""The dates that follow upon a meeting, in the order of the law."""

_SENTENCE_END: Final = re.compile(r"(?<=\.) (?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who attends, by function. `recused` are the items that they stand out of, by § or by number."""

    id: str
    who: str
    role: AttendanceRole
    present: bool
    note: str
    recused: tuple[str, ...]

    @property
    def role_word(self) -> str:
        return word(self.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A bilaga by its number and title, and whether the decision rests on it."""

    label: str
    title: str
    included: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """A date that a rule gives the meeting. `is_latest`: it is the last day for something that is not done yet."""

    title: str
    day: str
    is_latest: bool
    rule: str


def withheld_meeting(request: SheetRequest) -> str:
    """The line that stands in the place of the whole paper where its meeting is secret; else nothing."""
    disclosure, meeting = request.disclosure, request.meeting
    marking = disclosure.secrecy.marking_of(meeting.id)
    return withheld_line(marking) if marking and disclosure.withholds(meeting.id) else ""


def meeting_name(request: SheetRequest) -> str:
    """What the meeting is called, or else its days; nothing of a secret one."""
    meeting = request.meeting
    if request.disclosure.withholds(meeting.id):
        return ""
    return request.disclosure.text(meeting.id, one_line(meeting.title) or meeting_days(meeting))


def body_name(request: SheetRequest) -> str:
    """The body that meets."""
    body_id = request.meeting.body_id
    return one_line(request.session.get(Body, body_id).name) if body_id else ""


def is_over(request: SheetRequest) -> bool:
    """Whether the meeting is closed: until then the list of attendance says who is expected, not who came."""
    return request.meeting.status is MeetingStatus.CLOSED


def when(meeting: Meeting) -> str:
    """`tisdag den 17 februari 2026`, or both days."""
    days = dict.fromkeys((meeting.date, meeting.end_date or meeting.date))
    return " – ".join(format_weekday_date(day, language=current_language()) for day in days)


def hours(meeting: Meeting) -> str:
    """`kl. 9.00–15.30`; a time that is none stays as it was written."""
    start, end = parse_time(meeting.starts_at), parse_time(meeting.ends_at)
    if start and (end or not meeting.ends_at.strip()):
        return format_clock(start, end, language=current_language())
    return meeting_hours(meeting.starts_at, meeting.ends_at)


def meeting_facts(request: SheetRequest) -> tuple[Fact, ...]:
    """Day, time and place, and the period that is followed up; what nobody has said yet says so."""
    meeting = request.meeting
    period = request.session.get(ReportingPeriod, meeting.period_id) if meeting.period_id else None
    follows = (Fact(label=_("Följer upp"), text=period_label(period)),) if period else ()
    return (
        Fact(label=_("Dag"), text=when(meeting)),
        Fact(label=_("Tid"), text=hours(meeting) or _("inte bestämd")),
        Fact(label=_("Plats"), text=one_line(meeting.place) or _("inte bestämd")),
        *follows,
    )


def agenda_of(request: SheetRequest) -> list[AgendaItem]:
    """The agenda, secret items too: their place shows."""
    return request.session.all(AgendaItem, meeting_id=request.meeting.id)


def people(request: SheetRequest) -> tuple[Person, ...]:
    """Everybody on the list of attendance in its order; their names only where they were asked for."""
    labels = {item.id: item_label(item, number) for number, item in enumerate(agenda_of(request), start=1)}
    return tuple(
        Person(
            id=each.id,
            who=attendant(each) if request.has(NAMES) else one_line(each.function),
            role=each.role,
            present=each.present,
            note=one_line(each.note),
            recused=tuple(_recused(request, each, labels)),
        )
        for each in request.disclosure.shown(request.session.all(Attendance, meeting_id=request.meeting.id))
    )


def in_roles(persons: Sequence[Person], *roles: AttendanceRole) -> tuple[str, ...]:
    """Those who attend in some roles."""
    return tuple(each.who for each in persons if each.role in roles)


def item_label(item: AgendaItem, number: int) -> str:
    """`§ 64`, or `ärende 3` while the § is not set."""
    return section_label(item.section_no) or _("ärende {number}").format(number=number)


def papers(request: SheetRequest, item_id: str) -> tuple[PaperLine, ...]:
    """What is attached to an item or to the meeting, in order."""
    return tuple(_paper(request, each) for each in attachments_of(request.session, item_id))


def day_lines(request: SheetRequest, kinds: Collection[DeadlineKind]) -> tuple[DayLine, ...]:
    """The dates of those kinds that the register's rules give the meeting, with what each follows from."""
    entries = deadlines.meeting_dates(request.session, request.meeting.id)
    return tuple(_day(entry, entry.rule) for entry in entries if entry.rule and entry.rule.kind in kinds)


def _recused(request: SheetRequest, attendance: Attendance, labels: dict[str, str]) -> Iterator[str]:
    recusals = request.disclosure.shown(request.session.all(Recusal, "id", attendance_id=attendance.id))
    given = {each.agenda_item_id for each in recusals}
    return (label for item_id, label in labels.items() if item_id in given)


def _paper(request: SheetRequest, attachment: Attachment) -> PaperLine:
    number = one_line(attachment.number)
    withheld = request.disclosure.withholds(attachment.id)
    return PaperLine(
        label=_("Bilaga {number}").format(number=number) if number and not withheld else _("Bilaga"),
        title=request.disclosure.text(attachment.id, one_line(attachment.title)),
        included=attachment.included_in_decision,
    )


def _day(entry: Entry, rule: DeadlineRule) -> DayLine:
    # That a latest day is counted from other latest days goes without saying.
    is_latest = not entry.actual and rule.kind is not DeadlineKind.LEGAL_FORCE
    return DayLine(
        title=one_line(rule.title),
        day=format_iso_date(entry.day),
        is_latest=is_latest,
        rule=" ".join(_why(replace(entry, provisional=entry.provisional and not is_latest), rule)),
    )


def _why(entry: Entry, rule: DeadlineRule) -> Iterator[str]:
    """What the window says of the day, but of the source its first sentence: the rest is advice on the rules."""
    source = source_words(rule)
    for line in why(entry):
        yield _SENTENCE_END.split(line, maxsplit=1)[0] if line == source else line
