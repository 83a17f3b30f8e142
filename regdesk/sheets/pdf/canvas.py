"""A canvas that knows what it draws: each piece of content belongs to a structure element or is an artifact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from math import inf
from typing import IO, Any, Final, NamedTuple, TypeAlias

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from regdesk.sheets.blocks import FieldCell
from regdesk.sheets.pdf.limits import LONGEST_STRING, within_limit
from regdesk.sheets.pdf.looks import Piece
from regdesk.sheets.pdf.structure import Annotation, Element, MarkedContent, Name
from regdesk.sheets.theme import PLAIN, Palette, rgb

_SLACK: Final = 0.01  # points that the text cursor may be off without being set anew
_RADIUS: Final = 2.5
ARC: Final = 0.5523  # of the radius: the handles of a quarter of a circle as a Bézier curve
ANNOTATION_KEYS: Final = 1_000_000  # keys of links and fields in the parent tree begin above those of the pages


class Artifact(StrEnum):
    """What is on the page but not in the text: a screen reader passes it by."""

    LAYOUT = "/Type /Layout"
    HEADER = "/Type /Pagination /Subtype /Header"
    FOOTER = "/Type /Pagination /Subtype /Footer"
    REPEATED = "/Type /Pagination"


Mark: TypeAlias = Element | Artifact
Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top
PageFinisher: TypeAlias = Callable[["TaggedCanvas", int, int], None]
LateDrawing: TypeAlias = Callable[["TaggedCanvas"], None]


class PlacedPiece(NamedTuple):
    """A piece of text and where its baseline begins."""

    piece: Piece
    x: float
    y: float


class _Pen(NamedTuple):
    """What the page's state has of text: the font by its name in the file, its size, and the colour."""

    font: str
    size: float
    colour: str


_NO_PEN: Final = _Pen("", 0.0, "")


@dataclass(slots=True)
class Drawn:
    """What was drawn: the owner of each content by page and number, and the owner of each annotation (link or field).

    `fields` are in the order of their annotations. `headings` are the pages on which they begin, `sheets` the number
    of the sheet that each page belongs to.
    """

    pages: list[list[Element]] = field(default_factory=list)
    annotations: list[Element] = field(default_factory=list)
    fields: list[FieldCell] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    sheets: list[int] = field(default_factory=list)


