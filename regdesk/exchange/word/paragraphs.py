"""Tells what a paragraph is by its own settings and its style: heading, list item, title, running text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from regdesk.exchange.word.document import Block, Heading, ListItem, NoteMark, Paragraph
from regdesk.exchange.word.numbering import BULLET, Numbering
from regdesk.exchange.word.styles import Role, StyleSheet
from regdesk.exchange.word.xml import number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_LIST = "0"
_DEEPEST = 8
_BODY_OUTLINE = 9
_TYPED_BULLET = re.compile(r"\s*([•·▪‣◦●○*–—-])[ \t\u00a0]+(?=\S)")


class ParagraphReader:
    """Makes blocks of a document's paragraphs. They must come in order, since numbers are counted on the way."""

    def __init__(self, styles: StyleSheet, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering

    def is_contents(self, paragraph: _Element) -> bool:
        """Whether the paragraph belongs to a table of contents."""
        return self._styles.role(value(paragraph, "pPr/pStyle")) is Role.CONTENTS

    def read(self, paragraph: _Element, text: str, marks: tuple[NoteMark, ...]) -> Block:
        """The block of a paragraph whose text is known, not yet placed in the document."""
        style_id = value(paragraph, "pPr/pStyle")
        level = self._heading_level(paragraph, style_id)
        listed = self._list_of(paragraph, style_id)
        printed = self._numbering.count(*listed) if listed else ""
        style = self._styles.name(style_id)
        if level:
            figure = "" if printed == BULLET else printed
            return Heading(text=text, marks=marks, style=style, level=level, number=figure)
        named = self._styles.list_level(style_id)
        if listed:
            depth = listed[1] or named or 0
            return ListItem(text=text, marks=marks, style=style, level=depth, number=printed, list_id=listed[0])
        if named is not None and value(paragraph, "pPr/numPr/numId") != _NO_LIST:
            return ListItem(text=text, marks=marks, style=style, level=named, number=BULLET)
        is_title = self._styles.role(style_id) is Role.TITLE
        return _by_typed_bullet(Paragraph(text=text, marks=marks, style=style, is_title=is_title))

    def _heading_level(self, paragraph: _Element, style_id: str | None) -> int | None:
        """What the paragraph says itself goes before what its style says."""
        own = number(paragraph, "pPr/outlineLvl")
        if own is None:
            return self._styles.heading_level(style_id)
        return own + 1 if 0 <= own < _BODY_OUTLINE else None

    def _list_of(self, paragraph: _Element, style_id: str | None) -> tuple[str, int] | None:
        """The list a paragraph belongs to and its depth there; list 0 takes it out of its style's list."""
        own_id, depth = value(paragraph, "pPr/numPr/numId"), number(paragraph, "pPr/numPr/ilvl")
        styled_id, styled_depth, source = self._styles.numbering(style_id)
        num_id = styled_id if own_id is None else own_id
        if num_id is None or num_id == _NO_LIST:
            return None
        if depth is None:
            depth = self._numbering.level_of_style(num_id, source) if styled_depth is None else styled_depth
        return num_id, max(0, min(depth, _DEEPEST))


def _by_typed_bullet(paragraph: Paragraph) -> Block:
    """A list item where someone typed the bullet; the bullet becomes the item's number."""
    typed = _TYPED_BULLET.match(paragraph.text)
    if not typed or paragraph.is_title:
        return paragraph
    marks = (mark._replace(offset=max(0, mark.offset - typed.end())) for mark in paragraph.marks)
    item = ListItem(text=paragraph.text[typed.end() :], style=paragraph.style, number=typed[1])
    return replace(item, marks=tuple(marks))
