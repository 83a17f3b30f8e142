"""The headings of a file: each has a place that others point at, and the table of contents points at them all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from regdesk.sheets.blocks import Block, Contents, KeepTogether, Paper, Sheet, headings, sheets_of
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
    page: int  # 0: not known


class Outline:
    """The headings of a document. `pages`, if known, are those of its titles and filled headings.

    Word counts pages again only when it is asked to; until then the entries have those of the PDF, which is set alike.
    """

    def __init__(self, document: Sheet | Paper, pages: Sequence[int] = ()) -> None:
        found = [(level, spoken(text)) for level, text in headings(document, _DEEPEST)]
        drawn = [(level, text) for level, text in found if level == 1 or text]
        known = pages or [0] * len(drawn)
        told = ((level, text, page) for (level, text), page in zip(drawn, known, strict=True) if text)
        self._entries = [_Entry(level, text, _place(at), page) for at, (level, text, page) in enumerate(told, 1)]
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
        shown = computed(f"PAGEREF {entry.place} \\h", str(entry.page or ""))
        leader = w("r", w("rPr", w("rStyle", val=styles.QUIET_TEXT), w("b", val=0)), w("tab"))
        link = w("hyperlink", typist.run(entry.text), leader, shown, anchor=entry.place, history=1)
        made = paragraph(styles.CONTENTS[entry.level], link)
        return give(made, w("tabs", w("tab", val="right", leader="dot", pos=twips(width))))


def _place(number: int) -> str:
    return f"_Toc{number:06d}"


def has_contents(document: Sheet | Paper) -> bool:
    """Whether a table of contents is asked for."""
    return any(map(_has_contents, (block for sheet in sheets_of(document) for block in sheet.blocks)))


def _has_contents(block: Block) -> bool:
    return isinstance(block, Contents) or (isinstance(block, KeepTogether) and any(map(_has_contents, block.blocks)))
