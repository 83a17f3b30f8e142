"""What is asked before a sheet is made: of which meeting or period, on which day, on which paper, with which parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from regdesk.domain.model import Goal, Meeting, ReportingPeriod
from regdesk.formats import format_iso_date, parse_date
from regdesk.i18n import _
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Edition, edition_choices
from regdesk.viewmodels.fields import YES, Choice, Field, FieldKind
from regdesk.viewmodels.labels import meeting_days, period_label
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line

PORTRAIT: Final = "portrait"
LANDSCAPE: Final = "landscape"
PARTS: Final = ("comments", "parameters", "assignments", "legend")
"""The keys of what may be left out of a sheet."""

_MEETING, _PERIOD = "meeting:", "period:"


def sheet_fields(session: Session, kinds: Sequence[Choice]) -> tuple[Field, ...]:
    """The questions, with the register's meetings and periods as they are now; `kinds` are the sheets there are."""
    papers = (Choice("", _("Som tabellerna kräver")), Choice(PORTRAIT, _("Stående")), Choice(LANDSCAPE, _("Liggande")))
    words = {
        "comments": _("&Kommentarer"),
        "parameters": _("Para&metrar i kluster"),
        "assignments": _("&Uppdrag"),
        "legend": _("&Teckenförklaring"),
    }
    return (
        Field(key="kind", label=_("&Slag av blad"), kind=FieldKind.CHOICE, choices=tuple(kinds)),
        Field(key="subject", label=_("B&edömningar"), kind=FieldKind.CHOICE, choices=_subjects(session)),
        Field(key="edition", label=_("&Exemplar"), kind=FieldKind.CHOICE, choices=edition_choices()),
        Field(key="date", label=_("Utskrifts&dag"), kind=FieldKind.DATE, required=True, check=_check_date),
        Field(key="appendix", label=_("Bilagans &nummer"), hint=_("ingen bilaga")),
        Field(key="orientation", label=_("&Papper"), kind=FieldKind.CHOICE, choices=papers),
        *(Field(key=part, label=words[part], kind=FieldKind.TICK) for part in PARTS),
    )


def first_answers(kinds: Sequence[Choice], today: date) -> dict[str, str]:
    """What stands in the form before anybody has chosen anything else."""
    plain = {"kind": kinds[0].code, "subject": "", "date": format_iso_date(today), "appendix": "1", "orientation": ""}
    plain["edition"] = Edition.PUBLIC
    return plain | dict.fromkeys(PARTS, YES)


def fitting(fields: Sequence[Field], answers: Mapping[str, str], otherwise: Mapping[str, str]) -> dict[str, str]:
    """Remembered answers, each with that of `otherwise` in its place where it is none of today's choices."""
    made = dict(otherwise)
    for field in fields:
        answer = answers.get(field.key)
        if answer is not None and (not field.choices or answer in {choice.code for choice in field.choices}):
            made[field.key] = answer
    return made


def request_of(session: Session, answers: Mapping[str, str], today: date) -> SheetRequest:
    """What the answers ask for."""
    subject = answers["subject"]
    return SheetRequest(
        session=session,
        printed_on=parse_date(answers["date"]) or today,
        meeting_id=subject.removeprefix(_MEETING) if subject.startswith(_MEETING) else None,
        period_id=subject.removeprefix(_PERIOD) if subject.startswith(_PERIOD) else None,
        edition=Edition(answers["edition"]),
    )


def pdf_name(title: str, answers: Mapping[str, str], today: date) -> str:
    """`uppföljning per mål 2026-02-17.pdf`; an internal one says so in its name."""
    day = parse_date(answers["date"]) or today
    internal = _("internt") if answers["edition"] == Edition.INTERNAL else ""
    return " ".join(filter(None, (one_line(title).lower(), internal, format_iso_date(day)))) + ".pdf"


def has_goals(session: Session) -> bool:
    """Whether there is anything to follow up yet."""
    return bool(session.all(Goal))


def _subjects(session: Session) -> tuple[Choice, ...]:
    """The newest verdicts, those of a meeting, newest first, or those of a period."""
    meetings = reversed(session.all(Meeting, "date, id"))
    periods = reversed(session.all(ReportingPeriod, "ends_on, id"))
    return (
        Choice("", _("De senaste")),
        *(Choice(_MEETING + each.id, _meeting(each)) for each in meetings),
        *(Choice(_PERIOD + each.id, _("Period: {name}").format(name=period_label(each))) for each in periods),
    )


def _meeting(meeting: Meeting) -> str:
    name = one_line(meeting.title) or _("Sammanträde")
    return f"{meeting_days(meeting)} {name}"


def _check_date(text: str) -> str:
    return "" if parse_date(text) else _("Det är inget datum. Skriv till exempel 2024-05-14.")
