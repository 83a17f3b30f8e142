"""Sekretess: what is marked (OSL 5:5), what is covered by that because it stands below, and what else names it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from regdesk.domain.ids import new_id
from regdesk.domain.model import RECORDS, AgendaItem, AgendaSubject, Link, Record, SecrecyMarking, plural_of
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.session import Session, name_of
from regdesk.store.history import Head
from regdesk.store.mapping import R

BELOW: Final[Mapping[str, tuple[str, ...]]] = {
    "activities": ("goal_id", "interim_goal_id"),
    "agenda_items": ("meeting_id", "carried_from_id"),
    "agenda_subjects": ("agenda_item_id", "item_id"),
    "aliases": ("item_id",),
    "assessments": ("item_id", "agenda_item_id", "meeting_id"),
    "assignment_reports": ("assignment_id", "agenda_item_id", "meeting_id"),
    "assignments": ("goal_id", "parent_id", "agenda_item_id"),
    "attachments": ("item_id",),
    "attendances": ("meeting_id",),
    "budget_frames": ("line_id",),
    "cluster_parameters": ("indicator_id",),
    "comments": ("item_id", "meeting_id"),
    "control_results": ("control_id", "meeting_id"),
    "controls": ("risk_id",),
    "deadlines": ("item_id", "meeting_id"),
    "entity_reviews": ("legal_entity_id", "agenda_item_id", "meeting_id"),
    "footnotes": ("item_id",),
    "goal_states": ("goal_id",),
    "goals": ("parent_id",),
    "indicators": ("goal_id", "parent_id"),
    "interim_goals": ("goal_id",),
    "links": ("source_id", "target_id"),
    "milestones": ("activity_id",),
    "printed_sheets": ("meeting_id",),
    "recusals": ("attendance_id", "agenda_item_id"),
    "risk_actions": ("risk_id",),
    "risk_scores": ("risk_id", "meeting_id"),
    "sections": ("parent_id",),
    "supervision_answers": ("occasion_id", "subject_id"),
    "supervision_events": ("subject_id",),
    "supervision_occasions": ("event_id", "agenda_item_id", "meeting_id"),
    "value_parts": ("value_id",),
    "values": ("indicator_id",),
}
"""By list: the fields that name what a record stands below. One that stands below anything secret is secret itself.

Fields that merely refer to what many share, such as a forum or a reporting period, are not here.
"""

MARKABLE: Final = frozenset(
    {
        *("activities", "agenda_items", "assignments", "attachments", "board_roles", "budget_lines"),
        *("cluster_parameters", "controls", "duties", "entity_reviews", "foundations", "goal_states", "goals"),
        *("governing_documents", "indicators", "interim_goals", "legal_entities", "meetings", "milestones"),
        *("regional_goals", "risk_actions", "risks", "sections", "supervision_events", "supervision_occasions"),
    }
)
"""The lists whose records somebody may mark; a board's own name or a perspective is never secret."""


_SEVERAL_WORDS: Final = re.compile(r"\S+(\s+\S+)+")


_OWNERS: Final[Mapping[str, str]] = {
    "activity_id": "activities",
    "agenda_item_id": "agenda_items",
    "assignment_id": "assignments",
    "attendance_id": "attendances",
    "carried_from_id": "agenda_items",
    "control_id": "controls",
    "event_id": "supervision_events",
    "goal_id": "goals",
    "indicator_id": "indicators",
    "interim_goal_id": "interim_goals",
    "legal_entity_id": "legal_entities",
    "line_id": "budget_lines",
    "meeting_id": "meetings",
    "occasion_id": "supervision_occasions",
    "risk_id": "risks",
    "value_id": "values",
}
"""By field: the list that it points into; a parent is in the list itself, and the others point at items of any kind."""


@dataclass(frozen=True, slots=True)
class _Step:
    """How what stands below the records of a list, or below any item where `owner` is empty, is found."""

    plural: str
    owner: str
    query: str


_STEPS: Final = tuple(
    _Step(
        plural,
        plural if name == "parent_id" else _OWNERS.get(name, ""),
        f'SELECT id, "{name}" FROM "{plural}" WHERE "{name}" IN (SELECT value FROM json_each(?))',  # noqa: S608
    )
    for plural, names in BELOW.items()
    for name in names
)


