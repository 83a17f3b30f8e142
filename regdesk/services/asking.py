"""Anything in the register by some of its words, and what is most pressing when nobody has asked for anything yet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from regdesk.domain.model import Activity, Assignment
from regdesk.services.assignments import report_days
from regdesk.services.session import Session
from regdesk.services.work import OVERDUE_WORK, overdue_values
from regdesk.store.mapping import R
from regdesk.store.search import query


class Found(NamedTuple):
    """Something by the plural of its kind. `number` is a printed number, a § or a date; `code` how it stands."""

    plural: str
    id: str
    number: str
    title: str
    code: str


_READ: Final = 120
"""How many that hold the words are looked at; among more than that one types on."""

_START: Final = "substr(text, 1, 300)"

_PLACE: Final = (
    "(SELECT date FROM meetings WHERE id = meeting_id) || iif(section_no = '', '', ' § ' || ltrim(section_no, '§ '))"
)
"""`2026-09-12 § 40`: when and where an ärende is taken up."""

_KINDS: Final[dict[str, tuple[str, str, str]]] = {
    "assignments": ("''", _START, "status"),
    "activities": ("''", "title", "status"),
    "goals": ("printed_number", "title", "''"),
    "interim_goals": ("label", _START, "''"),
    "indicators": ("printed_number", "title", "''"),
    "risks": ("''", f"iif(title = '', {_START}, title)", "status"),
    "meetings": ("date", "title", "status"),
    "agenda_items": (_PLACE, "title", "outcome"),
    "legal_entities": ("''", "name", "entity_kind"),
}
"""What is found: number, title and standing of each kind, in the order in which they are told."""

_READ_ALL: Final = " UNION ALL ".join(
    f"SELECT '{plural}', id, {number}, {title}, {code} FROM {plural} WHERE id IN (SELECT value FROM json_each(:ids))"
    for plural, (number, title, code) in _KINDS.items()
)

_MATCHING: Final = """
    SELECT items.id FROM search JOIN items ON items.n = search.rowid
    WHERE search MATCH ? AND items.kind IN (
        'activity', 'agenda_item', 'assignment', 'goal', 'indicator', 'interim_goal', 'legal_entity', 'meeting', 'risk'
    ) ORDER BY search.rowid DESC LIMIT ?
"""

_OVERDUE: Final = f"""
    SELECT item.id FROM assignments AS item WHERE {OVERDUE_WORK}
    ORDER BY coalesce(item.due_on, date(item.source_date, '+1 year')), item.id LIMIT ?
"""


def found(session: Session, text: str, most: int) -> list[Found]:
    """What holds the words of `text`: first what begins with them, uppdrag and delaktiviteter before the rest."""
    words = query(text)
    if not words:
        return []
    ids = [row[0] for row in session.repository.rows(_MATCHING, (words, _READ))]
    order = list(_KINDS)
    start = text.strip().casefold()

    def place(each: Found) -> tuple[bool, int]:
        return not f"{each.number} {each.title}".strip().casefold().startswith(start), order.index(each.plural)

    return sorted(_read(session, ids), key=place)[:most]


def pressing(session: Session, today: date, most: int) -> list[Found]:
    """Uppdrag that are late, the latest first, and then those that are to be reported next; `most` of each."""
    late = [row[0] for row in session.repository.rows(_OVERDUE, (*overdue_values(today), most))]
    days = report_days(session)
    coming = sorted(days.keys() - set(late), key=lambda each: (days[each], each))[:most]
    ids = [*late, *coming]
    return sorted(_read(session, ids), key=lambda each: ids.index(each.id))


def assignments_of(session: Session, among: Iterable[Found]) -> dict[str, Assignment]:
    """The uppdrag among what was found, by id."""
    return _records(session, Assignment, [each.id for each in among if each.plural == "assignments"])


def activities_of(session: Session, among: Iterable[Found]) -> dict[str, Activity]:
    """The delaktiviteter among what was found, by id."""
    return _records(session, Activity, [each.id for each in among if each.plural == "activities"])


def _records(session: Session, kind: type[R], ids: Sequence[str]) -> dict[str, R]:
    read = session.repository.select(kind, "WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),))
    return {record.id: record for record in read}


def _read(session: Session, ids: Sequence[str]) -> list[Found]:
    """What has these ids, in their order."""
    rows = {row[1]: Found(*row) for row in session.repository.rows(_READ_ALL, {"ids": json.dumps(ids)})}
    return [rows[each] for each in ids if each in rows]
