"""The fields people write in: plain text to the letter, pastes within reason, undo handed on where there is none."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

LINE_LIMIT: Final = 2_000
MOST_LINES: Final = 14
"""A longer text scrolls."""

TEXT_LIMIT: Final = 100_000
"""Characters; Qt stands still for minutes over a text of a million without a blank."""

_PARAGRAPH, _LINE = "\u2029", "\u2028"


class LineEdit(QLineEdit):
    """One line. `left` tells that the user went on to something else, `overfull` that a paste did not fit."""

    left = Signal()
    altered = Signal()
    overfull = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setMaxLength(LINE_LIMIT)
        self.set_text(text)
        self.inputRejected.connect(self.overfull)
        self.textChanged.connect(lambda: self.altered.emit())
        self.editingFinished.connect(self.left)

    def get_text(self) -> str:
        return self.text()

    def set_text(self, text: str) -> None:
        """Show `text` and forget what was undone; a longer text than the limit is shown whole."""
        if len(text) > self.maxLength():
            self.setMaxLength(len(text))
        self.setText(text)

    def settle(self) -> None:
        """What stands here is now the register's: the next undo is the register's as well."""
        place = self.cursorPosition()
        self.setText(self.text())
        self.setCursorPosition(place)

    def set_read_only(self, read_only: bool) -> None:
        self.setReadOnly(read_only)

    def event(self, event: QEvent) -> bool:
        return _hands_on(self, event) or super().event(event)


class TextEdit(QPlainTextEdit):
    """Several lines, as many as are written. Tab goes to the next field; NBSP stays NBSP; signals as for LineEdit."""

    left = Signal()
    altered = Signal()
    overfull = Signal()
    _lines = 1

    def __init__(self, text: str = "", lines: int = 4) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.set_text(text)
        self.textChanged.connect(self.altered)
        self.textChanged.connect(self.updateGeometry)
        self._fit()

    def get_text(self) -> str:
        # toPlainText() would make ordinary blanks of the ones that must not break.
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def set_text(self, text: str) -> None:
        """Show `text` and forget what was undone."""
        self.setPlainText(text)

    def settle(self) -> None:
        """What stands here is now the register's: the next undo is the register's as well."""
        self.document().clearUndoRedoStacks()

    def isUndoAvailable(self) -> bool:
        return self.document().isUndoAvailable()

    def isRedoAvailable(self) -> bool:
        return self.document().isRedoAvailable()

    def set_read_only(self, read_only: bool) -> None:
        self.setReadOnly(read_only)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_of(max(self._written(), self._lines)))

    def minimumSizeHint(self) -> QSize:
        # Qt's own has room for scroll bars, which is more than two lines need.
        return QSize(super().minimumSizeHint().width(), self._height_of(self._lines))

    def event(self, event: QEvent) -> bool:
        return _hands_on(self, event) or super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A menu or another window takes the keys for a while; the field has not been left.
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        room = TEXT_LIMIT + 1 - self.document().characterCount() + len(self.textCursor().selectedText())
        self.textCursor().insertText(text[: max(room, 0)])
        if len(text) > room:
            self.overfull.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        made = QMimeData()
        made.setText(self.textCursor().selectedText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n"))
        return made

    def _fit(self) -> None:
        self.setMinimumHeight(self._height_of(self._lines))

    def _written(self) -> int:
        """Lines on the screen, no more than are shown at once."""
        lines, block = 0, self.document().firstBlock()
        while block.isValid() and lines < MOST_LINES:
            self.blockBoundingRect(block)  # a block knows its lines once it has been laid out
            lines += max(block.lineCount(), 1)
            block = block.next()
        return min(lines, MOST_LINES)

    def _height_of(self, lines: int) -> int:
        margins = self.contentsMargins()
        text = self.fontMetrics().lineSpacing() * lines + round(2 * self.document().documentMargin())
        return text + margins.top() + margins.bottom() + 1  # Qt takes what fits exactly for too much


TextField = LineEdit | TextEdit


def text_field(widget: QWidget | None) -> TextField | None:
    """`widget` where it is a field one writes in."""
    return widget if isinstance(widget, LineEdit | TextEdit) else None


def _hands_on(field: TextField, event: QEvent) -> bool:
    """True when a field must not keep an undo or redo key to itself, having nothing to undo or redo.

    Qt's fields take these keys in any case, and the action with the same key would never hear of it.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo) and not field.isUndoAvailable()
    redo = event.matches(QKeySequence.StandardKey.Redo) and not field.isRedoAvailable()
    if undo or redo:
        event.ignore()
    return undo or redo
