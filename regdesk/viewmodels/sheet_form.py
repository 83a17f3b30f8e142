"""What is asked before a sheet is made: of which meeting, period or year, on which day, on which paper, with what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Protocol

from regdesk.domain.look import NamePart, file_stem
from regdesk.domain.model import Goal, Meeting, ReportingPeriod
from regdesk.formats import format_iso_date, parse_date
from regdesk.i18n import _
from regdesk.services.look import look_of
from regdesk.services.registers import board_of, register_of
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Edition, edition_choices
from regdesk.viewmodels.fields import Choice, Field, FieldKind
from regdesk.viewmodels.labels import meeting_days, period_label
from regdesk.viewmodels.sheet_options import Option, Scope
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line

PORTRAIT: Final = "portrait"
LANDSCAPE: Final = "landscape"

_MEETING, _PERIOD, _YEAR = "meeting:", "period:", "year:"
_COMMON: Final = frozenset({"kind", "subject", "edition", "date", "appendix", "orientation"})


class Asking(Protocol):
    """What a kind of sheet tells of its questions."""

    @property
    def code(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def scope(self) -> Scope: ...
    @property
    def options(self) -> tuple[Option, ...]: ...
    @property
    def appendix(self) -> str: ...


def sheet_fields(session: Session, kind: Asking) -> tuple[Field, ...]:
    """The questions of a kind, with what the register has now."""
    papers = (Choice("", _("Som tabellerna kräver")), Choice(PORTRAIT, _("Stående")), Choice(LANDSCAPE, _("Liggande")))
    subjects, label = subject_choices(session, kind.scope), _subject_label(kind.scope)
    asked = (Field(key="subject", label=label, kind=FieldKind.CHOICE, choices=subjects),) if subjects else ()
    return (
        *asked,
        Field(key="edition", label=_("E&xemplar"), kind=FieldKind.CHOICE, choices=edition_choices()),
        Field(key="date", label=_("Utskrifts&dag"), kind=FieldKind.DATE, required=True, check=_check_date),
        Field(key="appendix", label=_("Bilagans &nummer"), hint=_("ingen bilaga")),
        Field(key="orientation", label=_("&Papper"), kind=FieldKind.CHOICE, choices=papers),
        *(option.field(session) for option in kind.options),
    )


def first_answers(session: Session, kind: Asking, today: date) -> dict[str, str]:
    """What stands in the form before anybody has chosen anything else."""
    return {
        "subject": _first_subject(session, kind.scope, today),
        "edition": Edition.PUBLIC,
        "date": format_iso_date(today),
        "appendix": kind.appendix,
        "orientation": "",
    } | {option.key: option.first for option in kind.options}


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
    subject = answers.get("subject", "")
    return SheetRequest(
        session=session,
        printed_on=parse_date(answers["date"]) or today,
        meeting_id=_after(_MEETING, subject),
        period_id=_after(_PERIOD, subject),
        asked_year=int(year) if (year := _after(_YEAR, subject)) else None,
        edition=Edition(answers["edition"]),
        appendix=answers["appendix"],
        orientation=answers["orientation"],
        answers={key: answer for key, answer in answers.items() if key not in _COMMON},
    )


def file_name(title: str, request: SheetRequest) -> str:
    """The name, without an ending, that the register's pattern gives a sheet: `uppföljning per mål 2026-02-17`."""
    session = request.session
    register, number = register_of(session), request.appendix.strip()
    parts = {
        NamePart.SHEET: one_line(title).lower(),
        NamePart.DATE: format_iso_date(request.printed_on),
        NamePart.BOARD: one_line(board_of(session).name),
        NamePart.DNR: one_line(register.dnr),
        NamePart.APPENDIX: _("bilaga {number}").format(number=number) if number else "",
        NamePart.EDITION: _("internt") if request.edition is Edition.INTERNAL else "",
    }
    return file_stem(_pattern(session, request.edition), parts)


def _pattern(session: Session, edition: Edition) -> str:
    """That of the register; an internal sheet says so whatever the pattern."""
    pattern, told = look_of(session).file_name, f"{{{NamePart.EDITION}}}"
    return f"{pattern} {told}" if edition is Edition.INTERNAL and told not in pattern else pattern


def has_goals(session: Session) -> bool:
    """Whether there is anything to follow up yet."""
    return session.repository.count(Goal) > 0


# What it is of


def subject_choices(session: Session, scope: Scope) -> tuple[Choice, ...]:
    """What a sheet may be of: meetings newest first, verdicts, or years; nothing where that is not asked."""
    match scope:
        case Scope.VERDICTS:
            return (Choice("", _("De senaste")), *_meetings(session), *_periods(session))
        case Scope.MEETING:
            return _meetings(session)
        case Scope.YEAR:
            return tuple(Choice(f"{_YEAR}{year}", str(year)) for year in _years(session))
        case Scope.REGISTER:
            return ()


def _subject_label(scope: Scope) -> str:
    labels = {Scope.VERDICTS: _("B&edömningar"), Scope.MEETING: _("Samman&träde"), Scope.YEAR: _("&År")}
    return labels.get(scope, "")


def _first_subject(session: Session, scope: Scope, today: date) -> str:
    """The next meeting, or the last one there was; the present year."""
    if scope is Scope.MEETING:
        meetings = session.all(Meeting, "date, id")
        coming = [meeting for meeting in meetings if meeting.date >= today]
        return next((_MEETING + meeting.id for meeting in (*coming, *reversed(meetings))), "")
    if scope is Scope.YEAR:
        return f"{_YEAR}{min(_years(session), key=lambda year: abs(year - today.year))}"
    return ""


def _meetings(session: Session) -> tuple[Choice, ...]:
    meetings = reversed(session.all(Meeting, "date, id"))
    return tuple(Choice(_MEETING + each.id, _meeting(each)) for each in meetings)


def _periods(session: Session) -> tuple[Choice, ...]:
    periods = reversed(session.all(ReportingPeriod, "ends_on, id"))
    return tuple(Choice(_PERIOD + each.id, _("Period: {name}").format(name=period_label(each))) for each in periods)


def _years(session: Session) -> list[int]:
    """Those of the plan and of its meetings; this year where there is neither."""
    register = register_of(session)
    years = {meeting.date.year for meeting in session.all(Meeting)}
    if register.period_start is not None and register.period_end is not None:
        years |= set(range(register.period_start, register.period_end + 1))
    return sorted(years or {date.today().year})


def _meeting(meeting: Meeting) -> str:
    name = one_line(meeting.title) or _("Sammanträde")
    return f"{meeting_days(meeting)} {name}"


def _after(prefix: str, subject: str) -> str | None:
    return subject.removeprefix(prefix) if subject.startswith(prefix) else None


def _check_date(text: str) -> str:
    return "" if parse_date(text) else _("Det är inget datum. Skriv till exempel 2024-05-14.")
