"""Reads a finished Word file as a screen reader does: its text in order, with the labels that Word counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.oxml.ns import nsmap, qn
from lxml.etree import XPath
from lxml.etree import _Element as Element

from regdesk.sheets.blocks import Paper, Sheet, sheets_of
from regdesk.sheets.captions import foot_texts
from regdesk.sheets.characters import SEAM, SOFT_HYPHEN
from regdesk.sheets.drawings import Drawing
from regdesk.sheets.plain import reading_order


def opened(data: bytes) -> Document:
    """The file as python-docx reads it."""
    return docx.Document(BytesIO(data))


def part(data: bytes, name: str) -> bytes:
    """A part of the package."""
    with ZipFile(BytesIO(data)) as package:
        return package.read(name)


def body_texts(data: bytes) -> list[str]:
    """The text of each paragraph in order, its label first; what is filled in or counted by Word left out."""
    document = opened(data)
    return list(_Reader(document).texts())


def foot_lines(data: bytes) -> list[str]:
    """What stands at the foot of the first page, each text by itself."""
    foot = opened(data).sections[0].first_page_footer
    return [text for found in foot.paragraphs for text in found.text.split("\t") if text]


def expected_texts(document: Sheet | Paper) -> list[str]:
    """What the body is to say: the reading order without the foot, and without the words that are in pictures."""
    feet = len(foot_texts(sheets_of(document)[0].foot))
    undrawn = _undrawn(document)
    assert isinstance(undrawn, Sheet | Paper)
    return list(reading_order(undrawn))[:-feet]


def _undrawn(part: object) -> object:
    """The document with drawings that say nothing."""
    if isinstance(part, Drawing):
        return replace(part, shapes=())
    if isinstance(part, tuple):
        return tuple(map(_undrawn, part))
    if not is_dataclass(part) or isinstance(part, type):
        return part
    return replace(part, **{field.name: _undrawn(getattr(part, field.name)) for field in fields(part)})


def letters(texts: list[str]) -> str:
    """All letters, without blanks and the marks for ends of lines."""
    joined = "".join("".join(text.split()) for text in texts)
    return joined.replace(SOFT_HYPHEN, "").replace(SEAM, "")


def found(document: Document, tag: str) -> list[Element]:
    """All elements of that name in the text, such as `w:tblHeader`."""
    return list(document.element.iter(qn(tag)))


def value(element: Element, name: str = "w:val") -> str | None:
    """An attribute of an element."""
    return element.get(qn(name))


class _Reader:
    def __init__(self, document: Document) -> None:
        self._body = document.element.body
        self._styles = {style.style_id: style.element for style in document.styles}
        self._numbering = document.part.numbering_part.element
        self._counted: Counter[str] = Counter()

    def texts(self) -> Iterator[str]:
        for element in self._body.iter(qn("w:p")):
            yield self._label(element) + "".join(_letters(element))

    def _label(self, element: Element) -> str:
        (style,) = _values(element, "w:pPr/w:pStyle/@w:val")
        for owner in (element, self._styles[style]):
            levels = _values(owner, "w:pPr/w:numPr/w:ilvl/@w:val")
            numbers = _values(owner, "w:pPr/w:numPr/w:numId/@w:val")
            if numbers:
                return self._counted_label(numbers[0], levels[0])
        return ""

    def _counted_label(self, number: str, level: str) -> str:
        (abstract,) = _values(self._numbering, f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
        path = f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']"
        (start,), (kind,), (text,) = (
            _values(self._numbering, f"{path}/w:{name}/@w:val") for name in ("start", "numFmt", "lvlText")
        )
        at = int(start) + self._counted[number]
        self._counted[number] += 1
        counted = {"lowerLetter": chr(96 + at % 27), "upperLetter": chr(64 + at % 27)}.get(kind, str(at))
        return text.replace("%1", counted)


def _values(element: Element, path: str) -> list[str]:
    answer = XPath(path, namespaces={"w": nsmap["w"]})(element)
    return [str(found) for found in answer] if isinstance(answer, list) else []


def _letters(element: Element) -> Iterator[str]:
    """The letters of a paragraph, but not of the fields in it."""
    for child in element:
        if child.tag in {qn("w:sdt"), qn("w:fldSimple"), qn("w:pPr")}:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in {qn("w:br"), qn("w:tab")}:
            yield " "
        else:
            yield from _letters(child)
