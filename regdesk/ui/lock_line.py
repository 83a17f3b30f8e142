"""A lock with the words that go with it; nothing where nothing is locked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from regdesk.ui.icons import pixel_ratio, pixmap
from regdesk.ui.text import label
from regdesk.ui.tokens import Space


class LockLine(QWidget):
    """Tells by symbol and words, never by colour."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label(wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(_Lock(), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_words(self, words: str) -> None:
        self._words.setText(words)
        self.setVisible(bool(words))


class _Lock(QWidget):
    """Painted in the colour and the size of the text beside it, whatever they are at the time."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self.palette().windowText().color().name()
        painter.drawPixmap(0, 0, pixmap("lock", self.width(), colour, pixel_ratio(painter)))
