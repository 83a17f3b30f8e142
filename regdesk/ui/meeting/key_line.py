"""What the keys do just now, in one quiet line.

Painted rather than a label: it changes each time the keyboard moves, and a label would have all laid out anew.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from regdesk.ui.meeting.sizes import SHARES, Size, scaled
from regdesk.ui.theme import Theme

_PLACE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class KeyLine(QWidget):
    """As wide as there is room for; what does not fit ends with an ellipsis."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(scaled(self.font(), SHARES[Size.CAPTION])).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(scaled(self.font(), SHARES[Size.CAPTION]))
        painter.setPen(QColor(self._theme.colours.quiet))
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), _PLACE, words)
