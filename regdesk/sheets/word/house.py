"""The organisation's look: its accent in the place of ours, and the family of type that its papers are set in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from regdesk.sheets.blocks import Family, HouseStyle
from regdesk.sheets.theme import ACCENT, Palette
from regdesk.sheets.word.elements import hexadecimal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A typeface by name, and how Word finds one in its place: by another name, or the nearest by its build."""

    name: str
    stand_in: str
    build: str  # PANOSE
    family: str


FACES: Final = {
    Family.SANS: Face(name="Source Sans 3", stand_in="Calibri", build="020B0503030403020204", family="swiss"),
    Family.SERIF: Face(name="Source Serif 4", stand_in="Cambria", build="02040603050405020204", family="roman"),
}


def dressed(element: Element, style: HouseStyle) -> Element:
    """The element, and all in it, with the organisation's accent wherever it has ours."""
    ours, accent = hexadecimal(ACCENT), hexadecimal(Palette.of(style).own(ACCENT))
    for each in element.iter():
        for name in [name for name, said in each.items() if said == ours]:
            each.set(name, accent)
    return element
