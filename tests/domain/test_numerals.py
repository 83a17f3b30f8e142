"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.numerals import MINUS_SIGNS, is_ambiguous_number, parse_number, parse_number_word


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("75", "75"),
        (" 75 ", "75"),
        ("80,4", "80.4"),
        ("80.4", "80.4"),
        ("0.425", "0.425"),
        ("1234.567", "1234.567"),
        ("1,234", "1.234"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234,5", "1234.5"),
        ("1\u2009234\u2009567", "1234567"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1 234.567", "1234.567"),
        ("+5", "5"),
        ("-0", "0"),
        ("007", "7"),
    ],
)
def test_a_number_is_read(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)
    assert not is_ambiguous_number(text)


@pytest.mark.parametrize("sign", MINUS_SIGNS)
def test_every_sign_that_is_typed_for_minus_is_minus(sign: str) -> None:
    assert parse_number(f"{sign}5") == -5


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "5-", "--5", "- 5", "12 34", "1 2345", "0 123", "1,234.5", "1,2,3", "2.1.2", "5,", ",5", "1e3", "٣"],
)
def test_what_is_no_number_is_not_made_one(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("text", ["1.234", "−12.345", " 999.999 "])
def test_a_dot_that_may_mean_two_things_is_asked_about(text: str) -> None:
    assert parse_number(text) is None
    assert is_ambiguous_number(text)


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    assert not (is_ambiguous_number(text) and parse_number(text) is not None)


@pytest.mark.parametrize("text", ["1" * 1_000_000, "1 " * 500_000, "1.234" * 200_000])
def test_prose_of_figures_is_no_number(text: str) -> None:
    assert parse_number(text) is None
    assert not is_ambiguous_number(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_python_s_own_writing_with_a_comma_is_read_back(number: Decimal) -> None:
    assert parse_number(f"{number:f}".replace(".", ",")) == number


def test_number_words() -> None:
    words = (
        "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
    )
    assert [parse_number_word(word) for word in words.split(" ")] == [*range(20)]
    assert parse_number_word("Tjugo") == 20
    assert parse_number_word("nittio") == 90
    assert parse_number_word("hundra") == 100
    assert parse_number_word("en") == 1
    assert parse_number_word("flera") is None
