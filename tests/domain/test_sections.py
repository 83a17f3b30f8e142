"""A § is read out of what people write, and given where there is none without taking anybody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.sections import filled, section_name, section_number

SECTIONS = st.lists(
    st.one_of(st.just(""), st.integers(1, 40).map(str), st.sampled_from(["7 a", "§ 12", "utan nummer"]))
)


@pytest.mark.parametrize(
    ("text", "number"), [("64", 64), ("§ 64", 64), ("§\u00a064 a", 64), (" 9 ", 9), ("", None), ("bilaga 3", None)]
)
def test_a_section_is_read_by_its_first_number(text: str, number: int | None) -> None:
    assert section_number(text) == number


def test_the_same_section_is_known_however_it_is_written() -> None:
    assert section_name("§\u00a064 A") == section_name("64a")
    assert section_name("64") != section_name("64 a")


def test_numbers_run_on_from_the_last_and_from_what_stands_there() -> None:
    assert filled(["", "", ""], 8) == ["9", "10", "11"]
    assert filled(["", "20", ""], 8) == ["9", "20", "21"]
    assert filled(["", "", "10 a", ""], 8) == ["9", "11", "10 a", "12"]


@given(SECTIONS, st.integers(0, 30))
def test_what_stands_there_stays_and_no_number_is_given_twice(sections: list[str], last: int) -> None:
    numbered = filled(sections, last)
    given_now = [after for before, after in zip(sections, numbered, strict=True) if not before.strip()]
    assert [after for before, after in zip(sections, numbered, strict=True) if before.strip()] == [
        text for text in sections if text.strip()
    ]
    assert len(set(given_now)) == len(given_now)
    assert not set(map(section_number, given_now)) & {section_number(text) for text in sections if text.strip()}
    assert all(int(number) > last for number in given_now)
    assert filled(numbered, last) == numbered
