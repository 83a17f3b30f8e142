"""What may stand under what in a proposal."""

from __future__ import annotations

from collections.abc import Iterable

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.proposal.nodes import NodeKind, ProposedNode

_TEXTS: set[NodeKind | None] = {None, NodeKind.SECTION, NodeKind.GOAL, NodeKind.ATTACHMENT}

_PARENTS: dict[NodeKind, set[NodeKind | None]] = {
    NodeKind.SECTION: _TEXTS,
    NodeKind.PARAGRAPH: _TEXTS | {NodeKind.RISK, NodeKind.PARAGRAPH},
    NodeKind.GOAL: _TEXTS,
    NodeKind.GOAL_STATE: _TEXTS | {NodeKind.PARAGRAPH},
    NodeKind.INTERIM_GOAL: _TEXTS,
    NodeKind.INDICATOR: _TEXTS,
    NodeKind.CLUSTER_PARAMETER: {NodeKind.INDICATOR},
    NodeKind.VALUE: {NodeKind.INDICATOR},
    NodeKind.ASSIGNMENT: _TEXTS | {NodeKind.ASSIGNMENT},
    NodeKind.ACTIVITY: _TEXTS | {NodeKind.ACTIVITY, NodeKind.INTERIM_GOAL},
    NodeKind.LINK: _TEXTS | {NodeKind.INDICATOR, NodeKind.ASSIGNMENT, NodeKind.ACTIVITY, NodeKind.INTERIM_GOAL},
    NodeKind.DUTY: _TEXTS | {NodeKind.DUTY},
    NodeKind.BOARD_ROLE: _TEXTS | {NodeKind.BOARD_ROLE},
    NodeKind.LEGAL_ENTITY: _TEXTS,
    NodeKind.RISK: _TEXTS,
    NodeKind.RISK_ACTION: {NodeKind.RISK},
    NodeKind.CONTROL: _TEXTS | {NodeKind.RISK},
    NodeKind.BUDGET_LINE: _TEXTS,
    NodeKind.BUDGET_FRAME: {NodeKind.BUDGET_LINE},
    NodeKind.PERSPECTIVE: _TEXTS,
    NodeKind.FORUM: _TEXTS,
    NodeKind.SUPERVISION_EVENT: _TEXTS,
    NodeKind.ATTACHMENT: _TEXTS,
}
"""The nearest thing above, groups aside; None is the plan itself. A group or a footnote may stand anywhere."""

_NEEDS_GOAL = {NodeKind.INTERIM_GOAL, NodeKind.INDICATOR, NodeKind.ACTIVITY, NodeKind.LINK}


def check(nodes: Iterable[ProposedNode], above: tuple[NodeKind, ...] = ()) -> None:
    """Raises Problem(RULE_BROKEN) with `child` and `parent` for the first node that may not stand where it does."""
    for node in nodes:
        if not may_stand(node.kind, above):
            raise Problem(ProblemKind.RULE_BROKEN, child=node.kind, parent=above[-1] if above else None)
        check(node.children, (*above, node.kind))


def may_stand(kind: NodeKind, above: tuple[NodeKind, ...]) -> bool:
    """Whether a kind may stand under these, outermost first."""
    solid = [other for other in above if other is not NodeKind.GROUP]
    parent = solid[-1] if solid else None
    if parent is NodeKind.FOOTNOTE or (kind in _NEEDS_GOAL and NodeKind.GOAL not in solid):
        return False
    return kind not in _PARENTS or parent in _PARENTS[kind]
