"""Long lists a page at a time: the register sorts by stored keys, filters by its search index and counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from regdesk.services.session import Session
from regdesk.store.mapping import Cell
from regdesk.store.search import query

Position = tuple[Cell, ...]
"""Where a row stands: its sort value and its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """A list: what it selects and what it can be sorted by. All is written by programmers, nothing by users.

    `source` is a FROM clause in which `item` names the table whose id is the row's; `sorts` gives an expression
    for each key, one that is never NULL; `where` narrows the list always.
    """

    columns: str
    source: str
    sorts: Mapping[str, str]
    where: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQuery:
    """How a person looks at a list just now."""

    order: str
    descending: bool = False
    filter: str = ""
    values: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row by its columns, with its place in the order."""

    id: str
    cells: dict[str, Cell]
    position: Position


def count(session: Session, spec: ListSpec, look: ListQuery) -> int:
    """How many rows pass the filter."""
    where, values = _where(spec, look)
    return int(session.repository.rows(f"SELECT count(*) FROM {spec.source} WHERE {where}", values)[0][0])


def page(session: Session, spec: ListSpec, look: ListQuery, after: Position | None, limit: int) -> list[ListRow]:
    """The next rows after a position, the first ones when None; found by key, so page 1,000 costs what page 1 does."""
    where, values = _where(spec, look)
    key = spec.sorts[look.order]
    if after is not None:
        where += f" AND ({key}, item.id) {'<' if look.descending else '>'} (?, ?)"
        values += after
    direction = "DESC" if look.descending else "ASC"
    rows = session.repository.rows(
        f"SELECT item.id AS id, {key} AS sort_value, {spec.columns} FROM {spec.source} WHERE {where} "
        f"ORDER BY {key} {direction}, item.id {direction} LIMIT ?",
        (*values, limit),
    )
    return [ListRow(row["id"], dict(row), (row["sort_value"], row["id"])) for row in rows]


_PLAN = """
    WITH RECURSIVE plan (id, place) AS (
        SELECT id, printf('%09d', position) || id FROM goals WHERE parent_id IS NULL
        UNION ALL
        SELECT goals.id, plan.place || printf('%09d', goals.position) || goals.id
        FROM plan JOIN goals ON goals.parent_id = plan.id
    )
"""
"""Goals with a text that sorts them depth first, as they are printed."""


def goals_of(session: Session, spec: ListSpec, look: ListQuery) -> list[str]:
    """The goals that rows of a list stand under, in the order of the plan; `item` has a `goal_id` there."""
    where, values = _where(spec, look)
    rows = session.repository.rows(
        f"{_PLAN} SELECT id FROM plan "
        f"WHERE id IN (SELECT item.goal_id FROM {spec.source} WHERE {where}) ORDER BY place",
        values,
    )
    return [row["id"] for row in rows]


def _where(spec: ListSpec, look: ListQuery) -> tuple[str, tuple[Cell, ...]]:
    words = query(look.filter)
    if not words:
        return spec.where, look.values
    found = "SELECT items.id FROM search JOIN items ON items.n = search.rowid WHERE search MATCH ?"
    return f"{spec.where} AND item.id IN ({found})", (*look.values, words)
