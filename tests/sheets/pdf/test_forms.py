"""What is filled in by pen is filled in in the file too, in its own font, and told aloud."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
import pytest
from pikepdf.form import CheckboxField, ExtendedAppearanceStreamGenerator, Form, TextField
from reportlab.lib.units import mm

from regdesk.sheets.blocks import Block, FieldCell, FieldKind, FormField, Paper, Row, Table
from regdesk.sheets.pdf.canvas import ANNOTATION_KEYS
from regdesk.sheets.pdf.writer import pdf_bytes
from tests.sheets.examples import chapter_of, full_sheet, sheet_of, table_of
from tests.sheets.pdf.reading import page_texts, structure_texts, tags

DAY = FormField(name="dag", label="Mötets dag")
WHY = FormField(name="skäl", label="Skäl", lines=3)
DONE = FormField(name="klar", label="Klart", kind=FieldKind.TICK)


@contextmanager
def opened(*blocks: Block) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(pdf_bytes(sheet_of(*blocks)))) as pdf:
        yield pdf


def widgets(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Each field of the first page by its name."""
    return {str(note.T): note for note in pdf.pages[0].obj.Annots if note.Subtype == "/Widget"}


def shown(widget: pikepdf.Object) -> str:
    """The words of a field's look."""
    texts: list[bytes] = []
    for operation in pikepdf.parse_content_stream(widget.AP.N):
        if str(operation.operator) == "Tj":
            texts.append(bytes(operation.operands[0]))
        elif str(operation.operator) == "TJ":
            texts += map(bytes, operation.operands[0])
    return b" ".join(texts).decode("cp1252")


def test_fields_are_filled_in_in_the_files_own_font() -> None:
    with opened(DAY, WHY, DONE) as pdf:
        form = Form(pdf, ExtendedAppearanceStreamGenerator)
        day, why, done = form["dag"], form["skäl"], form["klar"]
        assert isinstance(day, TextField)
        assert isinstance(why, TextField)
        assert isinstance(done, CheckboxField)
        assert why.is_multiline
        assert not day.is_multiline
        day.value, why.value, done.checked = "Åäö den 24 december", "En rad\nen till", True
        found = widgets(pdf)
        assert shown(found["dag"]) == "Åäö den 24 december"
        assert shown(found["skäl"]) == "En rad en till"
        assert found["klar"].AS == "/Yes"


def test_font_of_the_form_is_embedded_whole() -> None:
    with opened(DAY) as pdf:
        (font,) = pdf.Root.AcroForm.DR.Font.values()
        assert font.BaseFont == "/SourceSans3-Regular"
        assert font.Encoding == "/WinAnsiEncoding"
        assert len(font.FontDescriptor.FontFile2.read_bytes()) > 300_000
        assert len(font.Widths) == font.LastChar - font.FirstChar + 1
        assert str(widgets(pdf)["dag"].DA).startswith("/SourceSans ")
        assert "/NeedAppearances" not in pdf.Root.AcroForm


def test_file_without_fields_has_no_form() -> None:
    with opened() as pdf:
        assert "/AcroForm" not in pdf.Root


def test_field_says_what_it_is_for() -> None:
    cell = FieldCell(name="ja", tip="Ja för punktlighet", kind=FieldKind.TICK)
    with opened(DAY, table_of(("Punktlighet", cell, ""))) as pdf:
        found = {name: str(widget.TU) for name, widget in widgets(pdf).items()}
    assert found == {"dag": "Mötets dag", "ja": "Ja för punktlighet"}


def test_field_without_words_is_named_all_the_same() -> None:
    with opened(FormField(name="", label=" "), FormField(name="b", label="")) as pdf:
        assert [str(widget.TU) for widget in widgets(pdf).values()] == ["…", "b"]


def test_names_are_unique_in_the_whole_paper_and_have_no_full_stops() -> None:
    sheets = (sheet_of(DAY, DAY, FormField(name="a.b", label="x")), chapter_of("Två", DAY))
    with pikepdf.open(BytesIO(pdf_bytes(Paper(sheets=sheets)))) as pdf:
        assert [str(field.T) for field in pdf.Root.AcroForm.Fields] == ["dag", "dag (2)", "a_b", "dag (3)"]


