"""How a time line is painted: bars with how far they have come, milestones as diamonds, and the line of today."""

from __future__ import annotations

from datetime import date
from typing import Final, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip, QWidget

from regdesk.ui.delegates import CellDelegate, ink, paint_ground
from regdesk.ui.roles import Role
from regdesk.ui.text import tip
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.rows import Tone
from regdesk.viewmodels.time_scale import TimeScale
from regdesk.viewmodels.timeline import Bar, Diamond

Index = QModelIndex | QPersistentModelIndex

TIME: Final = 1
"""The column of time."""

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_LEAST_BAR: Final = 6.0
_SIDE: Final = 0.42
"""Half a diamond, in heights of a letter."""


class Axis(Protocol):
    """What the days of a time line are measured by."""

    @property
    def scale(self) -> TimeScale: ...

    @property
    def today(self) -> date: ...


def x_in(place: QRect, share: float) -> float:
    """Where a share of the width is, in a cell of time."""
    return place.left() + share * place.width()


def room_for(width: int, metrics: QFontMetrics) -> int:
    """How many marks there is room for, each as wide as the name of a month."""
    return width // metrics.horizontalAdvance("sept. 00")


class BarDelegate(CellDelegate):
    """A heading in bold; a title; and in the column of time what is drawn of a delaktivitet."""

    def __init__(self, view: QWidget, theme: Theme, axis: Axis) -> None:
        super().__init__(theme, view)
        self._view, self._axis = view, axis

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if not index.data(Role.ID):
            option.font = self.theme.font(Step.STRONG)
            # A heading is no choice that one cannot make just now; it is to be read as any other text.
            option.state |= QStyle.StateFlag.State_Enabled

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bar = index.data(Role.PARTS)
        if index.column() != TIME or not isinstance(bar, Bar):
            super().paint(painter, option, index)
            return
        made = self.styled(option, index)
        paint_ground(painter, made)
        painter.save()
        painter.setClipRect(made.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lines(painter, made.rect)
        if bar.has_dates:
            self._paint_bar(painter, made, bar)
        else:
            painter.setPen(QColor(ink(made)))
            painter.drawText(made.rect.adjusted(Space.S, 0, -Space.S, 0), LEFT, made.text)
        for diamond in bar.diamonds:
            self._paint_diamond(painter, made.rect, diamond)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        if index.column() != TIME or not index.data(Role.ID):
            return super().helpEvent(event, view, option, index)
        words = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        QToolTip.showText(event.globalPos(), tip(words), view)
        return True

    def _paint_lines(self, painter: QPainter, place: QRect) -> None:
        """The marks of the scale, and stronger than those the line of today."""
        colours = self.theme.colours
        most = room_for(place.width(), QFontMetrics(self.theme.font(Step.CAPTION)))
        for share, colour, width in (
            *((tick.share, colours.line, 1) for tick in self._axis.scale.ticks(most)),
            (self._axis.scale.middle_of(self._axis.today), colours.accent, 2),
        ):
            painter.setPen(QPen(QColor(colour), width))
            left = x_in(place, share)
            painter.drawLine(QPointF(left, place.top()), QPointF(left, place.bottom() + 1))

    def _paint_bar(self, painter: QPainter, option: QStyleOptionViewItem, bar: Bar) -> None:
        field = self._field(option.rect, bar)
        pill = self.theme.pill(bar.tone)
        painter.setPen(QPen(QColor(pill.edge), 1))
        painter.setBrush(QColor(pill.fill))
        painter.drawRoundedRect(field, Space.XS, Space.XS)
        done = QRectF(field.left(), field.bottom() - Space.XS, field.width() * bar.progress / 100, Space.XS)
        painter.fillRect(done, QColor(pill.edge))
        self._paint_words(painter, option, field, bar)

    def _field(self, place: QRect, bar: Bar) -> QRectF:
        """The bar's own rectangle; a day alone is as wide as can be seen."""
        start, due = bar.starts_on or bar.due_on, bar.due_on or bar.starts_on
        assert start is not None  # noqa: S101 - it has a day
        assert due is not None  # noqa: S101 - as above
        scale = self._axis.scale
        left, right = x_in(place, scale.start_of(start)), x_in(place, scale.end_of(due))
        height = self._view.fontMetrics().height() + Space.XS
        return QRectF(left, place.center().y() - height / 2, max(right - left, _LEAST_BAR), height)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, field: QRectF, bar: Bar) -> None:
        """How it stands: in the bar before its milestones if there is room, else after, else before, else a symbol."""
        font = self.theme.font(Step.CAPTION)
        painter.setFont(font)
        words = f"{bar.symbol} {bar.short}"
        need = painter.fontMetrics().horizontalAdvance(words) + 2 * Space.S
        place = QRectF(option.rect)
        seen = field.intersected(place)
        outside = ink(option)
        side = self._view.fontMetrics().height() * _SIDE
        marks = [x_in(option.rect, self._axis.scale.middle_of(diamond.day)) for diamond in bar.diamonds]
        free = QRectF(seen)
        free.setRight(min([seen.right(), *(mark - side for mark in marks)]))
        after = max([field.right(), *(mark + side for mark in marks)])
        for room, colour in (
            (free, QColor(self.theme.pill(bar.tone).ink)),
            (QRectF(after, field.top(), place.right() - after, field.height()), outside),
        ):
            if room.width() >= need:
                painter.setPen(colour)
                painter.drawText(room.adjusted(Space.S, 0, -Space.S, 0), LEFT, words)
                return
        before = QRectF(place.left(), field.top(), max(0.0, seen.left() - place.left()), field.height())
        painter.setPen(outside if before.width() >= need else QColor(self.theme.pill(bar.tone).ink))
        shown, where = (words, before.adjusted(0, 0, -Space.S, 0)) if before.width() >= need else (bar.symbol, seen)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_diamond(self, painter: QPainter, place: QRect, diamond: Diamond) -> None:
        """Filled once it is reached; one that was missed has its edge in the colour of what is late and a mark."""
        tone = Tone.BAD if diamond.is_missed else Tone.NEUTRAL
        pill = self.theme.pill(tone)
        side = self._view.fontMetrics().height() * _SIDE
        x = x_in(place, self._axis.scale.middle_of(diamond.day))
        y = float(place.center().y())
        painter.setPen(QPen(QColor(pill.edge if diamond.is_missed else pill.ink), 2))
        painter.setBrush(QColor(pill.ink if diamond.is_reached else pill.fill))
        corners = [QPointF(x - side, y), QPointF(x, y - side), QPointF(x + side, y), QPointF(x, y + side)]
        painter.drawPolygon(QPolygonF(corners))
        if diamond.is_missed:
            painter.setFont(self.theme.font(Step.CAPTION))
            painter.drawText(QRectF(x - side, y - side, 2 * side, 2 * side), Qt.AlignmentFlag.AlignCenter, "!")
