"""What of a text can be printed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.sheets.characters import printable, spoken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b\x1b[0m", "ab[0m"),
        ("rad\r\nrad\rrad\u2028rad\x85rad", "rad\nrad\nrad\nrad\nrad"),
        ("kolumn\tkolumn", "kolumn kolumn"),
        ("A\u030a o\u0308", "Å ö"),
        ("mjukt\u00adstreck", "mjukt\u00adstreck"),
        ("12\u00a0345\u202fkr", "12\u00a0345\u202fkr"),
        ("\ufefföverst\u200e \u202eomvänt\u202c", "överst omvänt"),
        ("👩\u200d👧 ✔\ufe0f", "👩👧 ✔"),
        ("\ud800 \ufffe \ufdd0 \U0010ffff", "   "),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_printable(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_spoken_leaves_out_marks_for_line_ends_and_extra_blanks() -> None:
    assert spoken("  mjukt\u00adstreck \n\u200bnytt\u00a0 ord ") == "mjuktstreck nytt ord"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_printable_text_is_composed_and_without_controls(text: str) -> None:
    result = printable(text)
    assert unicodedata.is_normalized("NFC", result)
    assert not {unicodedata.category(character) for character in result.replace("\n", "")} & {"Cc", "Cs"}
    assert printable(result) == result
    result.encode("utf-8")
