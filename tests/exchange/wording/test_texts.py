"""Small questions asked of any text."""

from __future__ import annotations

import pytest

from regdesk.exchange.wording.attachments import (
    is_left_out_of_decision,
    is_list_of_attachments,
    read_attachment_heading,
)
from regdesk.exchange.wording.texts import count_of, document_key, first_sentence, name_key, years


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Brist på folk. Det kan leda till mer.", "Brist på folk"),
        ("Brist på folk", "Brist på folk"),
        ("Det gäller t.ex. vården. Mer text.", "Det gäller t.ex. vården"),
        ("Brist på\nfolk! Mer text.", "Brist på folk!"),
        ("Cirka 3.5 procent saknas. Mer.", "Cirka 3.5 procent saknas"),
        ("", ""),
    ],
)
def test_first_sentence(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def test_names_that_are_one() -> None:
    assert name_key("God, jämlik  hälsa.") == name_key("god jämlik\u00a0hälsa")
    assert name_key("A–B") == name_key("A-B")
    assert name_key("A") != name_key("Å")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Regional utvecklingsstrategi 2020–2030,", "Regional utvecklingsstrategin"),
        ("Klimatplanen", "Klimatplan"),
        ("Policyn", "policy"),
    ],
)
def test_one_document_in_two_spellings(one: str, other: str) -> None:
    assert document_key(one)[0] == document_key(other)[0]


def test_years_of_a_document_are_kept_apart() -> None:
    assert document_key("Nära vård 2030") == ("nära vård", "2030")
    assert document_key("Plan 2024-2026") == ("plan", "2024-2026")
    assert document_key("Plan") == ("plan", "")


def test_years_and_counts() -> None:
    assert years("2024–2026, dnr 20245, 1899") == [2024, 2026]
    assert [count_of(word) for word in ("tre", "12", "flera")] == [3, 12, None]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Bilaga 1: Indikatorer", ("1", "Indikatorer")),
        ("BILAGA A – Risker", ("A", "Risker")),
        ("Bilaga 2 Uppsikt", ("2", "Uppsikt")),
        ("Bilaga 3", ("3", "")),
        ("Bilaga: Karta", ("", "Karta")),
        ("Bilagor (förteckning)", None),
        ("I bilaga 1: Indikatorer", None),
    ],
)
def test_attachment_headings(heading: str, expected: tuple[str, str] | None) -> None:
    assert read_attachment_heading(heading) == expected


def test_attachments_and_what_is_decided_on() -> None:
    assert is_list_of_attachments("Bilagor (förteckning)")
    assert not is_list_of_attachments("Om bilagor")
    assert is_left_out_of_decision("Separat, bilagan ingår ej i beslutsunderlaget")
    assert is_left_out_of_decision("ingår inte i\u00a0beslutsunderlaget.")
    assert not is_left_out_of_decision("ingår i beslutsunderlaget")
