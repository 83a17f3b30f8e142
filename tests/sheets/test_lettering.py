"""The room that words are reckoned to take, against what they take in the fonts of the sheet: never too little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.sheets.lettering import POINT, leading, lines_of, longest_word, width_of
from regdesk.sheets.pdf.fonts import Weight
from regdesk.sheets.pdf.lines import break_lines
from regdesk.sheets.pdf.styles import TextStyle
from regdesk.sheets.pdf.words import Typesetter

LETTERS = "abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789.,:-–()/%§é"
words = st.text(LETTERS, min_size=1, max_size=18)
texts = st.lists(words, min_size=1, max_size=14).map(" ".join)


def lines_on_paper(text: str, width: float, size: float, weight: Weight) -> int:
    style = TextStyle(size=size, leading=size, weight=weight)
    return len(break_lines(Typesetter().words(text, style), width / POINT))


@given(text=texts, width=st.floats(25, 250), size=st.sampled_from((8.0, 10.0, 13.0)), strong=st.booleans())
def test_words_take_no_more_lines_than_they_are_reckoned_to(text: str, width: float, size: float, strong: bool) -> None:
    weight = Weight.SEMIBOLD if strong else Weight.REGULAR
    assert lines_on_paper(text, width, size, weight) <= lines_of(text, width, size, strong=strong)


@pytest.mark.parametrize(
    "text", ["2.1 Patienten får rätt hjälp i tid", "Nämnder: Hälso- och vårdnämnden", "Regionen är en samlande kraft"]
)
def test_they_are_not_reckoned_to_take_much_more_than_they_do(text: str) -> None:
    assert lines_on_paper(text, 0.85 * width_of(text, 10), 10, Weight.REGULAR) == 2


def test_nothing_takes_no_lines_and_the_longest_word_is_found() -> None:
    assert lines_of("", 30, 8) == 0
    assert longest_word("en samhällsutveckling", 8) == width_of("samhällsutveckling", 8)
    assert leading(8) == pytest.approx(3.33, abs=0.01)
