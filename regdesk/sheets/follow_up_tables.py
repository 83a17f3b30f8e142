"""Tables of things with verdicts: values, the verdict and what it was, and what is said of it, beside or below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from regdesk.i18n import _
from regdesk.sheets.blocks import Cell, Row, Run, Table, words
from regdesk.sheets.sparklines import sparkline
from regdesk.sheets.status import labelled, plain, stacked, status
from regdesk.viewmodels.follow_up_parts import Assessed, GoalPart, IndicatorRow, IndicatorTable, WorkRow
from regdesk.viewmodels.kinds import many_of

_SHORT: Final = 300
"""Letters of a comment that may stand in a column; a longer one takes the width of the table."""

_BRIEF: Final = 80
"""Letters of a criterion that stands under its parameter, beside the lines that the verdict takes."""

_MOST_BESIDE: Final = 4
"""Columns of values and curves that leave room for comments beside them on a page that is turned."""

MOST_UPRIGHT: Final = 5
"""Columns of values that an upright page has room for."""

_MOST_WITH_CURVES: Final = {False: 3, True: 6}
"""Columns of values that leave room for curves beside them, on an upright page and on one that is turned."""

_CURVE: Final = {False: 14.0, True: 9.5}
"""Of the table's width, that a column of curves takes, on an upright page and on one that is turned."""


def wants_wide(table: IndicatorTable, *, charts: bool) -> bool:
    """Whether an upright page has no room for all of the table."""
    values = len(table.columns)
    with_curves = charts and any(row.curve for row in table.rows) and values <= _MOST_WITH_CURVES[True]
    return values > (_MOST_WITH_CURVES[False] if with_curves else MOST_UPRIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMaker:
    """Makes tables of what is chosen, for a page that is upright or `wide`."""

    wide: bool
    comments: bool
    parameters: bool = True
    trend: bool = True
    charts: bool = True

    def own_verdict(self, goal: GoalPart, assessed: Assessed) -> Table:
        """The verdict of the goal itself."""
        return self._table(goal.level, (), self._rows((Run(text=goal.title),), "", (), assessed, 0), goal)

    def work(self, goal: GoalPart) -> Table:
        """Delmål and delaktiviteter."""
        kinds = {each.kind for row in goal.work for each in (row, *row.below)}
        title = many_of(kinds.pop()) if len(kinds) == 1 else _("Delmål och delaktiviteter")
        return self._table(title, (), (made for row in goal.work for made in self._work_rows(row, 0)), goal)

    def indicators(self, table: IndicatorTable, goal: GoalPart) -> Table:
        """Indicators with their values, in the order they come."""
        curves = self._has_curves(table)
        columns = (*table.columns, *((_("Utveckling"),) if curves else ()))
        rows = (made for row in table.rows for made in self._indicator(row, curves=curves))
        return self._table(table.title, columns, rows, goal, curves=curves)

    def _has_curves(self, table: IndicatorTable) -> bool:
        room = len(table.columns) <= _MOST_WITH_CURVES[self.wide]
        return self.charts and room and any(row.curve for row in table.rows)

    def _work_rows(self, row: WorkRow, level: int) -> Iterator[Row]:
        standing = (Run(text=f"\n{row.standing}", quiet=True),) if row.standing else ()
        yield from self._rows((*labelled(row.label, row.text), *standing), "", (), row.assessed, level)
        for below in row.below:
            yield from self._work_rows(below, level + 1)

    def _indicator(self, row: IndicatorRow, *, curves: bool) -> Iterator[Row]:
        change = (Run(text=f"\n{row.change}", quiet=True),) if row.change and self.trend else ()
        values: tuple[Cell, ...] = tuple(map(plain, row.values))
        if curves:
            values = (*values, sparkline(row.curve) if row.curve else "")
        yield from self._rows((Run(text=row.title), *change), row.criterion, values, row.assessed, 0)
        if self.parameters:
            for parameter in row.parameters:
                none = ("",) * len(values)
                yield from self._rows((Run(text=parameter.name),), parameter.criterion, none, parameter.assessed, 1)

    def _table(
        self, title: str, columns: Sequence[str], rows: Iterable[Row], goal: GoalPart, *, curves: bool = False
    ) -> Table:
        """One thing a row: its values, its verdict and, where the page is wide enough, what is said of it."""
        beside = self._comments_beside(len(columns))
        return Table(
            header=(title, *columns, _("Bedömning"), *((_("Kommentar"),) if beside else ())),
            rows=tuple(rows),
            widths=self._widths(len(columns) - curves, beside=beside, curves=curves),
            summary=_("{what} under {goal}, med bedömning.").format(what=title, goal=goal.name),
        )

    def _rows(
        self, name: tuple[Run, ...], criterion: str, values: Sequence[Cell], assessed: Assessed | None, level: int
    ) -> Iterator[Row]:
        """The row of a thing. What does not fit beside its values follows in a row across the whole table."""
        verdict: Cell = status(assessed.cell, self._note(assessed)) if assessed else ""
        criteria, beside = _criteria(criterion), self._comments_beside(len(values))
        if level and not beside and len(words(criteria)) <= _BRIEF:
            name, criteria = stacked(name, criteria), ()
        said = remarks(assessed) if self.comments else ()
        is_short = len(words(said)) <= _SHORT
        if beside:
            comment = said if is_short else ()
            yield Row(cells=(stacked(name, criteria), *values, verdict, comment), level=level)
        else:
            yield Row(cells=(name, *values, verdict), level=level)
        below = stacked(() if beside else criteria, () if beside and is_short else self._said_below(assessed))
        if below:
            yield Row(cells=(below,), level=level + 1)

    def _note(self, assessed: Assessed) -> str:
        """What the verdict was before, and where it was decided."""
        return "\n".join(filter(None, (assessed.trend if self.trend else "", assessed.decided)))

    def _said_below(self, assessed: Assessed | None) -> tuple[Run, ...]:
        return remarks(assessed, _("Kommentar")) if self.comments else ()

    def _widths(self, values: int, *, beside: bool, curves: bool) -> tuple[float, ...]:
        """Shares of the text's width: enough for "Kan ej bedömas" and for "Bibehålla/öka" on one line."""
        verdict, value = (13.0, 9.7 if values + curves <= _MOST_BESIDE else 8.0) if self.wide else (18.0, 13.0)
        comment = ((24.0 if values else 40.0),) if beside else ()
        curve = (_CURVE[self.wide],) if curves else ()
        name = 100 - verdict - value * values - sum(comment) - sum(curve)
        return (max(name, 25), *(value,) * values, *curve, verdict, *comment)

    def _comments_beside(self, values: int) -> bool:
        return self.comments and values <= (_MOST_BESIDE if self.wide else 0)


def remarks(assessed: Assessed | None, unlabelled: str = "") -> tuple[Run, ...]:
    """The justification, under a label where it stands alone, then what each party says, on lines of their own."""
    said = assessed.remarks if assessed else ()
    return stacked(*(labelled(remark.label or unlabelled, remark.text) for remark in said))


def _criteria(criterion: str) -> tuple[Run, ...]:
    return (Run(text=_("Bedömningsgrund: {text}").format(text=criterion), quiet=True),) if criterion else ()
