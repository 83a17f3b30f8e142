"""What a new record begins as where it is added to a list of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import Anchor, AssignmentKind, DeadlineKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Activity,
    Assignment,
    BudgetLine,
    Control,
    DeadlineRule,
    Goal,
    LegalEntity,
    Record,
    Risk,
    SupervisionEvent,
)
from regdesk.i18n import _, mark
from regdesk.services.closing import has_open
from regdesk.services.session import Session
from regdesk.viewmodels.forms import RecordForm, add_answered, form_for
from regdesk.viewmodels.kinds import one_of

Store = Callable[[Mapping[str, str]], dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecord:
    """A record that is not yet in the register: what is asked about it, and how the answers put it there."""

    title: str
    record: Record
    form: RecordForm
    store: Store


def new_record(session: Session, record: Record, plural: str) -> NewRecord:
    """The questions about a record that is about to be added."""
    return NewRecord(
        title=_("Lägg till: {kind}").format(kind=one_of(plural).lower()),
        record=record,
        form=form_for(session, record),
        store=partial(add_answered, session, record),
    )


def begin(session: Session, plural: str) -> NewRecord:
    """A new record of a kind. Raises KeyError for a kind that is not begun from a list."""
    return new_record(session, _BEGINNINGS[plural](session), plural)


def why_not(session: Session, plural: str) -> str:
    """A sentence about what must be there first, or nothing."""
    needed, words = _NEEDED.get(plural, (None, ""))
    return _(words) if needed and not has_open(session, needed) else ""


def _activity(session: Session) -> Record:
    return Activity(id=new_id(), goal_id=session.all(Goal, closed_on=None)[0].id, title="")


_BEGINNINGS: Final[Mapping[str, Callable[[Session], Record]]] = MappingProxyType(
    {
        "activities": _activity,
        "assignments": lambda _session: Assignment(id=new_id(), text="", kind=AssignmentKind.DECISION),
        "budget_lines": lambda _session: BudgetLine(id=new_id(), name=""),
        "controls": lambda session: Control(id=new_id(), text="", position=session.repository.count(Control)),
        "deadline_rules": lambda _session: DeadlineRule(
            id=new_id(), kind=DeadlineKind.OTHER, title="", anchor=Anchor.MEETING
        ),
        "legal_entities": lambda _session: LegalEntity(id=new_id(), name=""),
        "risks": lambda _session: Risk(id=new_id(), title=""),
        "supervision_events": lambda _session: SupervisionEvent(id=new_id(), title="", recurrence="FREQ=YEARLY"),
    }
)

BEGUN: Final = frozenset(_BEGINNINGS)
"""The plurals of what is begun from a list, and so by itself."""

_NEEDED: Final[Mapping[str, tuple[type[Record], str]]] = MappingProxyType(
    {
        "activities": (
            Goal,
            mark("En delaktivitet hör till ett mål. Lägg först till ett mål på sidan Plan."),
        ),
    }
)
