"""What stands where on the pages of a finished PDF: boxes as another reader sees them, and whose content it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

_SLACK = 0.05  # points
_REPEATED = "repeated"


@dataclass(frozen=True)
class Content:
    """A stretch of a page's content: the elements that it belongs to, innermost first, each by its tag and number.

    None of them for a header row that is drawn once more.
    """

    owners: tuple[tuple[str, int], ...]

    def table(self) -> tuple[str, int] | None:
        """The table that it stands in."""
        return next((owner for owner in self.owners if owner[0] == "Table"), None)

    @property
    def tag(self) -> str:
        """That of the element whose content it is."""
        return self.owners[0][0] if self.owners else _REPEATED


def outside(data: bytes) -> list[str]:
    """What reaches out of its page: characters and whatever else is drawn, each with page and box."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [found for number in range(len(document)) for found in _outside(document[number], number)]
    finally:
        document.close()


def contents(data: bytes) -> list[list[Content]]:
    """What is on each page in the order of drawing, without what is drawn in the margins and for looks."""
    with pikepdf.open(BytesIO(data)) as pdf:
        owners = _parent_tree(pdf)
        return [list(_contents(page, owners.get(number, []))) for number, page in enumerate(pdf.pages)]


def lonely_headings(data: bytes) -> list[int]:
    """The pages, counted from 1, whose last content is a heading, though what it heads follows on the next one."""
    pages = [page for page in contents(data) if page]
    return [
        number
        for number, (page, after) in enumerate(pairwise(pages), 1)
        if page[-1].tag.startswith("H") and _is_headed(after[0], *page[-1].owners[:2])
    ]


def headless_tables(data: bytes) -> list[int]:
    """The pages, counted from 1, where rows of a table stand without the header row that the table has."""
    pages = contents(data)
    headed = {content.table() for page in pages for content in page if "THead" in dict(content.owners)}
    return [number for number, page in enumerate(pages, 1) if any(_headless(page, table) for table in headed)]


def _headless(page: list[Content], table: tuple[str, int] | None) -> bool:
    rows = [place for place, content in enumerate(page) if content.table() == table]
    if not rows:
        return False
    first = page[rows[0]]
    return "THead" not in dict(first.owners) and (rows[0] == 0 or page[rows[0] - 1].tag != _REPEATED)


def _is_headed(content: Content, heading: tuple[str, int], section: tuple[str, int]) -> bool:
    """Whether it stands in the section of that heading, and is not the rest of the heading itself."""
    return section in content.owners and heading not in content.owners


def _outside(page: pypdfium2.PdfPage, number: int) -> Iterator[str]:
    width, height = page.get_size()
    text = page.get_textpage()
    boxes = [("char", text.get_charbox(index)) for index in range(text.count_chars())]
    boxes += [("object", found.get_bounds()) for found in page.get_objects() if not _is_clipped(found)]
    for kind, (left, bottom, right, top) in boxes:
        if min(left, bottom) < -_SLACK or right > width + _SLACK or top > height + _SLACK:
            yield f"page {number + 1}: {kind} {left:.1f} {bottom:.1f} {right:.1f} {top:.1f}"


def _is_clipped(found: pypdfium2.PdfObject) -> bool:
    """The lines of a pattern, which end where its area does."""
    return bool(raw.FPDFClipPath_CountPaths(raw.FPDFPageObj_GetClipPath(found.raw)) > 0)


def _parent_tree(pdf: pikepdf.Pdf) -> dict[int, list[pikepdf.Object]]:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    found = zip(list(numbers)[::2], list(numbers)[1::2], strict=True)
    return {int(key): list(value) for key, value in found if isinstance(value, pikepdf.Array)}


def _contents(page: pikepdf.Page, owners: list[pikepdf.Object]) -> Iterator[Content]:
    for instruction in pikepdf.parse_content_stream(page, "BDC"):
        tag, properties = instruction.operands
        if "/MCID" in properties:
            yield Content(tuple(_ancestors(owners[int(properties.MCID)])))
        elif tag == "/Artifact" and properties.get("/Type") == "/Pagination" and "/Subtype" not in properties:
            yield Content(())


def _ancestors(element: pikepdf.Object) -> Iterator[tuple[str, int]]:
    while "/S" in element:
        yield str(element.S)[1:], element.objgen[0]
        element = element.P
