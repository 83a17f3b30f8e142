"""Printed numbers from the order of the goals: 1, 1.1, 1.2 …; only when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from regdesk.domain.model import Goal
from regdesk.services.actions import Action
from regdesk.services.outline import Outline
from regdesk.services.session import Session


def renumbered(session: Session, *, everything: bool = False) -> list[Goal]:
    """The goals that would get another number, with it; nothing is written.

    A number that somebody set by hand stays, and heads the numbers below it, unless `everything` is to be numbered.
    """
    present = {goal.id: goal for goal in session.all(Goal)}
    wanted = _numbered(Outline.read(session), "", "", everything=everything)
    return [goal for goal in wanted if goal.printed_number != present[goal.id].printed_number]


def renumber(session: Session, *, everything: bool = False) -> int:
    """Number the goals as one step; gives how many got another number."""
    goals = renumbered(session, everything=everything)
    with session.change(Action.RENUMBER) as change:
        for goal in goals:
            change.update(goal)
    return len(goals)


def set_by_hand(goal: Goal) -> bool:
    """Whether somebody, or the plan itself, says what number the goal has."""
    return bool(goal.printed_number.strip()) and not goal.number_inferred


def _numbered(outline: Outline, parent_id: str, prefix: str, *, everything: bool) -> Iterator[Goal]:
    for place, goal in enumerate(outline.children.get(parent_id, ()), start=1):
        kept = set_by_hand(goal) and not everything
        number = goal.printed_number.strip() if kept else f"{prefix}{place}"
        if not kept:
            yield replace(goal, printed_number=number, number_inferred=True)
        yield from _numbered(outline, goal.id, f"{number.rstrip('.')}.", everything=everything)
