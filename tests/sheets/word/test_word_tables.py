"""Tables of a Word file: read aloud with their headers, whole over pages, and without empty cells that confuse."""

from __future__ import annotations

from docx.oxml.ns import qn

from regdesk.sheets.blocks import FieldCell, FieldKind, KeepTogether, Paragraph, Row, Signature, Table, Tone
from regdesk.sheets.word.writer import make_docx
from tests.sheets.examples import NO, PARTLY, YES, long_table, sheet_of, table_of
from tests.sheets.word.reading import body_texts, expected_texts, found, letters, opened, value


def test_header_row_is_repeated_and_names_columns_and_rows() -> None:
    document = opened(make_docx(sheet_of(long_table(80))))
    table = document.tables[-1]
    assert [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows[:3]] == [
        True,
        False,
        False,
    ]
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    assert look is not None
    assert (value(look, "w:firstRow"), value(look, "w:firstColumn")) == ("1", "1")


def test_summary_is_the_description_of_the_table() -> None:
    table = Table(header=("a", "b"), rows=(), widths=(1, 1), row_headers=False, summary="Läget i korthet")
    document = opened(make_docx(sheet_of(table)))
    (said,) = found(document, "w:tblDescription")
    assert value(said) == "Läget i korthet"
    assert value(found(document, "w:tblLook")[-1], "w:firstColumn") == "0"


def test_low_rows_stay_whole_and_high_ones_may_be_divided() -> None:
    rows = (Row(cells=("kort", "text")), Row(cells=("lång", "ord " * 5000)))
    table = Table(header=("a", "b"), rows=rows, widths=(1, 3))
    made = opened(make_docx(sheet_of(table))).tables[-1]
    assert [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in made.rows] == [True, True, False]


def test_row_of_one_cell_spans_the_table() -> None:
    table = Table(
        header=("a", "b", "c"), rows=(Row(cells=("1", "2", "3")), Row(cells=("allt",), level=1)), widths=(1,) * 3
    )
    made = opened(make_docx(sheet_of(table))).tables[-1]
    assert [cell.text for cell in made.rows[2].cells] == ["allt"] * 3
    assert len(made.rows[2]._tr.findall(qn("w:tc"))) == 1
    assert made.rows[2].cells[0].paragraphs[0].paragraph_format.left_indent is not None


def test_numbers_stand_to_the_right_and_texts_to_the_left() -> None:
    made = opened(make_docx(sheet_of(table_of(("Turer", "12,5", YES), ("Resor", "", NO))))).tables[-1]
    names = [[cell.paragraphs[0].style.name for cell in row.cells if cell.paragraphs[0].style] for row in made.rows]
    assert [row[1] for row in names] == ["Tabellhuvud över tal", "Tabelltal", "Tabelltal"]
    assert {row[0] for row in names[1:]} == {"Tabelltext"}


def test_status_is_symbol_and_word_on_a_tint() -> None:
    document = opened(make_docx(sheet_of(table_of(("Turer", "1", PARTLY)))))
    verdict, note = (run for run in document.tables[-1].rows[1].cells[2].paragraphs[0].runs if run.text.strip())
    assert verdict.text.strip() == "◐\u00a0\u00a0Delvis"
    assert note.text == PARTLY.note
    assert verdict.style is not None
    assert verdict.style.style_id == f"SheetStatus{Tone.CAUTION.capitalize()}"
    assert verdict.style.element.find(f".//{qn('w:shd')}") is not None


def test_tables_are_parted_and_the_text_ends_in_a_paragraph() -> None:
    body = opened(make_docx(sheet_of(table_of(("a", "1", YES)), table_of(("b", "2", NO))))).element.body
    kinds = [child.tag.rpartition("}")[2] for child in body]
    assert ["tbl", "tbl"] not in [kinds[at : at + 2] for at in range(len(kinds))]
    assert kinds[-2:] == ["p", "sectPr"]


def test_what_is_kept_together_is_kept_with_the_next() -> None:
    blocks = (KeepTogether(blocks=(Paragraph(text="Överst"), table_of(("a", "1", YES), ("b", "2", NO)))),)
    document = opened(make_docx(sheet_of(*blocks)))
    (above,) = (made for made in document.paragraphs if made.text == "Överst")
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in document.tables[-1].rows]
    assert above.paragraph_format.keep_with_next
    assert kept == [True, True, None]


def test_lines_to_sign_stand_with_the_last_of_what_is_signed() -> None:
    rows = table_of(("a", "1", YES), ("b", "2", NO), ("c", "3", NO))
    document = opened(make_docx(sheet_of(rows, Signature(roles=("Ordförande",)))))
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in document.tables[-2].rows]
    assert kept[-2:] == [True, True]
    document = opened(make_docx(sheet_of(Paragraph(text="Sist"), Signature(roles=("Ordförande",)))))
    (above,) = (made for made in document.paragraphs if made.text == "Sist")
    assert above.paragraph_format.keep_with_next


def test_more_columns_than_word_opens_are_told_in_the_last() -> None:
    cells = tuple(f"a{number}" for number in range(80))
    sheet = sheet_of(Table(header=cells, rows=(Row(cells=cells),), widths=(1.0,) * 80))
    data = make_docx(sheet)
    assert len(opened(data).tables[-1].columns) == 63
    assert letters(body_texts(data)) == letters(expected_texts(sheet))


def test_fields_are_filled_in_within_word() -> None:
    words, tick = FieldCell(name="svar", tip="Ditt svar", lines=3), FieldCell(name="klar", tip="", kind=FieldKind.TICK)
    document = opened(make_docx(sheet_of(table_of(("Uppdrag", words, tick)))))
    assert [value(tag) for tag in found(document, "w:tag")] == ["svar", "klar"]
    assert [value(title) for title in found(document, "w:alias")] == ["Ditt svar", "klar"]
    assert [value(id_) for id_ in found(document, "w:id")] == ["1", "2"]
    boxed = [cell._tc.find(f".//{qn('w:tcBorders')}") is not None for cell in document.tables[-1].rows[1].cells]
    assert boxed == [False, True, False]
    assert len(found(document, "w14:checkbox")) == 1
    assert [value(room, "w:multiLine") for room in found(document, "w:text")] == ["1"]


def test_a_field_of_one_line_has_room_for_a_pen() -> None:
    document = opened(make_docx(sheet_of(table_of(("Plats", FieldCell(name="plats", tip="Plats"), "")))))
    assert len(found(document, "w:sdtContent")[0].findall(f".//{qn('w:br')}")) == 1
