"""The list beside the card: all that the meeting shall assess, each with its verdict's symbol."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from regdesk.i18n import _
from regdesk.ui.delegates import NodeDelegate
from regdesk.ui.roles import Role
from regdesk.ui.theme import Theme
from regdesk.viewmodels.standing import TaskRow

Index = QModelIndex | QPersistentModelIndex
_Data = Qt.ItemDataRole

_MOVES: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TaskModel(QAbstractListModel):
    """Rows of the overview; one verdict repaints one row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TaskRow] = []

    def set_rows(self, rows: Sequence[TaskRow]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_row(self, row: TaskRow) -> None:
        if self._rows[row.index] != row:
            self._rows[row.index] = row
            self.dataChanged.emit(self.index(row.index), self.index(row.index))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _Data.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case _Data.DisplayRole:
                return _name(row)
            case _Data.AccessibleTextRole:
                return ", ".join(filter(None, (_name(row), row.cell.text, row.section)))
            case Role.ID:
                return row.item_id
            case Role.SYMBOL:
                return row.cell.symbol
            case Role.TONE:
                return row.cell.tone
        return None


class TaskList(QListView):
    """Follows the card. `picked` sends the place that the user went to, `done` that the keyboard goes back."""

    picked = Signal(int)
    done = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tasks = TaskModel(self)
        self.setModel(self._tasks)
        self.setAccessibleName(_("Allt att bedöma"))
        self.setItemDelegate(NodeDelegate(theme, {}, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(self._pick)

    def show_rows(self, rows: Sequence[TaskRow], current: int) -> None:
        """Show all anew, standing on the card's own."""
        self._tasks.set_rows(rows)
        self.stand_on(current)

    def show_row(self, row: TaskRow) -> None:
        """Show how the card's own row stands now, and stand on it."""
        self._tasks.set_row(row)
        self.stand_on(row.index)

    def stand_on(self, place: int) -> None:
        if place != self.currentIndex().row():
            self.setCurrentIndex(self._tasks.index(place))

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * self.fontMetrics().height(), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.done.emit()
        else:
            event.ignore()

    def _pick(self, current: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(current.row())


def _name(row: TaskRow) -> str:
    """A parameter comes before its cluster, so it says itself which one it belongs to."""
    return " · ".join(filter(None, (row.title, row.cluster)))
