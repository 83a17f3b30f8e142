"""A tree for Qt's views over plain TreeNodes; a node that only changed its words is repainted, not rebuilt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from regdesk.ui.roles import Role
from regdesk.viewmodels.tree import TreeNode

Index = QModelIndex | QPersistentModelIndex
_Data = Qt.ItemDataRole


@dataclass(slots=True)
class _Item:
    node: TreeNode
    place: int
    parent: int
    children: list[int] = field(default_factory=list)


class TreeModel(QAbstractItemModel):
    """One column of nodes. An index carries the number of its item: Qt keeps no Python object alive."""

    about_to_refill = Signal()
    refilled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[_Item] = []
        self._top: list[int] = []
        self._numbers: dict[str, int] = {}

    def set_nodes(self, nodes: Sequence[TreeNode]) -> None:
        """Show `nodes`; views keep what is chosen and open by the ids of the nodes."""
        if _shape(nodes) == _shape([self._items[number].node for number in self._top]):
            self._repaint(nodes)
            return
        self.about_to_refill.emit()
        self.beginResetModel()
        self._items, self._numbers = [], {}
        self._top = self._add(nodes, -1)
        self.endResetModel()
        self.refilled.emit()

    def index_of(self, node_id: str) -> QModelIndex:
        """The index of the node with this id; an invalid one when there is none."""
        number = self._numbers.get(node_id)
        return QModelIndex() if number is None else self._index(number)

    def ids(self) -> list[str]:
        """Ids of all nodes, parents first."""
        return list(self._numbers)

    def node(self, index: Index) -> TreeNode:
        return self._items[index.internalId()].node

    # Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 1

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self._index(self._below(parent)[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # noqa: B008
        if not index.isValid():
            return QModelIndex()
        above = self._items[index.internalId()].parent
        return QModelIndex() if above < 0 else self._index(above)

    def data(self, index: Index, role: int = _Data.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self.node(index)
        match role:
            case _Data.DisplayRole | _Data.EditRole:
                return node.text
            case _Data.AccessibleTextRole:
                return node.spoken or ", ".join(filter(None, (node.text, node.count)))
            case Role.ID:
                return node.id
            case Role.KIND:
                return node.kind
            case Role.TONE:
                return node.tone
            case Role.SYMBOL:
                return node.symbol
            case Role.COUNT:
                return node.count
        return None

    # Keeping

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._items[number].place, 0, number)

    def _below(self, parent: Index) -> list[int]:
        return self._items[parent.internalId()].children if parent.isValid() else self._top

    def _add(self, nodes: Sequence[TreeNode], parent: int) -> list[int]:
        numbers = []
        for place, node in enumerate(nodes):
            number = len(self._items)
            numbers.append(number)
            self._numbers[node.id] = number
            self._items.append(_Item(node, place, parent))
            self._items[number].children = self._add(node.children, number)
        return numbers

    def _repaint(self, nodes: Sequence[TreeNode]) -> None:
        walked = (node for top in nodes for node in top.walk())
        for number, (item, node) in enumerate(zip(self._items, walked, strict=True)):
            differs = item.node != node
            item.node = node
            if differs:
                self.dataChanged.emit(self._index(number), self._index(number))


def _shape(nodes: Sequence[TreeNode]) -> list[tuple[str, int]]:
    """Ids in walking order with the number of children of each: what makes two trees the same tree."""
    return [(node.id, len(node.children)) for top in nodes for node in top.walk()]
