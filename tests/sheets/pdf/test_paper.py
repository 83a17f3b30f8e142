"""Several sheets are one file: each from a page of its own, counted through, read in order, found by bookmarks."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from regdesk.sheets.blocks import Heading, Orientation, PageBreak, Paper, Paragraph, Sheet
from regdesk.sheets.pdf.pages import Pages
from regdesk.sheets.pdf.writer import make_pdf, pdf_bytes
from regdesk.sheets.plain import reading_order
from tests.sheets.examples import FOOT, HEAD, chapter_of, full_paper, full_sheet, long_table, sheet_of
from tests.sheets.pdf.reading import page_texts, structure_texts, tags


def words_of(texts: list[str]) -> list[str]:
    return " ".join(texts).replace("\u00ad", "").split()


def turned(sheet: Sheet) -> Sheet:
    return replace(sheet, orientation=Orientation.LANDSCAPE)


def test_screen_reader_reads_every_word_of_every_sheet_in_order() -> None:
    paper = full_paper()
    assert words_of(structure_texts(pdf_bytes(paper))) == words_of(list(reading_order(paper)))


def test_same_paper_gives_same_bytes() -> None:
    assert pdf_bytes(full_paper()) == pdf_bytes(full_paper())


def test_each_sheet_begins_its_own_page_turned_its_own_way() -> None:
    paper = Paper(sheets=(sheet_of(long_table(40)), turned(chapter_of("Andra")), chapter_of("Tredje")))
    data = pdf_bytes(paper)
    first, second, third, fourth = page_texts(data)
    assert "Andra" not in first + second
    assert "Andra" in third
    assert "Tredje" in fourth
    with Pages(data) as pages:
        assert [pages.size(number)[0] > 600 for number in range(len(pages))] == [False, False, True, False]


def test_pages_are_counted_through_the_whole_file() -> None:
    pdf = make_pdf(full_paper())
    texts = page_texts(pdf.data)
    assert len(texts) == pdf.pages
    assert all(f"sida {number}({pdf.pages})" in text for number, text in enumerate(texts, 1))


def test_running_head_and_bilaga_are_those_of_the_sheet() -> None:
    own = replace(chapter_of("Riskerna", long_table(60)), head=replace(HEAD, title="Riskerna", appendix="Bilaga 7"))
    first, second, third = page_texts(pdf_bytes(Paper(sheets=(sheet_of(), own))))
    assert "Bilaga 7" not in first
    assert second.count("Riskerna") == 1
    assert "Bilaga 7, sida 2(3)" in second
    assert "Riskerna" in third
    assert HEAD.title not in third
    assert "Bilaga 7, sida 3(3)" in third


def test_chapter_has_its_title_alone() -> None:
    _first, second = page_texts(pdf_bytes(Paper(sheets=(sheet_of(), chapter_of("Riskerna")))))
    assert HEAD.subtitle not in second
    assert HEAD.dnr not in second
    assert HEAD.organisation not in second


def test_foot_is_that_of_each_sheet_and_read_once_at_the_end() -> None:
    later = replace(chapter_of("Sist", long_table(60)), foot=replace(FOOT, plan="En annan plan"))
    paper = Paper(sheets=(sheet_of(), later))
    data = pdf_bytes(paper)
    first, second, third = page_texts(data)
    assert FOOT.plan in first
    assert "En annan plan" in second
    assert "En annan plan" in third
    read = [text.strip() for text in structure_texts(data)]
    assert FOOT.plan not in read
    assert read[-3:] == ["En annan plan", FOOT.seal, "Utskriven 2026-11-23"]
    assert words_of(read) == words_of(list(reading_order(paper)))


@pytest.mark.parametrize(
    "blocks", [(PageBreak(),), (Paragraph(text="x"), PageBreak(), Paragraph(text=" "), PageBreak())]
)
def test_break_at_the_end_of_a_sheet_leaves_no_empty_page(blocks: tuple[Paragraph | PageBreak, ...]) -> None:
    assert make_pdf(Paper(sheets=(sheet_of(*blocks), chapter_of("Nästa", *blocks)))).pages == 2


def test_titles_are_bookmarks_and_headings_stand_below_them() -> None:
    paper = Paper(
        sheets=(sheet_of(Heading(text="a")), chapter_of("Två", Heading(text="b"), Heading(text="c", level=3)))
    )
    with pikepdf.open(BytesIO(pdf_bytes(paper))) as pdf, pdf.open_outline() as outline:
        one, two = outline.root
        assert (one.title, two.title) == (HEAD.title, "Två")
        assert [item.title for item in one.children] == ["a"]
        assert [item.title for item in two.children] == ["b"]
        assert [item.title for item in two.children[0].children] == ["c"]


def test_empty_heading_leaves_no_gap_in_the_levels() -> None:
    data = pdf_bytes(sheet_of(Heading(text=" "), Heading(text="djupt", level=3)))
    assert [tag for tag in tags(data) if tag in ("H1", "H2", "H3")] == ["H1", "H2"]


def test_bookmarks_are_shown_beside_a_paper_alone() -> None:
    with pikepdf.open(BytesIO(pdf_bytes(full_paper()))) as pdf:
        assert pdf.Root.PageMode == "/UseOutlines"
    with pikepdf.open(BytesIO(pdf_bytes(full_sheet()))) as pdf:
        assert pdf.Root.get("/PageMode") != "/UseOutlines"


def test_each_sheet_is_a_part_of_one_document() -> None:
    found = tags(pdf_bytes(full_paper()))
    assert found[0] == "Document"
    assert found.count("Document") == 1
    assert found.count("Part") == found.count("H1") == 4
    assert "Part" not in tags(pdf_bytes(full_sheet()))


def test_paper_is_named_by_its_title_or_its_first_sheet() -> None:
    def name(paper: Paper) -> str:
        with pikepdf.open(BytesIO(pdf_bytes(paper))) as pdf:
            return str(pdf.docinfo.Title)

    assert name(full_paper()) == HEAD.title
    assert name(replace(full_paper(), title="Hela handlingen")) == "Hela handlingen"


def test_sheet_in_another_language_says_so() -> None:
    other = replace(chapter_of("Summary"), language="en")
    with pikepdf.open(BytesIO(pdf_bytes(Paper(sheets=(sheet_of(), other))))) as pdf:
        first, second = [part for part in pdf.Root.StructTreeRoot.K.K if part.S == "/Part"]
        assert pdf.Root.Lang == "sv-SE"
        assert "/Lang" not in first
        assert second.Lang == "en"


def test_paper_of_one_sheet_is_the_sheet() -> None:
    alone = words_of(structure_texts(pdf_bytes(full_sheet())))
    assert words_of(structure_texts(pdf_bytes(Paper(sheets=(full_sheet(),))))) == alone
