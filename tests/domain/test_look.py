"""A look that cannot be read is refused with the reason; files get names that any system takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.look import READABLE, Look, NamePart, check_look, contrast, file_stem, tint
from regdesk.domain.problems import Problem, ProblemKind

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(colours, colours)
def test_contrast_is_the_same_both_ways_and_within_its_scale(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)


@given(colours)
def test_a_colour_is_taken_when_its_words_read_on_their_tint_and_refused_when_not(
    colour: str,
) -> None:
    found = contrast(colour, tint(colour))
    if found >= READABLE:
        check_look(Look(accent=colour))
        return
    with pytest.raises(Problem) as raised:
        check_look(Look(accent=colour))
    assert raised.value.kind is ProblemKind.COLOUR_UNREADABLE
    assert float(str(raised.value.params["contrast"])) <= found


@pytest.mark.parametrize("colour", ["", "blå", "#0b5563", "#12345", "#1234567", "0B5563"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(Problem) as raised:
        check_look(Look(accent=colour))
    assert raised.value.kind is ProblemKind.COLOUR_UNKNOWN


def test_a_logo_needs_words() -> None:
    with pytest.raises(Problem) as raised:
        check_look(Look(logo="0" * 64, logo_alt=" "))
    assert raised.value.kind is ProblemKind.LOGO_WITHOUT_WORDS
    check_look(Look(logo="0" * 64, logo_alt="Region Norr"))


@pytest.mark.parametrize("pattern", ["{sida}", "{blad!r}", "{blad:>9}", "{", "{blad.upper}", "{}"])
def test_a_pattern_that_asks_for_something_else_is_refused(pattern: str) -> None:
    with pytest.raises(Problem) as raised:
        check_look(Look(file_name=pattern))
    assert raised.value.kind is ProblemKind.NAME_UNKNOWN
    assert "{blad}" in str(raised.value.params["parts"])


@given(st.text(max_size=30).filter(lambda text: not set(text) & set("{}")), st.text(max_size=40))
def test_any_words_make_a_name_that_is_one_file(around: str, title: str) -> None:
    stem = file_stem(around + "{blad}", {NamePart.SHEET: title})
    assert stem
    assert not set(stem) & set('/\\<>:"|?*')


def test_what_is_not_known_leaves_no_gap() -> None:
    assert file_stem("{bilaga} - {blad} {exemplar} {datum}", {NamePart.SHEET: "riskbild"}) == "riskbild"
