"""What stands in a Word file comes out as blocks, to the letter, and what is left out is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from regdesk.exchange.word.document import (
    Block,
    Document,
    Heading,
    LeftOut,
    ListItem,
    NoteMark,
    Paragraph,
    Part,
    Picture,
    Source,
    Table,
)
from regdesk.exchange.word.reader import read_document
from tests.exchange.word.files import cell, heading, item, note, paragraph, row, run, table, write_docx

_DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"


def _read(folder: Path, *body: str, **settings: object) -> Document:
    return read_document(write_docx(folder / "plan.docx", *body, **settings))  # type: ignore[arg-type]


def _only(document: Document) -> Block:
    (block,) = document.blocks
    return block


def _table(document: Document) -> Table:
    (found,) = [block for block in document.blocks if isinstance(block, Table)]
    return found


# Headings ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("xml", "level"),
    [
        (paragraph("A", style="Rubrik2"), 2),
        (paragraph("A", style="Heading3"), 3),
        (paragraph("A", style="Egen"), 2),
        (paragraph("A", properties='<w:outlineLvl w:val="3"/>'), 4),
        (paragraph("A", style="Rubrik1", properties='<w:outlineLvl w:val="1"/>'), 2),
    ],
)
def test_heading_level(tmp_path: Path, xml: str, level: int) -> None:
    block = _only(_read(tmp_path, xml))
    assert isinstance(block, Heading)
    assert block.level == level


@pytest.mark.parametrize(
    "xml",
    [
        paragraph("A"),
        paragraph("A", style="Brdtext"),
        paragraph("A", style="Rubrik1", properties='<w:outlineLvl w:val="9"/>'),
        paragraph("A", style="Rubrik"),
    ],
)
def test_no_heading(tmp_path: Path, xml: str) -> None:
    assert isinstance(_only(_read(tmp_path, xml)), Paragraph)


def test_style_based_on_itself(tmp_path: Path) -> None:
    loop = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert isinstance(_only(_read(tmp_path, paragraph("A", style="A"), styles=loop)), Paragraph)


def test_path_and_position(tmp_path: Path) -> None:
    document = _read(
        tmp_path, heading(1, "Ett"), heading(3, "Djupt"), paragraph("x"), heading(2, "Två"), heading(1, "Sist")
    )
    assert [block.path for block in document.blocks] == [(), ("Ett",), ("Ett", "Djupt"), ("Ett",), ()]
    assert [block.position for block in document.blocks] == [0, 1, 2, 3, 4]


def test_title(tmp_path: Path) -> None:
    assert _read(tmp_path, paragraph("Nämndens plan", style="Rubrik"), heading(1, "Mål")).title == "Nämndens plan"


def test_counted_heading_numbers(tmp_path: Path) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Rubrik{depth + 1}"/>'
        f'<w:lvlText w:val="{".".join(f"%{place}" for place in range(1, depth + 2))}"/></w:lvl>'
        for depth in range(3)
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>'
    styles = "".join(
        f'<w:style w:styleId="Rubrik{level}"><w:name w:val="heading {level}"/>'
        '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
        for level in (1, 2, 3)
    )
    texts = [(1, "A"), (2, "B"), (3, "C"), (3, "D"), (2, "E"), (3, "F"), (1, "G"), (2, "H")]
    document = _read(tmp_path, *(heading(*text) for text in texts), numbering=numbering, styles=styles)
    numbers = [block.number for block in document.blocks if isinstance(block, Heading)]
    assert numbers == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1", "2", "2.1"]


# Lists ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("xml", "level", "number"),
    [
        (item("A"), 0, "•"),
        (item("A", level=2), 2, "•"),
        (paragraph("A", style="Lista"), 1, "•"),
        (paragraph("A", style="Punktlista2"), 1, "•"),
        (paragraph("A", style="ListBullet"), 0, "•"),
        (paragraph("– A"), 0, "–"),
        (paragraph("•\tA"), 0, "•"),
    ],
)
def test_list_item(tmp_path: Path, xml: str, level: int, number: str) -> None:
    block = _only(_read(tmp_path, xml))
    assert isinstance(block, ListItem)
    assert (block.text, block.level, block.number) == ("A", level, number)


@pytest.mark.parametrize(
    "xml", [item("A", list_id=0), paragraph("-5 grader"), paragraph("–"), paragraph("A", style="Liststycke")]
)
def test_no_list_item(tmp_path: Path, xml: str) -> None:
    assert isinstance(_only(_read(tmp_path, xml)), Paragraph)


def test_style_list_taken_away(tmp_path: Path) -> None:
    xml = paragraph("A", style="Lista", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert isinstance(_only(_read(tmp_path, xml)), Paragraph)


@pytest.mark.parametrize(
    ("form", "start", "expected"),
    [
        ("decimal", 1, ["1)", "2)"]),
        ("lowerLetter", 26, ["z)", "aa)"]),
        ("upperLetter", 1, ["A)", "B)"]),
        ("lowerRoman", 3, ["iii)", "iv)"]),
        ("upperRoman", 9, ["IX)", "X)"]),
        ("none", 1, ["", ""]),
    ],
)
def test_list_numbers(tmp_path: Path, form: str, start: int, expected: list[str]) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    document = _read(tmp_path, item("A"), item("B"), numbering=numbering)
    assert [block.number for block in document.blocks if isinstance(block, ListItem)] == expected


def test_list_that_starts_anew(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    items = [item("A"), item(""), item("B"), item("C", list_id=2), item("D", list_id=2)]
    document = _read(tmp_path, *items, numbering=numbering)
    assert [block.number for block in document.blocks if isinstance(block, ListItem)] == ["1.", "3.", "1.", "2."]


# Text to the letter -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["39 % ", " Ja", "100\u00a0%", "rad\nrad", "a\tb", "före\u00ad", "”å ä ö” – −5"])
def test_text_to_the_letter(tmp_path: Path, text: str) -> None:
    assert _only(_read(tmp_path, paragraph(text))).text == text


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t> kant </w:t></w:r>", "kant"),
        ('<w:hyperlink r:id="rId9"><w:r><w:t>länk</w:t></w:r></w:hyperlink>', "länk"),
        ("<w:ins><w:r><w:t>ny</w:t></w:r></w:ins>", "ny"),
        ("<w:sdt><w:sdtContent><w:r><w:t>styrd</w:t></w:r></w:sdtContent></w:sdt>", "styrd"),
        ('<w:smartTag><w:fldSimple w:instr="DATE"><w:r><w:t>fält</w:t></w:r></w:fldSimple></w:smartTag>', "fält"),
        ("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", "7"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>", "a\u2011b\u00adc"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:cr/><w:t>b</w:t></w:r>', "a\nb"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "\uf0fc"),
        ("<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>", "x²"),
        (
            "<mc:AlternateContent><mc:Choice Requires='x'><w:r><w:t>en gång</w:t></w:r></mc:Choice>"
            "<mc:Fallback><w:r><w:t>en gång till</w:t></w:r></mc:Fallback></mc:AlternateContent>",
            "en gång",
        ),
    ],
)
def test_text_inside(tmp_path: Path, xml: str, text: str) -> None:
    assert _only(_read(tmp_path, paragraph(xml))).text == text


@pytest.mark.parametrize(
    ("xml", "left_out"),
    [
        ("<w:del><w:r><w:delText>gammal</w:delText></w:r></w:del>", LeftOut.TRACKED_DELETION),
        ("<w:moveFrom><w:r><w:t>flyttad</w:t></w:r></w:moveFrom>", LeftOut.TRACKED_DELETION),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>dold</w:t></w:r>", LeftOut.HIDDEN_TEXT),
        ("<w:r><w:commentReference/></w:r>", LeftOut.COMMENT),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Skriv</w:t></w:r></w:sdtContent></w:sdt>",
            LeftOut.PLACEHOLDER,
        ),
    ],
)
def test_left_out(tmp_path: Path, xml: str, left_out: LeftOut) -> None:
    document = _read(tmp_path, paragraph(run("kvar") + xml))
    assert _only(document).text == "kvar"
    assert document.left_out == {left_out: 1}


def test_table_of_contents_left_out(tmp_path: Path) -> None:
    built = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{heading(1, 'Innehåll')}</w:sdtContent></w:sdt>"
    )
    typed = paragraph("Mål\t3", style="Innehll1")
    document = _read(tmp_path, built, typed, heading(1, "Mål"), "<w:altChunk/>")
    assert _only(document).text == "Mål"
    assert document.left_out == {LeftOut.TABLE_OF_CONTENTS: 2, LeftOut.EMBEDDED_DOCUMENT: 1}


def test_blocks_in_a_content_control(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtContent>{heading(1, 'Mål')}{paragraph('text')}</w:sdtContent></w:sdt>"
    assert [block.text for block in _read(tmp_path, control).blocks] == ["Mål", "text"]


def test_empty_paragraphs_are_no_blocks(tmp_path: Path) -> None:
    assert _read(tmp_path, paragraph(""), paragraph(" \u00a0"), heading(1, "")).blocks == ()


# Notes ------------------------------------------------------------------------------------------------------


def test_footnotes(tmp_path: Path) -> None:
    body = paragraph(run("ett") + note(7) + run(" två") + note(5)), table(["A"], ["b"])
    noted = table(["A"], [cell(paragraph("<w:r/>") + paragraph(run("b") + note(7)))])
    document = _read(tmp_path, *body, noted, footnotes=[(5, "fem"), (7, "sju "), (9, "aldrig nämnd")])
    assert [(found.mark, found.text) for found in document.notes] == [("2", "fem"), ("1", "sju "), ("", "aldrig nämnd")]
    assert document.blocks[0].marks == (NoteMark(1, 3), NoteMark(0, 7))
    last = document.blocks[-1]
    assert isinstance(last, Table)
    assert last.rows[1].cells[0].marks == (NoteMark(1, 2),)


def test_reference_to_no_note(tmp_path: Path) -> None:
    assert _only(_read(tmp_path, paragraph(run("a") + note(3)))).marks == ()


# Tables -----------------------------------------------------------------------------------------------------


def test_table_grid(tmp_path: Path) -> None:
    found = _table(_read(tmp_path, table(["Indikator", "Utfall 2024"], ["Väntetid", "39 % "], ["Kö", "a\fb"])))
    assert [line.texts for line in found.rows] == [("Indikator", "Utfall 2024"), ("Väntetid", "39 % "), ("Kö", "a\nb")]
    assert [line.is_header for line in found.rows] == [True, False, False]
    assert found.text == "Indikator\tUtfall 2024\nVäntetid\t39 % \nKö\ta\nb"


def test_merged_cells(tmp_path: Path) -> None:
    wide = cell("Utfall", '<w:gridSpan w:val="2"/>')
    top, below = cell("Mål", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    xml = f"<w:tbl>{row([top, wide])}{row([below, '2023', '2024'])}{row(['x', '1', '2'])}</w:tbl>"
    found = _table(_read(tmp_path, xml))
    assert [line.texts for line in found.rows] == [
        ("Mål", "Utfall", "Utfall"),
        ("Mål", "2023", "2024"),
        ("x", "1", "2"),
    ]
    origins = [[place.is_origin for place in line.cells] for line in found.rows]
    assert origins == [[True, True, False], [False, True, True], [True, True, True]]
    assert found.rows[0].cells[0].row_span == 2
    assert found.rows[0].cells[1].column_span == 2
    assert found.text.count("Mål") == 1


def test_merged_cell_that_has_its_own_text_keeps_it(tmp_path: Path) -> None:
    top, below = cell("a", '<w:vMerge w:val="restart"/>'), cell("b", "<w:vMerge/>")
    found = _table(_read(tmp_path, f"<w:tbl>{row([top, '1'])}{row([below, '2'])}</w:tbl>"))
    assert [line.texts for line in found.rows] == [("a", "1"), ("b", "2")]


def test_ragged_table(tmp_path: Path) -> None:
    before = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("sen") + "</w:tr>"
    huge = row([cell("vid", '<w:gridSpan w:val="99999999"/>')])
    found = _table(_read(tmp_path, f"<w:tbl>{before}{row(['a'])}</w:tbl>"))
    assert [line.texts for line in found.rows] == [("", "sen"), ("a", "")]
    wide = _table(_read(tmp_path, f"<w:tbl>{row(['a', 'b'])}{huge}</w:tbl>"))
    assert {len(line.cells) for line in wide.rows} == {63}


def test_tracked_and_wrapped_rows(tmp_path: Path) -> None:
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('bort')}{cell('')}</w:tr>"
    wrapped = f"<w:sdt><w:sdtContent>{row(['c', 'd'])}</w:sdtContent></w:sdt>"
    found = _table(_read(tmp_path, f"<w:tbl>{row(['a', 'b'])}{deleted}{wrapped}</w:tbl>"))
    assert [line.texts for line in found.rows] == [("a", "b"), ("c", "d")]


def test_header_row_by_the_look_of_the_table(tmp_path: Path) -> None:
    xml = f'<w:tbl><w:tblPr><w:tblLook w:firstRow="1"/></w:tblPr>{row(["a", "b"])}{row(["c", "d"])}</w:tbl>'
    assert [line.is_header for line in _table(_read(tmp_path, xml)).rows] == [True, False]


def test_nested_table_follows_its_outer_one(tmp_path: Path) -> None:
    inner = table(["i", "j"], ["k", "l"])
    document = _read(
        tmp_path, table(["a", "b"], [cell(paragraph("c") + inner + paragraph("d")), "e"]), paragraph("sen")
    )
    outer, nested, after = document.blocks
    assert isinstance(outer, Table)
    assert outer.rows[1].texts == ("c\nd", "e")
    assert isinstance(nested, Table)
    assert nested.inside == outer.position
    assert nested.rows[0].texts == ("i", "j")
    assert after.text == "sen"


def test_table_of_one_cell_is_a_frame(tmp_path: Path) -> None:
    document = _read(tmp_path, f"<w:tbl>{row([cell(heading(2, 'Mål') + item('uppdrag'))])}</w:tbl>")
    assert [type(block) for block in document.blocks] == [Heading, ListItem]


# Pictures, text boxes, page margins -------------------------------------------------------------------------


def test_picture(tmp_path: Path) -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild 1" descr="En karta"/>'
        '<a:graphic><a:graphicData><a:blip r:embed="rId10"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    document = _read(tmp_path, paragraph(drawing + run("under")), parts=[("image", "media/karta.png", b"\x89PNG")])
    text, picture = document.blocks
    assert text.text == "under"
    assert isinstance(picture, Picture)
    assert (picture.text, picture.name, picture.media_type) == ("En karta", "Bild 1", "image/png")
    assert picture.content == b"\x89PNG"


def test_old_picture_and_linked_picture(tmp_path: Path) -> None:
    old = '<w:r><w:pict><v:shape alt="Ram" id="b1"><v:imagedata r:id="rId77"/></v:shape></w:pict></w:r>'
    picture = _only(_read(tmp_path, paragraph(old)))
    assert isinstance(picture, Picture)
    assert (picture.text, picture.name, picture.content) == ("Ram", "b1", b"")


def test_text_box_comes_once_after_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{heading(2, 'Ruta')}{paragraph('i rutan')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = _read(tmp_path, paragraph(run("före") + drawing))
    assert [block.text for block in document.blocks] == ["före", "Ruta", "i rutan"]


def test_page_margins(tmp_path: Path) -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    header = f'<w:hdr xmlns:w="{word}">{paragraph("Dnr RS 2026-1")}{paragraph("1(4)")}</w:hdr>'.encode()
    parts = [("header", "header1.xml", header), ("header", "header2.xml", header)]
    document = _read(tmp_path, heading(1, "Mål"), parts=parts)
    assert document.page_margins == ("Dnr RS 2026-1",)


# Kinds of files ---------------------------------------------------------------------------------------------


def test_macro_enabled_file_and_another_name_for_the_main_part(tmp_path: Path) -> None:
    assert _only(_read(tmp_path, heading(1, "Mål"), main_type=_DOCM, main_name="document2.xml")).text == "Mål"


def test_strict_file(tmp_path: Path) -> None:
    import zipfile

    path = write_docx(tmp_path / "vanlig.docx", heading(1, "Mål"))
    swaps = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }
    with zipfile.ZipFile(path) as usual, zipfile.ZipFile(tmp_path / "strikt.docx", "w") as strict:
        for name in usual.namelist():
            content = usual.read(name)
            for before, after in swaps.items():
                content = content.replace(before, after)
            strict.writestr(name, content)
    assert isinstance(_only(read_document(tmp_path / "strikt.docx")), Heading)


def test_file_of_python_docx(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    made.core_properties.title = "Nämndplan"
    made.add_heading("Mål", 1)
    made.add_paragraph("Första", style="List Bullet")
    made.add_paragraph("Under", style="List Bullet 2")
    made.add_paragraph("Nummer", style="List Number")
    made.save(str(tmp_path / "plan.docx"))
    document = read_document(tmp_path / "plan.docx")
    assert document.title == "Nämndplan"
    assert isinstance(document.blocks[0], Heading)
    items = [(block.level, block.number) for block in document.blocks if isinstance(block, ListItem)]
    assert items == [(0, "•"), (1, "•"), (0, "1.")]


def test_everything_is_a_source(tmp_path: Path) -> None:
    document = _read(tmp_path, heading(1, "Mål"), table(["a", "b"], ["c", "d"]), footnotes=[(1, "not")])
    assert document.sources() == {Source(0), Source(1, 0), Source(1, 1), Source(0, part=Part.NOTE)}


@pytest.mark.parametrize(
    ("name", "headings", "tables", "notes"),
    [
        ("verksamhetsplan-rs-vasternorrland-2024-2026.docx", 22, 10, 8),
        ("strategiska-omraden-vasterbotten-2026.docx", 48, 0, 0),
        ("effektmal-varmland-2023.docx", 14, 0, 0),
    ],
)
def test_real_plans(shared_documents: Path, name: str, headings: int, tables: int, notes: int) -> None:
    document = read_document(shared_documents / name)
    kinds = [type(block) for block in document.blocks]
    assert (kinds.count(Heading), kinds.count(Table), len(document.notes)) == (headings, tables, notes)
    assert all(found.mark for found in document.notes)
    assert document.left_out == {LeftOut.TABLE_OF_CONTENTS: 1}
