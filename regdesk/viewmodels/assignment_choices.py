"""Which uppdrag a paper lists, and in which order: the choices there are, and what each lets through."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from regdesk.domain.codes import AssignmentRole, WorkStatus
from regdesk.domain.collation import sort_key
from regdesk.domain.model import Assignment, Body
from regdesk.i18n import _, mark
from regdesk.services.closing import stands
from regdesk.services.secrecy import secrecy_of
from regdesk.services.session import Session
from regdesk.viewmodels.fields import Choice
from regdesk.viewmodels.sheet_options import Option, choice
from regdesk.viewmodels.words import one_line, word

AGE, DUE, GOAL, ROLE = "age", "due", "goal", "role"
LATEST, EVERY, NONE = "latest", "all", "none"
YEAR: Final = "year"

_BODY, _ROLE, _FUNCTION = "body:", "role:", "function:"


def _only_choices(session: Session) -> tuple[Choice, ...]:
    """Everything, and whatever sets some uppdrag apart from others; nothing of what is secret."""
    found = secrecy_of(session).open(each for each in session.all(Assignment) if stands(each))
    given = {each.source_body_id for each in found}
    bodies = [body for body in session.all(Body) if body.id in given]
    taken = {each.role for each in found}
    roles = [role for role in AssignmentRole if role in taken]
    functions = sorted({one_line(each.receiver_function) for each in found} - {""}, key=sort_key)
    return (
        Choice("", _("Alla uppdrag")),
        *(Choice(_BODY + body.id, _("Beslutade av {body}").format(body=one_line(body.name))) for body in bodies),
        *(Choice(_ROLE + role, _("I rollen: {role}").format(role=word(role))) for role in roles if len(roles) > 1),
        *(Choice(_FUNCTION + each, _("Mottagare: {function}").format(function=each)) for each in functions),
    )


ONLY: Final = Option(key="only", source_label=mark("Vi&lka uppdrag"), choices=_only_choices)

SORT: Final = choice(
    "sort",
    mark("&Ordning"),
    {
        AGE: mark("Äldst först"),
        DUE: mark("Efter när de ska vara klara"),
        GOAL: mark("Efter mål"),
        ROLE: mark("Efter nämndens roll"),
    },
)

REPORTS: Final = choice(
    "reports",
    mark("Återrapporter&ingar"),
    {LATEST: mark("Den senaste"), EVERY: mark("Alla"), NONE: mark("Inga")},
)

OVER: Final = choice(
    "closed",
    mark("Avslu&tade uppdrag"),
    {YEAR: mark("Genomförda i år och avförda"), EVERY: mark("Alla"), NONE: mark("Inga")},
)


def only_words(session: Session, answer: str) -> str:
    """What was asked for, as it stands on the paper; nothing where all are."""
    return next((each.text for each in _only_choices(session) if each.code == answer), "") if answer else ""


def is_asked(answer: str) -> Callable[[Assignment], bool]:
    """Which uppdrag an answer to ONLY is about."""
    kind, colon, value = answer.partition(":")
    match kind + colon:
        case "body:":
            return lambda assignment: assignment.source_body_id == value
        case "role:":
            return lambda assignment: assignment.role == value
        case "function:":
            return lambda assignment: one_line(assignment.receiver_function) == value
    return lambda _assignment: True


def is_listed(answer: str, year: int) -> Callable[[Assignment], bool]:
    """Which of the uppdrag that are over an answer to OVER lets through.

    Nothing says when one was dropped, or when one was done that has no day: those stand with those of the year.
    """
    if answer != YEAR:
        return lambda _assignment: answer == EVERY
    return lambda assignment: (
        assignment.status is not WorkStatus.DONE or assignment.done_on is None or assignment.done_on.year == year
    )
