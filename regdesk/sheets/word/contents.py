"""The headings of a file: each has a place that others point at, and the table of contents points at them all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from regdesk.sheets.blocks import Paper, Sheet, headings
from regdesk.sheets.characters import spoken
from regdesk.sheets.word import styles
from regdesk.sheets.word.elements import give, paragraph, twips, w
from regdesk.sheets.word.fields import computed, parts_of_field
from regdesk.sheets.word.texts import Typist

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEEPEST = 6


class _Entry(NamedTuple):
    level: int
    text: str
    place: str


class Outline:
    """The headings of a document. `pages` are those that they stand on, if known; the writer asks for each in order."""

    def __init__(self, document: Sheet | Paper, pages: Sequence[int] = ()) -> None:
        found = [(level, spoken(text)) for level, text in headings(document, _DEEPEST)]
        told = [entry for entry in found if entry[1]]
        self._entries = [_Entry(level, text, _place(number)) for number, (level, text) in enumerate(told, 1)]
        self._pages = dict(zip((entry.place for entry in self._entries), pages, strict=False))
        self._numbers = count(1)

    def heading(self, made: Element) -> Element:
        """The next heading, with a place around its words that can be pointed at."""
        number = next(self._numbers)
        made.insert(1, w("bookmarkStart", id=number, name=_place(number)))
        made.append(w("bookmarkEnd", id=number))
        return made

    def contents(self, depth: int, typist: Typist, width: float) -> Element:
        """The table of contents down to level `depth`, as a field that Word can make anew."""
        entries = [entry for entry in self._entries if entry.level <= depth]
        made = [self._entry(entry, typist, width) for entry in entries] or [paragraph(styles.CONTENTS[1])]
        begin, end = parts_of_field(f'TOC \\o "1-{depth}" \\h \\z \\u')
        made[0].insert(1, begin)
        made[-1].append(end)
        kind = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
        return w("sdt", w("sdtPr", kind), w("sdtContent", *made))

    def _entry(self, entry: _Entry, typist: Typist, width: float) -> Element:
        page = self._pages.get(entry.place)
        shown = computed(f"PAGEREF {entry.place} \\h", str(page) if page else "")
        link = w("hyperlink", typist.run(entry.text), w("r", w("tab")), shown, anchor=entry.place, history=1)
        made = paragraph(styles.CONTENTS[entry.level], link)
        return give(made, w("tabs", w("tab", val="right", leader="dot", pos=twips(width))))


def _place(number: int) -> str:
    return f"_Toc{number:06d}"
