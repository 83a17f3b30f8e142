"""The dates of one meeting as a form: what each rule gives, in words, and the days of justering and anslag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import DeadlineKind
from regdesk.domain.model import Meeting
from regdesk.formats import format_iso_date, format_weekday, parse_date
from regdesk.i18n import _, current_language, mark
from regdesk.services import deadlines
from regdesk.services.annual_entries import Entry
from regdesk.services.session import Session, name_of
from regdesk.viewmodels.annual_words import holiday, why
from regdesk.viewmodels.date_forms import DateForm, set_minutes_day
from regdesk.viewmodels.fields import Field, FieldKind
from regdesk.viewmodels.form_readers import DATE
from regdesk.viewmodels.words import one_line, word

_HAPPENED: Final[Mapping[DeadlineKind, tuple[str, str]]] = MappingProxyType(
    {
        DeadlineKind.APPROVAL: ("approved_on", mark("Justerades den")),
        DeadlineKind.NOTICE_POSTING: ("posted_on", mark("Anslogs den")),
    }
)
"""The kinds of date whose real day is told, by the meeting's own field."""


def meeting_dates(session: Session, meeting_id: str) -> DateForm:
    """A question for each date that rules give the meeting; after justering and anslag one for when it happened."""
    asked = list(_questions(session, meeting_id))
    return DateForm(tuple(field for field, _answer in asked), {field.key: answer for field, answer in asked})


def store(session: Session, meeting_id: str, key: str, text: str) -> str:
    """Store one answer as one step; an emptied date is what its rule gives. Gives a sentence when it will not do."""
    if key in {field for field, _label in _HAPPENED.values()}:
        return set_minutes_day(session, meeting_id, key, text)
    if fault := DATE.check(text):
        return fault
    entry = next(entry for entry in deadlines.meeting_dates(session, meeting_id) if entry.key == key)
    day = parse_date(text)
    if entry.slot is None:
        return _set_own(session, entry, day)
    if day is None or day == entry.rule_day:
        deadlines.restore_date(session, entry)
    else:
        deadlines.set_date(session, entry, day, entry.deadline.note if entry.deadline else "")
    return ""


def _set_own(session: Session, entry: Entry, day: date | None) -> str:
    """A date that no rule gives has nothing to go back to."""
    if day is None:
        return _("Detta måste fyllas i.")
    deadlines.set_date(session, entry, day)
    return ""


def _questions(session: Session, meeting_id: str) -> Iterator[tuple[Field, str]]:
    meeting, told = session.get(Meeting, meeting_id), set[str]()
    for entry in deadlines.meeting_dates(session, meeting_id):
        kind = entry.rule.kind if entry.rule else DeadlineKind.OTHER
        if not entry.actual:
            yield _question(entry), format_iso_date(entry.day)
        if kind in _HAPPENED and _HAPPENED[kind][0] not in told:
            field, label = _HAPPENED[kind]
            told.add(field)
            day = getattr(meeting, field)
            yield _happened(field, label, entry), format_iso_date(day) if day else ""


def _question(entry: Entry) -> Field:
    title = one_line(entry.rule.title if entry.rule else name_of(entry.record)) or word(entry.kind)
    day = ", ".join(filter(None, (format_weekday(entry.day, language=current_language()), holiday(entry.day))))
    words = "\n".join((f"{day[0].upper()}{day[1:]}.", *why(entry)))
    return Field(key=entry.key, label=title.replace("&", "&&"), kind=FieldKind.DATE, help=words, check=DATE.check)


def _happened(field: str, label: str, entry: Entry) -> Field:
    """With the rule where the day is known, since its own question is not asked then."""
    words = "\n".join(why(entry)) if entry.actual else _("Fyll i när det är gjort, så räknas det som följer därifrån.")
    return Field(key=field, label=_(label), kind=FieldKind.DATE, help=words, check=DATE.check)
