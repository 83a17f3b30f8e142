"""What recognisers share: where they are in the plan, what they take of a run of blocks, how they make nodes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from regdesk.exchange.proposal.nodes import FieldValue, NodeKind, ProposedNode, Reason, Unplaced
from regdesk.exchange.word.document import Block, ListItem, Table, sources_of

Run = Sequence[Block]
"""Blocks that follow each other without a heading between them, but for headings that are labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a run stands below: whether a goal, and in which kind of chapter."""

    in_goal: bool = False
    in_risks: bool = False
    in_attachments: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a recogniser made of the blocks from where it was asked up to `end`."""

    end: int
    nodes: tuple[ProposedNode, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()


Taker = Callable[[Run, int, Scope], Taken | None]
"""Asked at a place in a run, gives what it makes of the blocks there or None."""

_Children = tuple[ProposedNode, ...]
_T = TypeVar("_T", bound=Block)


def made_of(block: Block, kind: NodeKind, children: _Children = (), **fields: FieldValue) -> ProposedNode:
    """A node made of a whole block."""
    return ProposedNode(kind=kind, text=block.text, fields=fields, children=children, sources=sources_of(block))


def left_over(block: Block, reason: Reason) -> Unplaced:
    """A block that became nothing; a table as a group with its rows, so that each can be placed by itself."""
    if not isinstance(block, Table):
        return Unplaced(node=made_of(block, NodeKind.PARAGRAPH), reason=reason)
    rows = tuple(
        ProposedNode(kind=NodeKind.PARAGRAPH, text="\t".join(row.texts), sources=(source,))
        for row, source in zip(block.rows, sources_of(block), strict=True)
    )
    return Unplaced(node=ProposedNode(kind=NodeKind.GROUP, text=block.text, children=rows), reason=reason)


def list_at(run: Run, at: int) -> list[ListItem]:
    """The list items that follow each other from there on."""
    items: list[ListItem] = []
    while at < len(run) and isinstance(block := run[at], ListItem):
        items.append(block)
        at += 1
    return items


def nested(items: Sequence[ListItem], make: Callable[[ListItem, _Children], ProposedNode]) -> _Children:
    """Nodes of list items, those that stand deeper as children of the one before them."""
    nodes: list[ProposedNode] = []
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].level > items[at].level:
            end += 1
        nodes.append(make(items[at], nested(items[at + 1 : end], make)))
        at = end
    return tuple(nodes)


def block_at(run: Run, at: int, kind: type[_T]) -> _T | None:
    """The block there if it is of that kind; None beyond the ends of the run."""
    found = run[at] if 0 <= at < len(run) else None
    return found if isinstance(found, kind) else None
