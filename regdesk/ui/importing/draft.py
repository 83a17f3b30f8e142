"""A proposal while a person works on it: each edit is a step that can be undone, since proposals never change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.proposal import NodeKind, Proposal, ProposedNode, Unplaced, move, place
from regdesk.exchange.proposal.rules import check

Edit = Callable[[Proposal], Proposal]


class Draft:
    """The proposal as it stands, with what was before and after it."""

    def __init__(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self._before: list[Proposal] = []
        self._after: list[Proposal] = []

    @property
    def is_changed(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        return bool(self._after)

    def edit(self, edit: Edit) -> bool:
        """Take a step; False where it changes nothing. Raises what the functions of `proposal.edits` raise."""
        made = edit(self.proposal)
        if made == self.proposal:
            return False
        self._before.append(self.proposal)
        self._after.clear()
        self.proposal = made
        return True

    def undo(self) -> None:
        self._step(self._before, self._after)

    def redo(self) -> None:
        self._step(self._after, self._before)

    def node(self, node_id: str) -> ProposedNode | None:
        """A node of the tree, or one that was not placed."""
        left = self.unplaced(node_id)
        return left.node if left else self.proposal.find(node_id)

    def unplaced(self, node_id: str) -> Unplaced | None:
        return next((each for each in self.proposal.unplaced if each.node.id == node_id), None)

    def _step(self, source: list[Proposal], target: list[Proposal]) -> None:
        if source:
            target.append(self.proposal)
            self.proposal = source.pop()


def kinds_for(proposal: Proposal, node_id: str) -> tuple[NodeKind, ...]:
    """What a node may be where it stands, its present kind among them."""
    above = above_of(proposal, node_id)
    node = proposal.find(node_id)
    if node is None:
        return ()
    return tuple(kind for kind in NodeKind if kind is node.kind or _may_become(node, kind, above))


def step_up(proposal: Proposal, node_id: str) -> Proposal:
    """Put a node before the one above it among its siblings; the first one stays."""
    return _step_aside(proposal, node_id, -1)


def step_down(proposal: Proposal, node_id: str) -> Proposal:
    """Put a node after the one below it among its siblings; the last one stays."""
    return _step_aside(proposal, node_id, 1)


def place_near(proposal: Proposal, node_id: str, near_id: str) -> Proposal:
    """Put what was not placed after its like at `near_id`, under it, or as close after it as may be.

    What may stand nowhere as what it is becomes running text.
    """
    left = next(each.node for each in proposal.unplaced if each.node.id == node_id)
    near = proposal.find(near_id)
    places = _places_near(proposal, near_id)
    if near and near.kind is left.kind:
        places = [*places[1:], places[0]]
    for kind in (None, NodeKind.PARAGRAPH):
        for parent_id, position in places:
            try:
                return place(proposal, node_id, parent_id, position, kind)
            except Problem as problem:
                if problem.kind is not ProblemKind.RULE_BROKEN:
                    raise
    raise Problem(ProblemKind.RULE_BROKEN)


def neighbour_of(proposal: Proposal, node_id: str) -> str:
    """Id of what the keyboard stands on once a node is gone: the next one, the one before or the one above."""
    siblings, parent = siblings_of(proposal, node_id)
    ids = [node.id for node in siblings]
    at = ids.index(node_id)
    after, before = ids[at + 1 : at + 2], ids[max(at - 1, 0) : at]
    return next(iter(after + before), parent.id if parent else "")


def above_of(proposal: Proposal, node_id: str) -> tuple[ProposedNode, ...]:
    """All that a node stands under, outermost first."""
    found: list[ProposedNode] = []
    parent = siblings_of(proposal, node_id)[1]
    while parent is not None:
        found.insert(0, parent)
        parent = siblings_of(proposal, parent.id)[1]
    return tuple(found)


def siblings_of(proposal: Proposal, node_id: str) -> tuple[tuple[ProposedNode, ...], ProposedNode | None]:
    """The nodes among which a node stands, and what they stand under."""
    for parent in proposal.walk():
        if any(child.id == node_id for child in parent.children):
            return parent.children, parent
    return proposal.roots, None


def _may_become(node: ProposedNode, kind: NodeKind, above: tuple[ProposedNode, ...]) -> bool:
    """Whether the rules let a node be another kind; values come of tables only, and stay what they are."""
    if NodeKind.VALUE in {node.kind, kind}:
        return False
    try:
        check((replace(node, kind=kind),), tuple(each.kind for each in above))
    except Problem:
        return False
    return True


def _step_aside(proposal: Proposal, node_id: str, by: int) -> Proposal:
    siblings, parent = siblings_of(proposal, node_id)
    to = [node.id for node in siblings].index(node_id) + by
    if not 0 <= to < len(siblings):
        return proposal
    return move(proposal, node_id, parent.id if parent else None, to)


def _places_near(proposal: Proposal, near_id: str) -> list[tuple[str | None, int | None]]:
    """Under a node, after it, after each that it stands under, and at the end of the plan."""
    places: list[tuple[str | None, int | None]] = []
    if proposal.find(near_id):
        places.append((near_id, None))
        for node_id in (near_id, *(each.id for each in reversed(above_of(proposal, near_id)))):
            siblings, parent = siblings_of(proposal, node_id)
            at = [node.id for node in siblings].index(node_id) + 1
            places.append((parent.id if parent else None, at))
    return [*places, (None, None)]
