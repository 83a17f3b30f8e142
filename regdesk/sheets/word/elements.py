"""Makes the elements of WordprocessingML, and puts the properties of paragraphs in the order that its schema wants."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

from docx.oxml.ns import nsmap
from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MILLIMETRE: Final = 72 / 25.4
"""In points."""

RELATION: Final = f"{{{nsmap['r']}}}id"
"""The attribute that names a relationship of the part."""

_WORD: Final = {"w": nsmap["w"]}
_WORD_2010: Final = {"w14": nsmap["w14"]}
_SPACE: Final = f"{{{nsmap['xml']}}}space"
_PARAGRAPH_ORDER: Final = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "numPr",
    "pBdr",
    "tabs",
    "spacing",
    "ind",
    "contextualSpacing",
    "jc",
    "outlineLvl",
    "sectPr",
]


def w(name: str, /, *parts: Element, **attributes: str | int) -> Element:
    """An element of Word's main namespace, with its attributes there too."""
    return _made(_WORD, name, parts, attributes)


def w14(name: str, /, *parts: Element, **attributes: str | int) -> Element:
    """An element that Word knows since 2010; an older one ignores it."""
    return _made(_WORD_2010, name, parts, attributes)


def words_element(name: str, text: str) -> Element:
    """An element around `text`, whose blanks are kept."""
    made = w(name)
    made.set(_SPACE, "preserve")
    made.text = text
    return made


def paragraph(style: str, /, *content: Element) -> Element:
    """A paragraph in that style."""
    return w("p", w("pPr", w("pStyle", val=style)), *content)


def give(element: Element, *properties: Element) -> Element:
    """The paragraph with these properties, each in the place of an earlier one of its kind."""
    owner = element[0]
    for given in properties:
        for old in owner.findall(given.tag):
            owner.remove(old)
        owner.append(given)
    owner[:] = sorted(owner, key=_place)
    return element


def style_of(element: Element) -> str:
    """The style of a paragraph."""
    return element[0][0].get(_name("w", "val"), "")


def keep_with_next(elements: Iterable[Element]) -> None:
    """Let every paragraph of these elements, however deep, stand on the page of what follows it."""
    for element in elements:
        for found in element.iter(w("p").tag):
            give(found, w("keepNext"))


def twips(points: float) -> int:
    """A measure as Word counts it, in twentieths of a point."""
    return round(20 * points)


def rule(side: str, colour: str, eighths: int, space: int = 0) -> Element:
    """A border on one side, so many eighths of a point thick and `space` points away."""
    return w(side, val="single", sz=eighths, space=space, color=hexadecimal(colour))


def hexadecimal(colour: str) -> str:
    """`#RRGGBB` as Word writes it."""
    return colour.lstrip("#")


def _made(namespace: dict[str, str], name: str, parts: Iterable[Element], attributes: dict[str, str | int]) -> Element:
    (prefix,) = namespace
    values = {_name(prefix, key): str(value) for key, value in attributes.items()}
    made = etree.Element(_name(prefix, name), values, namespace)
    made.extend(parts)
    return made


@cache
def _name(prefix: str, name: str) -> str:
    return f"{{{nsmap[prefix]}}}{name}"


def _place(element: Element) -> int:
    return _PARAGRAPH_ORDER.index(etree.QName(element).localname)
