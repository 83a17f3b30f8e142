"""A faithful preview: the pages of the finished PDF below each other, as sharp as the screen, at any zoom."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum, auto
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from regdesk.i18n import _
from regdesk.ui.pages.sheets.pictures import Pictures
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space

ZOOMS: Final = (25, 33, 50, 67, 75, 90, 100, 125, 150, 200, 300, 400)
"""Percent of the size on paper, on a screen of 96 dots an inch."""

_SCREEN_DPI: Final = 96
_POINTS: Final = 72
_SHARPEST: Final = 300  # dots an inch; above that pictures are made larger instead of drawn anew
_NOTCH: Final = 120  # what a wheel tells of one step
_ZOOM_KEYS: Final = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: 0,
}


class Fit(StrEnum):
    """What the pages fill; NOTHING where the user chose a size."""

    WIDTH = auto()
    PAGE = auto()
    NOTHING = auto()


class Preview(QAbstractScrollArea):
    """Only pages in sight are drawn. `moved` tells that another page is in sight or has another size."""

    moved = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pictures: Pictures | None = None
        self._fit = Fit.WIDTH
        self._zoom = 100.0
        self._places: list[QRect] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Förhandsvisning"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        # A bar that comes and goes would change the width that pages fill, and with it whether it is needed.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        theme.changed.connect(self.viewport().update)

    # What is shown

    def show_pdf(self, data: bytes) -> None:
        """Show another PDF, at the same page, place and size."""
        self._pictures = Pictures(data)
        self._lay_out()

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self._places)

    @property
    def page(self) -> int:
        """The page in sight, counted from 0: the one that most of the upper half shows."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return max((number for number, place in enumerate(self._places) if place.top() <= middle), default=0)

    @property
    def zoom(self) -> int:
        """Percent of the size on paper."""
        return round(self._zoom)

    @property
    def fit(self) -> Fit:
        return self._fit

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight; the nearest page for a number that there is none of."""
        if self._places:
            place = self._places[min(max(page, 0), self.count - 1)]
            self.verticalScrollBar().setValue(place.top() - Space.L)

    def set_fit(self, fit: Fit) -> None:
        """Let pages fill the width, or the whole page be seen, whatever the size of the window."""
        self._fit = fit
        self._lay_out()

    def set_zoom(self, percent: float) -> None:
        """Show pages at this share of their size on paper."""
        self._fit = Fit.NOTHING
        self._zoom = min(max(percent, ZOOMS[0]), ZOOMS[-1])
        self._lay_out()

    def step_zoom(self, steps: int) -> None:
        """To the next larger of ZOOMS, the next smaller for -1, or 100 percent for 0."""
        larger = [zoom for zoom in ZOOMS if zoom > self.zoom]
        smaller = [zoom for zoom in reversed(ZOOMS) if zoom < self.zoom]
        found = {1: larger, -1: smaller, 0: [100]}[steps]
        if found:
            self.set_zoom(found[0])

    # Laying out, in device-independent pixels

    def _lay_out(self) -> None:
        if self._pictures is None:
            return
        at = self._where()
        self._zoom = self._fitting_zoom()
        sizes = [self._pixels(size.width(), size.height()) for size in self._pictures.sizes]
        widest = max((size.width() for size in sizes), default=0)
        room = max(self.viewport().width(), widest + 2 * Space.L)
        top, self._places = int(Space.L), []
        for size in sizes:
            self._places.append(QRect((room - size.width()) // 2, top, size.width(), size.height()))
            top += size.height() + Space.L
        self._set_range(room, top)
        self._go_back(at)
        self.viewport().update()
        self._tell()

    def _fitting_zoom(self) -> float:
        sizes = self._pictures.sizes if self._pictures else []
        if self._fit is Fit.NOTHING or not sizes:
            return self._zoom
        share = _POINTS / _SCREEN_DPI * 100
        across = (self.viewport().width() - 2 * Space.L) / max(size.width() for size in sizes)
        down = (self.viewport().height() - 2 * Space.L) / max(size.height() for size in sizes)
        wanted = across if self._fit is Fit.WIDTH else min(across, down)
        return min(max(wanted * share, ZOOMS[0]), ZOOMS[-1])

    def _pixels(self, width: float, height: float) -> QSize:
        share = self._zoom / 100 * _SCREEN_DPI / _POINTS
        return QSize(round(width * share), round(height * share))

    def _set_range(self, width: int, height: int) -> None:
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width, self.viewport().width()),
            (self.verticalScrollBar(), height, self.viewport().height()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(3 * Space.L)

    def _where(self) -> tuple[int, float]:
        """The page in sight, and how far down on it the view begins, as a share of its height."""
        if not self._places:
            return 0, 0.0
        page = self.page
        place = self._places[page]
        return page, (self.verticalScrollBar().value() - place.top()) / max(place.height(), 1)

    def _go_back(self, where: tuple[int, float]) -> None:
        page, share = where
        if page < len(self._places):
            place = self._places[page]
            down = place.top() + round(share * place.height())
            self.verticalScrollBar().setValue(down if page or share > 0 else 0)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.colours.sunken))
        for number, place in self._in_sight(event.rect()):
            self._paint_page(painter, number, place)
        if self.hasFocus():
            painter.setPen(QColor(self._theme.colours.focus))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def _in_sight(self, area: QRect) -> Iterator[tuple[int, QRect]]:
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for number, place in enumerate(self._places):
            moved = place.translated(-across, -down)
            if moved.intersects(area):
                yield number, moved

    def _paint_page(self, painter: QPainter, number: int, place: QRect) -> None:
        if self._pictures is None:
            return
        dpi = self._zoom / 100 * _SCREEN_DPI * self.devicePixelRatioF()
        picture = self._pictures.picture(number, min(dpi, _SHARPEST))
        if dpi > _SHARPEST:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, picture)
        else:  # pixel for pixel: made a row higher or lower, a line of small letters would lose one
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            painter.drawImage(place.topLeft(), picture)
        painter.setPen(QColor(self._theme.colours.line))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    # Moving

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        self.viewport().update()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        # These keys size the text of the window, but the paper while the keyboard is on it.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_zoom(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        controlled = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        bar = self.verticalScrollBar()
        if _is_zoom(event):
            self.step_zoom(_ZOOM_KEYS[Qt.Key(event.key())])
        elif controlled and event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.go_to(self.page + (1 if event.key() == Qt.Key.Key_PageDown else -1))
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / _NOTCH
            self.set_zoom(self._zoom * 1.1**steps)
        else:
            super().wheelEvent(event)

    def _tell(self) -> None:
        self.setAccessibleDescription(page_text(self))
        self.moved.emit()


def page_text(preview: Preview) -> str:
    """`Sida 2 av 7`; nothing before there are pages."""
    if not preview.count:
        return ""
    return _("Sida {page} av {count}").format(page=preview.page + 1, count=preview.count)


def _is_zoom(event: QKeyEvent) -> bool:
    controlled = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return controlled and event.key() in _ZOOM_KEYS
