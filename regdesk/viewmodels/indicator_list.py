"""The indicators with their values, which can be written as in a spreadsheet, and latest verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from regdesk.domain.codes import ValueState
from regdesk.domain.model import Indicator, Value, ValueColumn
from regdesk.i18n import _
from regdesk.services.actions import Action
from regdesk.services.editing import write_value
from regdesk.services.listing import ListRow
from regdesk.services.session import Session, name_of
from regdesk.viewmodels.record_list import (
    LATEST_VERDICT,
    InPlan,
    ListDesign,
    Order,
    RecordList,
    Stretch,
    by_verdict,
    latest_verdict_cell,
    sorted_by,
    text_cell,
)
from regdesk.viewmodels.rows import Cell, Column, Written
from regdesk.viewmodels.values import column_label, no_cell, value_cell

_TITLE = "item.title_key"


class IndicatorList(RecordList):
    """Indicators as rows. The cells of values are written by the key of their column, which is its id."""

    def __init__(self, session: Session, design: ListDesign, years: Iterable[ValueColumn]) -> None:
        super().__init__(session, design)
        self._session = session
        self._years = frozenset(year.id for year in years)

    def can_write(self, key: str) -> bool:
        """Whether the cells of a column are written here."""
        return key in self._years

    def raw(self, row_id: str, key: str) -> str:
        """What a cell says to the letter; nothing where the plan's table had no such cell."""
        found = self._session.all(Value, indicator_id=row_id, column_id=key)
        return found[0].raw if found else ""

    def write(self, cells: Iterable[Written]) -> None:
        """Write cells as a person typed them, as one step. Raises Problem(ROW_MISSING)."""
        written = list(cells)
        rows = {cell.row_id for cell in written}
        subject = name_of(self._session.get(Indicator, written[0].row_id)) if len(rows) == 1 else ""
        with self._session.change(Action.EDIT_VALUE, subject):
            for cell in written:
                write_value(self._session, cell.row_id, cell.key, cell.raw)


def indicator_list(session: Session, goal_id: str = "") -> IndicatorList:
    """Every indicator, or those of a goal, with a column a year that the plan gives values for.

    There is a column for numbers if the plan prints any, and one for the goal in the list of all.
    """
    years = session.all(ValueColumn, closed_on=None)
    shown = _Shown(
        years=years,
        numbered=bool(session.repository.select(Indicator, "WHERE printed_number <> '' LIMIT 1")),
        goals=not goal_id,
    )
    places = range(len(years))
    design = ListDesign(
        table="indicators",
        columns=tuple(_columns(shown)),
        select=", ".join(
            [
                "item.printed_number, item.title, goal.printed_number AS goal_number, goal.title AS goal_title",
                f"{LATEST_VERDICT} AS verdict",
                *(f"value_{place}.raw AS raw_{place}, value_{place}.state AS state_{place}" for place in places),
            ]
        ),
        joins="LEFT JOIN goals AS goal ON goal.id = item.goal_id " + " ".join(map(_join, places)),
        join_values=tuple(year.id for year in years),
        cells=lambda row: tuple(_cells(shown, row)),
        orders=_orders(shown),
        where="item.id IN (SELECT id FROM indicators WHERE goal_id = ?)" if goal_id else "1",
        where_values=(goal_id,) if goal_id else (),
    )
    return IndicatorList(session, design, years)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What there are columns for: the years, and where it says anything the number and the goal."""

    years: Sequence[ValueColumn]
    numbered: bool
    goals: bool


def _columns(shown: _Shown) -> Iterator[Column]:
    if shown.numbered:
        yield Column(key="number", title=_("Nr"), width=0.5)
    yield Column(key="title", title=_("Indikator"), width=2.8, letters=12)
    if shown.goals:
        yield Column(key="goal", title=_("Mål"), width=1.6, letters=8)
    # Years are what there may be many of: their names take two lines.
    yield from (
        Column(key=year.id, title=column_label(year).replace(" ", "\n", 1), width=1.25, letters=6)
        for year in shown.years
    )
    yield Column(key="verdict", title=_("Bedömning"), width=1.4, letters=17)


def _cells(shown: _Shown, row: ListRow) -> Iterator[Cell]:
    if shown.numbered:
        yield text_cell(row, "printed_number")
    yield text_cell(row, "title")
    if shown.goals:
        yield text_cell(row, "goal_number", "goal_title")
    yield from (_value(row, place) for place in range(len(shown.years)))
    yield latest_verdict_cell(row)


def _join(place: int) -> str:
    value = f"value_{place}"
    return f'LEFT JOIN "values" AS {value} ON {value}.indicator_id = item.id AND {value}.column_id = ?'


def _orders(shown: _Shown) -> dict[str, Order]:
    plan: Order = InPlan() if shown.goals else sorted_by("item.position")
    return {
        "goal": plan,
        "number": plan,
        "title": sorted_by(_TITLE),
        "verdict": by_verdict(_TITLE),
        **{year.id: _by_value(year.id) for year in shown.years},
    }


def _by_value(column_id: str) -> tuple[Stretch, ...]:
    """Indicators with a number there by the number, then the others by their titles."""
    numbered = Stretch(
        key="item.sort_number",
        source='(SELECT indicator_id AS id, column_id, sort_number FROM "values") AS item',
        where="item.column_id = ? AND item.sort_number IS NOT NULL",
        values=(column_id,),
    )
    number = 'SELECT 1 FROM "values" WHERE indicator_id = item.id AND column_id = ? AND sort_number IS NOT NULL'
    return numbered, Stretch(key=_TITLE, where=f"NOT EXISTS ({number})", values=(column_id,), last=True)


def _value(row: ListRow, place: int) -> Cell:
    raw, state = row.cells[f"raw_{place}"], row.cells[f"state_{place}"]
    return no_cell() if raw is None else value_cell(str(raw), ValueState(str(state)))
