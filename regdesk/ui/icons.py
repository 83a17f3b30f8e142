"""Icons drawn from the SVG files in resources/icons, in the colour of the text beside them, sharp on every screen.

The files draw in `currentColor`. An icon asks the palette for its colour each time it is painted, so a change between
light and dark needs no new icons.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from regdesk.paths import data_folder


def icon(name: str, ink: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """The icon in resources/icons/`name`.svg, in the palette's colour for `ink`.

    Raises FileNotFoundError for a name that has no file.
    """
    if not _file(name).is_file():
        raise FileNotFoundError(name)
    return QIcon(_Engine(name, ink))


def pixmap(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    """The icon as a square picture of `size` device-independent pixels on a screen of `ratio` pixels to each."""
    return _draw(name, size, size, colour, ratio)


def pixel_ratio(painter: QPainter) -> float:
    """Pixels of the screen to each of the painter's own units.

    Asking its device would say the same, but has PySide get to know every kind of device there is.
    """
    return painter.deviceTransform().m11()


class _Engine(QIconEngine):
    """Paints one icon; draws each size, colour and resolution once."""

    def __init__(self, name: str, ink: QPalette.ColorRole) -> None:
        super().__init__()
        self._name, self._ink = name, ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        picture = self.scaledPixmap(rect.size(), mode, state, pixel_ratio(painter))
        painter.drawPixmap(rect, picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        return _draw(self._name, size.width(), size.height(), _colour(mode, self._ink), scale)

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        return size

    def clone(self) -> QIconEngine:
        copy = _Engine(self._name, self._ink)
        _copies.append(copy)
        return copy


# Qt owns what clone() gives it, which PySide does not know: a copy that nothing in Python holds would die at once.
_copies: Final[list[QIconEngine]] = []


def _colour(mode: QIcon.Mode, ink: QPalette.ColorRole) -> str:
    palette = QGuiApplication.palette()
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    if mode == QIcon.Mode.Disabled:
        return palette.color(group.Disabled, role.ButtonText).name()
    if mode == QIcon.Mode.Selected:
        return palette.color(group.Active, role.HighlightedText).name()
    return palette.color(group.Active, ink).name()


@cache
def _folder() -> Path:
    return data_folder("resources") / "icons"


def _file(name: str) -> Path:
    return _folder() / f"{name}.svg"


@cache
def _source(name: str) -> bytes:
    return _file(name).read_bytes()


def _draw(name: str, width: int, height: int, colour: str, ratio: float) -> QPixmap:
    """Kept in Qt's own cache, which ends with the application; a Python cache would outlive it."""
    key = f"{name} {width} {height} {colour} {ratio}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = _drawn(name, QSize(width, height), colour, ratio)
        QPixmapCache.insert(key, kept)
    return kept


def _drawn(name: str, size: QSize, colour: str, ratio: float) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height())
    place = QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode()))).render(painter, place)
    painter.end()
    return picture
