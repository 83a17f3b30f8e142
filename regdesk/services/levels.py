"""The levels of the governing model: adding, moving and removing them while goals stand on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regdesk.domain.ids import new_id
from regdesk.domain.model import Goal, Level
from regdesk.domain.models import code_of, own_level
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.change import Change
from regdesk.services.registers import register_of
from regdesk.services.session import Session, name_of


def new_level(session: Session, name: str = "", name_plural: str = "") -> Level:
    """A lowest level that is not yet in the register."""
    made = own_level(name, name_plural, is_lowest=True)
    return Level(
        id=new_id(), kind=made.kind, position=len(session.all(Level)), name=made.name, name_plural=made.name_plural
    )


def add_level(session: Session, level: Level) -> Level:
    """Put a level at its place; those from there on move down. Its kind follows from its name."""
    with session.change(Action.ADD, name_of(level)) as change:
        made = own_level(level.name, level.name_plural, is_lowest=level.position >= len(session.all(Level)))
        stored = change.insert(replace(level, kind=made.kind, name_plural=made.name_plural))
        order = [each for each in session.all(Level) if each.id != level.id]
        order.insert(level.position, stored)
        _put_in_order(session, change, order)
    return stored


def move_level(session: Session, level_id: str, by: int) -> None:
    """Let a level trade places with the one right below (1) or above it (-1); at the ends nothing happens.

    Goals keep their level as long as none would then stand under one of a lower level. Where one would, the two
    levels trade their goals too, so that every goal stays where it stands in the plan.
    """
    order = session.all(Level)
    place = [level.id for level in order].index(level_id)
    if not 0 <= place + by < len(order):
        return
    with session.change(Action.MOVE, name_of(order[place])) as change:
        first, second = order[place], order[place + by]
        if _stand_in_each_other(session, first, second):
            _trade_goals(session, change, first, second)
        order.insert(place + by, order.pop(place))
        _put_in_order(session, change, order)


def rename_level(session: Session, level: Level) -> Level:
    """Store a level with other words or another owner."""
    with session.change(Action.EDIT, name_of(level)) as change:
        stored = change.update(level)
        _tell_model(session, change)
    return stored


def remove_level(session: Session, level_id: str) -> None:
    """Take a level away; those below it move up. Raises Problem(LEVEL_IN_USE), Problem(LAST_LEVEL)."""
    level, order = session.get(Level, level_id), session.all(Level)
    count = len(session.all(Goal, level_id=level_id))
    if count:
        raise Problem(ProblemKind.LEVEL_IN_USE, level=level.name, count=count)
    if len(order) == 1:
        raise Problem(ProblemKind.LAST_LEVEL)
    with session.change(Action.DELETE, name_of(level)) as change:
        change.delete(level)
        _put_in_order(session, change, [each for each in order if each.id != level_id])


def _stand_in_each_other(session: Session, first: Level, second: Level) -> bool:
    """Whether any goal of one of the levels stands under a goal of the other."""
    levels = {goal.id: goal.level_id for goal in session.all(Goal)}
    pair = {first.id, second.id}
    return any({goal.level_id, levels.get(goal.parent_id or "")} == pair for goal in session.all(Goal))


def _trade_goals(session: Session, change: Change, first: Level, second: Level) -> None:
    of_first, of_second = session.all(Goal, level_id=first.id), session.all(Goal, level_id=second.id)
    for goals, level in ((of_first, second), (of_second, first)):
        for goal in goals:
            change.update(replace(goal, level_id=level.id))


def _put_in_order(session: Session, change: Change, order: Sequence[Level]) -> None:
    for position, level in enumerate(order):
        change.update(replace(level, position=position))
    _tell_model(session, change)


def _tell_model(session: Session, change: Change) -> None:
    """The register follows a shipped model as long as its levels are just those."""
    code = code_of([(level.kind, level.name) for level in session.all(Level)])
    change.update(replace(register_of(session), model=code))
