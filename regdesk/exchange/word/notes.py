"""Footnotes and endnotes: their texts, and the marks a reader sees, counted in the order they are referred to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from regdesk.exchange.word.document import LeftOut, Note, NoteMark
from regdesk.exchange.word.inline import read_inline
from regdesk.exchange.word.package import Package
from regdesk.exchange.word.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = (("footnotes", "footnote", "f"), ("endnotes", "endnote", "e"))
_NO_NOTE = {"separator", "continuationSeparator", "continuationNotice"}


class Notes:
    """The notes of a document; a note's key is "f" or "e" with its id in the file, in that part's own order."""

    def __init__(self, package: Package, left_out: Counter[LeftOut]) -> None:
        self._texts: dict[str, str] = {}
        self._marks: dict[str, str] = {}
        self._count: Counter[str] = Counter()
        for kind, tag, letter in _KINDS:
            for part in package.related(kind):
                for note in part.iterfind(W + tag):
                    if note.get(W + "type") not in _NO_NOTE:
                        self._texts[letter + note.get(W + "id", "")] = _text(note, left_out)
        self._index = {key: index for index, key in enumerate(self._texts)}

    def refer(self, references: list[tuple[str, int]]) -> tuple[NoteMark, ...]:
        """Note that these references come next in the text; a reference to a note that is not there is none."""
        known = [(key, offset) for key, offset in references if key in self._texts]
        for key, _ in known:
            if key not in self._marks:
                self._count[key[0]] += 1
                self._marks[key] = str(self._count[key[0]])
        return tuple(NoteMark(self._index[key], offset) for key, offset in known)

    def all(self) -> tuple[Note, ...]:
        """Every note in the file's order."""
        return tuple(
            Note(mark=self._marks.get(key, ""), text=text, is_endnote=key.startswith("e"))
            for key, text in self._texts.items()
        )


def _text(note: _Element, left_out: Counter[LeftOut]) -> str:
    """A note without the blank that parts its mark from its text."""
    paragraphs = (read_inline(paragraph, left_out).text for paragraph in note.iter(W + "p"))
    return "\n".join(paragraphs).lstrip(" \t")
