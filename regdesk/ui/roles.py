"""What models answer beside their texts, so that views, delegates and tests ask them by name."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """Roles of the program's own models."""

    ID = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2
    TONE = Qt.ItemDataRole.UserRole + 3
    SYMBOL = Qt.ItemDataRole.UserRole + 4
    KIND = Qt.ItemDataRole.UserRole + 5
    COUNT = Qt.ItemDataRole.UserRole + 6
    SECRET = Qt.ItemDataRole.UserRole + 7
    PARTS = Qt.ItemDataRole.UserRole + 8
