"""What a part of a record's detail can do: show another record, keep up with the register, store what is written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


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
