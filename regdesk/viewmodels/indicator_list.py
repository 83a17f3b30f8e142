"""The indicators with their values and latest verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from regdesk.domain.codes import ValueState
from regdesk.domain.model import Indicator, ValueColumn
from regdesk.i18n import _
from regdesk.services.listing import ListRow
from regdesk.services.session import Session
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
from regdesk.viewmodels.rows import Cell, Column
from regdesk.viewmodels.values import column_label, no_cell, value_cell

_TITLE = "item.title_key"


def indicator_list(session: Session) -> RecordList:
    """Every indicator, with a column a year that the plan gives values for, and one for numbers if it has any."""
    years = session.all(ValueColumn)
    numbered = bool(session.repository.select(Indicator, "WHERE printed_number <> '' LIMIT 1"))
    places = range(len(years))
    return RecordList(
        session,
        ListDesign(
            table="indicators",
            columns=_columns(years, numbered),
            select=", ".join(
                [
                    "item.printed_number, item.title, goal.printed_number AS goal_number, goal.title AS goal_title",
                    f"{LATEST_VERDICT} AS verdict",
                    *(f"value_{place}.raw AS raw_{place}, value_{place}.state AS state_{place}" for place in places),
                ]
            ),
            joins="LEFT JOIN goals AS goal ON goal.id = item.goal_id " + " ".join(map(_join, places)),
            join_values=tuple(year.id for year in years),
            cells=_cells_with(places, numbered),
            orders=_orders(years),
        ),
    )


def _columns(years: Sequence[ValueColumn], numbered: bool) -> tuple[Column, ...]:
    number = Column(key="number", title=_("Nr"), width=0.5)
    return (
        *([number] if numbered else []),
        Column(key="title", title=_("Indikator"), width=3.0),
        Column(key="goal", title=_("Mål"), width=2.0),
        *(Column(key=year.id, title=column_label(year)) for year in years),
        Column(key="verdict", title=_("Bedömning"), width=1.1),
    )


def _join(place: int) -> str:
    value = f"value_{place}"
    return f'LEFT JOIN "values" AS {value} ON {value}.indicator_id = item.id AND {value}.column_id = ?'


def _orders(years: Iterable[ValueColumn]) -> dict[str, Order]:
    return {
        "goal": InPlan(),
        "number": InPlan(),
        "title": sorted_by(_TITLE),
        "verdict": by_verdict(_TITLE),
        **{year.id: _by_value(year.id) for year in years},
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


def _cells_with(places: Iterable[int], numbered: bool) -> Callable[[ListRow], tuple[Cell, ...]]:
    def cells(row: ListRow) -> tuple[Cell, ...]:
        return (
            *([text_cell(row, "printed_number")] if numbered else []),
            text_cell(row, "title"),
            text_cell(row, "goal_number", "goal_title"),
            *(_value(row, place) for place in places),
            latest_verdict_cell(row),
        )

    return cells


def _value(row: ListRow, place: int) -> Cell:
    raw, state = row.cells[f"raw_{place}"], row.cells[f"state_{place}"]
    return no_cell() if raw is None else value_cell(str(raw), ValueState(str(state)))
