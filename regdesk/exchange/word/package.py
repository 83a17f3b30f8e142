"""Finds the parts of a Word file by their relationships and parses them.

python-docx is not asked to: it refuses macro-enabled, template and strict files and those with a dangling
relationship, all of which Word opens, and it knows neither footnotes nor text boxes. This stands on lxml, as it does.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.word.guard import Parts, refuse_entities

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
"""The namespaces of strict files (ISO/IEC 29500-1) and the ones everyone else writes."""


class Relation(NamedTuple):
    """What one part of a file says of another: `kind` is the last word of the relationship's type."""

    id: str
    kind: str
    part: str


class Package:
    """The parts of a Word file that are there."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.main = next((relation.part for relation in self.relations("") if relation.kind == "officeDocument"), "")
        if self.main not in parts:
            raise Problem(ProblemKind.NOT_WORD)

    def relations(self, part: str) -> Iterator[Relation]:
        """The relationships of a part, or of the whole package for "", to parts that are in the file."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self._parts:
            return
        for element in self.parse(rels).iter("{*}Relationship"):
            target = posixpath.normpath(posixpath.join("/", folder, unquote(element.get("Target", "")))).lstrip("/")
            if element.get("TargetMode") != "External" and target in self._parts:
                yield Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target)

    def related(self, kind: str) -> list[_Element]:
        """The parsed parts of that kind that the main document refers to."""
        return [self.parse(relation.part) for relation in self.relations(self.main) if relation.kind == kind]

    def blob(self, part: str) -> bytes:
        """The bytes of a part."""
        return self._parts[part]

    def parse(self, part: str) -> _Element:
        """The root of a part. Raises Problem(WORD_DAMAGED) or Problem(WORD_EXTERNAL_ENTITIES)."""
        from lxml import etree

        blob = self._parts[part]
        if not part.lower().endswith((".xml", ".rels")):
            refuse_entities()(blob, True)
        for strict, usual in _STRICT.items():
            blob = blob.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            return etree.fromstring(blob, parser)
        except etree.XMLSyntaxError as error:
            raise Problem(ProblemKind.WORD_DAMAGED) from error
