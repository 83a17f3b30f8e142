"""The room that words are reckoned to take: as much as they take in the fonts of the sheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.sheets.blocks import Family
from regdesk.sheets.lettering import POINT, leading, lines_of, longest_word, width_of
from regdesk.sheets.pdf.fonts import Weight, text_face
from regdesk.sheets.pdf.fonts import width_of as on_paper_width
from regdesk.sheets.pdf.glyphs import Glyphs
from regdesk.sheets.pdf.lines import break_lines
from regdesk.sheets.pdf.styles import TextStyle
from regdesk.sheets.pdf.words import Typesetter

LETTERS = "abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789.,:-–()/%§é"
words = st.text(LETTERS, min_size=1, max_size=18)
texts = st.lists(words, min_size=1, max_size=14).map(" ".join)


def lines_on_paper(text: str, width: float, size: float, weight: Weight, family: Family = Family.SANS) -> int:
    style = TextStyle(size=size, leading=size, weight=weight)
    return len(break_lines(Typesetter(Glyphs(family)).words(text, style), width / POINT))


@given(
    text=texts,
    width=st.floats(25, 250),
    size=st.sampled_from((8.0, 10.0, 13.0)),
    strong=st.booleans(),
    family=st.sampled_from(Family),
)
def test_words_take_no_more_lines_than_they_are_reckoned_to(
    text: str, width: float, size: float, strong: bool, family: Family
) -> None:
    weight = Weight.SEMIBOLD if strong else Weight.REGULAR
    assert lines_on_paper(text, width, size, weight, family) <= lines_of(
        text, width, size, strong=strong, family=family
    )


@pytest.mark.parametrize("family", Family)
@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize(
    "text", ["2.1 Patienten får rätt hjälp i tid", "Nämnder: Hälso- och vårdnämnden", "Invånare som känner sig trygga"]
)
def test_words_are_as_wide_as_in_the_fonts(text: str, strong: bool, family: Family) -> None:
    face = text_face(Weight.SEMIBOLD if strong else Weight.REGULAR, family).name
    on_paper = on_paper_width(text, face, 10) * POINT
    assert width_of(text, 10, strong=strong, family=family) == pytest.approx(on_paper, rel=0.003)
    assert lines_of(text, 1.01 * on_paper, 10, strong=strong, family=family) == 1


def test_a_line_may_end_after_a_stroke_within_a_word() -> None:
    half = width_of("Bibehålla/", 10)
    assert lines_of("Bibehålla/minska", 1.01 * half, 10) == 2
    assert longest_word("Bibehålla/minska", 10) == half
    assert longest_word("2024–2026", 10) == width_of("2024–2026", 10)


def test_nothing_takes_no_lines_and_the_longest_word_is_found() -> None:
    assert lines_of("", 30, 8) == 0
    assert longest_word("en samhällsutveckling", 8) == width_of("samhällsutveckling", 8)
    assert leading(8) == pytest.approx(3.33, abs=0.01)
