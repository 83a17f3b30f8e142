"""Running text of a plan as one text: paragraphs on lines of their own, list items behind their bullets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regdesk.exchange.proposal.nodes import NodeKind, ProposedNode


def prose_of(nodes: Iterable[ProposedNode], with_sections: bool = False) -> str:
    """The running text among nodes, groups included; with the sections among them, too, or without."""
    return "\n".join(_lines(nodes, with_sections))


def _lines(nodes: Iterable[ProposedNode], with_sections: bool) -> Iterator[str]:
    for node in nodes:
        if node.kind is NodeKind.PARAGRAPH:
            yield _line(node)
            yield from _lines(node.children, with_sections)
        elif node.kind is NodeKind.GROUP:
            yield from _lines(node.children, with_sections)
        elif node.kind is NodeKind.SECTION and with_sections:
            yield node.text
            yield from _lines(node.children, with_sections)


def _line(paragraph: ProposedNode) -> str:
    number, level = paragraph.said("number"), paragraph.fields.get("level")
    indent = "  " * level if isinstance(level, int) else ""
    return f"{indent}{number} {paragraph.text}" if number else paragraph.text
