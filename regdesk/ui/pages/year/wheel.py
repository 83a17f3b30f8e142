"""The year as a wheel: a picture of months and lanes, which arrows and clicks go through month by month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from regdesk.i18n import _
from regdesk.services.annual_entries import Entry
from regdesk.ui.meeting.announce import announce
from regdesk.ui.text import tip
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Pill, Space, Step
from regdesk.viewmodels.annual_list import Year
from regdesk.viewmodels.rows import Tone
from regdesk.viewmodels.year_wheel import (
    BAND,
    HUB,
    MARK,
    MONTH,
    Mark,
    Sector,
    Wheel,
    mark_at,
    month_at,
    month_text,
    point,
    wheel_of,
    wheel_text,
)

_LEAST: Final = 280
_MONTHS: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ENDS: Final = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: 12}
_ALL: Final = {Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OF_SIGN: Final = 1.5  # of a mark's radius: signs are smaller than the letters of their font
_OF_NUMBER: Final = 1.15
_FULL: Final = 16  # Qt counts a sixteenth of a degree


class WheelView(QWidget):
    """`month_chosen` sends a month or 0 for all of them, `mark_chosen` the key of an entry, `opened` comes of Enter."""

    month_chosen = Signal(int)
    mark_chosen = Signal(str)
    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._year = Year(1, ())
        self._entries: Sequence[Entry] = ()
        self._today = date.min
        self._wheel: Wheel | None = None
        self.month = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(_LEAST, _LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._forget)

    def show_year(self, year: Year, entries: Sequence[Entry], today: date) -> None:
        """Show some of the entries of a year."""
        self._year, self._entries, self._today = year, entries, today
        self.setAccessibleDescription(wheel_text(year, entries))
        self._forget()
        self._name()

    def set_month(self, month: int) -> None:
        """Stand on a month, or on none for 0."""
        self.month = month
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * _LEAST, 2 * _LEAST)

    # Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MONTHS:
            self._choose((self.month + _MONTHS[key] - 1) % 12 + 1 if self.month else _start(_MONTHS[key]))
        elif key in _ENDS:
            self._choose(_ENDS[key])
        elif key in _ALL and self.month:
            self._choose(0)
        elif key in _ENTER:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position())
        month = month_at(*place)
        mark = mark_at(self.drawn(), *place)
        if mark is not None:
            self._choose(mark.month)
            self.mark_chosen.emit(mark.keys[0])
        else:
            self._choose(0 if month is None or month == self.month else month)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = mark_at(self.drawn(), *self._place(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), tip(self._words(mark)) if mark else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, _event: object) -> None:
        self._wheel = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QRectF(self.rect()).center())
        self._paint_ground(painter)
        wheel = self.drawn()
        self._paint_months(painter, wheel.sectors)
        if wheel.hand is not None:
            self._paint_hand(painter, wheel.hand)
        for mark in wheel.marks:
            self._paint_mark(painter, mark)
        self._paint_hub(painter)

    # Painting

    def _paint_ground(self, painter: QPainter) -> None:
        colours = self._theme.colours
        painter.setPen(QPen(QColor(colours.focus if self.hasFocus() else colours.edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(colours.sunken))
        painter.drawEllipse(QPointF(), self._radius, self._radius)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(QPointF(), BAND * self._radius, BAND * self._radius)
        if self.month:
            self._paint_chosen(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.line), 1))
        for ring in self.drawn().rings:
            painter.drawEllipse(QPointF(), ring.inner * self._radius, ring.inner * self._radius)

    def _paint_chosen(self, painter: QPainter) -> None:
        colours, radius = self._theme.colours, self._radius
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(QColor(colours.chosen_quiet))
        around = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        # Qt counts against the clock from three; months go with it from twelve.
        painter.drawPie(around, round((90 - self.month * MONTH) * _FULL), round(MONTH * _FULL))

    def _paint_months(self, painter: QPainter, sectors: Sequence[Sector]) -> None:
        painter.setFont(self._name_font())
        for sector in sectors:
            painter.setPen(QPen(QColor(self._theme.colours.line), 1))
            painter.drawLine(self._at(*point(sector.start, HUB)), self._at(*point(sector.start, 1)))
            painter.save()
            painter.translate(self._at(sector.label.x, sector.label.y))
            painter.rotate(sector.label.turned)
            painter.setPen(QColor(self._theme.colours.ink))
            painter.drawText(_around(self._radius), Qt.AlignmentFlag.AlignCenter, sector.label.text)
            painter.restore()

    def _paint_hand(self, painter: QPainter, angle: float) -> None:
        painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
        painter.drawLine(self._at(*point(angle, HUB)), self._at(*point(angle, 1)))

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        pill = self._theme.pill(Tone.BAD) if mark.is_late else self._theme.lane(mark.lane)
        radius = MARK * self._radius
        painter.setPen(QPen(QColor(pill.edge), 2 if mark.is_late else 1))
        painter.setBrush(QColor(pill.fill))
        painter.drawEllipse(self._at(mark.x, mark.y), radius, radius)
        self._paint_sign(painter, mark, pill)

    def _paint_sign(self, painter: QPainter, mark: Mark, pill: Pill) -> None:
        font = QFont(self._theme.font(Step.STRONG))
        share = _OF_SIGN if len(mark.keys) == 1 else _OF_NUMBER
        font.setPixelSize(max(6, round(MARK * self._radius * share)))
        painter.setFont(font)
        painter.setPen(QColor(pill.ink))
        around = _around(4 * MARK * self._radius)
        around.moveCenter(self._at(mark.x, mark.y))
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, mark.text)

    def _paint_hub(self, painter: QPainter) -> None:
        colours, radius = self._theme.colours, HUB * self._radius
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.window))
        painter.drawEllipse(QPointF(), radius, radius)
        font = QFont(self._theme.font(Step.HEADING))
        font.setPixelSize(round(radius * 0.5))
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        painter.drawText(_around(2 * radius), Qt.AlignmentFlag.AlignCenter, str(self._year.year))

    # Where things are

    @property
    def _radius(self) -> float:
        return min(self.width(), self.height()) / 2 - Space.XS

    def _at(self, x: float, y: float) -> QPointF:
        return QPointF(x * self._radius, y * self._radius)

    def _place(self, position: QPointF) -> tuple[float, float]:
        """A place of the widget in the wheel's own measure."""
        offset = position - QRectF(self.rect()).center()
        return offset.x() / self._radius, offset.y() / self._radius

    def _name_font(self) -> QFont:
        """As large as the band has room for, and no larger than the window's text."""
        font = QFont(self._theme.font(Step.CAPTION))
        font.setPixelSize(round(min(QFontMetricsF(font).height(), (1 - BAND) * self._radius * 0.8) * 0.78))
        return font

    def drawn(self) -> Wheel:
        """The layout for the present size, worked out once."""
        if self._wheel is None:
            metrics, radius = QFontMetricsF(self._name_font()), self._radius
            self._wheel = wheel_of(
                self._year.year, self._entries, self._today, lambda text: metrics.horizontalAdvance(text) / radius
            )
        return self._wheel

    def _forget(self) -> None:
        self._wheel = None
        self.update()

    # What is said

    def _choose(self, month: int) -> None:
        self.set_month(month)
        announce(self, month_text(self._year, self._entries, month) if month else _("Hela året"))
        self.month_chosen.emit(month)

    def _name(self) -> None:
        name = _("Årshjul {year}").format(year=self._year.year)
        told = month_text(self._year, self._entries, self.month) if self.month else ""
        self.setAccessibleName(f"{name}. {told}" if told else name)

    def _words(self, mark: Mark) -> str:
        return "\n".join(self._year.titles[key] for key in mark.keys)


def _start(step: int) -> int:
    return 1 if step > 0 else 12


def _around(side: float) -> QRectF:
    return QRectF(-side / 2, -side / 2, side, side)
