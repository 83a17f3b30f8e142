"""Pictures in the line of text, each with the words for those who do not see it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from docx.oxml.shape import CT_Inline
from docx.shared import Pt

from regdesk.i18n import _
from regdesk.sheets.blocks import HouseStyle
from regdesk.sheets.characters import spoken
from regdesk.sheets.drawings import Drawing
from regdesk.sheets.pdf.pictures import opened
from regdesk.sheets.pdf.snapshot import snapshot
from regdesk.sheets.word.elements import MILLIMETRE, w

if TYPE_CHECKING:
    from docx.image.image import Image
    from docx.parts.document import DocumentPart
    from lxml.etree import _Element as Element

Size: TypeAlias = tuple[float, float]
Fitting: TypeAlias = Callable[[Size], Size]


class Pictures:
    """Puts pictures into the file. Each is numbered, and stored once however often it is shown."""

    def __init__(self, part: DocumentPart, style: HouseStyle) -> None:
        self._part, self._style, self._numbers = part, style, count(1)

    def picture(self, image: bytes, alt: str, fitted: Fitting) -> Element | None:
        """A run with the picture in the size that `fitted` gives it, or None where `image` is none that can be read."""
        stored = self._stored(image)
        if stored is None:
            return None
        relation, found = stored
        return self._run(relation, alt, fitted((found.px_width, found.px_height)))

    def drawing(self, drawing: Drawing, alt: str, fitted: Fitting) -> Element:
        """As `picture`, of a drawing, which is asked how wide it is to be from its own size in points."""
        own = drawing.width * MILLIMETRE, drawing.height * MILLIMETRE
        size = fitted(own)
        relation, _image = self._part.get_or_add_image(BytesIO(snapshot(drawing, size[0] / own[0], self._style)))
        return self._run(relation, alt, size)

    def _run(self, relation: str, alt: str, size: Size) -> Element:
        number, (width, height) = next(self._numbers), size
        inline = CT_Inline.new_pic_inline(number, relation, f"image{number}", Pt(width), Pt(height))
        for side in "TBLR":
            inline.set(f"dist{side}", "0")  # or LibreOffice sets it in
        inline.docPr.set("name", _("Bild {number}").format(number=number))
        inline.docPr.set("descr", spoken(alt))
        return w("r", w("drawing", inline))

    def _stored(self, image: bytes) -> tuple[str, Image] | None:
        if opened(image) is None:
            return None
        try:
            return self._part.get_or_add_image(BytesIO(image))
        except Exception:
            return None
