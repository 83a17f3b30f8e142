"""Reads a Word file into plain blocks. Nothing of the plan's text is dropped: what is left out is counted."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.word.body import BodyReader
from regdesk.exchange.word.document import Document, LeftOut
from regdesk.exchange.word.guard import Progress, read_parts
from regdesk.exchange.word.inline import read_inline
from regdesk.exchange.word.notes import Notes
from regdesk.exchange.word.numbering import Numbering
from regdesk.exchange.word.package import Package
from regdesk.exchange.word.paragraphs import ParagraphReader
from regdesk.exchange.word.styles import StyleSheet
from regdesk.exchange.word.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_GUARD_SHARE = 0.3


def read_document(path: Path, progress: Progress | None = None) -> Document:
    """The document in a .docx, .docm, .dotx or .dotm file.

    `progress` is called with 0.0 to 1.0; what it raises, such as Problem(CANCELLED), ends the reading.
    Raises the Problems of `guard.read_parts`.
    """
    tell = progress or _tell_nobody
    data, parts = read_parts(path, lambda share: tell(share * _GUARD_SHARE))
    try:
        return _read(path, data, Package(parts), tell)
    except Problem as problem:
        problem.params.setdefault("path", path)
        raise
    except (ValueError, OverflowError) as error:
        # A number in the XML that is none, or far too large: well-formed, but written by no word processor.
        raise Problem(ProblemKind.WORD_DAMAGED, path=path) from error


def _tell_nobody(_share: float) -> None:
    """What is called where nobody waits."""


def _read(path: Path, data: bytes, package: Package, tell: Progress) -> Document:
    left_out: Counter[LeftOut] = Counter()
    notes = Notes(package, left_out)
    styles, numbering = StyleSheet(_first(package.related("styles"))), Numbering(_first(package.related("numbering")))
    body = BodyReader(package, ParagraphReader(styles, numbering), notes, left_out)
    body.read(package.parse(package.main), lambda share: tell(_GUARD_SHARE + share * (1 - _GUARD_SHARE)))
    return Document(
        file_name=readable_name(path.name),
        sha256=hashlib.sha256(data).hexdigest(),
        title=body.title or _property(package, "title"),
        blocks=tuple(body.blocks),
        notes=notes.all(),
        page_margins=_page_margins(package),
        left_out=dict(left_out),
    )


def readable_name(name: str) -> str:
    """A file's name with marks where its bytes are no text, as an old zip can leave them."""
    return os.fsencode(name).decode(errors="replace")


def _first(elements: list[_Element]) -> _Element | None:
    return elements[0] if elements else None


def _property(package: Package, name: str) -> str:
    """A property of the file, such as its title in Dublin Core."""
    for relation in package.relations(""):
        if relation.kind == "core-properties":
            return (package.parse(relation.part).findtext("{*}" + name) or "").strip()
    return ""


def _page_margins(package: Package) -> tuple[str, ...]:
    """The different texts of page headers and footers, without those that are only a page number."""
    parts = package.related("header") + package.related("footer")
    paragraphs = (read_inline(element, Counter()).text for part in parts for element in part.iter(W + "p"))
    return tuple(dict.fromkeys(text for text in paragraphs if any(map(str.isalpha, text))))
