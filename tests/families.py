"""Families of records: one of every kind that belong together, with a text of its own in each field."""

from __future__ import annotations

import dataclasses
import graphlib
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

from regdesk.domain.ids import new_id
from regdesk.domain.model import RECORDS, Record
from regdesk.domain.risk_matrices import FOUR
from regdesk.domain.risk_matrix import write_matrix
from regdesk.exchange.withholding import NAMES
from regdesk.services.actions import Action
from regdesk.services.session import Session

DAY = date(2026, 3, 14)

_ITEMS = {
    ("links", "target_id"): "governing_documents",
    ("supervision_events", "subject_id"): "legal_entities",
    ("supervision_answers", "subject_id"): "legal_entities",
    ("agenda_subjects", "item_id"): "indicators",
}
"""What stands where any item may, where that is not a goal."""

ONCE = {"registers", "agenda_goals", "secrecy_markings"}
_FIXED = {
    "internal": False,
    "sha256": "0" * 64,
    "history_hash": "0" * 64,
    "recurrence": "",
    "definition": write_matrix(FOUR),
}
_NO_WORDS = {*_FIXED, "report_recurrence", "title_key", "name_key", "text_key"}


@dataclass(frozen=True)
class Family:
    """Records of every kind that belong together, with the word in each of their texts."""

    name: str
    number: int
    records: dict[str, Record]
    words: dict[tuple[str, str], str]

    def names(self) -> set[str]:
        """The words that stand for people's names."""
        return {word for (plural, field), word in self.words.items() if NAMES.get(plural) == field}


def make_family(session: Session, name: str, number: int, *, write: Callable[[str], str] = str) -> Family:
    """Records of every kind in a register; `write` makes the text of a field from its word."""
    family = Family(name, number, {}, {})
    with session.change(Action.ADD, "exempeldata") as change:
        blob = change.put_blob(b"bilaga")
        for plural in graphlib.TopologicalSorter(_needs(session)).static_order():
            if plural in RECORDS and plural not in ONCE:
                family.records[plural] = change.insert(make_record(session, plural, family, blob, write))
    return family


def _keys(session: Session, plural: str) -> dict[str, str]:
    """By field: the list whose records it points at."""
    keys = session.repository.rows(f"PRAGMA foreign_key_list('{plural}')")
    return {
        key["from"]: _ITEMS.get((plural, key["from"]), "goals") if key["table"] == "items" else key["table"]
        for key in keys
    }


def _needs(session: Session) -> dict[str, set[str]]:
    """By list: the lists whose records must be there before."""
    return {plural: set(_keys(session, plural).values()) - {plural} for plural in RECORDS}


def make_record(session: Session, plural: str, family: Family, blob: str, write: Callable[[str], str]) -> Record:
    """A record with a word of its own in each text; what it points at is of the same family."""
    kind, keys = RECORDS[plural], _keys(session, plural)
    hints = typing.get_type_hints(kind)
    values: dict[str, object] = {"id": new_id()}
    for name in (field.name for field in dataclasses.fields(kind) if field.name != "id"):
        if name in keys:
            values[name] = blob if keys[name] == "blobs" else _id(family, keys[name], plural)
        elif name not in _NO_WORDS:
            word = write(f"{family.name}{plural}{name}ord".replace("_", ""))
            values[name] = _value(hints[name], word, family.number)
            if values[name] == word:
                family.words[plural, name] = word
    values |= {name: value for name, value in _FIXED.items() if name in hints and name not in keys}
    return kind(**values)  # type: ignore[arg-type]


def _id(family: Family, table: str, plural: str) -> str | None:
    return family.records[table].id if table != plural else None


def _value(hint: object, word: str, number: int) -> object:
    kinds = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    kind = next(each for each in kinds if each is not types.NoneType)
    assert isinstance(kind, type)
    if issubclass(kind, StrEnum):
        return next(iter(kind))
    plain: dict[type, object] = {
        str: word,
        bool: True,
        int: number,
        float: float(number),
        Decimal: Decimal(number),
        datetime: datetime(2026, 3, 14, 9, tzinfo=UTC),
        date: DAY,
    }
    return plain[kind]
