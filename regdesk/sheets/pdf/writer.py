"""Writes a sheet as one PDF for paper, screen reader and archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from regdesk.sheets.blocks import Paper, Sheet, sheets_of
from regdesk.sheets.captions import foot_texts
from regdesk.sheets.characters import spoken
from regdesk.sheets.pdf.archive import Metadata, archived
from regdesk.sheets.pdf.compose import Composer
from regdesk.sheets.pdf.geometry import geometry
from regdesk.sheets.pdf.head import head_items
from regdesk.sheets.pdf.marginalia import Marginalia
from regdesk.sheets.pdf.pagination import lay_out
from regdesk.sheets.pdf.structure import Element
from regdesk.sheets.pdf.words import Typesetter
from regdesk.sheets.replace import write_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """A finished file. `substitutes`: what was printed in place of each character that no shipped font has."""

    data: bytes
    pages: int
    substitutes: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfResult:
    """A file that was written; otherwise as Pdf."""

    path: Path
    pages: int
    substitutes: dict[str, str]


def write_pdf(sheet: Sheet | Paper, target: Path) -> PdfResult:
    """Write `sheet` to `target`, which is replaced only by a whole file. Raises Problem(FILE_NOT_WRITTEN)."""
    pdf = make_pdf(sheet)
    write_whole(pdf.data, target)
    return PdfResult(path=target, pages=pdf.pages, substitutes=pdf.substitutes)


def pdf_bytes(sheet: Sheet | Paper) -> bytes:
    """`sheet` as a PDF; the same sheet gives the same bytes."""
    return make_pdf(sheet).data


def make_pdf(document: Sheet | Paper) -> Pdf:
    """`sheet` as a PDF, with what is to be told about it. Raises Problem(SHEET_FONT_MISSING)."""
    (sheet,) = sheets_of(document)
    root, page, typesetter = Element("Document"), geometry(sheet.orientation), Typesetter()
    composer = Composer(root, page, typesetter)
    items = [*head_items(sheet.head, composer), *chain.from_iterable(map(composer.items, sheet.blocks))]
    margins = Marginalia(sheet=sheet, page=page, typesetter=typesetter, foot=_foot_owners(sheet, root))
    drawn_pdf, drawn = lay_out(items, page, sheet.language, margins.finish)
    data = archived(drawn_pdf, drawn, root, _metadata(sheet))
    substitutes = dict(sorted(typesetter.glyphs.substitutes.items()))
    return Pdf(data=data, pages=len(drawn.pages), substitutes=substitutes)


def _foot_owners(sheet: Sheet, root: Element) -> Sequence[Element]:
    """The elements of the foot's texts, last in the document."""
    return [root.child("P") for _text in foot_texts(sheet.foot)]


def _metadata(sheet: Sheet) -> Metadata:
    head = sheet.head
    return Metadata(
        title=spoken(head.title),
        author=spoken(head.organisation),
        subject=", ".join(filter(None, map(spoken, (head.document_type, head.appendix, head.board)))),
        language=sheet.language,
        made=sheet.foot.printed,
    )
