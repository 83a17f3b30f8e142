"""Long Swedish words are divided where a reader expects it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.sheets.hyphenation import divisions


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("verksamhetsplan", "verk-sam-hets-plan"),
        ("uppföljning", "upp-följ-ning"),
        ("handlingsplan", "hand-lings-plan"),
        ("digitaliseringschef", "digi-ta-li-se-rings-chef"),
        ("informationschef", "infor-ma-tions-chef"),
        ("säkerhetsskäl", "säker-hets-skäl"),
        ("ledningsstöd", "led-nings-stöd"),
        ("arbetsskydd", "arbets-skydd"),
        ("egenskaper", "egen-ska-per"),
        ("regionstyrelsens", "region-sty-rel-sens"),
        ("människa", "män-niska"),
        ("HANDLINGSPLAN", "HAND-LINGS-PLAN"),
        ("duscha", "duscha"),
        ("äpplena", "äpp-lena"),
        ("2024–2026", "2024–2026"),
        ("шапка", "шапка"),
        ("", ""),
    ],
)
def test_divisions(word: str, parts: str) -> None:
    places = [0, *divisions(word), len(word)]
    assert "-".join(word[start:end] for start, end in pairwise(places)) == parts


@given(st.text())
def test_divided_word_keeps_three_letters_on_each_side(word: str) -> None:
    places = divisions(word)
    assert places == sorted(set(places))
    assert all(word[place - 3 : place].isalpha() and word[place : place + 3].isalpha() for place in places)
