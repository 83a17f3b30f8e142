"""Writes a sheet, or a paper of several, as one Word file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from regdesk.sheets.blocks import Paper, Sheet, sheets_of
from regdesk.sheets.pdf.geometry import geometry
from regdesk.sheets.pdf.writer import make_pdf
from regdesk.sheets.replace import write_whole
from regdesk.sheets.word.body import Body
from regdesk.sheets.word.contents import Outline, has_contents
from regdesk.sheets.word.elements import give
from regdesk.sheets.word.fields import Controls
from regdesk.sheets.word.lists import ListWriter
from regdesk.sheets.word.margins import Margins
from regdesk.sheets.word.numbering import Numbering
from regdesk.sheets.word.package import File
from regdesk.sheets.word.pictures import Pictures
from regdesk.sheets.word.tables import TableWriter
from regdesk.sheets.word.texts import Typist

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def write_docx(document: Sheet | Paper, target: Path) -> None:
    """Write `document` to `target`, which is replaced only by a whole file. Raises Problem(FILE_NOT_WRITTEN)."""
    write_whole(make_docx(document), target)


def make_docx(document: Sheet | Paper) -> bytes:
    """`document` as a Word file; the same document gives the same bytes."""
    return _Writer(document).finished(sheets_of(document))


class _Writer:
    """Writes sheets one after the other into one file."""

    def __init__(self, document: Sheet | Paper) -> None:
        self._first = sheets_of(document)[0]
        self._title = document.title if isinstance(document, Paper) and document.title else self._first.head.title
        self._file = File(self._first)
        self._margins = Margins(self._file.document, self._file.package)
        self._outline = Outline(document, make_pdf(document).heading_pages if has_contents(document) else ())
        self._pictures, self._controls = Pictures(self._file.document, self._first.style), Controls()
        self._numbering = Numbering()

    def finished(self, sheets: Sequence[Sheet]) -> bytes:
        """The file with these sheets, each on pages of its own."""
        body = self._file.body
        for sheet in sheets:
            for element in self._elements(sheet):
                body.append(element)
            section = self._section(sheet)
            if sheet is sheets[-1]:
                body.append(section)
            else:
                give(body[-1], section)
        return self._file.finished(self._numbering.element(), self._title)

    def _elements(self, sheet: Sheet) -> list[Element]:
        page, typist = geometry(sheet.orientation), self._typist(sheet)
        body = Body(
            typist=typist,
            page=page,
            outline=self._outline,
            pictures=self._pictures,
            controls=self._controls,
            lists=ListWriter(typist, self._numbering, page.width),
            tables=TableWriter(typist, self._pictures, self._controls, page.width, page.height),
        )
        return body.elements(sheet)

    def _section(self, sheet: Sheet) -> Element:
        return self._margins.section(sheet, geometry(sheet.orientation), self._typist(sheet))

    def _typist(self, sheet: Sheet) -> Typist:
        return Typist(links=self._file, language=sheet.language if sheet.language != self._first.language else "")
