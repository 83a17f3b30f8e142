"""Proposals of small Word files, and short ways to look into them."""

from __future__ import annotations

from pathlib import Path

from regdesk.exchange.proposal import NodeKind, Proposal, ProposedNode, Reason
from regdesk.exchange.proposal.rules import check
from regdesk.exchange.propose import propose
from tests.exchange.word.files import write_docx


def proposed(folder: Path, *body: str, footnotes: tuple[tuple[int, str], ...] = ()) -> Proposal:
    """What a file with that body is proposed to become; always with everything in its one place."""
    proposal = propose(write_docx(folder / "plan.docx", *body, footnotes=footnotes))
    assert proposal.missing() == frozenset()
    assert proposal.repeated() == frozenset()
    check(proposal.roots)
    return proposal


def all_of(proposal: Proposal, kind: NodeKind) -> list[ProposedNode]:
    """The nodes of a kind, in reading order."""
    return [node for node in proposal.walk() if node.kind is kind]


def field_of(proposal: Proposal, kind: NodeKind, name: str) -> list[object]:
    """A field of every node of a kind."""
    return [node.fields[name] for node in all_of(proposal, kind)]


def codes(node: ProposedNode | Proposal) -> list[str]:
    """The codes of its warnings."""
    return [str(warning.code) for warning in node.warnings]


def left(proposal: Proposal, reason: Reason) -> list[str]:
    """The texts that were not placed for that reason."""
    return [entry.node.text for entry in proposal.unplaced if entry.reason is reason]
