"""Every colour can be read where it is used, in light and dark."""

from __future__ import annotations

from itertools import product

import pytest

from regdesk.domain.codes import Lane
from regdesk.ui.tokens import DARK, LIGHT, Colours
from regdesk.viewmodels.rows import Tone

APPEARANCES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
TEXT, GRAPHICS = 4.5, 3.0


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@APPEARANCES
def test_text_is_read_on_every_ground(colours: Colours) -> None:
    for ink, ground in product((colours.ink, colours.quiet), (colours.window, colours.surface, colours.sunken)):
        assert contrast(ink, ground) >= TEXT, (ink, ground)


@APPEARANCES
def test_text_is_read_on_what_is_chosen_and_on_the_accent(colours: Colours) -> None:
    assert contrast(colours.on_chosen, colours.chosen) >= TEXT
    assert contrast(colours.ink, colours.chosen_quiet) >= TEXT
    assert contrast(colours.on_accent, colours.accent) >= TEXT
    assert contrast(colours.accent, colours.surface) >= TEXT
    assert contrast(colours.accent, colours.window) >= TEXT


@APPEARANCES
def test_borders_and_the_focus_ring_are_seen(colours: Colours) -> None:
    for line, ground in product((colours.edge, colours.focus), (colours.window, colours.surface, colours.sunken)):
        assert contrast(line, ground) >= GRAPHICS, (line, ground)


@APPEARANCES
@pytest.mark.parametrize("tone", list(Tone))
def test_a_pill_is_read_and_seen(colours: Colours, tone: Tone) -> None:
    pill = colours.pills[tone]
    assert contrast(pill.ink, pill.fill) >= TEXT
    for ground in (colours.surface, colours.window, pill.fill):
        assert contrast(pill.edge, ground) >= GRAPHICS, ground


@APPEARANCES
@pytest.mark.parametrize("lane", list(Lane))
def test_a_lane_is_read_and_seen(colours: Colours, lane: Lane) -> None:
    pill = colours.lanes[lane]
    assert contrast(pill.ink, pill.fill) >= TEXT
    for ground in (colours.surface, colours.window, colours.chosen_quiet):
        assert contrast(pill.edge, ground) >= GRAPHICS, ground


@APPEARANCES
def test_a_tone_as_plain_text_is_read(colours: Colours) -> None:
    for tone in (Tone.GOOD, Tone.PARTLY, Tone.BAD, Tone.UNKNOWN):
        assert contrast(colours.pills[tone].edge, colours.surface) >= TEXT, tone
        assert contrast(colours.pills[tone].edge, colours.window) >= TEXT, tone


def test_every_appearance_has_every_tone() -> None:
    assert set(LIGHT.pills) == set(DARK.pills) == set(Tone)
