"""Type sizes of the meeting mode: they follow the window, since a projector's picture is read by its height."""

from __future__ import annotations

from enum import StrEnum, auto
from string import Template
from typing import Final

from PySide6.QtGui import QFont

_TALL: Final = 34
"""Lines of body text that a screen's height holds: a letter is then read from some four times that height."""
_WIDE: Final = 52
_LEAST: Final = 15
_MOST_ENLARGED: Final = 130
"""Percent. What is chosen for reading at a desk would let less than one thing stand on the screen."""


class Size(StrEnum):
    """The steps of the mode's own scale; a label names its step in the property `large`."""

    CAPTION = auto()
    BODY = auto()
    CLUSTER = auto()
    TITLE = auto()
    LONG_TITLE = auto()
    LONGEST_TITLE = auto()


SHARES: Final = {
    Size.CAPTION: 0.76,
    Size.BODY: 1.0,
    Size.CLUSTER: 1.2,
    Size.TITLE: 1.9,
    Size.LONG_TITLE: 1.5,
    Size.LONGEST_TITLE: 1.2,
}

_TITLES: Final = ((70, Size.TITLE), (160, Size.LONG_TITLE))

_SHEET: Final = Template(
    """
QWidget { font-size: ${body}px; }
QLabel[large="caption"], QPushButton, QListView { font-size: ${caption}px; }
QLabel[large="cluster"] { font-size: ${cluster}px; }
QLabel[large="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[large="long_title"] { font-size: ${long_title}px; font-weight: 600; }
QLabel[large="longest_title"] { font-size: ${longest_title}px; font-weight: 600; }
QProgressBar { border: none; border-radius: 0; min-height: ${bar}px; max-height: ${bar}px; }
QProgressBar::chunk { border-radius: 0; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
"""
)


def body_pixels(width: int, height: int, text_size: int) -> int:
    """Height of body text for a window of this size, in steps of two so that few sizes of windows differ.

    `text_size` is the user's own, in percent.
    """
    wanted = min(height / _TALL, width / _WIDE) * min(text_size, _MOST_ENLARGED) / 100
    return max(_LEAST, round(wanted / 2) * 2)


def style(body: int) -> str:
    """Rules for all that stands in the mode."""
    sizes = {size.value: round(body * share) for size, share in SHARES.items()}
    return _SHEET.substitute(sizes, bar=max(4, body // 4))


def title_size(title: str) -> Size:
    """As large as its length lets it be without filling the screen."""
    return next((size for limit, size in _TITLES if len(title) <= limit), Size.LONGEST_TITLE)


def scaled(font: QFont, share: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A share of `font`, for what is painted by hand."""
    made = QFont(font)
    if font.pixelSize() > 0:
        made.setPixelSize(round(font.pixelSize() * share))
    else:  # not dressed yet
        made.setPointSizeF(font.pointSizeF() * share)
    made.setWeight(weight)
    return made
