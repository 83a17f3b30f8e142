"""A sheet as PDF says what the sheet says, in its order, with its own fonts, the same every time."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.sheets.blocks import Orientation, Paragraph, Run, Sheet
from regdesk.sheets.pdf.pages import Pages, page_count
from regdesk.sheets.pdf.writer import make_pdf, pdf_bytes, write_pdf
from regdesk.sheets.plain import reading_order
from tests.sheets.examples import FOOT, HEAD, full_sheet, long_table, sheet_of
from tests.sheets.pdf.reading import page_texts, structure_texts, tags


def words_of(texts: list[str]) -> list[str]:
    return " ".join(texts).replace("\u00ad", "").split()


def expected_words(sheet: Sheet) -> list[str]:
    return words_of(list(reading_order(sheet)))


def test_same_sheet_gives_same_bytes() -> None:
    assert pdf_bytes(full_sheet()) == pdf_bytes(full_sheet())


def test_it_ends_when_told_to() -> None:
    document, asked = sheet_of(*(Paragraph(text=word) for word in "abc")), list[None]()
    assert make_pdf(document, lambda: asked.append(None)) == make_pdf(document)
    most = len(asked) - 1
    asked.clear()

    def stop() -> None:
        asked.append(None)
        if len(asked) == most:
            raise Problem(ProblemKind.CANCELLED)

    with pytest.raises(Problem) as caught:
        make_pdf(document, stop)
    assert caught.value.kind is ProblemKind.CANCELLED


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_is_left_as_it_was_whatever_happens(is_on: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    was_left: list[bool] = []
    monkeypatch.setattr("gc.isenabled", lambda: is_on)
    monkeypatch.setattr("gc.enable", lambda: was_left.append(True))
    pdf_bytes(sheet_of())
    monkeypatch.setattr("regdesk.sheets.pdf.writer.archived", lambda *_arguments: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        pdf_bytes(sheet_of())
    assert was_left == [True] * 2 * is_on


def test_bytes_follow_the_sheet() -> None:
    later = replace(full_sheet(), foot=replace(FOOT, printed=FOOT.printed.replace(day=24)))
    assert pdf_bytes(full_sheet()) != pdf_bytes(later)


@pytest.mark.parametrize("orientation", Orientation)
def test_screen_reader_reads_every_word_in_order(orientation: Orientation) -> None:
    sheet = replace(full_sheet(), orientation=orientation)
    assert words_of(structure_texts(pdf_bytes(sheet))) == expected_words(sheet)


def test_words_are_found_in_order_on_the_pages() -> None:
    found = iter(words_of(page_texts(pdf_bytes(full_sheet()))))
    body = words_of([text for text in reading_order(full_sheet()) if text not in (FOOT.plan, FOOT.seal)])
    missing = [word for word in body if word not in found]
    assert missing == []


def test_only_embedded_fonts() -> None:
    with pikepdf.open(BytesIO(pdf_bytes(full_sheet()))) as pdf:
        fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert {str(font.BaseFont).split("+")[1].split("-")[0] for font in fonts} == {"SourceSans3", "DejaVuSans"}


def test_pages_are_counted() -> None:
    pdf = make_pdf(full_sheet())
    texts = page_texts(pdf.data)
    assert len(texts) == pdf.pages == page_count(pdf.data)
    assert all(f"sida {number}({pdf.pages})" in text for number, text in enumerate(texts, 1))


def test_foot_is_printed_on_every_page_and_read_once() -> None:
    data = pdf_bytes(full_sheet())
    assert all(FOOT.plan in text and "Utskriven 2026-11-23" in text for text in page_texts(data))
    assert "".join(structure_texts(data)).count(FOOT.plan) == 1


def test_metadata_tells_what_the_file_is() -> None:
    with pikepdf.open(BytesIO(pdf_bytes(full_sheet()))) as pdf:
        assert pdf.Root.Lang == "sv-SE"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.docinfo.Title == HEAD.title
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == HEAD.title
            assert xmp["dc:creator"] == [HEAD.organisation]
            assert xmp["xmp:CreateDate"].startswith("2026-11-23")
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("2", "A", "1")
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"


def test_headings_are_bookmarks() -> None:
    with pikepdf.open(BytesIO(pdf_bytes(full_sheet()))) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        assert title.title == "Uppföljning per mål"
        assert [item.title for item in title.children] == [
            "Målområde 1: Resor för alla",
            "Målområde 2: Hållbara resor",
        ]
        assert [item.title for item in title.children[0].children] == ["Mål 1.1 Bussen går när den ska"]


def test_structure_has_the_tags_of_its_blocks() -> None:
    found = tags(pdf_bytes(full_sheet()))
    assert found[0] == "Document"
    assert {"Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR"} <= set(found)
    assert found.count("Link") == 1


def test_link_leads_to_its_address_and_says_so() -> None:
    with pikepdf.open(BytesIO(pdf_bytes(full_sheet()))) as pdf:
        (link,) = pdf.pages[0].obj.Annots
        assert link.A.URI == "https://example.org/plan"
        assert "https://example.org/plan" in str(link.Contents)


def test_address_of_a_script_or_file_is_no_link() -> None:
    texts = [Run(text=link, link=link) for link in ("javascript:alert(1)", "file:///etc/passwd")]
    with pikepdf.open(BytesIO(pdf_bytes(sheet_of(Paragraph(text=tuple(texts)))))) as pdf:
        assert not pdf.pages[0].obj.get("/Annots")


def test_missing_glyph_is_reported_and_replaced_by_its_code() -> None:
    pdf = make_pdf(sheet_of(Paragraph(text="Fest 🎉 i nämnden")))
    assert pdf.substitutes == {"🎉": "[U+1F389]"}
    assert "Fest [U+1F389] i nämnden" in " ".join(structure_texts(pdf.data))


def test_sign_of_the_second_face_needs_no_substitute() -> None:
    pdf = make_pdf(sheet_of(Paragraph(text="Halv ◐ och grin 😀")))
    assert pdf.substitutes == {}
    assert "Halv ◐ och grin 😀" in " ".join(structure_texts(pdf.data))


def test_written_file_is_the_sheet(tmp_path: Path) -> None:
    target = tmp_path / "blad å.pdf"
    result = write_pdf(full_sheet(), target)
    assert target.read_bytes() == pdf_bytes(full_sheet())
    assert (result.path, result.substitutes) == (target, {})
    assert result.pages == page_count(target.read_bytes())
    assert list(tmp_path.iterdir()) == [target]


def test_missing_folder_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        write_pdf(sheet_of(), tmp_path / "nowhere" / "sheet.pdf")
    assert caught.value.kind is ProblemKind.FILE_NOT_WRITTEN


def test_page_images_have_the_size_asked_for() -> None:
    with Pages(pdf_bytes(sheet_of(long_table(2)))) as pages:
        image = pages.image(0, dpi=72)
        assert (image.width, image.height) == pytest.approx(pages.size(0), abs=1)
        assert len(image.pixels) == image.stride * image.height
        assert set(image.pixels[:3]) == {255}
        assert min(image.pixels) < 100


def test_language_is_the_sheets() -> None:
    with pikepdf.open(BytesIO(pdf_bytes(replace(sheet_of(), language="en")))) as pdf:
        assert pdf.Root.Lang == "en"