class TaggedCanvas(Canvas):
    """reportlab's canvas with marked content. `finish_page(canvas, page, pages)` draws what needs the page count."""

    _code: list[str]
    _doc: Any
    _filename: IO[bytes]
    _absRect: Callable[[Box, int], Box]  # noqa: N815
    _addAnnotation: Callable[[pdfdoc.PDFDictionary], None]  # noqa: N815
    _bookmarkReference: Callable[[str], object]  # noqa: N815

    def __init__(
        self,
        file: str | IO[bytes],
        finish_page: PageFinisher,
        palette: Palette = PLAIN,
        **options: Any,  # noqa: ANN401 - reportlab's
    ) -> None:
        self.drawn = Drawn(pages=[[]])
        self._finish_page = finish_page
        self._mark: Mark | None = None
        self._page = 0
        self._annotation_counts: list[int] = [0]
        self._late: dict[int, list[LateDrawing]] = {}
        self._pen = _NO_PEN
        self._pens: list[_Pen] = []
        self.palette = palette
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

    @contextmanager
    def figure(self, element: Element, box: Box) -> Iterator[None]:
        """Everything drawn inside is the figure `element`, which covers `box` in the current coordinates."""
        edges = [round(edge, 2) for edge in self._absRect(box, 1)]
        element.attributes = {"Layout": {"BBox": edges, "Placement": Name("/Block")}}
        with self.marked(element):
            yield

    @contextmanager
    def read_as(self, text: str) -> Iterator[None]:
        """What is shown inside, within a mark, is read and found as `text`."""
        self._code.append(f"/Span <</ActualText <FEFF{within_limit(text).encode('utf-16-be').hex().upper()}>>> BDC")
        yield
        self._code.append("EMC")

    def show(self, placed: Iterable[PlacedPiece], mark: Mark) -> None:
        """Show pieces of text that belong to `mark`."""
        with self.marked(mark):
            self.show_marked(placed)

    def show_marked(self, placed: Iterable[PlacedPiece]) -> None:
        """Show pieces of text within a mark."""
        self._code.append("BT")
        self._code.extend(self._text_operators(placed))
        self._code.append("ET")

    def paint(self, operators: Iterable[str]) -> None:
        """Add what paints shapes, within a mark."""
        self._code.extend(operators)

    def rules(self, heights: Iterable[float], width: float, colour: str, thickness: float, x: float = 0.0) -> None:
        """Draw horizontal lines that are layout, from `x` to the right."""
        with self.marked(Artifact.LAYOUT):
            self._code.append(f"{operands(*rgb(self.palette.own(colour)))} RG {thickness:g} w")
            self._code.extend(f"{operands(x, y)} m {operands(x + width, y)} l S" for y in heights)

    def panel(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw a rounded tint that is layout."""
        with self.marked(Artifact.LAYOUT):
            self._code.append(f"q 1 0 0 1 {operands(x, y)} cm {operands(*rgb(self.palette.own(colour)))} rg")
            self._code.append(_rounded(round(width, 2), round(height, 2)))
            self._code.append("Q")

    def outline(self, box: Box, colour: str, thickness: float) -> None:
        """Draw a rectangle that is layout."""
        left, bottom, right, top = box
        with self.marked(Artifact.LAYOUT):
            edges = operands(left, bottom, right - left, top - bottom)
            self._code.append(f"{operands(*rgb(self.palette.own(colour)))} RG {thickness:g} w {edges} re S")

    def drawText(self, aTextObject: PDFTextObject) -> None:  # noqa: N802, N803 - reportlab's names
        """Draw text. Raises ValueError where it belongs to nothing: a screen reader would stumble over it."""
        if self._mark is None:
            raise ValueError("text without a mark")
        super().drawText(aTextObject)

    def link(self, box: Box, address: str, label: str, element: Element) -> None:
        """Make `box`, in the current coordinates, a link that belongs to `element`."""
        self._link(box, {"S": "/URI", "URI": pdfdoc.PDFString(address)}, label, element)

    def link_to_heading(self, box: Box, heading: int, label: str, element: Element) -> None:
        """Make `box` a link to a heading, by its number in the order of drawing; it may be drawn later."""
        self._link(box, {"S": "/GoTo", "D": self._bookmarkReference(heading_key(heading))}, label, element)

    def heading(self, title: str, depth: int, height: float) -> None:
        """Make a bookmark of the heading that begins here, `height` above the origin."""
        key = heading_key(len(self.drawn.headings))
        self.drawn.headings.append(self._page)
        self.bookmarkHorizontal(key, 0, height)
        self.addOutlineEntry(within_limit(title), key, depth)

    def at_end(self, draw: LateDrawing) -> None:
        """Let `draw` draw on this page, in the page's own coordinates, when all pages are known."""
        self._late.setdefault(self._page, []).append(draw)

    def field(self, box: Box, field: FieldCell, element: Element) -> None:
        """Make `box`, in the current coordinates, a field that belongs to `element`; `field` is written in the end."""
        self.drawn.fields.append(field)
        self._annotate(box, {"Subtype": "/Widget"}, element)

    def _link(self, box: Box, action: dict[str, object], label: str, element: Element) -> None:
        facts = {
            "Subtype": "/Link",
            "Border": "[0 0 0]",
            "Contents": pdfdoc.PDFString(within_limit(label)),
            "A": pdfdoc.PDFDictionary(action),
        }
        self._annotate(box, facts, element)

    def _annotate(self, box: Box, facts: dict[str, object], element: Element) -> None:
        key, rect = ANNOTATION_KEYS + len(self.drawn.annotations), pdfdoc.PDFArray(self._absRect(box, 1))
        element.kids.append(Annotation(self._page, self._annotation_counts[self._page], key))
        self.drawn.annotations.append(element)
        self._annotation_counts[self._page] += 1
        self._addAnnotation(
            pdfdoc.PDFDictionary({"Type": "/Annot", "F": 4, "StructParent": key, "Rect": rect, **facts})
        )

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page."""
        super().showPage()
        self.drawn.pages.append([])
        self._annotation_counts.append(0)
        self._page += 1
        self._pen = _NO_PEN

    def save(self) -> None:
        """Finish every page and write the document to the file that the canvas was made with."""
        if self._code:
            self.showPage()
        self.drawn.pages.pop()
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages):
            self._page, self._code, self._pen = number, [], _NO_PEN
            for draw in self._late.get(number, ()):
                draw(self)
            self._finish_page(self, number, len(pages))
            page.stream += "\n".join(self._code) + "\n"
        self._code = []
        self._refuse_foreign_fonts()
        self._doc.SaveToFile(self._filename, self)

    def saveState(self) -> None:  # noqa: N802 - reportlab's name
        """Begin what ends with restoreState."""
        super().saveState()
        self._pens.append(self._pen)

    def restoreState(self) -> None:  # noqa: N802 - reportlab's name
        """Let font and colour be what they were."""
        super().restoreState()
        self._pen = self._pens.pop()

    def _text_operators(self, placed: Iterable[PlacedPiece]) -> Iterator[str]:
        """Font and colour are named only where they are not those of the text before."""
        font, size, colour = self._pen
        after = (inf, inf)
        for (text, look, width), x, y in placed:
            if y != after[1] or abs(x - after[0]) > _SLACK:
                yield f"1 0 0 1 {operands(x, y)} Tm"
            if look.colour != colour:
                colour = look.colour
                yield f"{operands(*rgb(colour))} rg"
            for name, codes in self._encoded(text, look.face):
                if name != font or look.size != size:
                    font, size = name, look.size
                    yield f"{name} {size:g} Tf"
                yield f"<{codes.hex()}> Tj"
            after = x + width, y
        self._pen = _Pen(font, size, colour)

    def _encoded(self, text: str, face: str) -> Iterator[tuple[str, bytes]]:
        """The codes of `text` in the subsets of a face, each with the subset's name in the file."""
        font: Any = pdfmetrics.getFont(face)
        for subset, codes in font.splitString(text, self._doc):
            name = font.getSubsetInternalName(subset, self._doc)
            for start in range(0, len(codes), LONGEST_STRING):  # one, but for thousands of marks on a letter
                yield name, codes[start : start + LONGEST_STRING]

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


def heading_key(number: int) -> str:
    """The name of a heading's place in the file."""
    return f"heading-{number}"


def operands(*numbers: float) -> str:
    """Numbers as PDF writes them, to a hundredth of a point or a thousandth of a colour."""
    return " ".join(f"{number:.3f}".rstrip("0").rstrip(".") for number in numbers)


@lru_cache
def _rounded(width: float, height: float) -> str:
    """The operators that fill a rectangle with rounded corners."""
    r = min(_RADIUS, height / 2, width / 2)
    right, top, k = width - r, height - r, r * (1 - ARC)
    corners = (
        ((right, 0), (width - k, 0, width, k, width, r)),
        ((width, top), (width, height - k, width - k, height, right, height)),
        ((r, height), (k, height, 0, height - k, 0, top)),
        ((0, r), (0, k, k, 0, r, 0)),
    )
    sides = (f"{operands(*end)} l {operands(*curve)} c" for end, curve in corners)
    return f"{operands(r, 0)} m {' '.join(sides)} f"
