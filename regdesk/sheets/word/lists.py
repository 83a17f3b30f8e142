"""Lists become paragraphs, each at the depth of its list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from regdesk.sheets.blocks import ListItem
from regdesk.sheets.characters import spoken
from regdesk.sheets.pdf.fonts import text_face, width_of
from regdesk.sheets.word import styles
from regdesk.sheets.word.elements import give, twips, w
from regdesk.sheets.word.numbering import BULLETS, Numbering, counting
from regdesk.sheets.word.texts import Typist

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEEPEST: Final = 8  # of Word's levels, from 0
_GAP: Final = 6.0  # points from a label to its text


@dataclass(frozen=True, slots=True)
class ListWriter:
    """Writes lists. `width` is that of the text, in points."""

    typist: Typist
    numbering: Numbering
    width: float

    def items(self, items: Sequence[ListItem], depth: int = 0, left: float = 0.0) -> Iterator[Element]:
        """The paragraphs of `items` and of those below them, `left` points from the margin."""
        labels = [spoken(item.label) for item in items]
        counted = counting(labels)
        hang = self._hang(labels)
        text = min(left + hang, self.width / 2)
        number = self.numbering.number(counted, text, hang) if counted else 0
        for item, label in zip(items, labels, strict=True):
            yield self._item(item, label, number, depth, text, hang)
            yield from self.items(item.items, depth + 1, text)

    def _item(self, item: ListItem, label: str, number: int, depth: int, left: float, hang: float) -> Element:
        style = (styles.NUMBERS if label else styles.BULLETS)[min(depth, styles.DEEPEST_LIST - 1)]
        if label and not number:
            made = self.typist.paragraph(style, item.text, *self._printed(label))
            return give(made, w("ind", left=twips(left), hanging=twips(hang)))
        made = self.typist.paragraph(style, item.text)
        if label:
            return give(made, _in_list(0, number))
        if depth >= styles.DEEPEST_LIST:
            give(made, _in_list(min(depth, _DEEPEST), BULLETS))
        return give(made, w("ind", left=twips(left), hanging=twips(hang)))

    def _printed(self, label: str) -> tuple[Element, Element]:
        """A label that Word cannot count to, to the letter, and the way to the text."""
        return self.typist.run(label, w("rStyle", val=styles.LABEL)), w("r", w("tab"))

    def _hang(self, labels: Sequence[str]) -> float:
        """The room that the widest label of a list needs, at most a sixth of the text's width."""
        look = styles.LOOKS[styles.NUMBERS[0]]
        widths = [width_of(label, text_face(look.weight).name, look.size) + _GAP for label in labels if label]
        return min(max(styles.LIST_HANG, *widths, 0.0), self.width / 6)


def _in_list(level: int, number: int) -> Element:
    return w("numPr", w("ilvl", val=level), w("numId", val=number))
