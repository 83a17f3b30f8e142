"""Rolling the plan to its next period: the old one is kept as a version, what goes on keeps its id and its past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from regdesk.domain.codes import RegisterStatus, ValueKind, ValueState, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Assignment, Indicator, Value, ValueColumn
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.change import Change
from regdesk.services.closing import close_all, closed_with
from regdesk.services.registers import register_of
from regdesk.services.session import Session
from regdesk.services.versions import take_version

_FINISHED = (WorkStatus.DONE, WorkStatus.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """The next period, in years with both included; the years that get targets; and ids of what is closed.

    `title` is what the version of the old period is called, `years` how steps and history name the new one.
    """

    start: int
    end: int
    target_years: tuple[int, ...] = ()
    closing: frozenset[str] = frozenset()
    title: str = ""
    years: str = ""


def finished(session: Session) -> frozenset[str]:
    """Ids of the uppdrag and delaktiviteter that are done or dropped; an uppdrag not before all its parts are."""
    done = [each.id for each in session.all(Activity, closed_on=None) if each.status in _FINISHED]
    work = session.all(Assignment, closed_on=None)
    unfinished = _with_parents(work, [each for each in work if each.status not in _FINISHED])
    return frozenset([*done, *(each.id for each in work if each.id not in unfinished)])


def next_target_years(session: Session, start: int) -> tuple[int, ...]:
    """The years that have targets now, as far into the new period as they are into this one."""
    first = register_of(session).period_start
    years = {each.year for each in _targets(session) if each.year is not None}
    return () if first is None else tuple(sorted({year - first + start for year in years if year >= first}))


def check_roll(session: Session, roll: Roll) -> None:
    """Raises Problem(PERIOD_NOT_LATER) unless the new period begins after this one began."""
    first = register_of(session).period_start
    if roll.end < roll.start or (first is not None and roll.start <= first):
        raise Problem(ProblemKind.PERIOD_NOT_LATER, year=first)


def roll_plan(session: Session, roll: Roll, today: date) -> None:
    """Roll the plan as one step. Outcomes, verdicts and everything that is closed stay in the register.

    Raises Problem(PERIOD_NOT_LATER), Problem(ROW_MISSING).
    """
    check_roll(session, roll)
    with session.change(Action.ROLL_PLAN, roll.years) as change:
        take_version(session, roll.title)
        register = register_of(session)
        change.update(replace(register, period_start=roll.start, period_end=roll.end, status=RegisterStatus.DRAFT))
        closed = closed_with(session, roll.closing)
        close_all(change, closed, today)
        _add_targets(session, change, roll.target_years)
        for column in retired_targets(session, roll.start):
            change.update(replace(column, closed_on=today))


def retired_targets(session: Session, start: int) -> list[ValueColumn]:
    """The columns of targets for years before a new period: they are kept, but are no targets of the plan any more."""
    return [each for each in _targets(session) if each.year is not None and each.year < start]


def new_target_years(session: Session, years: Sequence[int]) -> list[int]:
    """Those of some years that have no targets yet."""
    known = {column.year for column in _targets(session)}
    return [year for year in dict.fromkeys(years) if year not in known]


def _targets(session: Session) -> list[ValueColumn]:
    return [each for each in session.all(ValueColumn, closed_on=None) if each.kind is ValueKind.TARGET]


def _add_targets(session: Session, change: Change, years: Sequence[int]) -> None:
    """Columns for the years that have none, with a blank cell for each indicator that has targets at all."""
    place = max((column.position for column in session.all(ValueColumn)), default=-1) + 1
    indicators = _with_targets(session)
    for position, year in enumerate(new_target_years(session, years), start=place):
        column = change.insert(ValueColumn(id=new_id(), kind=ValueKind.TARGET, year=year, position=position))
        change.insert_all([_blank(indicator_id, column) for indicator_id in indicators])


def _with_targets(session: Session) -> list[str]:
    """Ids of the indicators that go on and have had targets."""
    having = {value.indicator_id for value in session.all(Value) if value.kind is ValueKind.TARGET}
    return [each.id for each in session.all(Indicator, closed_on=None) if each.id in having]


def _blank(indicator_id: str, column: ValueColumn) -> Value:
    return Value(
        id=new_id(),
        indicator_id=indicator_id,
        column_id=column.id,
        kind=column.kind,
        year=column.year,
        position=column.position,
        raw="",
        state=ValueState.BLANK,
    )


def _with_parents(work: Sequence[Assignment], some: Sequence[Assignment]) -> set[str]:
    """Ids of some uppdrag and of all that they stand below."""
    parents = {each.id: each.parent_id for each in work}
    found: set[str] = set()
    for each in some:
        above: str | None = each.id
        while above and above not in found:
            found.add(above)
            above = parents.get(above)
    return found
