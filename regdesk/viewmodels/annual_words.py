"""What falls on a day of the board's year, in words: its title, why that day, how it stands, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from regdesk.almanac import holiday_name
from regdesk.domain.codes import EntryKind, Lane
from regdesk.domain.model import (
    Assignment,
    Control,
    Deadline,
    DeadlineRule,
    Meeting,
    Milestone,
    Record,
    ReportingPeriod,
    RiskAction,
    SupervisionEvent,
    SupervisionOccasion,
    plural_of,
)
from regdesk.formats import format_date, format_week, format_weekday, format_weekday_date
from regdesk.i18n import _, current_language
from regdesk.services.annual_entries import Entry
from regdesk.services.session import Session, whole_name_of
from regdesk.viewmodels.labels import meeting_days, period_label
from regdesk.viewmodels.recurrences import recurrence_words
from regdesk.viewmodels.rows import Cell, Tone
from regdesk.viewmodels.rule_words import free_day_words, rule_words, source_words
from regdesk.viewmodels.words import one_line, word

SYMBOLS: Final[Mapping[Lane, str]] = MappingProxyType(
    {Lane.MEETING: "●", Lane.DEADLINE: "▲", Lane.REPORT_BACK: "◆", Lane.SUPERVISION: "■", Lane.REPORT: "★"}
)
"""What tells the lanes apart beside their colours."""


def lane_words() -> list[tuple[str, str, str]]:
    """Each lane with its symbol and its word, in their order."""
    return [(lane.value, SYMBOLS[lane], word(lane)) for lane in Lane]


def title_of(session: Session, entry: Entry) -> str:
    """`Justering: sammanträdet 2026-11-22`, `Återrapportering: Följa väntetiderna`."""
    name, record = _name(session, entry), entry.record
    if entry.kind in (EntryKind.OWN, EntryKind.MEETING):
        return name or word(entry.kind)
    head = one_line(entry.rule.title) if entry.rule else word(entry.kind)
    return f"{head}: {name}" if name and not isinstance(record, DeadlineRule) else head


def status_cell(entry: Entry, today: date) -> Cell:
    """How an entry stands, as word, symbol and tone; nothing where there is nothing to say."""
    if entry.is_overdue(today):
        return Cell(text=_("Försenat"), symbol="!", tone=Tone.BAD)
    if entry.done:
        return Cell(text=_("Klart"), symbol="✓", tone=Tone.GOOD)
    if entry.is_edited:
        return Cell(text=_("Flyttat"), symbol="↔", tone=Tone.UNKNOWN)
    if entry.provisional:
        return Cell(text=_("Preliminärt"), tone=Tone.MUTED)
    return Cell(text="")


def why(entry: Entry) -> tuple[str, ...]:
    """Why it falls on that day, a sentence a line: the rule, what it was counted from, and what moved it."""
    return tuple(filter(None, _reasons(entry)))


def moved_words(entry: Entry) -> str:
    """`flyttat från lördag 15 augusti`; nothing for what stands where its rule puts it."""
    if entry.moved_from is None:
        return ""
    return _("Flyttat från {day}").format(day=format_weekday(entry.moved_from, language=current_language()))


def day_words(entry: Entry) -> str:
    """`onsdag den 18 november 2026, v. 47`, with the name of a holiday, or both days."""
    language = current_language()
    days = (format_weekday_date(day, language=language) for day in dict.fromkeys((entry.day, entry.last)))
    told = (" – ".join(days), holiday(entry.day), format_week(entry.day, language=language))
    return ", ".join(filter(None, told))


def leads_to(entry: Entry) -> tuple[str, str]:
    """The plural and id of the record that is shown where an entry is opened."""
    match entry.record:
        case Milestone() as milestone:
            return "activities", milestone.activity_id
        case RiskAction() as action:
            return "risks", action.risk_id
        case SupervisionOccasion() as occasion:
            return "supervision_events", occasion.event_id
        case Deadline(meeting_id=str(meeting_id)):
            return "meetings", meeting_id
        case record:
            return plural_of(type(record)), record.id


def holiday(day: date) -> str:
    """`nyårsdagen`, as it stands after a date; nothing for a day that is no holiday."""
    return holiday_name(day).lower()


def _reasons(entry: Entry) -> Iterator[str]:
    if entry.rule:
        yield rule_words(entry.rule)
        yield source_words(entry.rule)
    elif entry.slot:
        yield _round_words(entry.record)
    if entry.actual:
        yield _("Dagen då det skedde; regeln sade {day}.").format(day=_ruled(entry))
    elif entry.is_edited:
        yield _("Flyttat för hand från {day}.").format(day=_ruled(entry))
    elif entry.moved_from:
        yield moved_words(entry)
    elif entry.rule:
        yield free_day_words(entry.rule)
    if entry.provisional:
        yield _("Räknat från den senaste dag då det som kommer före kan vara klart.")
    if entry.deadline and entry.deadline.note:
        yield one_line(entry.deadline.note)


def _round_words(record: Record) -> str:
    """`Varje kvartal från och med 15 januari 2026.`; nothing for what does not come round."""
    match record:
        case Assignment(report_recurrence=rule, report_starts_on=date() as start):
            pass
        case Control(recurrence=rule, starts_on=date() as start):
            pass
        case SupervisionEvent(recurrence=rule, starts_on=date() as start):
            pass
        case _:
            return ""
    day = format_date(start, article=False, language=current_language())
    return _("{words} från och med {day}.").format(words=recurrence_words(rule), day=day) if rule.strip() else ""


def _ruled(entry: Entry) -> str:
    return format_weekday(entry.rule_day, language=current_language())


def _name(session: Session, entry: Entry) -> str:
    """What the record that an entry is about is called."""
    match entry.record:
        case Meeting() as meeting if entry.rule:
            return _("sammanträdet {date}").format(date=meeting_days(meeting))
        case Meeting() as meeting:
            return one_line(meeting.title)
        case ReportingPeriod() as period:
            return period_label(period)
        case SupervisionOccasion() as occasion:
            return one_line(session.get(SupervisionEvent, occasion.event_id).title)
        case Assignment() as assignment:
            return one_line(assignment.text)
        case record:
            return one_line(whole_name_of(record))
