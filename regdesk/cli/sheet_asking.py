"""From what a command was told to what is asked for: the kind of sheet, and the request it is made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from regdesk.cli.choices import meeting_of
from regdesk.domain.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from regdesk.services.session import Session
    from regdesk.sheets.kind import SheetKind
    from regdesk.viewmodels.sheet_request import SheetRequest

_NO: Final = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of a command about a sheet. Without an appendix it has the number that is usual for its kind."""

    meeting: str | None = None
    year: int | None = None
    printed_on: dt.date | None = None
    appendix: str | None = None
    landscape: bool = False
    choose: tuple[str, ...] = ()
    public: bool = True


def request_for(session: Session, kind: SheetKind, asked: Asked) -> SheetRequest:
    """The request; what was not said is as the window begins with it.

    Raises Problem(SHEET_CHOICE_UNKNOWN), Problem(MEETING_UNKNOWN), Problem(MEETING_AMBIGUOUS).
    """
    from regdesk.viewmodels.edition import Edition
    from regdesk.viewmodels.sheet_form import LANDSCAPE, first_answers, request_of

    today = asked.printed_on or dt.date.today()
    answers = first_answers(session, kind, today) | _chosen(session, kind, asked.choose)
    answers["edition"] = Edition.PUBLIC if asked.public else Edition.INTERNAL
    answers["appendix"] = kind.appendix if asked.appendix is None else asked.appendix
    answers["orientation"] = LANDSCAPE if asked.landscape else ""
    request = request_of(session, answers, today)
    if asked.meeting is not None:
        request = replace(request, meeting_id=meeting_of(session, asked.meeting).id, asked_year=None)
    return request if asked.year is None else replace(request, asked_year=asked.year)


def _chosen(session: Session, kind: SheetKind, choose: Iterable[str]) -> dict[str, str]:
    """The answers among `choose`, each `key=answer`; a part is asked for with yes and left out with no."""
    from regdesk.viewmodels.fields import YES, FieldKind

    options = {option.key: option for option in kind.options}
    answers = {}
    for text in choose:
        key, _equals, answer = text.partition("=")
        if key not in options:
            raise Problem(ProblemKind.SHEET_CHOICE_UNKNOWN, sheet=kind.code, choice=key, choices=", ".join(options))
        allowed = [choice.code for choice in options[key].choices(session)]
        if options[key].kind is FieldKind.TICK:
            allowed = [YES, _NO]
        if allowed and answer not in allowed:
            offered = ", ".join(f"{key}={code}" for code in allowed)
            raise Problem(ProblemKind.SHEET_CHOICE_UNKNOWN, sheet=kind.code, choice=text, choices=offered)
        answers[key] = "" if answer == _NO else answer
    return answers
