"""The field that filters the page in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from regdesk.ui.editors import LineEdit
from regdesk.ui.icons import icon

_DONE: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}
_WIDTH: Final = 36


class FilterField(LineEdit):
    """Enter or Down goes to what was found; Escape empties the field, and leaves it once it is empty."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        width = _WIDTH * self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(width)
        self.setMaximumWidth(2 * width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DONE:
            self.done.emit()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.done.emit()
