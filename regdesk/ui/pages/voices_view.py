"""What the parties say, in columns beside each other; below each other where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.comments import Remark, Voice

_LEAST: Final = 22
"""Letters that a column needs to be read with ease."""


class VoicesView(QWidget):
    """Sends the id of what is to be changed or removed, where it can be."""

    changing = Signal(str)
    removing = Signal(str)

    def __init__(self, *, can_change: bool) -> None:
        super().__init__()
        self._can_change = can_change
        self._voices: Sequence[Voice] = ()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(Space.L)

    def show_voices(self, voices: Sequence[Voice]) -> None:
        """Those that say something; nothing is made anew that is as it was."""
        if voices != self._voices:
            self._voices = voices
            while item := self._columns.takeAt(0):
                if widget := item.widget():
                    widget.hide()
                    widget.deleteLater()
            for voice in voices:
                if voice.remarks:
                    self._columns.addWidget(self._column(voice), 1, Qt.AlignmentFlag.AlignTop)
            self._turn()
        self.setVisible(any(voice.remarks for voice in voices))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        room = self.width() / max(self._columns.count(), 1)
        narrow = room < _LEAST * self.fontMetrics().averageCharWidth() + Space.L
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def _column(self, voice: Voice) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(label(voice.name, Step.STRONG))
        for remark in voice.remarks:
            text = label(remark.text, wrap=True)
            text.setAccessibleName(f"{voice.name}: {remark.text}")
            layout.addWidget(text)
            layout.addLayout(self._below(voice, remark))
        return made

    def _below(self, voice: Voice, remark: Remark) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, Space.S)
        line.addWidget(label(remark.about, Step.CAPTION, quiet=True, wrap=True), 1)
        if self._can_change:
            for icon, words, signal in (
                ("edit", _("Ändra kommentaren"), self.changing),
                ("delete", _("Ta bort kommentaren"), self.removing),
            ):
                made = button("", icon, kind="link")
                made.setAccessibleName(f"{words}: {voice.name}")
                made.setToolTip(words)
                made.clicked.connect(lambda _checked, signal=signal: signal.emit(remark.id))
                line.addWidget(made)
        return line
