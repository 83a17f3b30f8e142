"""A register as one JSON object with a list for each kind of record, to the letter and readable on its own."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from regdesk.domain.model import RECORDS, Link, Record, Value, ValuePart, plural_of
from regdesk.services.session import Session

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Lists = dict[str, list[Json]]
"""The records of each kind by the glossary's plural, in their order; kinds without records have empty lists."""

_NAMES = ("title", "name", "text", "heading", "number", "label", "code")


def register_lists(session: Session) -> Lists:
    """Every record of the register."""
    return lists_of(record for kind in RECORDS.values() for record in session.all(kind))


def lists_of(records: Iterable[Record]) -> Lists:
    """Records as JSON, each kind in the order given.

    Codes are those of the file, dates are ISO 8601, decimals are text. A value also carries its `parts`, a link
    the titles of what it joins (`source_title`, `target_title`; empty where the records do not hold it).
    """
    by_kind: dict[str, list[Record]] = {plural: [] for plural in RECORDS}
    for record in records:
        by_kind[plural_of(type(record))].append(record)
    titles = {record.id: _title(record) for record in _flat(by_kind)}
    parts = _parts_by_value(by_kind)
    return {
        plural: [_object(record) | _readable(record, titles, parts) for record in kept]
        for plural, kept in by_kind.items()
    }


def as_text(content: Mapping[str, object]) -> str:
    """JSON as it is printed: indented, with å ä ö as they are."""
    return json.dumps(content, ensure_ascii=False, indent=2)


def _object(record: Record) -> dict[str, Json]:
    return {field.name: _plain(getattr(record, field.name)) for field in dataclasses.fields(record)}


def _plain(value: object) -> Json:
    """Dates and decimals as text; codes are text already."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"no JSON for {type(value).__name__}")


def _readable(record: Record, titles: Mapping[str, str], parts: Mapping[str, list[Json]]) -> dict[str, Json]:
    """What a reader would otherwise have to look up by ids."""
    match record:
        case Value():
            return {"parts": parts.get(record.id, [])}
        case Link():
            return {
                "source_title": titles.get(record.source_id, ""),
                "target_title": titles.get(record.target_id, ""),
            }
        case _:
            return {}


def _parts_by_value(by_kind: Mapping[str, list[Record]]) -> dict[str, list[Json]]:
    parts: dict[str, list[Json]] = {}
    for part in by_kind[plural_of(ValuePart)]:
        if isinstance(part, ValuePart):
            parts.setdefault(part.value_id, []).append(_object(part))
    return parts


def _flat(by_kind: Mapping[str, list[Record]]) -> Iterable[Record]:
    return (record for records in by_kind.values() for record in records)


def _title(record: Record) -> str:
    """What people call a record, in full."""
    return next((words for name in _NAMES if (words := str(getattr(record, name, "")).strip())), "")
