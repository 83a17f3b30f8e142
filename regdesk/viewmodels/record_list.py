"""Lists of records, a page at a time. An order is made of stretches, each of which the register sorts by an index."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from regdesk.domain.codes import Verdict, WorkStatus
from regdesk.services.closing import open_only
from regdesk.services.listing import ListQuery, ListRow, ListSpec, count, goals_of, page
from regdesk.services.secrecy import secrecy_of
from regdesk.services.session import Session
from regdesk.viewmodels.rows import Cell, Column, Row
from regdesk.viewmodels.words import one_line, status_cell, verdict_cell

LATEST_VERDICT: Final = """(
    SELECT verdict FROM assessments AS latest
    WHERE item_id = item.id AND NOT EXISTS (SELECT 1 FROM assessments WHERE supersedes_id = latest.id)
    ORDER BY recorded_at DESC, id DESC LIMIT 1
)"""
"""The verdict that is in force for `item`, NULL where nobody has assessed it."""

Place = tuple[str | int | float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Rows that stand together in an order: those that `where` lets through, sorted by `key`, which is never NULL.

    `source` is read instead of the table itself where another table holds the key; `item` has the row's id there
    too. A `last` stretch, of rows that have nothing to sort by, stays last whichever way the others are turned.
    """

    key: str
    where: str = "1"
    values: tuple[str, ...] = ()
    source: str = ""
    last: bool = False


@dataclass(frozen=True, slots=True)
class InPlan:
    """The order of the plan: by goal, and by `key` within a goal; `loose` rows, which have no goal, come last.

    `text_key` is a text that sorts as `key` does.
    """

    key: str = "item.position"
    text_key: str = "printf('%09d', item.position)"
    loose: bool = False


Order = tuple[Stretch, ...] | InPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDesign:
    """What a list shows of which records. SQL in it is written by programmers; in it `item` is the record's row.

    `select` and `joins` are parts of the SELECT that reads a page's rows, with `join_values` for the marks in `joins`;
    `where` narrows the list by what it asks of `item.id`, with `where_values` for its marks.
    `orders` are by the keys of columns; the first one, which may be of no column, is what the list opens with.
    """

    table: str
    columns: tuple[Column, ...]
    select: str
    cells: Callable[[ListRow], tuple[Cell, ...]]
    orders: Mapping[str, Order]
    joins: str = ""
    join_values: tuple[str, ...] = ()
    where: str = "1"
    where_values: tuple[str, ...] = ()


