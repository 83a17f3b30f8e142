"""Lines are broken where a typesetter would break them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.sheets.blocks import Run, Text
from regdesk.sheets.pdf.fonts import text_face, width_of
from regdesk.sheets.pdf.lines import Line, break_lines
from regdesk.sheets.pdf.styles import BODY
from regdesk.sheets.pdf.words import Typesetter


def lines_of(text: Text, width: float) -> list[Line]:
    return break_lines(Typesetter().words(text, BODY), width)


def shown(text: Text, width: float) -> list[str]:
    """The lines as they look, soft hyphens as hyphens."""
    joined = ("".join(piece.text for piece in line.pieces) for line in lines_of(text, width))
    return [line.replace("\u00ad", "-").rstrip(" ") for line in joined]


def width(text: str) -> float:
    return width_of(text, text_face(BODY.weight).name, BODY.size)


def test_lines_are_filled_and_keep_their_blank() -> None:
    lines = lines_of("ett två tre", width("ett två"))
    assert [piece.text for line in lines for piece in line.pieces] == ["ett två ", "tre "]
    assert lines[0].width == pytest.approx(width("ett två"))


def test_no_break_space_holds() -> None:
    assert shown("ca 42\u00a0%", width("ca 42")) == ["ca", "42\u00a0%"]


def test_soft_hyphen_shows_only_where_a_line_ends() -> None:
    assert shown("hand\u00adlings\u00adplan", width("handlings-")) == ["handlings-", "plan"]
    assert shown("hand\u00adlings\u00adplan", 500) == ["handlingsplan"]


def test_hyphen_that_finds_no_room_moves_a_syllable() -> None:
    assert shown("hand\u00adlings\u00adplan", width("handlings")) == ["hand-", "lingsplan"]


def test_line_may_end_after_a_stroke_between_letters_only() -> None:
    assert shown("Bibehålla/öka", width("Bibehålla/")) == ["Bibehålla/", "öka"]
    assert shown("åren 2024–2026", width("2024–2026")) == ["åren", "2024–2026"]


def test_word_too_long_for_its_column_is_hyphenated() -> None:
    assert shown("en handlingsplan", width("handlings-")) == ["en", "handlings-", "plan"]


def test_word_without_syllables_is_cut() -> None:
    assert shown("x" * 10, width("xxxx")) == ["xxxx", "xxxx", "xx"]


def test_letter_and_its_mark_are_not_parted() -> None:
    assert shown("qq\u0323q", width("q") / 2) == ["q", "q\u0323", "q"]


def test_line_breaks_of_the_text_are_kept() -> None:
    assert shown("\na \nb\n\nc\n", 500) == ["a", "b", "", "c"]


def test_word_goes_on_over_runs() -> None:
    text = (Run(text="hal"), Run(text="va", strong=True), Run(text="n kopp"))
    assert shown(text, width("halvan") + 1) == ["halvan", "kopp"]


def test_zero_width_space_is_a_seam() -> None:
    assert shown("aaa\u200baaa", width("aaaa")) == ["aaa", "aaa"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00ad", "\u200b"])
def test_nothing_gives_no_lines(text: str) -> None:
    assert lines_of(text, 100) == []


@given(st.text(alphabet=st.sampled_from("abö -/\n\u00ad\u00a0\u200b漢😀"), max_size=60), st.floats(10, 200))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, column: float) -> None:
    setter = Typesetter()
    lines = break_lines(setter.words(text, BODY), column)
    found = "".join(piece.text for line in lines for piece in line.pieces)
    expected = text.replace("漢", "[U+6F22]")
    skipped = str.maketrans("", "", " \n\u00ad\u200b")
    assert found.translate(skipped) == expected.translate(skipped)
    assert all(line.width <= column + 0.1 or len("".join(p.text for p in line.pieces)) <= 3 for line in lines)
