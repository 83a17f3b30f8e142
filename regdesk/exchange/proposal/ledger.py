"""Collects the records of an import: ids, positions among their like, and what the register has already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from functools import partial
from typing import TypeVar, cast

from regdesk.domain.codes import LevelKind
from regdesk.domain.model import (
    AgendaGoal,
    Body,
    BudgetLine,
    Forum,
    Foundation,
    GoverningDocument,
    Level,
    OrgUnit,
    Perspective,
    Record,
    RegionalGoal,
    RiskMatrix,
    ValueColumn,
)
from regdesk.exchange.wording.goals import LEVEL_WORDS
from regdesk.exchange.wording.texts import name_key

_PARENTS = ("parent_id", "goal_id", "indicator_id", "risk_id", "source_id", "item_id")
"""The fields that say among whose children a record has its position, the first that is set."""

_R = TypeVar("_R", bound=Record)


class Ledger:
    """Records made so far, by kind and id, and those that were there before."""

    def __init__(self, present: Iterable[Record], make_id: Callable[[str], str]) -> None:
        self.id = make_id
        self._made: dict[type[Record], dict[str, Record]] = {}
        self._positions: Counter[tuple[type[Record], str]] = Counter()
        self._known: dict[tuple[type[Record], str], str] = {}
        for record in present:
            self._known.setdefault((type(record), _identity(type(record), partial(getattr, record))), record.id)
            self._positions[type(record), ""] += 1

    def make(self, kind: type[Record], key: str, /, **values: object) -> str:
        """Make a record last among those that stand where it stands; gives its id."""
        if "position" in {field.name for field in fields(kind)} and "position" not in values:
            under = next((str(values[name]) for name in _PARENTS if values.get(name)), "")
            values["position"] = self._positions[kind, under]
            self._positions[kind, under] += 1
        made = cast(Callable[..., Record], kind)(id=self.id(key), **values)
        self.add(made)
        return made.id

    def add(self, record: Record) -> None:
        """Add a finished record; one that is there already stays."""
        self._made.setdefault(type(record), {}).setdefault(record.id, record)

    def get(self, kind: type[_R], record_id: str) -> _R:
        """A record made before, by its id."""
        return cast(_R, self._made[kind][record_id])

    def change(self, kind: type[Record], key: str, /, **values: object) -> None:
        """Set fields of a record that was made before."""
        record_id = self.id(key)
        self._made[kind][record_id] = replace(self._made[kind][record_id], **values)  # type: ignore[arg-type]

    def only(self, kind: type[Record], /, **values: object) -> str | None:
        """The id of the one record made with these values; None where there is none or several."""
        made = self._made.get(kind, {}).values()
        found = [record.id for record in made if all(getattr(record, name) == value for name, value in values.items())]
        return found[0] if len(found) == 1 else None

    def find_or_make(self, kind: type[Record], key: str, /, **values: object) -> str:
        """The id of what links and cells point at: the register's own, the one made for that key, or a new one."""
        like = _identity(kind, values.get)
        for known in ((kind, like), (kind, f"key:{key}")):
            if known in self._known:
                return self._known[known]
        made = self._known[kind, f"key:{key}"] = self.make(kind, key, **values)
        return made

    def level(self, kind: LevelKind, name: str) -> str:
        """The level of that kind and name."""
        plural = LEVEL_WORDS.get(name.lower(), (kind, name))[1].capitalize()
        return self.find_or_make(Level, f"level:{kind}:{name_key(name)}", kind=kind, name=name, name_plural=plural)

    def in_order(self, kinds: Iterable[type[Record]]) -> Iterator[Record]:
        """The records made, by kind, each below what it stands under."""
        for kind in kinds:
            yield from _parents_first(self._made.get(kind, {}))


_IDENTITIES: dict[type[Record], tuple[str, ...]] = {
    Level: ("kind", "name"),
    Body: ("name",),
    OrgUnit: ("code",),
    ValueColumn: ("kind", "year", "label"),
    RegionalGoal: ("number", "title"),
    AgendaGoal: ("number",),
    GoverningDocument: ("title",),
    Foundation: ("title",),
    Perspective: ("name",),
    Forum: ("name",),
    BudgetLine: ("name",),
    RiskMatrix: (),
}
"""What a register knows a thing by that several items point at."""


def _identity(kind: type[Record], value_of: Callable[[str], object]) -> str:
    return "|".join(name_key(str(value_of(name))) for name in _IDENTITIES.get(kind, ("id",)))


def _parents_first(records: dict[str, Record]) -> Iterator[Record]:
    done: set[str] = set()
    for record in records.values():
        yield from _with_parent(record, records, done)


def _with_parent(record: Record, records: dict[str, Record], done: set[str]) -> Iterator[Record]:
    if record.id in done:
        return
    done.add(record.id)
    parent = getattr(record, "parent_id", None)
    if parent in records:
        yield from _with_parent(records[parent], records, done)
    yield record
