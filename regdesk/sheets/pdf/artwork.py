"""Drawings on the page, each one figure of the structure tree with the words that replace it."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.units import mm

from regdesk.sheets.characters import spoken
from regdesk.sheets.drawings import Drawing, Label
from regdesk.sheets.pdf.canvas import TaggedCanvas
from regdesk.sheets.pdf.flowables import TaggedFlowable
from regdesk.sheets.pdf.labels import Surface, draw_label
from regdesk.sheets.pdf.shapes import Plane, painted
from regdesk.sheets.pdf.structure import Element
from regdesk.sheets.pdf.words import Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class Artwork:
    """A drawing bound to its structure element."""

    drawing: Drawing
    element: Element
    typesetter: Typesetter

    @property
    def width(self) -> float:
        """In points, as the drawing says."""
        return self.drawing.width * mm

    @property
    def height(self) -> float:
        """In points, as the drawing says."""
        return self.drawing.height * mm

    def draw(self, canvas: TaggedCanvas, left: float, top: float, scale: float) -> None:
        """Draw it by its upper left corner. Its shapes are scaled, the letters of its labels are not."""
        width, height = self.width * scale, self.height * scale
        surface = Surface(Plane(left, top, scale), width, height)
        with canvas.figure(self.element, (left, top - height, left + width, top)):
            for shape in self.drawing.shapes:
                if isinstance(shape, Label):
                    draw_label(canvas, shape, surface, self.typesetter)
                else:
                    canvas.paint(painted(shape, surface.plane, canvas.palette))


def artwork_of(drawing: Drawing, alt: str, parent: Element, typesetter: Typesetter) -> Artwork:
    """`drawing` as a figure below `parent`."""
    words = spoken(alt) or spoken(" ".join(drawing.words())) or "…"
    return Artwork(drawing=drawing, element=parent.child("Figure", alt=words), typesetter=typesetter)


class DrawingFlowable(TaggedFlowable):
    """A drawing, scaled down to what the column and the page hold. `width` in points is the one asked for, if any."""

    def __init__(self, artwork: Artwork, *, width: float, tallest: float) -> None:
        super().__init__(before=6, after=6)
        self._artwork, self._wanted, self._tallest = artwork, width or artwork.width, tallest

    def height_in(self, width: float) -> float:
        """In proportion to its width."""
        return self._artwork.height * self._scale(width)

    def draw(self) -> None:
        """Draw it."""
        self._artwork.draw(self.canv, 0, self.height, self._scale(self.width))

    def _scale(self, column: float) -> float:
        return min(
            self._wanted / self._artwork.width, column / self._artwork.width, self._tallest / self._artwork.height
        )
