"""What every record of a register has in common: a frozen dataclass with an id, named in the plural by the glossary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TypeVar, dataclass_transform


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Record:
    """A row of a register. Ids are time-ordered UUIDs as text, so that two files can be compared and joined.

    What dataclasses would write anew for each of some fifty kinds is written here once: making the kinds is a good
    part of what the program does before its window shows.
    """

    id: str

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, field.name) == getattr(other, field.name) for field in fields(self))

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        values = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
        return f"{type(self).__name__}({values})"


RECORDS: dict[str, type[Record]] = {}
_PLURALS: dict[type[Record], str] = {}
_R = TypeVar("_R", bound=Record)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def record(plural: str) -> Callable[[type[_R]], type[_R]]:
    """Make a class a record kept in the list `plural`, which is also its table in the file."""

    def register(cls: type[_R]) -> type[_R]:
        made = dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)(cls)
        RECORDS[plural] = made
        _PLURALS[made] = plural
        return made

    return register


def plural_of(kind: type[Record]) -> str:
    """The glossary's plural of a kind of record, which is the name of its table."""
    return _PLURALS[kind]