class RecordList:
    """The records of one kind as rows. Columns stay as they were when the list was made."""

    def __init__(self, session: Session, design: ListDesign) -> None:
        self._session = session
        self._design = design
        self._filter = ""
        self._key = next(iter(design.orders))
        self._descending = False
        self._stretches: list[Stretch] = []

    @property
    def columns(self) -> Sequence[Column]:
        return self._design.columns

    def count(self) -> int:
        """Number of rows that pass the filter."""
        return count(self._session, self._bare(), self._look())

    def set_filter(self, text: str) -> None:
        self._filter = text
        self._stretches = []

    def set_order(self, key: str, *, descending: bool) -> None:
        """Raises KeyError for a column that the list is not sorted by."""
        self._design.orders[key]
        self._key, self._descending = key, descending
        self._stretches = []

    def page(self, after: Row | None, limit: int) -> list[Row]:
        """The next rows: first their ids in order, then what stands in just those.

        The first page finds the stretches anew, so that it shows the register as it is now.
        """
        if after is None or not self._stretches:
            self._stretches = self._find_stretches()
        places = self._places(after.position if after else (), limit)
        details, secrecy = self._details([row_id for row_id, _ in places]), secrecy_of(self._session)
        return [
            Row(
                id=row_id,
                cells=self._design.cells(details[row_id]),
                position=place,
                secret=secrecy.is_secret(row_id),
            )
            for row_id, place in places
        ]

    def _places(self, after: Place, limit: int) -> list[tuple[str, Place]]:
        """The next ids, each with its place: the number of its stretch and its position in there."""
        start, position = (int(str(after[0])), after[1:]) if after else (0, None)
        places: list[tuple[str, Place]] = []
        for number in range(start, len(self._stretches)):
            found = self._read(self._stretches[number], position, limit - len(places))
            places += [(row.id, (number, *row.position)) for row in found]
            position = None
            if len(places) >= limit:
                break
        return places

    def _read(self, stretch: Stretch, after: Place | None, limit: int) -> list[ListRow]:
        spec = ListSpec(
            columns="NULL",
            source=stretch.source or self._table(),
            sorts={"key": stretch.key},
            where=f"{stretch.where} AND {self._where()}",
        )
        look = ListQuery(
            order="key",
            descending=self._descending and not stretch.last,
            filter=self._filter,
            values=(*stretch.values, *self._design.where_values),
        )
        return page(self._session, spec, look, after, limit)

    def _details(self, ids: Sequence[str]) -> dict[str, ListRow]:
        spec = ListSpec(
            columns=self._design.select,
            source=f"{self._table()} {self._design.joins}",
            sorts={"id": "item.id"},
            where="item.id IN (SELECT value FROM json_each(?))",
        )
        look = ListQuery(order="id", values=(*self._design.join_values, json.dumps(ids)))
        return {row.id: row for row in page(self._session, spec, look, None, len(ids))}

    def _find_stretches(self) -> list[Stretch]:
        order = self._design.orders[self._key]
        stretches = self._plan_stretches(order) if isinstance(order, InPlan) else list(order)
        turned = [stretch for stretch in stretches if not stretch.last]
        if self._descending:
            turned.reverse()
        return turned + [stretch for stretch in stretches if stretch.last]

    def _plan_stretches(self, order: InPlan) -> list[Stretch]:
        """A stretch a goal, read by the goal's index; when filtered one for all, so that the filter works but once."""
        goals = goals_of(self._session, self._bare(), self._look())
        if self._filter:
            under = [self._filtered_plan(order, goals)]
        else:
            under = [Stretch(key=order.key, where="item.goal_id = ?", values=(goal,)) for goal in goals]
        return under + ([Stretch(key=order.key, where="item.goal_id IS NULL", last=True)] if order.loose else [])

    def _filtered_plan(self, order: InPlan, goals: Sequence[str]) -> Stretch:
        return Stretch(
            key=f"printf('%09d', goal.key) || {order.text_key}",
            source=f"{self._table()} JOIN json_each(?) AS goal ON goal.value = item.goal_id",
            values=(json.dumps(goals),),
        )

    def _bare(self) -> ListSpec:
        """The list without what stands beside its rows."""
        return ListSpec(columns="NULL", source=self._table(), sorts={}, where=self._where())

    def _look(self) -> ListQuery:
        return ListQuery(order="", filter=self._filter, values=self._design.where_values)

    def _where(self) -> str:
        """What is closed is in no list."""
        return f"{self._design.where} AND {open_only(self._design.table)}"

    def _table(self) -> str:
        return f'"{self._design.table}" AS item'


def sorted_by(key: str) -> tuple[Stretch, ...]:
    """An order by one expression that is never NULL."""
    return (Stretch(key=key),)


def filled_first(column: str, otherwise: str) -> tuple[Stretch, ...]:
    """Rows that have something in a column by that, then those that have nothing by another expression."""
    return (
        Stretch(key=column, where=f"{column} IS NOT NULL"),
        Stretch(key=otherwise, where=f"{column} IS NULL", last=True),
    )


def by_status(then: str) -> tuple[Stretch, ...]:
    """Rows by how their work stands, in the order of the statuses."""
    return tuple(Stretch(key=then, where="item.status = ?", values=(status.value,)) for status in WorkStatus)


def by_verdict(then: str) -> tuple[Stretch, ...]:
    """Rows by the verdict in force, from Ja to Kan ej bedömas; those that nobody has assessed come last."""
    # The first test spares the register from looking for a verdict that was never given.
    ever = "EXISTS (SELECT 1 FROM assessments WHERE verdict = ?)"
    now = f"{LATEST_VERDICT} = ?"
    judged = [Stretch(key=then, where=f"{ever} AND {now}", values=(verdict, verdict)) for verdict in Verdict]
    unjudged = "NOT EXISTS (SELECT 1 FROM assessments WHERE item_id = item.id)"
    return (*judged, Stretch(key=then, where=unjudged, last=True))


def text_cell(row: ListRow, *columns: str) -> Cell:
    """What stands in some columns of a row, on one line."""
    return Cell(text=one_line(" ".join(str(row.cells[column]) for column in columns)))


def status_cell_of(row: ListRow) -> Cell:
    """The cell of a row that selects its status."""
    return status_cell(WorkStatus(str(row.cells["status"])))


def latest_verdict_cell(row: ListRow) -> Cell:
    """The cell of a row that selects LATEST_VERDICT AS verdict."""
    verdict = row.cells["verdict"]
    return verdict_cell(Verdict(str(verdict)) if verdict else None)
