"""Puts footnotes under what refers to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from regdesk.exchange.proposal.nodes import NodeKind, ProposedNode, Reason, Unplaced
from regdesk.exchange.word.document import Document, Part, Source, Table, sources_of


def with_notes(
    document: Document, roots: tuple[ProposedNode, ...], unplaced: tuple[Unplaced, ...]
) -> tuple[tuple[ProposedNode, ...], tuple[Unplaced, ...]]:
    """The tree and what was not placed with each note below the first node that refers to it."""
    waiting = _references(document)
    mentioned = {note for notes in waiting.values() for note in notes}
    placed = tuple(_attach(root, document, waiting) for root in roots)
    left = tuple(replace(entry, node=_attach(entry.node, document, waiting)) for entry in unplaced)
    alone = set(range(len(document.notes))) - mentioned
    rest = (Unplaced(node=_note(document, note), reason=Reason.NOTE_WITHOUT_REFERENCE) for note in sorted(alone))
    return placed, (*left, *rest)


def _references(document: Document) -> dict[Source, list[int]]:
    """The notes by where they are first referred to."""
    seen: set[int] = set()
    found: dict[Source, list[int]] = defaultdict(list)
    for source, note in _marks(document):
        if note not in seen:
            seen.add(note)
            found[source].append(note)
    return found


def _marks(document: Document) -> Iterator[tuple[Source, int]]:
    for block in document.blocks:
        yield from ((Source(block.position), mark.note) for mark in block.marks)
        if isinstance(block, Table):
            for source, row in zip(sources_of(block), block.rows, strict=True):
                yield from ((source, mark.note) for cell in row.cells if cell.is_origin for mark in cell.marks)


def _attach(node: ProposedNode, document: Document, waiting: dict[Source, list[int]]) -> ProposedNode:
    """The outermost node made of a place gets its notes, after what stands below it already."""
    notes = [note for source in node.sources for note in waiting.pop(source, ())]
    children = tuple(_attach(child, document, waiting) for child in node.children)
    return replace(node, children=(*children, *(_note(document, note) for note in notes)))


def _note(document: Document, index: int) -> ProposedNode:
    note = document.notes[index]
    return ProposedNode(
        kind=NodeKind.FOOTNOTE,
        text=note.text,
        fields={"mark": note.mark, "text": note.text},
        sources=(Source(index, part=Part.NOTE),),
    )
