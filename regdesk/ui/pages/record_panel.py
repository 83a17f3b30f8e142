"""A record in a panel that scrolls: its form stores each answer when it is left, its parts stand below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from regdesk.ui.context import Context
from regdesk.ui.pages.plan_record import RecordDetail
from regdesk.ui.tokens import Space

_OF_THE_LIST = {Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down}


class RecordPanel(QScrollArea):
    """Shows one record at a time. `opened` sends the id of a record that is to be shown instead."""

    opened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: RecordDetail | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_record(self, kind: str, record_id: str) -> None:
        """Show this record; whatever of the last one was being written is gone."""
        if self._shown is not None and self._shown.kind == kind:
            self._shown.show_record(record_id)
        else:
            self._shown = RecordDetail(self._context, kind, record_id)
            self._shown.opened.connect(self.opened)
            self._put(self._shown)
        self.verticalScrollBar().setValue(0)

    def refresh_record(self) -> None:
        """Show what the register says now of the record that is shown."""
        if self._shown is not None:
            self._shown.refresh()

    def commit(self) -> None:
        """Store what is still being written."""
        if self._shown is not None:
            self._shown.commit()

    def enter(self) -> None:
        """Put the keyboard on the first thing here."""
        if self._shown is not None:
            self._shown.enter()

    def write_over(self, key: str) -> None:
        """Put the keyboard on this answer so that typing replaces it."""
        if self._shown is not None:
            self._shown.write_over(key)

    def event(self, event: QEvent) -> bool:
        # Keys that move and remove things mean what is chosen in the list, not what is being written here.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OF_THE_LIST
        ):
            event.accept()
            return True
        return super().event(event)

    def _put(self, shown: QWidget) -> None:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(Space.L, 0, Space.L, Space.XL)
        layout.addWidget(shown)
        layout.addStretch(1)
        self.setWidget(holder)
