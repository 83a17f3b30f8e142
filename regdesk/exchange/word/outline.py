"""A document as the tree of its headings, each with what stands directly below it, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from regdesk.exchange.word.document import Block, Document, Heading


@dataclass(slots=True)
class Outline:
    """A heading with its content: blocks, and the outlines of deeper headings. The root has no heading."""

    heading: Heading | None = None
    content: list[Block | Outline] = field(default_factory=list)
    parent: Outline | None = None

    @property
    def text(self) -> str:
        """The heading's text."""
        return self.heading.text if self.heading else ""

    @property
    def blocks(self) -> list[Block]:
        """The blocks before and between deeper headings, without what is below those."""
        return [entry for entry in self.content if isinstance(entry, Block)]

    @property
    def children(self) -> list[Outline]:
        """The deeper headings directly below this one."""
        return [entry for entry in self.content if isinstance(entry, Outline)]

    def walk(self) -> Iterator[Outline]:
        """This outline and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def above(self) -> Iterator[Outline]:
        """This outline and those it stands below, nearest first."""
        current: Outline | None = self
        while current:
            yield current
            current = current.parent


def outline_of(document: Document) -> Outline:
    """The document's blocks under their headings."""
    root = current = Outline()
    for block in document.blocks:
        if not isinstance(block, Heading):
            current.content.append(block)
            continue
        current = next(outer for outer in current.above() if outer.heading is None or outer.heading.level < block.level)
        current.content.append(Outline(heading=block, parent=current))
        current = current.children[-1]
    return root
