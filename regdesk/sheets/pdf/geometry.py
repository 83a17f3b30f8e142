"""The A4 page: margins that take a hole punch, and the room for text on the first page and on the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm

from regdesk.sheets.blocks import Orientation


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """Measures in points, from the lower left corner of the page."""

    size: tuple[float, float]
    left: float
    right: float
    top: float  # upper edge of the head
    later_top: float  # upper edge of the text on pages with a running head
    bottom: float  # lower edge of the text
    foot: float  # upper edge of the foot

    @property
    def width(self) -> float:
        """Of the text."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Of the text on a page with a running head, the smaller of the two."""
        return self.later_top - self.bottom


def geometry(orientation: Orientation) -> Geometry:
    """The page turned as asked. The edge that is punched, left or (turned) upper, has at least 25 mm."""
    if orientation is Orientation.LANDSCAPE:
        return _geometry(landscape(A4), left=20 * mm, right=18 * mm, top=25 * mm)
    return _geometry(A4, left=26 * mm, right=19 * mm, top=17 * mm)


_RUNNING_HEAD: Final = 12 * mm
_FOOT: Final = 18 * mm


def _geometry(size: tuple[float, float], *, left: float, right: float, top: float) -> Geometry:
    width, height = size
    return Geometry(
        size=size,
        left=left,
        right=width - right,
        top=height - top,
        later_top=height - top - _RUNNING_HEAD,
        bottom=_FOOT + 7 * mm,
        foot=_FOOT,
    )
