"""Records made of an example's tables: codes, sums and pointers of the texts that stand for them."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from regdesk.domain.model import RECORDS, Assignment, Record, plural_of
from regdesk.exchange.examples.tables import Table

R = TypeVar("R", bound=Record)

BESIDE: Final = frozenset({"key", "values", "frames", "frame_notes", "links", "scores", "subjects", "file"})
"""What a table may say beside the fields of its record, each with a meaning of its own."""

_OWNERS: Final = {
    "agenda_templates": "template_id",
    "supervision_events": "event_id",
    "supervision_occasions": "occasion_id",
}
"""How records name what they belong to, where that is not its kind."""


def told(kind: type[Record], table: Table, ids: Mapping[str, str]) -> dict[str, object]:
    """The fields that a table gives its record. Raises KeyError for a name that is neither field nor key."""
    hints = typing.get_type_hints(kind)
    found: dict[str, object] = {}
    for name, cell in table.cells.items():
        if name in hints and name not in BESIDE:
            found[name] = _read(hints[name], cell)
        elif f"{name}_id" in hints:
            found[f"{name}_id"] = ids[table.text(name)]
        elif name not in BESIDE and name not in RECORDS:
            raise KeyError(name)
    return found


def made(kind: type[R], values: Mapping[str, object]) -> R:
    """A record of fields that the tests build every example with."""
    return kind(**values)  # type: ignore[arg-type]


def owner_of(record: Record, below: type[Record]) -> dict[str, object]:
    """How a record of a kind says that it belongs to another; the parts of an uppdrag share its goal and role."""
    named = {field.name for field in fields(below)}
    plural = plural_of(type(record))
    singular = f"{plural[:-3]}y" if plural.endswith("ies") else plural.removesuffix("s")
    own = "parent_id" if type(record) is below else _OWNERS.get(plural, f"{singular}_id")
    pointer: dict[str, object] = {own if own in named else "item_id": record.id}
    if isinstance(record, Assignment) and below is Assignment:
        pointer |= {"goal_id": record.goal_id, "role": record.role, "lead_in": record.lead_in}
    return pointer


def _read(hint: object, cell: object) -> object:
    """Dates, numbers and flags are what they are; codes and sums are written as texts."""
    for each in typing.get_args(hint) or (hint,):
        if isinstance(each, type) and (issubclass(each, StrEnum) or each is Decimal):
            return each(str(cell))
    return cell
