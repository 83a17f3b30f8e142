"""The structure tree of a tagged PDF: what a screen reader walks through, made before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


class Name(str):
    """A PDF name, such as /Column, apart from a text string."""

    __slots__ = ()


Value: TypeAlias = Name | str | int | float | list[float]
Attributes: TypeAlias = Mapping[str, Mapping[str, Value]]  # by owner: {"Table": {"Scope": Name("/Row")}}


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A sequence of drawing operators on a page (counted from 0), by its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link or field on a page: its place among the page's annotations, and its key in the parent tree."""

    page: int
    place: int
    key: int


@dataclass(slots=True, eq=False)
class Element:
    """A structure element. `page` is where its first content was drawn; `language` is given where it differs."""

    tag: str
    parent: Element | None = None
    attributes: Attributes = field(default_factory=dict)
    alt: str = ""
    kids: list[Element | MarkedContent | Annotation] = field(default_factory=list)
    page: int | None = None
    language: str = ""

    def child(self, tag: str, attributes: Attributes | None = None, alt: str = "") -> Element:
        """Append a new element."""
        element = Element(tag, self, attributes or {}, alt)
        self.kids.append(element)
        return element

    def draw_on(self, page: int) -> None:
        """Note the page on the element and on those above it that have no page yet."""
        element: Element | None = self
        while element is not None and element.page is None:
            element.page = page
            element = element.parent

    def walk(self) -> Iterator[Element]:
        """The element and all below it, each before its children."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))
