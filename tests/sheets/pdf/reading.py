"""Reads a finished PDF as a screen reader does: along its structure tree, through its marked content and fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]

_PAIR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")


def structure_texts(data: bytes) -> list[str]:
    """The text of each structure element that has content of its own, in the order of the tree.

    Without the page numbers of a table of contents, which are spans.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        return list(_texts(pdf, pdf.Root.StructTreeRoot.K))


def page_numbers(data: bytes) -> list[int]:
    """The page numbers of a table of contents."""
    with pikepdf.open(BytesIO(data)) as pdf:
        spans = [element for element in _elements(pdf.Root.StructTreeRoot.K) if element.S == "/Span"]
        return [int(text) for span in spans for text in _texts(pdf, span)]


def page_texts(data: bytes) -> list[str]:
    """All text of each page, marginal texts and repeated header rows included, as another reader finds it."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()


def tags(data: bytes) -> list[str]:
    """The tags of the structure tree, each before those below it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [str(element.S)[1:] for element in _elements(pdf.Root.StructTreeRoot.K)]


def _texts(pdf: pikepdf.Pdf, element: pikepdf.Object) -> Iterator[str]:
    contents = [_marked_texts(page) for page in pdf.pages]
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return filter(None, _element_texts(element, contents, numbers))


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid)


def _element_texts(
    element: pikepdf.Object, contents: list[dict[int, str]], numbers: dict[tuple[int, int], int]
) -> Iterator[str]:
    own = ""
    for kid in _kids(element):
        if not isinstance(kid, pikepdf.Dictionary):
            own += contents[numbers[element.Pg.objgen]][int(kid)]
        elif kid.get("/Type") == "/MCR":
            own += contents[numbers[kid.Pg.objgen]][int(kid.MCID)]
        elif "/S" in kid and kid.S != "/Span":
            yield own
            own = ""
            yield from _element_texts(kid, contents, numbers)
    yield own


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:  # noqa: C901 - one case an operator
    """The text of each marked content sequence of a page, by its number; where it says what it reads as, that."""
    maps = {name: _unicode_map(font) for name, font in page.obj.Resources.Font.items()}
    texts: dict[int, str] = {}
    current: int | None = None
    decode: dict[int, str] = {}
    kept: list[dict[int, str]] = []
    is_replaced = False
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC" if "/ActualText" in operands[1] and current is not None:
                texts[current] += str(operands[1].ActualText)
                is_replaced = True
            case "EMC" if is_replaced:
                is_replaced = False
            case "BDC":
                current = int(operands[1].MCID) if "/MCID" in operands[1] else None
                if current is not None:
                    texts[current] = ""
            case "EMC":
                current = None
            case "q":
                kept.append(decode)
            case "Q":
                decode = kept.pop()
            case "Tf":
                decode = maps[str(operands[0])]
            case "Tj" if current is not None and not is_replaced:
                texts[current] += "".join(decode[code] for code in bytes(operands[0]))
    return texts


def _unicode_map(font: pikepdf.Object) -> dict[int, str]:
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _PAIR.findall(font.ToUnicode.read_bytes())
    }
