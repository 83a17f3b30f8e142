"""What a person does to a proposal before it is written. Each edit gives a new proposal and loses nothing.

All raise Problem(RULE_BROKEN) with `child` and `parent` where a node may not stand, and LookupError for an id that the
proposal does not have.
"""

from __future__ import annotations

from dataclasses import replace

from regdesk.domain.codes import LevelKind
from regdesk.domain.models import LEVELS
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.proposal.fields import fields_for
from regdesk.exchange.proposal.nodes import FieldValue, NodeKind, Proposal, ProposedNode, Reason, Unplaced, rewrite
from regdesk.exchange.proposal.rules import check

_Nodes = tuple[ProposedNode, ...]


def change_kind(proposal: Proposal, node_id: str, kind: NodeKind) -> Proposal:
    """Let a node become something else; its fields are read anew from its text."""
    node = _get(proposal, node_id)
    return _replace(proposal, replace(node, kind=kind, fields=fields_for(kind, node), warnings=()))


def change_level(proposal: Proposal, node_id: str, level: LevelKind) -> Proposal:
    """Put a goal on another level of the governing model."""
    node = _get(proposal, node_id)
    if node.kind is not NodeKind.GOAL:
        raise Problem(ProblemKind.RULE_BROKEN, child=node.kind, parent=None)
    return set_fields(proposal, node_id, level_kind=level, level_name=LEVELS[level].name)


def set_fields(proposal: Proposal, node_id: str, **fields: FieldValue) -> Proposal:
    """Correct what was read out of a node's text; the text itself stays."""
    return _replace(proposal, _get(proposal, node_id).with_fields(**fields))


def move(proposal: Proposal, node_id: str, parent_id: str | None, position: int | None = None) -> Proposal:
    """Put a node with all below it under another, or at the top for None; last where no position is given."""
    node = _get(proposal, node_id)
    return _insert(_without(proposal, node_id), node, parent_id, position)


def indent(proposal: Proposal, node_id: str) -> Proposal:
    """Put a node last under the one before it."""
    siblings, _ = _around(proposal, node_id)
    at = _index(siblings, node_id)
    if at == 0:
        raise Problem(ProblemKind.RULE_BROKEN, child=siblings[at].kind, parent=None)
    return move(proposal, node_id, siblings[at - 1].id)


def outdent(proposal: Proposal, node_id: str) -> Proposal:
    """Put a node after the one it stands under."""
    siblings, parent = _around(proposal, node_id)
    if parent is None:
        raise Problem(ProblemKind.RULE_BROKEN, child=siblings[_index(siblings, node_id)].kind, parent=None)
    uncles, grandparent = _around(proposal, parent.id)
    return move(proposal, node_id, grandparent.id if grandparent else None, _index(uncles, parent.id) + 1)


def remove(proposal: Proposal, node_id: str) -> Proposal:
    """Take a node with all below it out of the tree; it is kept among what was not placed."""
    removed = Unplaced(node=_get(proposal, node_id), reason=Reason.REMOVED)
    return replace(_without(proposal, node_id), unplaced=(*proposal.unplaced, removed))


def place(
    proposal: Proposal,
    node_id: str,
    parent_id: str | None,
    position: int | None = None,
    kind: NodeKind | None = None,
) -> Proposal:
    """Put something that was not placed into the tree, as it is or as another kind."""
    found = next((unplaced.node for unplaced in proposal.unplaced if unplaced.node.id == node_id), None)
    if found is None:
        raise LookupError(node_id)
    left = tuple(unplaced for unplaced in proposal.unplaced if unplaced.node.id != node_id)
    node = found if kind in {None, found.kind} else replace(found, kind=kind, fields=fields_for(kind, found))
    return _insert(replace(proposal, unplaced=left), node, parent_id, position)


def _get(proposal: Proposal, node_id: str) -> ProposedNode:
    node = proposal.find(node_id)
    if node is None:
        raise LookupError(node_id)
    return node


def _around(proposal: Proposal, node_id: str) -> tuple[_Nodes, ProposedNode | None]:
    """The siblings of a node, itself among them, and what they stand under."""
    _get(proposal, node_id)
    for parent in proposal.walk():
        if any(child.id == node_id for child in parent.children):
            return parent.children, parent
    return proposal.roots, None


def _index(siblings: _Nodes, node_id: str) -> int:
    return [node.id for node in siblings].index(node_id)


def _replace(proposal: Proposal, changed: ProposedNode) -> Proposal:
    roots = rewrite(proposal.roots, lambda node: (changed if node.id == changed.id else node,))
    return _checked(replace(proposal, roots=roots))


def _without(proposal: Proposal, node_id: str) -> Proposal:
    return replace(proposal, roots=rewrite(proposal.roots, lambda node: () if node.id == node_id else (node,)))


def _insert(proposal: Proposal, node: ProposedNode, parent_id: str | None, position: int | None) -> Proposal:
    if parent_id is None:
        return _checked(replace(proposal, roots=_put(proposal.roots, node, position)))
    parent = _get(proposal, parent_id)
    return _replace(proposal, replace(parent, children=_put(parent.children, node, position)))


def _put(siblings: _Nodes, node: ProposedNode, position: int | None) -> _Nodes:
    at = len(siblings) if position is None else position
    return (*siblings[:at], node, *siblings[at:])


def _checked(proposal: Proposal) -> Proposal:
    check(proposal.roots)
    return proposal
