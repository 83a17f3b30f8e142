"""A canvas that knows what it draws: each piece of content belongs to a structure element or is an artifact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import IO, Any, Final, TypeAlias

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from regdesk.sheets.pdf.structure import Annotation, Element, MarkedContent
from regdesk.sheets.theme import rgb

LINK_KEYS: Final = 1_000_000  # keys of links in the parent tree begin above those of the pages


class Artifact(StrEnum):
    """What is on the page but not in the text: a screen reader passes it by."""

    LAYOUT = "/Type /Layout"
    HEADER = "/Type /Pagination /Subtype /Header"
    FOOTER = "/Type /Pagination /Subtype /Footer"
    REPEATED = "/Type /Pagination"


Mark: TypeAlias = Element | Artifact
Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top
PageFinisher: TypeAlias = Callable[["TaggedCanvas", int, int], None]


@dataclass(slots=True)
class Drawn:
    """What was drawn: the owner of each content by page and number, the owner of each link, and the headings."""

    pages: list[list[Element]] = field(default_factory=list)
    links: list[Element] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)


class TaggedCanvas(Canvas):
    """reportlab's canvas with marked content. `finish_page(canvas, page, pages)` draws what needs the page count."""

    _code: list[str]
    _doc: Any
    _filename: IO[bytes]
    _absRect: Callable[[Box, int], Box]  # noqa: N815
    _addAnnotation: Callable[[pdfdoc.PDFDictionary], None]  # noqa: N815

    def __init__(self, file: str | IO[bytes], finish_page: PageFinisher, **options: Any) -> None:  # noqa: ANN401 - reportlab's
        self.drawn = Drawn(pages=[[]])
        self._finish_page = finish_page
        self._mark: Mark | None = None
        self._page = 0
        self._link_counts: list[int] = [0]
        super().__init__(file, **options)

    @contextmanager
    def marked(self, mark: Mark) -> Iterator[None]:
        """Everything drawn inside belongs to `mark`. Marks do not nest."""
        if self._mark is not None:
            raise ValueError("content is marked already")
        self._mark = mark
        self._code.append(self._opening(mark))
        yield
        self._code.append("EMC")
        self._mark = None

    def rules(self, heights: Iterable[float], width: float, colour: str, thickness: float) -> None:
        """Draw horizontal lines that are layout, from the left edge."""
        with self.marked(Artifact.LAYOUT):
            self.setStrokeColorRGB(*rgb(colour))
            self.setLineWidth(thickness)
            for y in heights:
                self.line(0, y, width, y)

    def panel(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw a rounded tint that is layout."""
        with self.marked(Artifact.LAYOUT):
            self.setFillColorRGB(*rgb(colour))
            self.roundRect(x, y, width, height, min(2.5, height / 2), stroke=0, fill=1)

    def drawText(self, aTextObject: PDFTextObject) -> None:  # noqa: N802, N803 - reportlab's names
        """Draw text. Raises ValueError where it belongs to nothing: a screen reader would stumble over it."""
        if self._mark is None:
            raise ValueError("text without a mark")
        super().drawText(aTextObject)

    def link(self, box: Box, address: str, label: str, element: Element) -> None:
        """Make `box`, in the current coordinates, a link that belongs to `element`."""
        annotation = pdfdoc.PDFDictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "F": 4,
                "Border": "[0 0 0]",
                "StructParent": LINK_KEYS + len(self.drawn.links),
                "Contents": pdfdoc.PDFString(label),
                "Rect": pdfdoc.PDFArray(self._absRect(box, 1)),
                "A": pdfdoc.PDFDictionary({"S": "/URI", "URI": pdfdoc.PDFString(address)}),
            }
        )
        element.kids.append(Annotation(self._page, self._link_counts[self._page], LINK_KEYS + len(self.drawn.links)))
        self.drawn.links.append(element)
        self._link_counts[self._page] += 1
        self._addAnnotation(annotation)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page."""
        super().showPage()
        self.drawn.pages.append([])
        self._link_counts.append(0)
        self._page += 1

    def save(self) -> None:
        """Finish every page and write the document to the file that the canvas was made with."""
        if self._code:
            self.showPage()
        self.drawn.pages.pop()
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages):
            self._page, self._code = number, []
            self._finish_page(self, number, len(pages))
            page.stream += "\n".join(self._code) + "\n"
        self._code = []
        self._refuse_foreign_fonts()
        self._doc.SaveToFile(self._filename, self)

    def _opening(self, mark: Mark) -> str:
        if isinstance(mark, Artifact):
            return f"/Artifact <<{mark}>> BDC"
        contents = self.drawn.pages[self._page]
        mark.kids.append(MarkedContent(self._page, len(contents)))
        mark.draw_on(self._page)
        contents.append(mark)
        return f"/{mark.tag} <</MCID {len(contents) - 1}>> BDC"

    def _refuse_foreign_fonts(self) -> None:
        used = map(pdfmetrics.getFont, self._doc.fontMapping)
        foreign = [font.fontName for font in used if not getattr(font, "_dynamicFont", False)]
        if foreign:
            raise ValueError(f"fonts that would not be embedded: {foreign}")
