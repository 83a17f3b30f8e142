"""Counts section numbers for a document that refers to them but does not print them on its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regdesk.exchange.word.document import Document, Heading, ListItem, Paragraph
from regdesk.exchange.wording.goals import split_number

_REFERENCE = re.compile(
    r"\b(?:avsnitt(?:et)?|kapitel|kap\.|mål|målområde|punkt)\s+([0-9]+(?:\.[0-9]+)+)", re.IGNORECASE
)
_LEVELS = 9


def inferred_numbers(document: Document) -> dict[int, str]:
    """A number for each heading by its place, if the text refers to such numbers and most of them are headings.

    Nothing where headings have numbers of their own. Keys are the headings' positions.
    """
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    if any(heading.number or split_number(heading.text)[0] for heading in headings):
        return {}
    numbers = dict(_count(headings))
    references = set(_references(document))
    return numbers if references and len(references & set(numbers.values())) * 2 > len(references) else {}


def _count(headings: list[Heading]) -> Iterator[tuple[int, str]]:
    """Numbers by the level of headings, whichever level the outermost has."""
    top = min((heading.level for heading in headings), default=1)
    counters = [0] * _LEVELS
    for heading in headings:
        depth = heading.level - top
        counters[depth:] = [counters[depth] + 1] + [0] * (_LEVELS - depth - 1)
        yield heading.position, ".".join(map(str, counters[: depth + 1]))


def _references(document: Document) -> Iterator[str]:
    texts = (block.text for block in document.blocks if isinstance(block, Paragraph | ListItem))
    return (number for text in texts for number in _REFERENCE.findall(text))
