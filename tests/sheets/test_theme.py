"""Colours of paper can be read."""

from __future__ import annotations

import pytest

from regdesk.sheets.blocks import Tone
from regdesk.sheets.drawings import Hue
from regdesk.sheets.theme import ACCENT, FIELD_EDGE, INK, QUIET, TONES, ink_on, rgb, shade

WHITE = "#FFFFFF"


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb(colour)]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tone", Tone)
def test_status_text_can_be_read_on_its_tint(tone: Tone) -> None:
    assert contrast(TONES[tone].text, TONES[tone].tint) >= 4.5


@pytest.mark.parametrize("colour", [INK, QUIET, ACCENT])
def test_text_can_be_read_on_paper(colour: str) -> None:
    assert contrast(colour, WHITE) >= 4.5


TINTS = [hue for hue in Hue if hue.endswith("_tint")]


@pytest.mark.parametrize("tint", TINTS)
def test_ink_of_a_tone_can_be_read_on_its_tint(tint: Hue) -> None:
    assert contrast(shade(Hue(tint.removesuffix("_tint"))), shade(tint)) >= 4.5
    assert ink_on(tint) is Hue(tint.removesuffix("_tint"))


@pytest.mark.parametrize("hue", [hue for hue in Hue if hue not in (*TINTS, Hue.HAIRLINE, Hue.PAPER)])
def test_line_that_says_something_is_seen_on_paper(hue: Hue) -> None:
    assert contrast(shade(hue), WHITE) >= 3


@pytest.mark.parametrize("hue", Hue)
def test_pattern_is_seen_on_its_area(hue: Hue) -> None:
    assert contrast(shade(ink_on(hue)), shade(hue)) >= 3


def test_edge_of_a_field_is_seen_on_paper() -> None:
    assert contrast(FIELD_EDGE, WHITE) >= 3
