"""Icons are drawn sharp, in the colours of the palette, and outlive their makers."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from regdesk.paths import data_folder
from regdesk.ui.icons import icon, pixmap
from regdesk.ui.theme import Appearance, Theme
from regdesk.ui.tokens import DARK, LIGHT
from regdesk.ui.verbs import SPECS

pytestmark = pytest.mark.usefixtures("theme")

NAMES = sorted(path.stem for path in (data_folder("resources") / "icons").glob("*.svg"))


def strongest(picture: QPixmap) -> str:
    """The colour of the pixel that hides most of what is behind it."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return QColor(max(pixels, key=QColor.alpha).rgb()).name()


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something(name: str) -> None:
    assert strongest(icon(name).pixmap(QSize(32, 32), 1.0)) == LIGHT.ink


def test_an_icon_made_in_light_is_light_in_dark(theme: Theme) -> None:
    made = icon("search")
    theme.set_appearance(Appearance.DARK)
    assert strongest(made.pixmap(QSize(32, 32), 1.0)) == DARK.ink


@pytest.mark.parametrize(
    ("mode", "colour"),
    [
        (QIcon.Mode.Normal, LIGHT.ink),
        (QIcon.Mode.Disabled, LIGHT.disabled),
        (QIcon.Mode.Selected, LIGHT.on_chosen),
    ],
)
def test_the_colour_follows_the_mode(mode: QIcon.Mode, colour: str) -> None:
    assert strongest(icon("search").pixmap(QSize(32, 32), 1.0, mode)) == colour


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_pixels_follow_the_screen(ratio: float) -> None:
    picture = pixmap("goal", 20, LIGHT.ink, ratio)
    assert picture.size() == QSize(20, 20) * ratio
    assert picture.devicePixelRatio() == ratio


def test_a_copy_of_an_icon_lives_on() -> None:
    copy = QIcon(icon("goal"))
    copy.addPixmap(QPixmap(1, 1))
    gc.collect()
    assert strongest(copy.pixmap(QSize(32, 32), 1.0)) == LIGHT.ink


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("finns-inte")


def test_the_icons_of_all_verbs_exist() -> None:
    assert {spec.icon for spec in SPECS.values() if spec.icon} <= set(NAMES)