class Mention(NamedTuple):
    """A place outside an item that names it: a row of a list, or a line of history under its number."""

    plural: str
    id: str


@dataclass(frozen=True, slots=True)
class Secrecy:
    """What a register holds that is secret, by record: the marking that covers it, and the item that carries that."""

    markings: Mapping[str, SecrecyMarking] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, session: Session) -> Secrecy:
        """Everything marked, with everything that stands below it however deep; a marking of its own goes first."""
        marked = {marking.item_id: marking for marking in session.all(SecrecyMarking, "id")}
        if not marked:
            return cls()
        origins = {item_id: item_id for item_id in marked}
        reached = _by_list(session, origins)
        while reached:
            below = _below(session, reached)
            reached = {
                plural: {key: found[key] for key in found.keys() - origins.keys()} for plural, found in below.items()
            }
            for found in reached.values():
                origins |= found
        origins |= {key: origin for key, origin in _naming(session, origins).items() if key not in origins}
        return cls({key: marked[origin] for key, origin in origins.items()}, origins)

    def is_secret(self, record_id: str | None) -> bool:
        """Whether a record of any kind is marked, or stands below something that is."""
        return record_id in self.markings

    def marking_of(self, record_id: str | None) -> SecrecyMarking | None:
        """The marking that covers a record: its own or that of what it stands below."""
        return self.markings.get(record_id or "")

    def origin_of(self, record_id: str) -> str:
        """The item that carries the marking, which is the record itself when it is marked; empty for open ones."""
        return self.origins.get(record_id, "")

    def open(self, records: Iterable[R]) -> list[R]:
        """The records that anybody may read, in their order."""
        return [record for record in records if record.id not in self.markings]


_KNOWN: Final[WeakKeyDictionary[Session, tuple[Head, Secrecy]]] = WeakKeyDictionary()


def secrecy_of(session: Session) -> Secrecy:
    """What is secret just now, read again when the register has changed: lists ask for each of their pages."""
    known = _KNOWN.get(session)
    if known is None or known[0] != session.head:
        known = _KNOWN[session] = session.head, Secrecy.read(session)
    return known[1]


def mark_secret(session: Session, item_id: str, provision: str, marked_on: date, authority: str) -> SecrecyMarking:
    """Mark an item, or change how it is marked. Raises Problem(RULE_BROKEN) for what cannot be secret."""
    record = item_record(session, item_id)
    if record is None or not can_be_marked(plural_of(type(record))):
        raise Problem(ProblemKind.RULE_BROKEN, detail=item_id)
    present = marking_on(session, item_id)
    fresh = SecrecyMarking(
        id=present.id if present else new_id(),
        item_id=item_id,
        provision=provision,
        marked_on=marked_on,
        authority=authority,
    )
    with session.change(Action.MARK_SECRET, name_of(record)) as change:
        return change.update(fresh) if present else change.insert(fresh)


def unmark_secret(session: Session, item_id: str) -> None:
    """Take the marking away; what stands below is open again with it. Nothing happens to an item without one."""
    record = item_record(session, item_id)
    with session.change(Action.UNMARK_SECRET, name_of(record) if record else "") as change:
        change.delete_all(session.all(SecrecyMarking, item_id=item_id))


def marking_on(session: Session, item_id: str) -> SecrecyMarking | None:
    """The item's own marking."""
    return next(iter(session.all(SecrecyMarking, "id DESC", item_id=item_id)), None)


def can_be_marked(plural: str) -> bool:
    """Whether records of this kind are items that somebody may mark."""
    return plural in MARKABLE


def mentions(session: Session, item_id: str) -> list[Mention]:
    """What names an item elsewhere: links to and from it, agenda items that take it up, lines of history.

    All of it is covered or left out wherever a public edition is made.
    """
    links = session.repository.select(Link, "WHERE ? IN (source_id, target_id) ORDER BY id", (item_id,))
    subjects = session.all(AgendaSubject, "id", item_id=item_id)
    lines = session.repository.rows(
        "SELECT seq FROM history WHERE instr(changes, ?) ORDER BY seq", (json.dumps(item_id),)
    )
    return [
        *(Mention("links", link.id) for link in links),
        *(Mention("agenda_items", subject.agenda_item_id) for subject in subjects),
        *(Mention("history", str(line["seq"])) for line in lines),
    ]


