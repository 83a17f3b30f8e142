"""Swedish order and folding."""

from __future__ import annotations

import random
import sqlite3
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from regdesk.domain.collation import KEY_LENGTH, fold, sort_key

TEXTS = st.text(max_size=30) | st.text("aAåÅäÄöÖüÜyvwæØé09 -§.\u0308", max_size=8)


@pytest.mark.parametrize(
    "ordered",
    [
        ["vara", "wall", "ü", "ya", "zebra", "Zorn", "Åre", "Åsa", "Ædel", "Ängelholm", "Ärla"],
        ["Ärla", "Ödegård", "Ødegård", "Öland", "Örn", "Östersund"],
        ["v", "V", "va", "w", "W", "x", "y", "z", "å", "Å", "ä", "ö"],
        ["§ 9", "§ 10", "§ 100"],
        ["1.2", "1.10", "1.10.1", "2"],
        ["0", "1", "9", "10", "99", "100", "1" * 47, "1" * 48, "2" * 48, "1" * 100],
        ["7", "007", "8"],
        ["a b", "a-b", "a2", "ab"],
        ["(a)", "1", "a"],
        ["kommun", "Kommun", "KOMMUN", "kommunal"],
        ["e", "é", "ef", "éf", "eg"],
        ["resume", "resumé", "résumé", "resumér"],
        ["mal", "mål", "målnivå"],
        ["de la Gardie", "Wall", "Ω"],
    ],
)
def test_the_swedish_order(ordered: list[str]) -> None:
    shuffled = random.sample(ordered, len(ordered))
    assert sorted(shuffled, key=sort_key) == ordered


def test_sqlite_s_own_order_of_the_keys_is_the_same() -> None:
    texts = ["Ödegård", "ängel", "Åre", "§ 10", "§ 9", "wall", "vägg", "1.10", "1.2", "Ω", "😀", ""]
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE names (name TEXT, sort_key TEXT) STRICT")
        connection.executemany("INSERT INTO names VALUES (?, ?)", [(text, sort_key(text)) for text in texts])
        stored = [name for (name,) in connection.execute("SELECT name FROM names ORDER BY sort_key")]
    connection.close()
    assert stored == sorted(texts, key=sort_key)


@given(TEXTS)
@example("\ud800")
@example("ǖǟǫ̈")
@example("\x00")
def test_a_key_can_be_stored_and_holds_no_nul(text: str) -> None:
    key = sort_key(text)
    assert "\x00" not in key
    assert key.encode().decode() == key


@given(TEXTS)
def test_the_form_of_white_space_and_of_letters_makes_no_difference(text: str) -> None:
    spaced = text.replace(" ", "\u00a0 ")
    assert sort_key(f" {spaced}\n") == sort_key(text)
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))


@given(st.text("abcvwxyzåäö", max_size=8), st.text("abcvwxyzåäö", max_size=8))
def test_small_letters_are_compared_by_the_alphabet_alone(one: str, other: str) -> None:
    alphabet = "abcvwxyzåäö"
    places = ([alphabet.index(letter) for letter in text] for text in (one, other))
    first, second = places
    assert (sort_key(one) < sort_key(other)) == (first < second)
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(st.integers(0, 10**60), st.integers(0, 10**60))
def test_figures_are_compared_as_numbers(one: int, other: int) -> None:
    assert (sort_key(f"§ {one}") < sort_key(f"§ {other}")) == (one < other)


@given(TEXTS, TEXTS)
def test_case_decides_only_between_texts_alike_without_it(one: str, other: str) -> None:
    lowered = [sort_key(text.lower()) for text in (one, other)]
    if lowered[0] < lowered[1] and not any("\x01" in key for key in lowered):
        assert sort_key(one) < sort_key(other)


def test_a_long_text_gets_a_short_key() -> None:
    assert sort_key("a" * 1_000_000) == sort_key("a" * KEY_LENGTH)
    assert len(sort_key("9" * 1_000_000)) < 2 * KEY_LENGTH
    assert sort_key(" " * 1_000_000 + "a") == "a"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ÅÄÖ", "åäö"),
        ("Mål", "mål"),
        ("MA\u030aL", "mål"),
        ("§\u00a064", "§ 64"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_folding_keeps_the_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_an_endless_run_of_marks_is_folded_as_it_is() -> None:
    marks = "\u0301\u0316" * 500_000
    assert fold(f"MA\u030aL {marks}") == f"mål {marks}"


def test_mal_is_not_mål() -> None:
    assert fold("mal") not in fold("mål")


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
