"""Lines to sign on stand side by side, as evenly as they can, and on one page."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from regdesk.sheets.blocks import Paragraph, Signature
from regdesk.sheets.pdf.fields import signature_rows
from regdesk.sheets.pdf.writer import pdf_bytes
from tests.sheets.examples import sheet_of
from tests.sheets.pdf.reading import page_texts, structure_texts

ROLES = ("Ordförande", "Sekreterare", "Justerare", "Ersättare")


@pytest.mark.parametrize(
    ("count", "rows"), [(0, []), (1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (7, [3, 3, 1])]
)
def test_at_most_three_stand_side_by_side(count: int, rows: list[int]) -> None:
    assert [len(row) for row in signature_rows("x" * count)] == rows


def lines(*roles: str) -> list[tuple[float, float, float]]:
    """Left edge, right edge and height of each line to sign on."""
    with pikepdf.open(BytesIO(pdf_bytes(sheet_of(Signature(roles=roles))))) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    found = re.findall(r"0\.6 w\n(\S+) (\S+) m (\S+) \S+ l S", content)
    return [(float(left), float(right), float(height)) for left, height, right in found]


def test_lines_share_the_width_of_the_text() -> None:
    first, second, third = lines(*ROLES[:3])
    assert first[0] == 0
    assert third[1] == pytest.approx(467.7, abs=0.1)
    assert first[1] < second[0] < second[1] < third[0]


def test_one_who_signs_alone_has_no_line_across_the_page() -> None:
    ((left, right, _height),) = lines("Sekreterare")
    assert right - left < 467.7 / 2


def test_there_is_a_line_for_somebody_without_a_role() -> None:
    assert len(lines("Ordförande", "")) == 2
    assert [text.strip() for text in structure_texts(pdf_bytes(sheet_of(Signature(roles=("", "b")))))][-4] == "b"


@pytest.mark.parametrize("filling", range(24, 42))
def test_signatures_are_not_parted(filling: int) -> None:
    texts = page_texts(pdf_bytes(sheet_of(Paragraph(text="x\n" * filling), Signature(roles=ROLES))))
    assert sum(any(role in text for role in ROLES) for text in texts) == 1