def names_of(record: Record) -> tuple[str, ...]:
    """What a record may be called elsewhere, to the letter and as history shortens it."""
    fields = ("title", "name", "text", "heading")
    full = next((words for name in fields if (words := str(getattr(record, name, "")).strip())), "")
    return tuple(dict.fromkeys(filter(None, (full, name_of(record).removesuffix("…")))))


def telling(session: Session, secrecy: Secrecy) -> Callable[[str], bool]:
    """Whether a text names anything secret in several words; plans are too full of single ones to look for those."""
    kinds = RECORDS.values() if secrecy.markings else ()
    secret = (record for kind in kinds for record in session.all(kind) if secrecy.is_secret(record.id))
    names = {name.casefold() for record in secret for name in names_of(record) if _SEVERAL_WORDS.fullmatch(name)}
    if not names:
        return lambda _text: False
    found = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    return lambda text: bool(found.search(text.casefold()))


def _by_list(session: Session, origins: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Marked items by their lists."""
    found: dict[str, dict[str, str]] = {}
    for row in session.repository.rows(
        "SELECT id, kind FROM items WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(origins)),)
    ):
        found.setdefault(plural_of(_ITEM_KINDS[row["kind"]]), {})[row["id"]] = origins[row["id"]]
    return found


def _below(session: Session, reached: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """One step down: what stands directly below, by list, each with the origin of what it stands below."""
    items = {key: origin for plural in reached.keys() & MARKABLE for key, origin in reached[plural].items()}
    found: dict[str, dict[str, str]] = {}
    for step in _STEPS:
        above = reached.get(step.owner, {}) if step.owner else items
        rows = session.repository.rows(step.query, (json.dumps(list(above)),)) if above else ()
        for record_id, above_id in rows:
            found.setdefault(step.plural, {}).setdefault(record_id, above[above_id])
    return found


def _naming(session: Session, origins: Mapping[str, str]) -> dict[str, str]:
    """Agenda items that call a secret subject by its name are covered by it; what else they take up is not."""
    rows = session.repository.rows(
        """SELECT agenda_item_id, item_id, kind FROM agenda_subjects JOIN items ON items.id = item_id
           WHERE item_id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(origins)),),
    )
    taken_up = [row for row in rows if row["agenda_item_id"] not in origins]
    said = {item_id: _said(session.get(AgendaItem, item_id)) for item_id in {row["agenda_item_id"] for row in taken_up}}
    names = {
        record.id: [name.casefold() for name in names_of(record)]
        for kind in {row["kind"] for row in taken_up}
        for record in _records(session, kind, [row["item_id"] for row in taken_up if row["kind"] == kind])
    }
    return {
        row["agenda_item_id"]: origins[row["item_id"]]
        for row in taken_up
        if any(name in said[row["agenda_item_id"]] for name in names[row["item_id"]])
    }


def _said(item: AgendaItem) -> str:
    return " ".join((item.title, item.proposal, item.decision, item.notes)).casefold()


def _records(session: Session, kind: str, ids: Sequence[str]) -> list[Record]:
    where = "WHERE id IN (SELECT value FROM json_each(?))"
    return list(session.repository.select(_ITEM_KINDS[kind], where, (json.dumps(ids),)))


def item_record(session: Session, item_id: str) -> Record | None:
    """The record of an item of whatever kind."""
    found = session.repository.rows("SELECT kind FROM items WHERE id = ?", (item_id,))
    return _record(session, found[0]["kind"], item_id) if found else None


def _record(session: Session, kind: str, item_id: str) -> Record | None:
    return session.repository.find(_ITEM_KINDS[kind], item_id)


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


_ITEM_KINDS: Final = {_snake(kind.__name__): kind for kind in RECORDS.values()}
"""Records by what `items.kind` calls them."""
