"""Writes a sheet, or a paper of several, as one PDF for paper, screen reader and archive."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from regdesk.sheets.blocks import Paper, Sheet, sheets_of
from regdesk.sheets.captions import foot_texts
from regdesk.sheets.characters import spoken
from regdesk.sheets.pdf.archive import archived
from regdesk.sheets.pdf.canvas import Drawn
from regdesk.sheets.pdf.compose import Composer
from regdesk.sheets.pdf.geometry import geometry
from regdesk.sheets.pdf.glyphs import Glyphs
from regdesk.sheets.pdf.head import head_items
from regdesk.sheets.pdf.marginalia import Marginalia, finisher
from regdesk.sheets.pdf.metadata import Metadata
from regdesk.sheets.pdf.pagination import Section, lay_out
from regdesk.sheets.pdf.structure import Element
from regdesk.sheets.pdf.words import Typesetter
from regdesk.sheets.replace import write_whole
from regdesk.sheets.theme import Palette


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """A finished file. `substitutes`: what was printed in place of each character that no shipped font has.

    `heading_pages` has the page, counted from 1, of each title and each heading that is drawn.
    """

    data: bytes
    pages: int
    substitutes: dict[str, str]
    heading_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfResult:
    """A file that was written; otherwise as Pdf."""

    path: Path
    pages: int
    substitutes: dict[str, str]


def write_pdf(document: Sheet | Paper, target: Path) -> PdfResult:
    """Write `document` to `target`, which is replaced only by a whole file that keeps to the rules.

    Raises Problem(FILE_NOT_WRITTEN) and what `make_pdf` raises.
    """
    pdf = make_pdf(document)
    write_whole(pdf.data, target)
    return PdfResult(path=target, pages=pdf.pages, substitutes=pdf.substitutes)


def pdf_bytes(document: Sheet | Paper) -> bytes:
    """`document` as a PDF; the same one gives the same bytes."""
    return make_pdf(document).data


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Hardly anything made here refers to itself; to look for it all the same takes a third of a long sheet's time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_collector_at_rest()
def make_pdf(document: Sheet | Paper, go_on: Callable[[], object] = lambda: None) -> Pdf:
    """`document` as a PDF, with what is to be told about it.

    `go_on` is called for each part, and may raise to end the work. Raises Problem(SHEET_FONT_MISSING) and, for a file
    that would be no PDF/A, Problem(SHEET_NOT_CONFORMING).
    """
    style = sheets_of(document)[0].style
    root, typesetter = Element("Document"), Typesetter(glyphs=Glyphs(family=style.family), palette=Palette.of(style))
    drawn_pdf, drawn = _drawn(
        document, root, typesetter, go_on
    )  # all that was laid out is gone before the file is checked
    data = archived(drawn_pdf, drawn, root, _metadata(document))
    substitutes = dict(sorted(typesetter.glyphs.substitutes.items()))
    heading_pages = tuple(page + 1 for page in drawn.headings)
    return Pdf(data=data, pages=len(drawn.pages), substitutes=substitutes, heading_pages=heading_pages)


def _drawn(
    document: Sheet | Paper, root: Element, typesetter: Typesetter, go_on: Callable[[], object]
) -> tuple[bytes, Drawn]:
    """The file without its structure, which stands below `root`, and what was drawn."""
    sheets = sheets_of(document)
    sections = [_section(sheet, document, root, typesetter) for sheet in sheets]
    foot = [root.child("P") for _text in foot_texts(sheets[-1].foot)]
    margins = [
        Marginalia(sheet=sheet, page=section.page, typesetter=typesetter, foot=foot)
        for sheet, section in zip(sheets, sections, strict=True)
    ]
    return lay_out(sections, sheets[0].language, typesetter.palette, finisher(margins), go_on)


def _section(sheet: Sheet, document: Sheet | Paper, root: Element, typesetter: Typesetter) -> Section:
    """The flowables of `sheet`, below an element of its own where it is part of a paper."""
    page, owner = geometry(sheet.orientation), root
    if isinstance(document, Paper):
        owner = root.child("Part")
        owner.language = sheet.language if sheet.language != document.sheets[0].language else ""
    composer = Composer(owner, page, typesetter, document)
    items = [*head_items(sheet, composer), *chain.from_iterable(map(composer.items, sheet.blocks))]
    return Section(items, page, page.later_top if sheet.is_chapter else page.top)


def _metadata(document: Sheet | Paper) -> Metadata:
    sheet = sheets_of(document)[0]
    head, title = sheet.head, document.title if isinstance(document, Paper) else ""
    return Metadata(
        title=spoken(title) or spoken(head.title),
        author=spoken(head.organisation),
        subject=", ".join(filter(None, map(spoken, (head.document_type, head.appendix, head.board)))),
        language=sheet.language,
        made=sheet.foot.printed,
        has_parts=isinstance(document, Paper),
    )
