"""Drawings are figures of their own size, with letters that can be read, searched and shortened."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from regdesk.sheets.blocks import Figure, FigureCell, Heading, Orientation, Paragraph, Row, Sheet, Table
from regdesk.sheets.drawings import Anchor, Drawing, Hue, Label, Stroke
from regdesk.sheets.pdf.writer import make_pdf, pdf_bytes
from tests.sheets.examples import YES, bars, sheet_of, table_of
from tests.sheets.pdf.reading import page_texts, structure_texts, tags

MM = 72 / 25.4


def boxes(sheet: Sheet) -> list[tuple[float, float]]:
    """Width and height in mm of each figure, in the order of the tree."""
    with pikepdf.open(BytesIO(pdf_bytes(sheet))) as pdf:
        found = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"]
        edges = [[float(edge) for edge in figure.A[0].BBox] for figure in found]
    return [(round((right - left) / MM, 1), round((top - bottom) / MM, 1)) for left, bottom, right, top in edges]


def sizes(sheet: Sheet, words: str) -> set[float]:
    """The sizes of the letters within the figures of the first page."""
    with pikepdf.open(BytesIO(pdf_bytes(sheet))) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    figures = "".join(re.findall(r"/Figure <<.*?EMC", content, re.DOTALL))
    assert words in " ".join(structure_texts(pdf_bytes(sheet)))
    return {float(size) for size in re.findall(r"/F\S+ ([\d.]+) Tf", figures)}


def drawing_of(*labels: Label, width: float = 60.0, height: float = 20.0) -> Drawing:
    return Drawing(width=width, height=height, shapes=(Stroke(points=((0, 0), (width, height))), *labels))


def test_drawing_has_the_size_it_says() -> None:
    assert boxes(sheet_of(Figure(image=bars(), alt="Staplar"))) == [(120, 60)]


def test_figure_may_ask_for_another_width() -> None:
    assert boxes(sheet_of(Figure(image=bars(), alt="Staplar", width=60))) == [(60, 30)]


def test_drawing_wider_than_the_text_is_scaled_down() -> None:
    ((width, height),) = boxes(sheet_of(Figure(image=drawing_of(width=400, height=100), alt="Brett")))
    assert width == pytest.approx(165, abs=0.2)
    assert height == pytest.approx(width / 4, abs=0.2)


@pytest.mark.parametrize("orientation", Orientation)
def test_high_drawing_stands_with_its_heading_and_caption(orientation: Orientation) -> None:
    figure = Figure(image=drawing_of(width=50, height=900), alt="Högt", caption="Figurtexten")
    sheet = replace(sheet_of(Paragraph(text="Text"), Heading(text="Rubriken"), figure), orientation=orientation)
    (page,) = [text for text in page_texts(pdf_bytes(sheet)) if "Figurtexten" in text]
    assert "Rubriken" in page


def test_letters_are_not_scaled() -> None:
    figure = Figure(image=drawing_of(Label(at=(5, 9), text="Ord", size=10)), alt="Litet", width=20)
    assert sizes(sheet_of(figure), "Ord") == {10}


def test_letters_are_never_smaller_than_eight_points() -> None:
    figure = Figure(image=drawing_of(Label(at=(5, 9), text="Ord", size=3)), alt="Litet")
    assert sizes(sheet_of(figure), "Ord") == {8}


def test_label_is_found_whole_where_it_is_shortened() -> None:
    label = Label(at=(30, 9), text="Nämnden för allt som rör resor i hela länet", width=20, lines=2)
    data = pdf_bytes(sheet_of(Figure(image=drawing_of(label), alt="Kort")))
    assert label.text in " ".join(structure_texts(data))
    assert label.text in " ".join(page_texts(data)[0].split())


@pytest.mark.parametrize("anchor", Anchor)
@pytest.mark.parametrize("x", [0, 60])
def test_label_stays_within_the_drawing(anchor: Anchor, x: float) -> None:
    shape = Label(at=(x, 9), text="Ett ganska långt ord", anchor=anchor)
    with pikepdf.open(BytesIO(pdf_bytes(sheet_of(Figure(image=drawing_of(shape), alt="Kant"))))) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    figure = "".join(re.findall(r"/Figure <<.*?EMC", content, re.DOTALL))
    (left,) = re.findall(r"1 0 0 1 ([\d.-]+) [\d.-]+ Tm", figure)
    assert 0 <= float(left) < 60 * MM - 60


def test_label_says_what_no_font_has() -> None:
    pdf = make_pdf(sheet_of(Figure(image=drawing_of(Label(at=(0, 9), text="🎉 漢")), alt="Fest")))
    assert set(pdf.substitutes) == {"🎉", "漢"}
    assert "[U+1F389]" in " ".join(structure_texts(pdf.data))


def test_drawing_is_one_figure_even_in_a_table() -> None:
    data = pdf_bytes(sheet_of(table_of(("Andel", FigureCell(drawing=bars(), alt="Staplar"), YES))))
    found = tags(data)
    assert found.count("Figure") == 1
    assert found[found.index("Figure") - 1] == "TD"


def test_drawing_in_a_table_is_as_wide_as_its_column_and_three_lines_high_at_most() -> None:
    narrow, high = drawing_of(width=200, height=10), drawing_of(width=10, height=100)
    cells = (FigureCell(drawing=narrow, alt="Brett"), FigureCell(drawing=high, alt="Högt"), "")
    (first, second) = sorted(boxes(sheet_of(table_of(cells))), reverse=True)
    assert 45 < first[0] < 55
    assert second[1] == pytest.approx(45 / MM, abs=0.1)


def test_row_of_a_low_drawing_is_no_higher_than_a_line() -> None:
    low = FigureCell(drawing=drawing_of(width=20, height=5), alt="Linje")

    def heights(cell: FigureCell | str) -> int:
        rows = tuple(Row(cells=(str(number), cell)) for number in range(100))
        return make_pdf(sheet_of(Table(header=("A", "B"), rows=rows, widths=(1, 1)))).pages

    assert heights(low) == heights("1")


def test_divided_row_draws_its_drawing_once() -> None:
    cell = FigureCell(drawing=drawing_of(Label(at=(0, 9), text="Etiketten", hue=Hue.BAD)), alt="Linje")
    texts = page_texts(pdf_bytes(sheet_of(table_of(("lång " * 3000, cell, "")))))
    assert len(texts) > 2
    assert "".join(texts).count("Etiketten") == 1


def test_words_of_nothing_printable_are_replaced() -> None:
    data = pdf_bytes(sheet_of(Figure(image=drawing_of(), alt="\u200b\u2060")))
    with pikepdf.open(BytesIO(data)) as pdf:
        (figure,) = [
            item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
        assert str(figure.Alt) == "…"
