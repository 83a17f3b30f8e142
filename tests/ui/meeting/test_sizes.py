"""The mode's type follows the window and the length of a title, within what can be read and what has room."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from regdesk.ui.meeting.sizes import Size, body_pixels, scaled, style, title_size


@pytest.mark.parametrize(
    ("width", "height", "text_size", "pixels"),
    [
        (1280, 800, 100, 24),
        (1920, 1080, 100, 32),
        (3840, 2160, 100, 64),
        (1280, 800, 130, 30),
        (1280, 800, 200, 30),
        (320, 200, 100, 15),
    ],
)
def test_body_text_is_a_share_of_the_window(width: int, height: int, text_size: int, pixels: int) -> None:
    assert body_pixels(width, height, text_size) == pixels


def test_long_titles_are_smaller() -> None:
    assert [title_size("x" * length) for length in (20, 100, 400)] == [
        Size.TITLE,
        Size.LONG_TITLE,
        Size.LONGEST_TITLE,
    ]


def test_every_size_has_its_rule() -> None:
    rules = style(20)
    assert all(f'[large="{size}"]' in rules for size in Size if size is not Size.BODY)
    assert "font-size: 38px" in rules


def test_a_font_is_scaled_in_its_own_measure() -> None:
    in_pixels, in_points = QFont(), QFont()
    in_pixels.setPixelSize(20)
    in_points.setPointSizeF(10)
    assert scaled(in_pixels, 1.5).pixelSize() == 30
    assert scaled(in_points, 1.5).pointSizeF() == 15
