"""References, quotations, lists and page numbers."""

from __future__ import annotations

import datetime as dt

import pytest

from regdesk.formats import (
    format_decision,
    format_dnr,
    format_law,
    format_list,
    format_page,
    format_section,
    quote,
)


def test_a_section_keeps_its_number_on_the_line() -> None:
    assert format_section(64) == "§\u00a064"
    assert format_section("64 a") == "§\u00a064 a"


def test_a_decision_is_cited_by_body_day_and_section() -> None:
    assert format_decision("RS", dt.date(2026, 11, 22), 64) == "RS 2026-11-22 §\u00a064"
    two_days = format_decision("RF", dt.date(2023, 4, 26), "64", end=dt.date(2023, 4, 27))
    assert two_days == "RF 2023-04-26–2023-04-27 §\u00a064"


def test_a_diary_number_is_as_the_diary_has_it() -> None:
    assert format_dnr("RS/333/2023") == "dnr\u00a0RS/333/2023"


def test_a_law() -> None:
    chapters = format_law("kommunallagen", "2017:725", 6, chapter=6)
    assert chapters == "6\u00a0kap.\u00a06\u00a0§ kommunallagen (2017:725)"
    assert format_law("arkivlagen", "1990:782", "2 a") == "2 a\u00a0§ arkivlagen (1990:782)"


def test_quotation_marks() -> None:
    assert quote("x") == "\u201dx\u201d"
    assert quote("x", language="en") == "\u201cx\u201d"


@pytest.mark.parametrize(
    ("items", "swedish", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a och b", "a and b"),
        (["a", "b", "c"], "a, b och c", "a, b and c"),
    ],
)
def test_a_list(items: list[str], swedish: str, english: str) -> None:
    assert format_list(items) == swedish
    assert format_list(items, language="en") == english


def test_a_page_of_many() -> None:
    assert format_page(1, 4) == "1(4)"
