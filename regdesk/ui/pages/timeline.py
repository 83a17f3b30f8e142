"""A time line for Qt's views: a list whose last column is time, with bars, milestones and the line of today."""

from __future__ import annotations

from datetime import date
from typing import Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QHeaderView

from regdesk.i18n import _
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.timeline_bars import LEFT, TIME, BarDelegate, room_for, x_in
from regdesk.ui.roles import Role
from regdesk.ui.settings import Settings
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.ui.views import ListView, id_of
from regdesk.viewmodels.time_scale import TimeScale
from regdesk.viewmodels.timeline import Bar, Timeline

Index = QModelIndex | QPersistentModelIndex

_CLOSER: Final = 0.5
_FURTHER: Final = 2.0
_STEP: Final = 0.25
_ALL: Final = 1_000_000


class TimelineModel(RowsModel):
    """A time line is short enough to be read as a whole, and drawn by what all of it spans."""

    @property
    def timeline(self) -> Timeline:
        return cast("Timeline", self._source)

    def bar(self, index: Index) -> Bar | None:
        """The bar of a row; a heading has none."""
        return self.timeline.bars.get(str(index.data(Role.ID)))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Role.PARTS and index.isValid():
            return self.bar(index)
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The keyboard goes from bar to bar, past the headings."""
        return super().flags(index) if index.data(Role.ID) else Qt.ItemFlag.NoItemFlags

    def _refill(self, _limit: int) -> None:
        super()._refill(_ALL)

    def _reread(self) -> None:
        self._refill(_ALL)


class TimelineView(ListView):
    """`+` and `-` zoom, `0` shows all, the arrows to the sides move in time and those up and down from bar to bar."""

    def __init__(self, name: str, title: str, model: TimelineModel, theme: Theme, settings: Settings) -> None:
        self.scale, self._model, self._theme = model.timeline.whole(), model, theme
        super().__init__(name, title, model, theme, settings)
        self.setItemDelegate(BarDelegate(self, theme, self))
        self.setAlternatingRowColors(False)
        self.setAccessibleDescription(
            _("Plus och minus zoomar, noll visar allt, vänster och höger flyttar i tiden, upp och ned byter rad.")
        )
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSortIndicatorShown(False)
        for signal in (model.refilled, model.rowsInserted):
            signal.connect(self._span_headings)
        self._span_headings()

    # Zooming and moving

    def zoom_in(self) -> None:
        self._show(self.scale.zoomed(_CLOSER, self._middle()))

    def zoom_out(self) -> None:
        self._show(self.scale.zoomed(_FURTHER, self._middle()))

    def show_all(self) -> None:
        """Everything from the first day to the last."""
        self._show(self._model.timeline.whole())

    def show_today(self) -> None:
        """As many days as now, with today in the middle."""
        self._show(self.scale.moved(self.scale.middle_of(self._model.timeline.today) - 0.5))

    def earlier(self) -> None:
        self._show(self.scale.moved(-_STEP))

    def later(self) -> None:
        self._show(self.scale.moved(_STEP))

    def _middle(self) -> date:
        """What stays in its place: the bar that one stands on, or else today."""
        bar = self._model.bar(self.currentIndex()) if self.currentIndex().isValid() else None
        days = sorted(bar.days) if bar else []
        return days[len(days) // 2] if days else self._model.timeline.today

    def _show(self, scale: TimeScale) -> None:
        self.scale = scale
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    # What is drawn

    @property
    def today(self) -> date:
        return self._model.timeline.today

    def _span_headings(self) -> None:
        self.clearSpans()
        for row in range(self._model.rowCount()):
            if not id_of(self._model.index(row, 0)):
                self.setSpan(row, 0, 1, TIME + 1)

    # Qt tells

    def _set_up(self) -> None:
        self.setHorizontalHeader(_TimeHeader(self, self._theme))
        super()._set_up()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # The first row is a heading, and so may be the one in the place of a row that went.
        if current.isValid() and not current.data(Role.ID) and current.row() + 1 < self._model.rowCount():
            self.setCurrentIndex(self._model.index(current.row() + 1, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.show_all,
            Qt.Key.Key_Left: self.earlier,
            Qt.Key.Key_Right: self.later,
        }.get(Qt.Key(event.key()))
        if deed is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        else:
            deed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            self.zoom_in()
        else:
            self.zoom_out()


class _TimeHeader(QHeaderView):
    """Years, and below them months or quarters, as there is room."""

    def __init__(self, view: TimelineView, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view, self._theme = view, theme

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logical)
        painter.restore()
        if logical == TIME:
            painter.save()
            self._paint_time(painter, rect)
            painter.restore()

    def _paint_time(self, painter: QPainter, rect: QRect) -> None:
        colours = self._theme.colours
        painter.setClipRect(rect)
        painter.fillRect(rect.adjusted(0, 0, 0, -1), QColor(colours.window))
        painter.setFont(self._theme.font(Step.CAPTION))
        metrics = painter.fontMetrics()
        above, below = rect.adjusted(0, 0, 0, -rect.height() // 2), rect.adjusted(0, rect.height() // 2, 0, 0)
        for tick in self._view.scale.ticks(room_for(rect.width(), metrics)):
            left = round(x_in(rect, tick.share))
            painter.setPen(QColor(colours.line))
            painter.drawLine(left, above.top() if tick.year else below.top(), left, rect.bottom())
            painter.setPen(QColor(colours.quiet))
            for half, text in ((above, tick.year), (below, tick.text)):
                place = half.adjusted(left - rect.left() + Space.XS, 0, 0, 0)
                if metrics.horizontalAdvance(text) <= place.width():
                    painter.drawText(place, LEFT, text)
        painter.setPen(QPen(QColor(colours.accent), 2))
        now = round(x_in(rect, self._view.scale.middle_of(self._view.today)))
        painter.drawLine(now, below.bottom() - Space.S, now, rect.bottom())
