"""What a part of a record's detail can do: show another record, keep up with the register, store what is written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from regdesk.ui.text import label
from regdesk.ui.tokens import Space, Step


class RecordPart(QWidget):
    """Something about the record that is shown, beside its form. `opened` sends the id of what to show instead."""

    opened = Signal(str)

    def show_record(self, record_id: str) -> None:
        """Be about this record."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what the register says now of the same record."""
        raise NotImplementedError

    def commit(self) -> None:
        """Store what is still being written."""

    def lay_out_under(self, title: str, deed: QWidget, view: QWidget | None = None) -> QVBoxLayout:
        """A heading with what can be done at the end of its line, and the list that it names below it."""
        heading = label(title, Step.STRONG)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch()
        head.addWidget(deed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(head)
        if view is not None:
            heading.setBuddy(view)
            layout.addWidget(view)
        return layout
