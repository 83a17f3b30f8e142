"""The goals for god ekonomisk hushållning (KL 11:6): what their indicators came to and should come to, and verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regdesk.domain.codes import ValueKind, ValueState
from regdesk.domain.model import Goal, Indicator, Value, ValueColumn
from regdesk.i18n import _
from regdesk.services.branches import latest_verdicts
from regdesk.services.session import Session
from regdesk.viewmodels.labels import goal_name
from regdesk.viewmodels.rows import Cell, Column, GivenRows, Row
from regdesk.viewmodels.values import column_label, value_cell
from regdesk.viewmodels.words import one_line, verdict_cell


def financial_goals(session: Session) -> GivenRows:
    """A row an indicator, by its id; a goal that has none is a row of its own."""
    goals = [goal for goal in session.all(Goal, is_financial=1) if goal.closed_on is None]
    return GivenRows(_columns(), [row for goal in goals for row in _rows(session, goal)])


def _columns() -> tuple[Column, ...]:
    return (
        Column(key="goal", title=_("Finansiellt mål"), width=2.4, sortable=False, letters=14),
        Column(key="indicator", title=_("Indikator"), width=2.4, sortable=False, letters=14),
        Column(key="outcome", title=_("Senaste utfall"), width=1.3, sortable=False),
        Column(key="target", title=_("Målnivå"), width=1.3, sortable=False),
        Column(key="verdict", title=_("Bedömning"), width=1.4, sortable=False, letters=17),
    )


def _rows(session: Session, goal: Goal) -> Iterator[Row]:
    indicators = [each for each in session.all(Indicator, goal_id=goal.id) if each.closed_on is None]
    verdicts = latest_verdicts(session, [goal.id, *(each.id for each in indicators)])
    name = Cell(text=goal_name(goal))
    if not indicators:
        none = Cell(text="")
        yield Row(id=goal.id, cells=(name, none, none, none, verdict_cell(verdicts.get(goal.id))))
    for indicator in indicators:
        outcome, target = _values(session, indicator)
        verdict = verdict_cell(verdicts.get(indicator.id))
        yield Row(id=indicator.id, cells=(name, Cell(text=one_line(indicator.title)), outcome, target, verdict))


def _values(session: Session, indicator: Indicator) -> tuple[Cell, Cell]:
    """The latest outcome that says anything, and the first target that is not for an earlier year, or else the last."""
    columns = session.all(ValueColumn)
    said = {value.column_id: value for value in session.all(Value, indicator_id=indicator.id) if _says(value)}
    outcomes = _by_year(columns, ValueKind.OUTCOME, said)
    targets = _by_year(columns, ValueKind.TARGET, said)
    since = outcomes[-1].year if outcomes else None
    ahead = [column for column in targets if since is None or (column.year or 0) >= since]
    return _cell(outcomes[-1:], said), _cell(ahead[:1] or targets[-1:], said)


def _says(value: Value) -> bool:
    return value.state is not ValueState.BLANK


def _by_year(columns: Sequence[ValueColumn], kind: ValueKind, said: dict[str, Value]) -> list[ValueColumn]:
    found = [column for column in columns if column.kind is kind and column.id in said]
    return sorted(found, key=lambda column: (column.year or 0, column.position))


def _cell(columns: Sequence[ValueColumn], said: dict[str, Value]) -> Cell:
    """The value with the year that it is of."""
    if not columns:
        return Cell(text="")
    value, column = said[columns[0].id], columns[0]
    text = value_cell(value.raw, value.state).text
    year = f" ({column.year})" if column.year else ""
    return Cell(text=f"{text}{year}", spoken=f"{column_label(column)}: {text}")
