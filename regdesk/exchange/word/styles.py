"""What a paragraph's style says of it: heading level, list, title, table of contents, through what it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING

from regdesk.exchange.word.xml import W, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY_OUTLINE = 9
_HEADING = re.compile(r"(?:heading|rubrik|overskrift|otsikko)\s*([1-9])")
_LIST = re.compile(
    r"(?:list (?:bullet|number)|listbullet|listnumber|punktlista|numreradlista|numrerad lista)\s*([2-5])?"
)
_CONTENTS = re.compile(r"(?:toc|innehåll|innehll)\s*[1-9]|table of figures|figurförteckning")
_CONTENTS_HEADING = {"toc heading", "tocheading", "innehållsförteckningsrubrik", "innehllsfrteckningsrubrik"}
_TITLE = {"title"}


class Role(StrEnum):
    """What a style is for, where that is neither running text nor a heading."""

    TITLE = auto()
    CONTENTS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style as defined; None is what it leaves to the style it is based on."""

    id: str
    name: str
    based_on: str | None = None
    outline: int | None = None
    num_id: str | None = None
    list_level: int | None = None

    @property
    def names(self) -> tuple[str, str]:
        """Its name and its id, which Word translates, in one case."""
        return self.name.casefold(), self.id.casefold()

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Whether its name or id is wholly of that form."""
        return next(filter(None, map(pattern.fullmatch, self.names)), None)


class StyleSheet:
    """The paragraph styles of a document by id."""

    def __init__(self, styles: _Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default = ""
        for element in () if styles is None else styles.iterfind(W + "style"):
            if element.get(W + "type", "paragraph") == "paragraph":
                self._add(element)

    def _add(self, element: _Element) -> None:
        style = Style(
            id=element.get(W + "styleId", ""),
            name=value(element, "name") or "",
            based_on=value(element, "basedOn"),
            outline=number(element, "pPr/outlineLvl"),
            num_id=value(element, "pPr/numPr/numId"),
            list_level=number(element, "pPr/numPr/ilvl"),
        )
        self._styles[style.id] = style
        if element.get(W + "default") in {"1", "true", "on"}:
            self._default = style.id

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """The style and those it is based on, nearest first. A style that is not defined has its id alone."""
        seen: set[str] = set()
        current: str | None = style_id or self._default
        while current and current not in seen:
            seen.add(current)
            style = self._styles.get(current, Style(id=current, name=current))
            yield style
            current = style.based_on

    def name(self, style_id: str | None) -> str:
        """The style's own name."""
        return next((style.name or style.id for style in self.chain(style_id)), "")

    def heading_level(self, style_id: str | None) -> int | None:
        """1 to 9 for a heading. An outline level that says "body text" ends the search."""
        for style in self.chain(style_id):
            named = style.match(_HEADING)
            if style.outline is not None:
                return style.outline + 1 if style.outline < _BODY_OUTLINE else None
            if named:
                return int(named[1])
        return None

    def role(self, style_id: str | None) -> Role | None:
        """Whether the style is for the document's title or for its table of contents."""
        for style in self.chain(style_id):
            if style.match(_CONTENTS) or not _CONTENTS_HEADING.isdisjoint(style.names):
                return Role.CONTENTS
            if not _TITLE.isdisjoint(style.names):
                return Role.TITLE
            if style.match(_HEADING):
                return None
        return None

    def numbering(self, style_id: str | None) -> tuple[str | None, int | None, str]:
        """The list that a style puts its paragraphs in: list id, level, and the style that says so."""
        for style in self.chain(style_id):
            if style.num_id is not None:
                return style.num_id, style.list_level, style.id
        return None, None, ""

    def list_level(self, style_id: str | None) -> int | None:
        """The depth that a list style such as "List Bullet 2" names, from 0; None for other styles."""
        for style in self.chain(style_id):
            named = style.match(_LIST)
            if named:
                return int(named[1] or 1) - 1
        return None
