"""Pictures are tagged with their words, fit the page, and are never the reason that a sheet is not printed."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from regdesk.sheets.blocks import Figure
from regdesk.sheets.pdf.writer import pdf_bytes
from tests.sheets.examples import sheet_of
from tests.sheets.pdf.reading import page_texts, structure_texts, tags


def picture(mode: str, size: tuple[int, int] = (40, 20), kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


def figures(data: bytes) -> list[pikepdf.Object]:
    """The images of the first page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [image.ColorSpace for image in pdf.pages[0].get_images().values()]


def test_figure_has_its_words_and_its_place() -> None:
    data = pdf_bytes(sheet_of(Figure(image=picture("RGB"), alt="En stapel", width=50, caption="Figur 1")))
    with pikepdf.open(BytesIO(data)) as pdf:
        (figure,) = [
            item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
        assert figure.Alt == "En stapel"
        left, bottom, right, top = (float(edge) for edge in figure.A[0].BBox)
        assert right - left == pytest.approx(50 * 72 / 25.4, abs=0.1)
        assert top - bottom == pytest.approx((right - left) / 2, abs=0.1)
    assert "Figur 1" in "".join(structure_texts(data))


@pytest.mark.parametrize("size", [(10, 4000), (4000, 10), (1, 1)])
def test_figure_of_any_shape_fits_a_page(size: tuple[int, int]) -> None:
    data = pdf_bytes(sheet_of(Figure(image=picture("L", size), alt="Figur", caption="Under")))
    assert "Figure" in tags(data)
    assert any("Under" in text for text in page_texts(data))


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "JPEG"), ("L", "JPEG"), ("CMYK", "JPEG"), ("RGBA", "PNG"), ("P", "PNG"), ("1", "PNG"), ("LA", "PNG")],
)
def test_every_kind_of_picture_is_drawn_in_an_allowed_colour_space(mode: str, kind: str) -> None:
    data = pdf_bytes(sheet_of(Figure(image=picture(mode, kind=kind), alt="Figur")))
    assert "/DeviceCMYK" not in figures(data)
    assert "Figure" in tags(data)


@pytest.mark.parametrize("image", [b"", b"<svg/>", picture("RGB")[:50]])
def test_what_is_no_picture_is_replaced_by_its_words(image: bytes) -> None:
    data = pdf_bytes(sheet_of(Figure(image=image, alt="En stapel")))
    assert "[En stapel]" in "".join(structure_texts(data))
    assert "Figure" not in tags(data)
