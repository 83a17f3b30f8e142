"""A tree as the window shows it: plain nodes with their texts already made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regdesk.viewmodels.rows import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeNode:
    """One line of a tree and all below it.

    `kind` is a code that the window has an icon for; `symbol` and `tone` say how the node stands; `count` is a short
    text at the end of the line ("3 indikatorer"); `spoken` replaces what a screen reader would make of it all. With
    `more`, what stands below has not been read yet. What is `secret` has a lock before its text.
    """

    id: str
    kind: str
    text: str
    symbol: str = ""
    tone: Tone = Tone.NEUTRAL
    count: str = ""
    spoken: str = ""
    children: tuple[TreeNode, ...] = ()
    more: bool = False
    secret: bool = False

    def walk(self) -> Iterator[TreeNode]:
        """This node and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()
