"""Ekonomiska ramar: amounts by line, year and kind, the unit they are written in, and the columns they stand in."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from regdesk.domain.codes import FrameKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import BudgetFrame, BudgetLine
from regdesk.domain.money import MONEY_UNITS, Money, read_money
from regdesk.domain.notation import ValueWarning, parse_value
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.preferences import preference, set_preference
from regdesk.services.registers import register_of
from regdesk.services.session import Session, name_of

_UNIT: Final = "budget_unit"
_COLUMNS: Final = "budget_columns"
_USUAL_UNIT: Final = "tkr"
_ORDER: Final = {kind: place for place, kind in enumerate(FrameKind)}


class FrameColumn(NamedTuple):
    """A year and what its amounts are: budget, plan, prognos or utfall."""

    year: int
    kind: FrameKind


def unit_of(session: Session) -> str:
    """The unit that an amount without one is counted in: the chosen one, or else what most amounts are written in."""
    chosen = preference(session, _UNIT)
    if isinstance(chosen, str) and chosen in MONEY_UNITS:
        return chosen
    found = session.repository.rows(
        "SELECT measure_unit FROM budget_frames GROUP BY measure_unit ORDER BY count(*) DESC, measure_unit LIMIT 1"
    )
    return str(found[0][0]) if found and found[0][0] in MONEY_UNITS else _USUAL_UNIT


def set_unit(session: Session, unit: str) -> None:
    """From here on amounts without a unit are counted in this one; those that are written keep theirs."""
    if unit not in MONEY_UNITS:
        raise KeyError(unit)
    if unit != unit_of(session):
        set_preference(session, _UNIT, unit)


def money_of(frame: BudgetFrame) -> Money:
    """The amount with its unit."""
    return Money(frame.amount, frame.measure_unit)


def columns_of(session: Session) -> list[FrameColumn]:
    """The columns by year: the usual ones, those that were added, and every one that has an amount."""
    used = session.repository.rows("SELECT DISTINCT year, kind FROM budget_frames")
    found = {FrameColumn(row["year"], FrameKind(row["kind"])) for row in used}
    return sorted(found | _usual(session) | _added(session), key=lambda column: (column.year, _ORDER[column.kind]))


def add_column(session: Session, column: FrameColumn) -> None:
    """Let there be a column, as one step; it is nothing new where there is one already."""
    if column not in columns_of(session):
        kept = sorted(_added(session) | {column})
        set_preference(session, _COLUMNS, [[each.year, each.kind.value] for each in kept])


def frame_at(session: Session, line_id: str, column: FrameColumn) -> BudgetFrame | None:
    """The frame of a line in a column."""
    found = session.all(BudgetFrame, "id", line_id=line_id, year=column.year)
    return next((frame for frame in found if frame.kind is column.kind), None)


def write_frame(session: Session, line_id: str, column: FrameColumn, text: str) -> None:
    """Write an amount as a person typed it; nothing typed takes the frame away with its note.

    Raises Problem(AMOUNT_UNREADABLE), Problem(AMOUNT_AMBIGUOUS) with the text, Problem(ROW_MISSING).
    """
    line = session.get(BudgetLine, line_id)
    present = frame_at(session, line_id, column)
    with session.change(Action.EDIT_VALUE, name_of(line)) as change:
        if not text.strip():
            change.delete_all([present] if present else [])
            return
        money = _read(text, unit_of(session))
        if present:
            change.update(replace(present, amount=money.amount, measure_unit=money.unit))
        else:
            change.insert(_frame(line, column, money))


def note_frame(session: Session, line_id: str, column: FrameColumn, note: str) -> None:
    """Say something of an amount. Raises Problem(ROW_MISSING) where there is none."""
    frame = frame_at(session, line_id, column)
    if frame is None:
        raise Problem(ProblemKind.ROW_MISSING, plural="budget_frames")
    with session.change(Action.COMMENT, name_of(session.get(BudgetLine, line_id))) as change:
        change.update(replace(frame, note=note))


def rename_line(session: Session, line_id: str, name: str) -> None:
    """Give a line another name. Raises Problem(NAME_MISSING) for none."""
    line = session.get(BudgetLine, line_id)
    if not name.strip():
        raise Problem(ProblemKind.NAME_MISSING)
    with session.change(Action.EDIT, name_of(line)) as change:
        change.update(replace(line, name=name.strip()))


def _frame(line: BudgetLine, column: FrameColumn, money: Money) -> BudgetFrame:
    return BudgetFrame(
        id=new_id(),
        line_id=line.id,
        year=column.year,
        kind=column.kind,
        amount=money.amount,
        measure_unit=money.unit,
    )


def _read(text: str, unit: str) -> Money:
    money = read_money(text, unit)
    if money is None:
        ambiguous = ValueWarning.AMBIGUOUS_DOT in parse_value(text).warnings
        raise Problem(ProblemKind.AMOUNT_AMBIGUOUS if ambiguous else ProblemKind.AMOUNT_UNREADABLE, text=text.strip())
    return money


def _usual(session: Session) -> set[FrameColumn]:
    """Budget and utfall of the year before and of the first year, whose prognos there is too; plan of those after."""
    register = register_of(session)
    if register.period_start is None:
        return set()
    first, last = register.period_start, register.period_end or register.period_start
    before = {FrameColumn(first - 1, kind) for kind in (FrameKind.BUDGET, FrameKind.OUTCOME)}
    now = {FrameColumn(first, kind) for kind in (FrameKind.BUDGET, FrameKind.FORECAST, FrameKind.OUTCOME)}
    return before | now | {FrameColumn(year, FrameKind.PLAN) for year in range(first + 1, last + 1)}


def _added(session: Session) -> set[FrameColumn]:
    kept = preference(session, _COLUMNS)
    if not isinstance(kept, list):
        return set()
    return {FrameColumn(int(year), FrameKind(kind)) for year, kind in kept}
