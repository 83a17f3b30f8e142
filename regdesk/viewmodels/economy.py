"""The board's economy, "Ekonomiska ramar": frames by line and year as the window has them, and the financial goals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from regdesk.domain.codes import FrameKind
from regdesk.domain.model import BudgetFrame, BudgetLine, Indicator
from regdesk.i18n import _
from regdesk.services.budget import FrameColumn, unit_of
from regdesk.services.session import Session
from regdesk.viewmodels.budget import NAME, SUM, BudgetSheet, column_of, key_of
from regdesk.viewmodels.edition import Disclosure
from regdesk.viewmodels.financial_goals import financial_goals
from regdesk.viewmodels.follow_up_parts import Assessed
from regdesk.viewmodels.follow_up_verdicts import Verdicts
from regdesk.viewmodels.rows import Cell, Column, Row, Tone
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line, word

_MOST: Final = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameRow:
    """A line with a cell for each column; one that is withheld has its neutral line for a name, and no cells."""

    name: str
    cells: tuple[Cell, ...]
    is_sum: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameHead:
    """The column of a year and what its amounts are, in two lines."""

    year: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameNote:
    """What is said of an amount."""

    line: str
    column: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancialRow:
    """An indicator of a financial goal, or a goal without any; one that is withheld is not `assessed`."""

    goal: str
    indicator: str
    outcome: Cell
    target: Cell
    assessed: Assessed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Economy:
    """The frames, a row a line, and what the financial goals came to.

    `unit` is what an amount without one counts; `is_mixed` where any amount is shown in another. `decided` is the one
    decision that all verdicts come from; of several, each verdict names its own.
    """

    unit: str
    is_mixed: bool
    columns: tuple[FrameHead, ...]
    rows: tuple[FrameRow, ...]
    notes: tuple[FrameNote, ...]
    goals: tuple[FinancialRow, ...]
    decided: str


def economy(request: SheetRequest, *, outcome: bool = True, in_one_unit: bool = False) -> Economy:
    """The economy as it stands. Without `outcome` it is what is planned: no prognosis, outcome, or what is left.

    Raises Problem(ROW_MISSING) for an unknown meeting.
    """
    session, disclosure = request.session, request.disclosure
    sheet = BudgetSheet(session, in_one_unit=in_one_unit, withheld=disclosure.withholds, marks=False)
    rows = sheet.page(None, _MOST)
    columns = [column for column in _filled(sheet.columns, rows) if outcome or _is_planned(column)]
    listed = financial_goals(session).page(None, _MOST)
    verdicts = Verdicts.read(request, [row.id for row in listed])
    decisions, unit = (*verdicts.decided, *verdicts.loose), unit_of(session)
    return Economy(
        unit=unit,
        is_mixed=not in_one_unit and _is_mixed(session, disclosure, unit),
        columns=tuple(FrameHead(year=_year(column), title=column.title) for column in columns),
        rows=tuple(_frame_rows(session, disclosure, rows, [sheet.columns.index(column) for column in columns])),
        notes=tuple(_notes(session, disclosure, {column.key for column in columns})),
        goals=tuple(_goal(session, disclosure, row, verdicts.of(row.id)) for row in listed),
        decided=decisions[0] if len(decisions) == 1 else "",
    )


# Frames


def _filled(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """The columns in which any line says something; years that nobody has budgeted for are no news."""
    return [
        column
        for place, column in enumerate(columns)
        if column.key != NAME and any(row.cells[place].text for row in rows if row.id != SUM)
    ]


def _is_planned(column: Column) -> bool:
    place = column_of(column.key)
    return place is not None and place.kind in (FrameKind.BUDGET, FrameKind.PLAN)


def _year(column: Column) -> int:
    return int(column.key.split(":")[0])


def _frame_rows(
    session: Session, disclosure: Disclosure, rows: Sequence[Row], places: Sequence[int]
) -> Iterator[FrameRow]:
    """The lines in their order, and their sum, which says so where it is not that of all lines."""
    found = {row.id: tuple(row.cells[place] for place in places) for row in rows}
    lines = session.all(BudgetLine)
    for line in lines:
        name = disclosure.text(line.id, one_line(line.name))
        yield FrameRow(name=name, cells=found.get(line.id, ()))
    sums = tuple(map(_added, found.get(SUM, ())))
    if any(cell.text for cell in sums):
        some = any(disclosure.withholds(line.id) for line in lines)
        name = _("Summa av de rader som visas") if some else _("Summa")
        yield FrameRow(name=name, cells=sums, is_sum=True)


def _added(cell: Cell) -> Cell:
    """A sum; none where the units differ, so that the figures above stand in line."""
    return Cell(text="" if cell.tone is Tone.MUTED else cell.text)


def _is_mixed(session: Session, disclosure: Disclosure, unit: str) -> bool:
    return any(frame.measure_unit != unit for frame in disclosure.shown(session.all(BudgetFrame, "id")))


def _notes(session: Session, disclosure: Disclosure, keys: set[str]) -> Iterator[FrameNote]:
    """Line by line, year by year, of the columns that are shown."""
    frames = disclosure.shown(session.all(BudgetFrame, "year, kind, id"))
    for line in session.all(BudgetLine):
        for frame in frames:
            if frame.line_id == line.id and frame.note.strip() and key_of(FrameColumn(frame.year, frame.kind)) in keys:
                yield FrameNote(
                    line=one_line(line.name), column=f"{word(frame.kind)} {frame.year}", text=frame.note.strip()
                )


# Financial goals


def _goal(session: Session, disclosure: Disclosure, row: Row, assessed: Assessed) -> FinancialRow:
    """As the window lists it; the verdict is the one that the edition shows."""
    goal, indicator, outcome, target, _verdict = row.cells
    found = session.repository.find(Indicator, row.id)
    nothing, withheld = Cell(text=""), disclosure.withholds(row.id)
    return FinancialRow(
        goal=disclosure.text(found.goal_id if found else row.id, goal.text),
        indicator=disclosure.text(row.id, indicator.text) if found else "",
        outcome=nothing if withheld else outcome,
        target=nothing if withheld else target,
        assessed=None if withheld else assessed,
    )
