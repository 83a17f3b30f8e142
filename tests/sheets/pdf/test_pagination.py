"""What stands together on pages, what is divided, and what is repeated."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from regdesk.sheets.blocks import (
    FormField,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Row,
    Sheet,
    Signature,
    Table,
)
from regdesk.sheets.pdf.writer import make_pdf, pdf_bytes
from tests.sheets.examples import long_table, sheet_of, table_of
from tests.sheets.pdf.reading import page_texts, structure_texts

HEADER = ["Indikator", "Utfall", "Bedömning"]
LINE = "En rad text."


def pages_of(sheet: Sheet) -> list[list[str]]:
    """The words of each page."""
    return [text.split() for text in page_texts(pdf_bytes(sheet))]


def filled(lines: int) -> Paragraph:
    """A paragraph of so many lines."""
    return Paragraph(text="\n".join([LINE] * lines))


def page_with(pages: list[list[str]], word: str) -> int:
    return next(number for number, words in enumerate(pages) if word in words)


def test_header_row_stands_on_every_page_and_is_read_once() -> None:
    data = pdf_bytes(sheet_of(long_table(90)))
    texts = page_texts(data)
    assert len(texts) > 2
    assert all(set(HEADER) <= set(text.split()) for text in texts)
    assert [text.strip() for text in structure_texts(data)].count("Bedömning") == 1


def test_every_row_is_drawn_once() -> None:
    words = [word for page in pages_of(sheet_of(long_table(300))) for word in page]
    assert [word for word in words if word.endswith(",5")] == [f"{number},5" for number in range(1, 301)]


@pytest.mark.parametrize("lines", range(24, 40))
def test_heading_never_stands_alone(lines: int) -> None:
    pages = pages_of(sheet_of(filled(lines), Heading(text="Rubriken"), Paragraph(text="Brödet " * 60)))
    assert page_with(pages, "Rubriken") == page_with(pages, "Brödet")


@pytest.mark.parametrize("lines", range(24, 40))
def test_headings_and_lead_in_stand_with_two_rows(lines: int) -> None:
    pages = pages_of(
        sheet_of(
            filled(lines),
            Heading(text="Rubriken"),
            Heading(text="Underrubriken", level=3),
            Paragraph(text="Inledningen:", role=ParagraphRole.INTRODUCTION),
            long_table(60),
        )
    )
    assert page_with(pages, "Rubriken") == page_with(pages, "Underrubriken") == page_with(pages, "Inledningen:")
    assert page_with(pages, "Rubriken") == page_with(pages, "1,5") == page_with(pages, "2,5")


@pytest.mark.parametrize("lines", range(24, 40))
def test_no_line_of_a_paragraph_stands_alone(lines: int) -> None:
    pages = pages_of(sheet_of(filled(lines), Paragraph(text="Ordet " + "och fler ord " * 40 + "slutordet.")))
    for page in pages:
        assert not page.count("fler") or page.count("fler") > 10


@pytest.mark.parametrize("lines", range(14, 40, 3))
def test_what_is_kept_together_is_on_one_page(lines: int) -> None:
    group = KeepTogether(blocks=(Paragraph(text="Början"), filled(8), Paragraph(text="Slutet")))
    pages = pages_of(sheet_of(filled(lines), group))
    assert page_with(pages, "Början") == page_with(pages, "Slutet")


@pytest.mark.parametrize("lines", range(10, 34))
def test_the_last_row_of_a_table_is_not_carried_on_alone(lines: int) -> None:
    pages = pages_of(sheet_of(filled(lines), table_of(*((f"Rad{number}", "x", "y") for number in range(12)))))
    assert page_with(pages, "Rad10") == page_with(pages, "Rad11")


@pytest.mark.parametrize("lines", range(10, 34))
def test_nor_is_the_last_row_after_a_group(lines: int) -> None:
    rows = [*(Row(cells=(f"Rad{number}", "x")) for number in range(6)), *cluster("Grupp", 2), Row(cells=("Sist", "x"))]
    pages = pages_of(sheet_of(filled(lines), Table(header=("A", "B"), rows=tuple(rows), widths=(1, 1))))
    assert page_with(pages, "Grupp2") == page_with(pages, "Sist")


@pytest.mark.parametrize("lines", range(8, 34))
def test_a_row_that_is_the_title_of_others_is_on_their_page(lines: int) -> None:
    plain = [Row(cells=(f"Rad{number}", "x")) for number in range(6)]
    titled = (*plain, Row(cells=("Gruppen",)), *(Row(cells=(f"Del{number}", "x")) for number in range(6)))
    pages = pages_of(sheet_of(filled(lines), Table(header=("A", "B"), rows=titled, widths=(1, 1))))
    assert page_with(pages, "Gruppen") == page_with(pages, "Del0")


def cluster(name: str, parameters: int) -> list[Row]:
    below = [Row(cells=(f"{name}{number}", ""), level=1) for number in range(1, parameters + 1)]
    return [Row(cells=(name, "")), *below]


@pytest.mark.parametrize("lines", range(10, 30))
def test_a_row_and_those_below_it_stay_on_one_page(lines: int) -> None:
    rows = [Row(cells=("Först", "")), *cluster("Andra", 4), *cluster("Tredje", 4)]
    pages = pages_of(sheet_of(filled(lines), Table(header=("Namn", "Värde"), rows=tuple(rows), widths=(1, 1))))
    for name in ("Andra", "Tredje"):
        assert page_with(pages, name) == page_with(pages, f"{name}1") == page_with(pages, f"{name}4")


@pytest.mark.parametrize("lines", range(10, 30))
def test_a_high_group_leaves_no_row_alone(lines: int) -> None:
    table = Table(header=("Namn", "Värde"), rows=tuple(cluster("Rad", 24)), widths=(1, 1))
    pages = pages_of(sheet_of(filled(lines), table))
    assert page_with(pages, "Rad") == page_with(pages, "Rad1")
    assert page_with(pages, "Rad23") == page_with(pages, "Rad24")


def test_group_higher_than_a_page_is_divided() -> None:
    group = KeepTogether(blocks=(Paragraph(text="Början"), filled(120), Paragraph(text="Slutet")))
    pages = pages_of(sheet_of(group))
    assert page_with(pages, "Början") == 0
    assert page_with(pages, "Slutet") >= 2


@pytest.mark.parametrize("lines", range(18, 40))
def test_a_field_stands_below_its_label_in_a_group_higher_than_a_page_too(lines: int) -> None:
    field = FormField(name="motions", label="Yrkandena", lines=2)
    data = pdf_bytes(sheet_of(KeepTogether(blocks=(filled(lines), field, filled(60)))))
    with pikepdf.open(BytesIO(data)) as pdf:
        fields = [number for number, page in enumerate(pdf.pages) if "/Annots" in page]
    assert fields == [page_with([text.split() for text in page_texts(data)], "Yrkandena")]


@pytest.mark.parametrize("rows", range(16, 40))
def test_the_lines_to_sign_stand_below_rows_of_their_table(rows: int) -> None:
    table = table_of(*((f"Rad{number}", "x", "y") for number in range(rows)))
    pages = pages_of(sheet_of(table, Signature(roles=("Sekreteraren",))))
    assert page_with(pages, "Sekreteraren") == page_with(pages, f"Rad{rows - 1}") == page_with(pages, f"Rad{rows - 2}")
    assert sum(word.startswith("Rad") for page in pages for word in page) == rows


@pytest.mark.parametrize("lines", range(24, 40))
def test_facts_stand_together_with_what_follows_them(lines: int) -> None:
    facts = (Paragraph(text=f"Faktum{number}", role=ParagraphRole.FACT) for number in range(3))
    pages = pages_of(sheet_of(filled(lines), *facts, Paragraph(text="Slutorden")))
    assert page_with(pages, "Faktum0") == page_with(pages, "Slutorden")


@pytest.mark.parametrize("lines", range(24, 40))
def test_the_lines_to_sign_stand_below_what_is_signed(lines: int) -> None:
    pages = pages_of(sheet_of(filled(lines), Paragraph(text="Slutorden"), Signature(roles=("Sekreteraren",))))
    assert page_with(pages, "Sekreteraren") == page_with(pages, "Slutorden")


@pytest.mark.parametrize("lines", range(30, 46))
def test_a_table_without_rows_is_printed_wherever_it_falls(lines: int) -> None:
    table = Table(header=("Huvudet",), rows=(), widths=(1,))
    assert sum("Huvudet" in page for page in pages_of(sheet_of(filled(lines), table))) == 1


@pytest.mark.parametrize("parameters", range(20, 44))
def test_a_high_group_above_the_lines_to_sign_is_printed_whole(parameters: int) -> None:
    table = Table(header=("Namn", "Värde"), rows=tuple(cluster("Rad", parameters)), widths=(1, 1))
    pages = pages_of(sheet_of(table, Signature(roles=("Sekreteraren",))))
    assert sum(word.startswith("Rad") for page in pages for word in page) == parameters + 1
    assert page_with(pages, "Sekreteraren") == page_with(pages, f"Rad{parameters}")


@pytest.mark.parametrize("rows", range(14, 26))
def test_row_is_not_parted_from_the_first_that_belongs_to_it(rows: int) -> None:
    plain = [Row(cells=(f"Rad {number}", "x")) for number in range(rows)]
    group = [Row(cells=("Klustret", "x")), Row(cells=("Parametern", "x"), level=1)]
    pages = pages_of(sheet_of(Table(header=("A", "B"), rows=(*plain, *group), widths=(1, 1))))
    assert page_with(pages, "Klustret") == page_with(pages, "Parametern")


def test_row_higher_than_a_page_goes_on_under_the_header() -> None:
    data = pdf_bytes(sheet_of(table_of(("Hög", "lång " * 2000, ""), ("Sist", "", ""))))
    texts = page_texts(data)
    assert len(texts) > 3
    assert all("Utfall" in text for text in texts)
    assert sum(text.split().count("lång") for text in texts) == 2000


def test_header_row_higher_than_a_page_is_printed_whole() -> None:
    sheet = sheet_of(table_of(("a", "b", "c"), header=("rubrik " * 1500, "B", "C")))
    assert sum(page.count("rubrik") for page in pages_of(sheet)) == 1500


def test_page_breaks_leave_no_empty_page() -> None:
    blocks = (PageBreak(), filled(1), PageBreak(), PageBreak(), filled(1), PageBreak())
    assert make_pdf(sheet_of(*blocks)).pages == 3


def test_long_text_takes_its_pages_and_no_more() -> None:
    pages = pages_of(sheet_of(Paragraph(text="ett ord till " * 8000)))
    assert sum(page.count("till") for page in pages) == 8000
    assert all(page.count("till") > 300 for page in pages[1:-1])


@pytest.mark.parametrize("rows", [(), (("", "", ""),)])
def test_empty_table_is_drawn(rows: tuple[tuple[str, str, str], ...]) -> None:
    assert "Utfall" in " ".join(structure_texts(pdf_bytes(sheet_of(table_of(*rows)))))
