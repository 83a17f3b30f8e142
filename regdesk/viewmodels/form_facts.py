"""What a form tells of a record without asking: where it stands, what the plan says, what it points at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regdesk.domain.codes import LinkKind
from regdesk.domain.model import (
    AgendaGoal,
    AgendaItem,
    Attachment,
    Body,
    ClusterParameter,
    DeadlineRule,
    Duty,
    Footnote,
    Foundation,
    Goal,
    GoalState,
    GoverningDocument,
    Indicator,
    InterimGoal,
    Level,
    Link,
    Meeting,
    Perspective,
    Record,
    RegionalGoal,
    Register,
    plural_of,
)
from regdesk.formats import format_iso_date
from regdesk.i18n import _
from regdesk.services.closing import Closable
from regdesk.services.session import Session, whole_name_of
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.labels import goal_name, item_place, meeting_days
from regdesk.viewmodels.link_list import LINKED
from regdesk.viewmodels.rule_words import whole_rule
from regdesk.viewmodels.words import one_line, word

_TARGETS: Final[dict[LinkKind, type[Record]]] = {
    LinkKind.REGIONAL_GOAL: RegionalGoal,
    LinkKind.STRATEGY: GoverningDocument,
    LinkKind.FOUNDATION: Foundation,
    LinkKind.BOARD: Body,
    LinkKind.AGENDA_2030: AgendaGoal,
    LinkKind.GOAL: Goal,
    LinkKind.DUTY: Duty,
    LinkKind.PERSPECTIVE: Perspective,
}


def facts_of(session: Session, record: Record) -> tuple[Fact, ...]:
    """Facts in the order that a form shows them; a text of several lines has one thing a line.

    Links and footnotes are not among them where the detail lists them to be changed.
    """
    listed = plural_of(type(record)) in LINKED
    return (
        *_past(record),
        *_own(session, record),
        *(() if listed else (*_links(session, record), *_footnotes(session, record))),
    )


def _past(record: Record) -> Iterator[Fact]:
    """When a part of the plan left it."""
    if isinstance(record, Closable) and record.closed_on:
        yield Fact(label=_("Avslutat"), text=format_iso_date(record.closed_on))


def _own(session: Session, record: Record) -> Iterator[Fact]:
    match record:
        case Register():
            yield Fact(label=_("Nivåer"), text="\n".join(one_line(level.name) for level in session.all(Level)))
        case DeadlineRule():
            yield Fact(label=_("I ord"), text=whole_rule(record))
        case Goal():
            yield from _of_goal(record)
        case Indicator() if one_line(record.raw) not in {"", one_line(record.title)}:
            yield Fact(label=_("I planen"), text=record.raw.strip())
        case ClusterParameter():
            yield Fact(label=_("Kluster"), text=one_line(session.get(Indicator, record.indicator_id).title))
        case GoalState() | InterimGoal() if record.goal_id:
            yield Fact(label=one_of("goals"), text=goal_name(session.get(Goal, record.goal_id)))
        case Attachment() if record.file_name:
            yield Fact(label=_("Fil"), text=record.file_name)
        case Meeting():
            yield Fact(label=_("Status"), text=word(record.status))
        case AgendaItem():
            yield Fact(label=one_of("meetings"), text=meeting_days(session.get(Meeting, record.meeting_id)))
            yield from _of_carried(session, record)
        case _:
            return


def _of_goal(goal: Goal) -> Iterator[Fact]:
    if one_line(goal.heading) not in {"", one_line(goal.title)}:
        yield Fact(label=_("Rubrik i planen"), text=goal.heading.strip())
    if goal.number_inferred:
        yield Fact(label=_("Numret"), text=_("Räknat fram av programmet, inte skrivet för hand."))


def _of_carried(session: Session, item: AgendaItem) -> Iterator[Fact]:
    """Where an item that was put off came from, and where it went."""
    if item.carried_from_id:
        yield Fact(label=_("Kommer från"), text=_place(session, session.get(AgendaItem, item.carried_from_id)))
    for later in session.all(AgendaItem, carried_from_id=item.id):
        yield Fact(label=_("Togs upp igen"), text=_place(session, later))


def _place(session: Session, item: AgendaItem) -> str:
    return item_place(session.get(Meeting, item.meeting_id), item)


def _links(session: Session, record: Record) -> Iterator[Fact]:
    links = session.all(Link, source_id=record.id)
    for kind in LinkKind:
        names = [_target(session, link) for link in links if link.kind is kind]
        if names:
            yield Fact(label=word(kind), text="\n".join(names))


def _target(session: Session, link: Link) -> str:
    """What a link points at by its own name, or as the plan says it."""
    target = session.repository.find(_TARGETS[link.kind], link.target_id)
    match target:
        case RegionalGoal() | AgendaGoal():
            return one_line(f"{target.number} {target.title}")
        case None:
            return one_line(link.raw)
        case _:
            return whole_name_of(target)


def _footnotes(session: Session, record: Record) -> Iterator[Fact]:
    for footnote in session.all(Footnote, item_id=record.id):
        yield Fact(label=_("Fotnot {mark}").format(mark=footnote.mark).strip(), text=footnote.text.strip())
