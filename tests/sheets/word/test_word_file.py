"""The Word file around its text: what it says of itself, its paper, its pictures, and the same bytes each time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree
from lxml.etree import QName
from PIL import Image

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.sheets.blocks import (
    Contents,
    Family,
    FieldKind,
    Figure,
    FigureCell,
    FormField,
    Heading,
    HouseStyle,
    Legend,
    LegendEntry,
    Orientation,
    PageBreak,
    Paper,
    Paragraph,
    Signature,
)
from regdesk.sheets.word.writer import make_docx, write_docx
from tests.sheets.examples import HEAD, NO, YES, bars, full_sheet, line, sheet_of, table_of
from tests.sheets.word.reading import found, opened, part, value

ORDERS = {  # of ISO/IEC 29500-1, as far as a file has them; Word takes a file for damaged that has another
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr tabs spacing ind jc outlineLvl sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u shd lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblDescription",
    "tcPr": "tcW gridSpan tcBorders tcMar vAlign",
    "tcBorders": "top left bottom right",
    "sectPr": "headerReference footerReference type pgSz pgMar titlePg",
    "sdtPr": "alias tag id showingPlcHdr text checkbox docPartObj",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
}


def picture(kind: str = "PNG") -> bytes:
    made = BytesIO()
    Image.new("RGB", (40, 20), "#335577").save(made, kind)
    return made.getvalue()


def test_file_says_what_it_is() -> None:
    said = opened(make_docx(full_sheet())).core_properties
    assert (said.title, said.author, said.language) == ("Uppföljning per mål", "Region Västerkust", "sv-SE")
    assert said.subject == "Uppföljning, Bilaga 1, Trafiknämnden"
    assert said.created is not None
    assert said.created.replace(tzinfo=None) == datetime(2026, 11, 23)
    assert (said.last_modified_by, said.comments, said.keywords) == ("Region Västerkust", "", "")


def test_title_of_a_paper_names_the_file() -> None:
    assert opened(make_docx(Paper(sheets=(full_sheet(),), title="Papperet"))).core_properties.title == "Papperet"


def test_same_sheet_gives_the_same_bytes() -> None:
    sheet = sheet_of(Figure(image=picture(), alt="Blått"), *full_sheet().blocks)
    assert make_docx(sheet) == make_docx(sheet)
    with ZipFile(BytesIO(make_docx(sheet))) as package:
        assert {about.date_time for about in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_language_is_that_of_the_sheet_and_of_each_chapter() -> None:
    english = replace(sheet_of(Paragraph(text="In English")), language="en-GB", is_chapter=True)
    document = opened(make_docx(Paper(sheets=(full_sheet(), english))))
    (default,) = document.styles.element.iter(qn("w:lang"))
    assert value(default) == "sv-SE"
    (made,) = (each for each in document.paragraphs if each.text == "In English")
    assert [value(lang) for lang in made._p.iter(qn("w:lang"))] == ["en-GB"]
    assert {value(lang) for lang in found(document, "w:lang")} == {"en-GB"}


def test_paper_is_turned_sheet_by_sheet() -> None:
    turned = replace(full_sheet(), orientation=Orientation.LANDSCAPE)
    first, second = opened(make_docx(Paper(sheets=(full_sheet(), turned)))).sections
    assert (first.orientation, second.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    assert first.page_width is not None
    assert second.page_height is not None
    assert round(first.page_width.mm) == round(second.page_height.mm) == 210
    assert first.left_margin is not None
    assert round(first.left_margin.mm) == 26


def test_look_is_that_of_the_organisation() -> None:
    style = HouseStyle(accent="#7A1F5C", family=Family.SERIF, logo=picture(), logo_alt="Region Västerkusts vapen")
    data = make_docx(replace(full_sheet(), style=style))
    for name in ("word/styles.xml", "word/numbering.xml"):
        assert b"7A1F5C" in part(data, name)
        assert b"0B5563" not in part(data, name)
    assert b"0B5563" not in part(data, "word/document.xml")
    assert b'w:ascii="Source Serif 4"' in part(data, "word/styles.xml")
    assert b'w:val="Cambria"' in part(data, "word/fontTable.xml")
    assert found(opened(data), "wp:docPr")[0].get("descr") == "Region Västerkusts vapen"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_picture_has_the_words_that_replace_it(kind: str) -> None:
    document = opened(make_docx(sheet_of(Figure(image=picture(kind), alt="En blå yta", width=50, caption="Blått"))))
    (about,) = found(document, "wp:docPr")
    assert about.get("descr") == "En blå yta"
    (shape,) = document.inline_shapes
    assert (round(shape.width.mm), round(shape.height.mm)) == (50, 25)
    assert [made.style.name for made in document.paragraphs[-2:] if made.style] == ["Bild", "Caption"]


def test_drawing_is_a_picture_as_large_as_it_says() -> None:
    cells = table_of(("Turer", FigureCell(drawing=line(), alt="Uppåt"), YES))
    document = opened(make_docx(sheet_of(Figure(image=bars(), alt="Staplar"), cells)))
    assert [about.get("descr") for about in found(document, "wp:docPr")] == ["Staplar", "Uppåt"]
    extents = found(document, "wp:extent")
    assert [round(int(extent.get("cx", "")) / 36000) for extent in extents] == [120, 28]
    image = Image.open(BytesIO(part(make_docx(sheet_of(Figure(image=bars(), alt="Staplar"))), "word/media/image1.png")))
    assert image.width / (120 / 25.4) >= 200


def test_picture_that_cannot_be_read_is_told_in_words() -> None:
    document = opened(make_docx(sheet_of(Figure(image=b"PNG?", alt="En blå yta"))))
    assert document.paragraphs[-1].text == "[En blå yta]"


def test_form_is_filled_in_within_word() -> None:
    fields = (
        FormField(name="svar", label="Ditt svar", lines=4),
        FormField(name="klar", label="Klart", kind=FieldKind.TICK),
    )
    document = opened(make_docx(sheet_of(*fields)))
    assert [value(title) for title in found(document, "w:alias")] == ["Ditt svar", "Klart"]
    assert [made.text.strip() for made in document.paragraphs[-3:]] == ["Ditt svar", "", "Klart"]


def test_legend_and_places_to_sign_stand_side_by_side() -> None:
    entries = tuple(LegendEntry(status=status, meaning="så") for status in (YES, NO) * 3)
    document = opened(make_docx(sheet_of(Legend(entries=entries), Signature(roles=("Ordförande", "Justerande")))))
    legend, signature = document.tables[-2:]
    assert [len(row._tr.findall(qn("w:tc"))) for row in legend.rows] == [5, 1]
    assert [cell.text for cell in signature.rows[0].cells] == ["Ordförande", "Justerande"]


def test_headings_have_places_to_point_at() -> None:
    document = opened(make_docx(sheet_of(Heading(text="Ett"), Heading(text=" "), Heading(text="Två"))))
    assert [value(mark, "w:name") for mark in found(document, "w:bookmarkStart")] == [
        "_Toc000001",
        "_Toc000002",
        "_Toc000003",
    ]


def test_reader_is_not_asked_whether_to_update_fields() -> None:
    assert b"updateFields" not in part(make_docx(full_sheet()), "word/settings.xml")


def test_properties_stand_in_the_order_of_the_schema() -> None:
    fields = (FormField(name="svar", label="Ditt svar", lines=4), FormField(name="klar", label="", kind=FieldKind.TICK))
    turned = replace(full_sheet(), orientation=Orientation.LANDSCAPE, language="en-GB", is_chapter=True)
    data = make_docx(Paper(sheets=(sheet_of(Contents(), *fields, PageBreak(), *full_sheet().blocks), turned)))
    seen = set[str]()
    for name in ("word/document.xml", "word/styles.xml", "word/header2.xml", "word/footer3.xml"):
        for element in parse_xml(part(data, name)).iter("{*}*"):
            owner = QName(element).localname
            places = [ORDERS[owner].split().index(QName(child).localname) for child in element if owner in ORDERS]
            assert places == sorted(places), etree.tostring(element)
            seen.add(owner)
    assert seen >= ORDERS.keys()


def test_file_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "blad.docx"
    write_docx(full_sheet(), target)
    assert target.read_bytes() == make_docx(full_sheet())
    with pytest.raises(Problem) as caught:
        write_docx(full_sheet(), tmp_path / "saknas" / "blad.docx")
    assert caught.value.kind is ProblemKind.FILE_NOT_WRITTEN


def test_long_names_of_a_file_are_cut() -> None:
    sheet = replace(full_sheet(), head=replace(HEAD, title="lång " * 200, organisation="x" * 900))
    assert len(opened(make_docx(sheet)).core_properties.title) <= 255
