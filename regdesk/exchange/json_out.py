"""A register as one JSON object with a list for each kind of record, to the letter and readable on its own."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal

from regdesk.domain.model import RECORDS, Goal, Level, Link, Record, Value, ValuePart, plural_of
from regdesk.services.session import Session

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Lists = dict[str, list[Json]]
"""The records of each kind by the glossary's plural, in their order; kinds without records have empty lists."""

_NAMES = ("title", "name", "text", "heading", "number", "label", "code")


def register_lists(session: Session) -> Lists:
    """Every record of the register."""
    return lists_of(record for kind in RECORDS.values() for record in session.all(kind))


def objects_of(session: Session, plural: str, ids: Collection[str]) -> list[Json]:
    """Those of a kind that have these ids, just as they are among all."""
    return [each for each in register_lists(session)[plural] if isinstance(each, dict) and each["id"] in ids]


def lists_of(records: Iterable[Record]) -> Lists:
    """Records as JSON, each kind in the order given.

    Codes are those of the file, dates are ISO 8601, decimals are text. What a register only sorts by is left out.
    A goal also carries the kind of its `level`, a value its `parts`, a part the code of its `org_unit`, and a link
    the titles of what it joins (`source_title`, `target_title`); each is empty where the records do not hold it.
    """
    by_kind: dict[str, list[Record]] = {plural: [] for plural in RECORDS}
    for record in records:
        by_kind[plural_of(type(record))].append(record)
    known = _Known(
        titles={record.id: _title(record) for record in _flat(by_kind)},
        levels={record.id: record.kind.value for record in _flat(by_kind) if isinstance(record, Level)},
    )
    for part in by_kind[plural_of(ValuePart)]:
        if isinstance(part, ValuePart):
            known.parts.setdefault(part.value_id, []).append(_object(part) | known.beside(part))
    return {plural: [_object(record) | known.beside(record) for record in kept] for plural, kept in by_kind.items()}


def as_text(content: Mapping[str, object]) -> str:
    """JSON as it is printed: indented, with å ä ö as they are."""
    return json.dumps(content, ensure_ascii=False, indent=2)


def _object(record: Record) -> dict[str, Json]:
    names = (field.name for field in dataclasses.fields(record))
    return {name: _plain(getattr(record, name)) for name in names if not is_sort_key(name)}


def is_sort_key(name: str) -> bool:
    """Whether a field is worked out from another one only to sort by."""
    return name.endswith("_key") or name == "sort_number"


def _plain(value: object) -> Json:
    """Dates and decimals as text; codes are text already."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"no JSON for {type(value).__name__}")


@dataclasses.dataclass(slots=True)
class _Known:
    """What a reader would otherwise have to look up by ids."""

    titles: dict[str, str]
    levels: dict[str, str]
    parts: dict[str, list[Json]] = dataclasses.field(default_factory=dict)

    def beside(self, record: Record) -> dict[str, Json]:
        """What stands in a record's object besides its own fields."""
        match record:
            case Goal():
                return {"level": self.levels.get(record.level_id, "")}
            case Value():
                return {"parts": self.parts.get(record.id, [])}
            case ValuePart():
                return {"org_unit": self.titles.get(record.org_unit_id or "", "")}
            case Link():
                return {
                    "source_title": self.titles.get(record.source_id, ""),
                    "target_title": self.titles.get(record.target_id, ""),
                }
            case _:
                return {}


def _flat(by_kind: Mapping[str, list[Record]]) -> Iterable[Record]:
    return (record for records in by_kind.values() for record in records)


def _title(record: Record) -> str:
    """What people call a record, in full."""
    return next((words for name in _NAMES if (words := str(getattr(record, name, "")).strip())), "")
