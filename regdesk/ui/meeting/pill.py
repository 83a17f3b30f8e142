"""A verdict as symbol and word in its colours, large, for what has been decided and what has not."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space
from regdesk.viewmodels.rows import Cell


class PillLabel(QWidget):
    """One cell; as wide as its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cell = Cell(text="")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_cell(self, cell: Cell) -> None:
        if cell != self._cell:
            self._cell = cell
            self.setAccessibleName(cell.spoken or cell.text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._words) + 2 * Space.M, metrics.height() + Space.XS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.pill(self._cell.tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.fill))
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(QColor(colours.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)

    @property
    def _words(self) -> str:
        return f"{self._cell.symbol} {self._cell.text}".strip()
