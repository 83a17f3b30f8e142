"""The questions about a day that is moved, and about one that a person adds, and how answers are stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from regdesk.domain.codes import EntryKind
from regdesk.domain.model import Deadline, Meeting
from regdesk.formats import format_iso_date, parse_date
from regdesk.i18n import _, ngettext
from regdesk.services import deadlines, editing
from regdesk.services.annual_entries import Entry
from regdesk.services.session import Session
from regdesk.viewmodels.annual_list import Look, month_of
from regdesk.viewmodels.annual_words import why
from regdesk.viewmodels.fields import Field, FieldKind
from regdesk.viewmodels.form_readers import DATE

DAY, NOTE, TITLE = "day", "note", "title"


@dataclass(frozen=True, slots=True)
class DateForm:
    """A few questions with the answers as they stand."""

    fields: tuple[Field, ...]
    values: Mapping[str, str]


def moving(entry: Entry) -> DateForm:
    """Where an entry is to go; where a rule gave the day, also why it is moved; of one's own date everything."""
    if isinstance(entry.record, Deadline):
        return _own_form(entry.record.due_on, entry.record.title, entry.record.note)
    asked = [_day(" ".join(why(entry)))]
    values = {DAY: format_iso_date(entry.day)}
    if entry.slot is not None:
        asked.append(Field(key=NOTE, label=_("Varför"), kind=FieldKind.TEXT, lines=2, help=_("Behöver inte fyllas i.")))
        values[NOTE] = entry.deadline.note if entry.deadline else ""
    return DateForm(tuple(asked), values)


def move(session: Session, entry: Entry, answers: Mapping[str, str]) -> dict[str, str]:
    """Put an entry where the answers say; gives a sentence for each that will not do.

    Raises Problem(MEETING_CLOSED) for a meeting that is over.
    """
    day, faults = _read(answers[DAY])
    if isinstance(entry.record, Deadline):
        faults |= _title_fault(answers)
        if day is not None and not faults:
            own = {"title": answers[TITLE].strip(), "due_on": day, "note": answers[NOTE]}
            editing.edit(session, entry.record, **own)
    elif day is not None:
        deadlines.set_date(session, entry, day, answers.get(NOTE, ""))
    return faults


def can_move(entry: Entry) -> bool:
    """Whether its day is one that a person sets: what has happened is told elsewhere."""
    return not entry.actual and entry.kind is not EntryKind.PERIOD


def restore(session: Session, entry: Entry) -> None:
    """Let the rule give the day again."""
    deadlines.restore_date(session, entry)


def can_remove(entry: Entry) -> bool:
    """Whether it is a date of one's own."""
    return entry.kind is EntryKind.OWN


def remove(session: Session, entry: Entry) -> None:
    """Take away a date of one's own."""
    editing.remove(session, entry.record)


def counted(entries: Sequence[Entry], look: Look) -> str:
    """`12 datum`, of the month that is looked at or of the whole year."""
    count = sum(1 for entry in entries if look.month in (None, month_of(entry, look.year)))
    return ngettext("{count} datum", "{count} datum", count).format(count=count)


def adding(day: date) -> DateForm:
    """What is asked of a date of one's own."""
    return _own_form(day, "", "")


def add(session: Session, answers: Mapping[str, str]) -> dict[str, str]:
    """Add a date of one's own."""
    day, faults = _read(answers[DAY])
    faults |= _title_fault(answers)
    if day is not None and not faults:
        deadlines.add_date(session, day, answers[TITLE].strip(), answers[NOTE])
    return faults


def minutes_fault(meeting: Meeting, field: str, day: date | None) -> str:
    """What is wrong with a day of justering or anslag, or nothing."""
    if day is None:
        return ""
    if field == "approved_on" and day < meeting.date:
        return _("Justeringen kan inte komma före sammanträdet.")
    if field == "approved_on" and meeting.posted_on and day > meeting.posted_on:
        return _("Justeringen kan inte komma efter anslaget.")
    if field == "posted_on" and day < (meeting.approved_on or meeting.date):
        return _("Anslaget kan inte komma före justeringen.")
    return ""


def set_minutes_day(session: Session, meeting_id: str, field: str, text: str) -> str:
    """Store the day of justering or anslag as it was written; gives a sentence when it will not do."""
    fault = DATE.check(text) or minutes_fault(session.get(Meeting, meeting_id), field, parse_date(text))
    if not fault:
        deadlines.set_minutes_day(session, meeting_id, field, parse_date(text))
    return fault


def _own_form(day: date, title: str, note: str) -> DateForm:
    asked = (
        Field(key=TITLE, label=_("Vad"), required=True),
        _day(""),
        Field(key=NOTE, label=_("Anteckning"), kind=FieldKind.TEXT, lines=2),
    )
    return DateForm(asked, {TITLE: title, DAY: format_iso_date(day), NOTE: note})


def _title_fault(answers: Mapping[str, str]) -> dict[str, str]:
    return {} if answers[TITLE].strip() else {TITLE: _("Detta måste fyllas i.")}


def _day(help_text: str) -> Field:
    return Field(key=DAY, label=_("Datum"), kind=FieldKind.DATE, required=True, help=help_text, check=DATE.check)


def _read(text: str) -> tuple[date | None, dict[str, str]]:
    day = parse_date(text)
    fault = DATE.check(text) or (_("Detta måste fyllas i.") if day is None else "")
    return day, {DAY: fault} if fault else {}
