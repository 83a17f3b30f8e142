"""The table of contents names every heading, leads to it and tells its page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st

from regdesk.sheets.blocks import Block, Contents, Heading, KeepTogether, Paper, Paragraph, Sheet
from regdesk.sheets.pdf.canvas import ANNOTATION_KEYS
from regdesk.sheets.pdf.writer import make_pdf, pdf_bytes
from regdesk.sheets.plain import reading_order
from tests.sheets.examples import chapter_of, full_paper, long_table, sheet_of
from tests.sheets.hostile import hard_text
from tests.sheets.pdf.reading import page_numbers, page_texts, structure_texts, tags
from tests.sheets.pdf.test_hostile import letters


def links(data: bytes) -> Iterator[tuple[int, int, str]]:
    """Page, page that it leads to, and description of each link to a heading, pages counted from 1."""
    with pikepdf.open(BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        for number, page in enumerate(pdf.pages, 1):
            found = [link for link in page.obj.get("/Annots", pikepdf.Array()) if "/A" in link and link.A.S == "/GoTo"]
            yield from ((number, numbers[link.A.D[0].objgen], str(link.Contents)) for link in found)


def lines_of(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def chapters(*blocks: Block) -> Paper:
    return Paper(sheets=(sheet_of(*blocks), chapter_of("Långt", long_table(70), Heading(text="Slutet"))))


def test_entries_lead_to_the_page_that_they_tell() -> None:
    data = pdf_bytes(chapters(Contents()))
    assert [(place, target) for place, target, _words in links(data)] == [(1, 1), (1, 2), (1, 4)]
    assert page_numbers(data) == [1, 2, 4]
    assert "Slutet" in page_texts(data)[3]


def test_every_page_number_is_printed() -> None:
    data = pdf_bytes(full_paper())
    assert page_numbers(data) == [target for _place, target, _words in links(data)]


def test_link_says_where_it_leads() -> None:
    assert [words for _place, _target, words in links(pdf_bytes(chapters(Contents())))][1:] == [
        "Länk till Långt",
        "Länk till Slutet",
    ]


def test_entries_are_tagged_as_links_of_a_table_of_contents() -> None:
    found = tags(pdf_bytes(chapters(Contents())))
    start = found.index("TOC")
    assert found[start : start + 5] == ["TOC", "TOCI", "Reference", "Link", "Span"]
    assert found.count("TOCI") == 3


def test_headings_below_the_depth_are_left_out_and_counted() -> None:
    deep = (Heading(text="En"), Heading(text="Djup", level=3), Heading(text="Två"))
    data = pdf_bytes(sheet_of(Contents(depth=2), Paragraph(text="x\n" * 60), KeepTogether(blocks=deep)))
    assert [words for _place, _target, words in links(data)][1:] == ["Länk till En", "Länk till Två"]
    assert [target for _place, target, _words in links(data)] == [1, 2, 2]


def test_long_contents_take_their_pages() -> None:
    names = [f"Rubrik {number}" for number in range(120)]
    data = pdf_bytes(sheet_of(Contents(), *(Heading(text=name) for name in names)))
    assert [words for _place, _target, words in links(data)][1:] == [f"Länk till {name}" for name in names]
    assert {place for place, _target, _words in links(data)} == {1, 2, 3, 4}


def test_title_of_a_chapter_does_not_stand_alone_above_its_headings() -> None:
    for filling in range(12, 20):
        blocks = (Paragraph(text="x\n" * filling), Contents(), Heading(text="a"))
        sheets = [chapter_of(f"Kapitel{number}", Heading(text=f"Del{number}")) for number in range(16)]
        data = pdf_bytes(Paper(sheets=(sheet_of(*blocks), *sheets)))
        places = {words: place for place, _target, words in links(data)}
        assert all(places[f"Länk till Kapitel{number}"] == places[f"Länk till Del{number}"] for number in range(16))


def test_long_heading_wraps_before_its_number() -> None:
    name = "En ganska lång rubrik om resor " * 12
    data = pdf_bytes(sheet_of(Contents(), Heading(text=name)))
    lines = [line for line in lines_of(page_texts(data)[0]) if "ganska" in line]
    assert len(lines) > 6
    assert len(list(links(data))) == 2


def test_links_of_contents_are_in_the_parent_tree() -> None:
    with pikepdf.open(BytesIO(pdf_bytes(chapters(Contents())))) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(key): owner for key, owner in zip(numbers[::2], numbers[1::2], strict=True)}
        assert [owners[ANNOTATION_KEYS + number].S for number in range(3)] == ["/Link"] * 3


hard_headings = st.lists(st.builds(Heading, text=hard_text, level=st.just(2)), max_size=4)


@settings(max_examples=15, deadline=None)
@given(hard_headings, hard_headings, hard_text)
def test_any_heading_is_found_again(first: list[Heading], second: list[Heading], title: str) -> None:
    chapter = chapter_of(title, *second)
    paper = Paper(sheets=(sheet_of(Contents(), *first), chapter))
    pdf = make_pdf(paper)
    assert letters(structure_texts(pdf.data), pdf) == letters(list(reading_order(paper)), pdf)


def test_heading_longer_than_a_page_is_named_whole() -> None:
    sheet: Sheet = sheet_of(Contents(), Heading(text="ord " * 3000))
    data = pdf_bytes(sheet)
    assert "".join(structure_texts(data)).count("ord ") == 6000
    assert len({place for place, _target, _words in links(data)}) > 2
