"""What looks for faults on pages finds them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf

from regdesk.sheets.blocks import Heading, Paragraph
from regdesk.sheets.pdf.writer import pdf_bytes
from tests.sheets.examples import long_table, sheet_of
from tests.sheets.pdf.layout import headless_tables, lonely_headings, outside


def changed(data: bytes, page: int, change: Callable[[bytes], bytes]) -> bytes:
    """The file with other content on a page, counted from 0."""
    with pikepdf.open(BytesIO(data)) as pdf:
        content = pdf.pages[page].Contents
        content.write(change(content.read_bytes()))
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_what_is_drawn_off_the_page_is_found() -> None:
    data = pdf_bytes(sheet_of(Paragraph(text="En rad.")))
    assert outside(data) == []
    assert outside(changed(data, 0, lambda content: b"1 0 0 1 -90 0 cm " + content))
    assert outside(changed(data, 0, lambda content: content + b" 10 10 900 5 re f"))


def test_a_table_without_its_header_row_is_found() -> None:
    data = pdf_bytes(sheet_of(long_table(60)))
    assert headless_tables(data) == []
    assert headless_tables(changed(data, 1, lambda content: content.replace(b"/Pagination>>", b"/Layout>>"))) == [2]


def test_a_heading_that_stands_alone_is_found() -> None:
    data = pdf_bytes(sheet_of(Heading(text="Rubriken"), Paragraph(text="ord " * 2_000)))
    assert lonely_headings(data) == []
    assert lonely_headings(changed(data, 0, lambda content: content[: content.rindex(b"/P <</MCID")])) == [1]
