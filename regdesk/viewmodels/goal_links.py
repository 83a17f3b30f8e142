"""The goals that an item is about: what it points at, and the plan's goals to choose from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from regdesk.domain.codes import LinkKind
from regdesk.domain.model import Goal, Risk
from regdesk.i18n import _
from regdesk.services.links import set_links, targets_of
from regdesk.services.session import Session, name_of
from regdesk.viewmodels.labels import goal_name
from regdesk.viewmodels.plan_tree import plan_found, plan_tree
from regdesk.viewmodels.rows import Cell, Column, GivenRows, Row
from regdesk.viewmodels.tree import TreeNode

GOALS: Final = frozenset({"goals"})


def goal_columns() -> tuple[Column, ...]:
    """The one column of `linked_goals`."""
    return (Column(key="goal", title=_("Mål"), sortable=False),)


def linked_goals(session: Session, risk_id: str) -> GivenRows:
    """The goals that a risk is about, in their order; a target that is gone is left out."""
    found = (session.repository.find(Goal, target) for target in targets_of(session, risk_id, LinkKind.GOAL))
    return GivenRows(goal_columns(), [Row(id=goal.id, cells=(Cell(text=goal_name(goal)),)) for goal in found if goal])


def link_goals(session: Session, risk_id: str, goal_ids: Collection[str]) -> None:
    """Let a risk be about these goals, in the order of the plan, as one step. Raises Problem(ROW_MISSING)."""
    nodes = (node for top in goal_tree(session) for node in top.walk())
    ordered = [node.id for node in nodes if node.id in goal_ids]
    set_links(session, risk_id, LinkKind.GOAL, ordered, name_of(session.get(Risk, risk_id)))


def unlink_goal(session: Session, risk_id: str, goal_id: str) -> None:
    """Let a risk be about this goal no more, as one step."""
    kept = [target for target in targets_of(session, risk_id, LinkKind.GOAL) if target != goal_id]
    set_links(session, risk_id, LinkKind.GOAL, kept, name_of(session.get(Risk, risk_id)))


def goal_tree(session: Session, text: str = "") -> tuple[TreeNode, ...]:
    """The goals of the plan; with `text` those that hold it and what they stand under."""
    return tuple(_goals(plan_found(session, text) if text.strip() else plan_tree(session)))


def _goals(nodes: Iterable[TreeNode]) -> list[TreeNode]:
    return [replace(node, children=tuple(_goals(node.children)), more=False) for node in nodes if node.kind in GOALS]