def test_each_field_has_a_look_before_and_after() -> None:
    with opened(DAY, DONE) as pdf:
        found = widgets(pdf)
        assert found["dag"].AP.N.Subtype == "/Form"
        assert set(found["klar"].AP.N.keys()) == {"/Yes", "/Off"}
        assert found["klar"].AS == found["klar"].V == "/Off"
        assert b" l S" in found["klar"].AP.N.Yes.read_bytes()
        assert all(widget.F == 4 for widget in found.values())


def test_fields_are_in_the_structure_and_lead_back_to_it() -> None:
    with opened(DAY, table_of(("Punktlighet", FieldCell(name="ja", tip="Ja", kind=FieldKind.TICK), ""))) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(key): owner for key, owner in zip(numbers[::2], numbers[1::2], strict=True)}
        for name, widget in widgets(pdf).items():
            owner = owners[int(widget.StructParent)]
            assert owner.S == "/Form", name
            assert owner.K.Type == "/OBJR"
            assert owner.K.Obj.T == widget.T
            assert int(widget.StructParent) >= ANNOTATION_KEYS
        assert pdf.pages[0].obj.Tabs == "/S"


def test_field_in_a_table_is_read_in_its_cell() -> None:
    found = tags(pdf_bytes(sheet_of(table_of(("Punktlighet", FieldCell(name="ja", tip="Ja"), "")))))
    assert found[found.index("Form") - 1] == "TD"


def test_box_is_drawn_for_the_pen() -> None:
    with opened(DAY, DONE) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    assert content.count(" re S") == 2


def test_label_stands_on_the_page_of_its_box() -> None:
    for lines in range(20, 40):
        data = pdf_bytes(sheet_of(*([FormField(name="a", label="Raden")] * lines)))
        with pikepdf.open(BytesIO(data)) as pdf:
            boxes = [len(page.obj.get("/Annots", [])) for page in pdf.pages]
        assert [text.count("Raden") for text in page_texts(data)] == boxes


def test_field_of_any_height_fits_its_page() -> None:
    data = pdf_bytes(sheet_of(FormField(name="a", label="Långt", lines=10_000)))
    with pikepdf.open(BytesIO(data)) as pdf:
        ((bottom, top),) = [
            (float(note.Rect[1]), float(note.Rect[3])) for page in pdf.pages for note in page.obj.get("/Annots", [])
        ]
    assert 25 < bottom < top < 800


@pytest.mark.parametrize("lines", [1, 3, 10_000])
def test_field_of_a_divided_row_is_drawn_once(lines: int) -> None:
    row = Row(cells=("lång " * 3000, FieldCell(name="a", tip="A", lines=lines)))
    with opened(Table(header=("A", "B"), rows=(row,), widths=(1, 1))) as pdf:
        assert len(pdf.pages[0].obj.Annots) == 1
        assert len(pdf.Root.AcroForm.Fields) == 1


def test_field_is_as_high_as_its_row() -> None:
    row = Row(cells=("En lång rad " * 20, FieldCell(name="a", tip="A"), FieldCell(name="b", tip="B", lines=2)))
    with opened(Table(header=("A", "B", "C"), rows=(row,), widths=(1, 1, 1))) as pdf:
        first, second = [(widget.Rect[1], widget.Rect[3], widget.Ff) for widget in widgets(pdf).values()]
    assert first == second
    assert first[1] - first[0] > 60


def test_a_field_in_a_table_has_the_height_of_a_line_of_handwriting() -> None:
    row = Row(cells=("Plats", FieldCell(name="a", tip="A"), FieldCell(name="b", tip="B", kind=FieldKind.TICK)))
    with opened(Table(header=("X", "Y", "Z"), rows=(row,), widths=(1, 1, 1))) as pdf:
        _left, bottom, _right, top = map(float, widgets(pdf)["a"].Rect)
    assert top - bottom > 7.5 * mm


def test_labels_are_read_and_fields_are_silent() -> None:
    texts = [text.strip() for text in structure_texts(pdf_bytes(sheet_of(DAY, DONE)))]
    assert texts[-5:-3] == ["Mötets dag", "Klart"]


def test_same_form_gives_same_bytes() -> None:
    assert pdf_bytes(full_sheet()) == pdf_bytes(full_sheet())
