"""What a Word file says is what the sheet says, in the same order and under the styles that Word knows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from regdesk.sheets.blocks import (
    BulletList,
    Contents,
    Heading,
    KeepTogether,
    ListItem,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphRole,
    Run,
    Sheet,
)
from regdesk.sheets.captions import foot_texts
from regdesk.sheets.word.writer import make_docx
from tests.sheets.examples import FOOT, HEAD, full_sheet, long_table, sheet_of, table_of
from tests.sheets.word.reading import body_texts, expected_texts, foot_lines, found, letters, opened, value


def paper() -> Paper:
    chapter = replace(full_sheet(), head=replace(HEAD, title="Läget"), is_chapter=True)
    return Paper(sheets=(sheet_of(Contents(), Heading(text="Om papperet")), chapter), title="Nämndens papper")


@pytest.mark.parametrize("document", [full_sheet(), paper()])
def test_text_is_that_of_the_sheet_in_its_order(document: Sheet | Paper) -> None:
    data = make_docx(document)
    assert letters(body_texts(data)) == letters(expected_texts(document))


def test_foot_stands_on_every_page() -> None:
    data = make_docx(full_sheet())
    section = opened(data).sections[0]
    assert sorted(foot_lines(data)) == sorted(foot_texts(FOOT))
    assert [found.text for found in section.footer.paragraphs] == [
        found.text for found in section.first_page_footer.paragraphs
    ]


def test_headings_are_in_the_styles_of_word() -> None:
    document = opened(make_docx(full_sheet()))
    styles = [
        (made.style.name, made.text) for made in document.paragraphs if made.style and "eading" in made.style.name
    ]
    assert styles == [
        ("Heading 2", "Målområde 1: Resor för alla"),
        ("Heading 3", "Mål 1.1 Bussen går när den ska"),
        ("Heading 2", "Målområde 2: Hållbara resor"),
    ]
    title = next(made for made in document.paragraphs if made.text == "Uppföljning per mål")
    assert title.style is not None
    assert title.style.name == "Title"


def test_running_head_has_title_appendix_and_counted_pages() -> None:
    section = opened(make_docx(full_sheet())).sections[0]
    assert section.different_first_page_header_footer
    (first,), (later,) = section.first_page_header.paragraphs, section.header.paragraphs
    assert (first.text, later.text) == ("sida ()", "Uppföljning per mål\tBilaga 1, sida ()")
    instructions = [value(field, "w:instr") for field in later._p.iter("{*}fldSimple")]
    assert instructions == [" PAGE ", " NUMPAGES "]


def test_chapter_begins_a_section_under_a_heading_of_the_first_level() -> None:
    document = opened(make_docx(paper()))
    assert len(document.sections) == 2
    (chapter,) = [made for made in document.paragraphs if made.style and made.style.name == "Heading 1"]
    assert chapter.text == "Läget"


def test_contents_point_at_headings() -> None:
    document = opened(make_docx(paper()))
    places = [value(mark, "w:name") for mark in found(document, "w:bookmarkStart")]
    links = [value(link, "w:anchor") for link in found(document, "w:hyperlink") if value(link, "w:anchor")]
    assert len(places) == len(set(places)) == 6
    assert links == [places[at] for at in (0, 1, 2, 3, 5)]
    instructions = [value(field, "w:instr") for field in found(document, "w:fldSimple")]
    assert instructions == [f" PAGEREF {place} \\h " for place in links]
    assert "".join(each.text or "" for each in found(document, "w:instrText")) == ' TOC \\o "1-2" \\h \\z \\u '


def test_contents_hold_the_pages_of_the_pdf_until_word_counts_them_again() -> None:
    blocks = (KeepTogether(blocks=(Contents(depth=3),)), Heading(text=" "), Heading(text="Ett"), PageBreak())
    document = opened(make_docx(sheet_of(*blocks, Heading(text="Två"))))
    shown = [text.text for field in found(document, "w:fldSimple") for text in field.iter(qn("w:t"))]
    assert shown == ["1", "1", "2"]


def test_chapter_begins_with_its_appendix_and_page_alone() -> None:
    sections = opened(make_docx(paper())).sections
    assert [section.first_page_header.paragraphs[0].text for section in sections] == ["sida ()", "Bilaga 1, sida ()"]


def test_labels_are_counted_by_word_where_it_can_and_printed_where_not() -> None:
    items = tuple(ListItem(text=f"punkt {label}", label=label) for label in ("1.", "2.", "3."))
    odd = tuple(ListItem(text=f"punkt {label}", label=label) for label in ("1.", "3.", "§ 4"))
    sheet = sheet_of(
        BulletList(items=items), BulletList(items=odd), BulletList(items=(ListItem(text="x", label="d)"),))
    )
    data = make_docx(sheet)
    document = opened(data)
    counted = [made.text for made in document.paragraphs if made._p.pPr is not None and made._p.pPr.numPr is not None]
    assert counted == ["punkt 1.", "punkt 2.", "punkt 3.", "x"]
    assert letters(body_texts(data)) == letters(expected_texts(sheet))


@pytest.mark.parametrize("address", ["https://example.org/å b", "mailto:a@example.org", "HTTP://example.org/?a=1#b#c"])
def test_link_can_be_followed(address: str) -> None:
    address = address.replace(" ", "")
    document = opened(make_docx(sheet_of(Paragraph(text=(Run(text="planen", link=address),)))))
    (link,) = document.paragraphs[-1].hyperlinks
    assert link.text == "planen"
    assert link.address.isascii()
    assert link.address.count("#") <= 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "ftp://example.org"])
def test_other_address_is_no_link(address: str) -> None:
    document = opened(make_docx(sheet_of(Paragraph(text=(Run(text="planen", link=address),)))))
    assert not document.paragraphs[-1].hyperlinks
    assert document.paragraphs[-1].text == "planen"


def test_soft_hyphen_and_line_break_are_those_of_word() -> None:
    document = opened(make_docx(sheet_of(Paragraph(text="upp\u00adföljning\nrad två\u00a0A"))))
    (made,) = (each for each in document.paragraphs if "rad" in each.text)
    assert [child.tag.rpartition("}")[2] for child in made.runs[0]._r] == ["t", "softHyphen", "t", "br", "t"]
    assert made.text.endswith("rad två\u00a0A")


def test_strong_word_in_a_bold_heading_stays_bold() -> None:
    text = (Run(text="Mål ", strong=True), Run(text="1"))
    document = opened(make_docx(sheet_of(Heading(text=text), Paragraph(text=text))))
    heading, body = document.paragraphs[-2:]
    assert heading.runs[0]._r.rPr is None
    assert body.runs[0].style.name == "Strong"


def test_page_break_is_of_what_comes_after_it() -> None:
    blocks = (PageBreak(), Paragraph(text="a"), PageBreak(), PageBreak(), long_table(1), PageBreak())
    document = opened(make_docx(sheet_of(*blocks)))
    breaking = [made.text for made in document.paragraphs if made.paragraph_format.page_break_before]
    assert breaking == ["a", ""]


def test_what_follows_a_list_stands_off_from_it() -> None:
    document = opened(make_docx(sheet_of(BulletList.of("Ett", "Två"), Paragraph(text="Efter"))))
    after = [made.paragraph_format.space_after for made in document.paragraphs if made.text in {"Ett", "Två"}]
    assert after == [None, Pt(7)]


def test_introduction_stays_with_what_it_introduces() -> None:
    document = opened(make_docx(sheet_of(Paragraph(text="Nämnden ska:", role=ParagraphRole.INTRODUCTION), table_of())))
    (made,) = (each for each in document.paragraphs if each.text == "Nämnden ska:")
    assert made.style is not None
    assert made.style.paragraph_format.keep_with_next
