"""Drawings as pictures, for files that take none: drawn as the PDF draws them, and as sharp as a printer prints."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from regdesk.sheets.blocks import HouseStyle
from regdesk.sheets.drawings import Drawing
from regdesk.sheets.pdf.artwork import artwork_of
from regdesk.sheets.pdf.canvas import TaggedCanvas
from regdesk.sheets.pdf.fonts import Weight, text_face
from regdesk.sheets.pdf.glyphs import Glyphs
from regdesk.sheets.pdf.pages import Pages
from regdesk.sheets.pdf.structure import Element
from regdesk.sheets.pdf.words import Typesetter
from regdesk.sheets.theme import Palette

_DPI: Final = 300


def snapshot(drawing: Drawing, scale: float, style: HouseStyle) -> bytes:
    """`drawing` as a PNG picture on white. Its shapes are scaled, its letters keep the size that they are read in."""
    typesetter = Typesetter(glyphs=Glyphs(family=style.family), palette=Palette.of(style))
    artwork = artwork_of(drawing, "", Element("Document"), typesetter)
    width, height = artwork.width * scale, artwork.height * scale
    file = BytesIO()
    canvas = TaggedCanvas(
        file,
        lambda _canvas, _page, _pages: None,
        typesetter.palette,
        pagesize=(width, height),
        invariant=1,
        enforceColorSpace="rgb",
        initialFontName=text_face(Weight.REGULAR).name,
    )
    artwork.draw(canvas, 0, height, scale)
    canvas.showPage()
    canvas.save()
    with Pages(file.getvalue()) as pages:
        return pages.png(0, _DPI)
