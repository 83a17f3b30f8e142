"""The tree of a proposal as Qt's views have it: its nodes can be dragged to where the rules let them stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal

from regdesk.ui.roles import Role
from regdesk.ui.tree_model import Index, TreeModel
from regdesk.ui.views import id_of

_MIME: Final = "application/x-regdesk-node"
_Flag = Qt.ItemFlag

MayStand = Callable[[str, str, int], bool]
"""Whether a node may stand under another (the top for "") at a place among its children, last for -1."""


class PlanModel(TreeModel):
    """`dropped` sends a node's id, that of its new parent or "", and its place there, -1 for the last."""

    dropped = Signal(str, str, int)

    def __init__(self, may_stand: MayStand) -> None:
        super().__init__()
        self._may_stand = may_stand

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | _Flag.ItemIsDropEnabled | (_Flag.ItemIsDragEnabled if index.isValid() else _Flag.NoItemFlags)

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        made.setData(_MIME, id_of(indexes[0]).encode())
        return made

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        return data.hasFormat(_MIME) and self._may_stand(_dragged(data), _under(parent), row)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.dropped.emit(_dragged(data), _under(parent), row)
        return True


def _dragged(data: QMimeData) -> str:
    return bytes(data.data(_MIME).data()).decode()


def _under(parent: Index) -> str:
    return str(parent.data(Role.ID) or "")
