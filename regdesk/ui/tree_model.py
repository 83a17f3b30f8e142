"""A tree for Qt's views over plain TreeNodes; a node that only changed its words is repainted, not rebuilt.

What stands below a node that has `more` is read when a view opens it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from regdesk.ui.roles import Role
from regdesk.viewmodels.tree import TreeNode

Index = QModelIndex | QPersistentModelIndex
Reader = Callable[[TreeNode], Sequence[TreeNode]]
_Data = Qt.ItemDataRole


@dataclass(slots=True)
class _Item:
    """A node in its place; `more` is whether what stands below is still to be read."""

    node: TreeNode
    place: int
    parent: int
    more: bool
    children: list[int] = field(default_factory=list)


class TreeModel(QAbstractItemModel):
    """One column of nodes. An index carries the number of its item: Qt keeps no Python object alive.

    `reader` gives what stands below a node that has `more`.
    """

    about_to_refill = Signal()
    refilled = Signal()

    def __init__(self, parent: QObject | None = None, reader: Reader | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._is_changing = False
        self._items: list[_Item] = []
        self._top: list[int] = []
        self._numbers: dict[str, int] = {}

    def set_nodes(self, nodes: Sequence[TreeNode]) -> None:
        """Show `nodes`; views keep what is chosen and open by the ids of the nodes."""
        if _shape(nodes) == self._own_shape():
            self._repaint(nodes)
            return
        self.about_to_refill.emit()
        self._is_changing = True
        self.beginResetModel()
        self._items, self._numbers = [], {}
        self._top = self._add(nodes, -1)
        self.endResetModel()
        self._is_changing = False
        self.refilled.emit()

    def index_of(self, node_id: str) -> QModelIndex:
        """The index of the node with this id; an invalid one when there is none."""
        number = self._numbers.get(node_id)
        return QModelIndex() if number is None else self._index(number)

    def ids(self) -> list[str]:
        """Ids of all nodes that were read, parents first."""
        return list(self._numbers)

    def opened_ids(self) -> list[str]:
        """Ids of the nodes below which something was read."""
        return [item.node.id for item in self._items if item.children]

    def node(self, index: Index) -> TreeNode:
        return self._items[index.internalId()].node

    # Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.column() > 0 else len(self._below(parent))

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own default
        return self._has_more(parent) or self.rowCount(parent) > 0

    def canFetchMore(self, parent: Index) -> bool:
        # Who hears of a change while it is under way may ask for more at once; it has to wait.
        return self._has_more(parent) and not self._is_changing

    def fetchMore(self, parent: Index) -> None:
        if self._reader is None or not self.canFetchMore(parent):
            return
        number = parent.internalId()
        item = self._items[number]
        item.more = False
        if nodes := self._reader(item.node):
            self.beginInsertRows(parent, 0, len(nodes) - 1)
            item.children = self._add(nodes, number)
            self.endInsertRows()

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
            case Role.SECRET:
                return node.secret
        return None

    # Keeping

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._items[number].place, 0, number)

    def _has_more(self, parent: Index) -> bool:
        return parent.isValid() and self._reader is not None and self._items[parent.internalId()].more

    def _below(self, parent: Index) -> list[int]:
        return self._items[parent.internalId()].children if parent.isValid() else self._top

    def _add(self, nodes: Sequence[TreeNode], parent: int) -> list[int]:
        numbers = []
        for place, node in enumerate(nodes):
            number = len(self._items)
            numbers.append(number)
            self._numbers[node.id] = number
            self._items.append(_Item(node, place, parent, node.more))
            self._items[number].children = self._add(node.children, number)
        return numbers

    def _repaint(self, nodes: Sequence[TreeNode]) -> None:
        walked = (node for top in nodes for node in top.walk())
        for number, node in zip(self._walk(self._top), walked, strict=True):
            item = self._items[number]
            differs = _looks(item.node) != _looks(node)
            item.node, item.more = node, node.more
            if differs:
                self.dataChanged.emit(self._index(number), self._index(number))

    def _walk(self, numbers: Iterable[int]) -> Iterator[int]:
        for number in numbers:
            yield number
            yield from self._walk(self._items[number].children)

    def _own_shape(self) -> list[tuple[str, int]]:
        items = (self._items[number] for number in self._walk(self._top))
        return [(item.node.id, len(item.children)) for item in items]


def _shape(nodes: Sequence[TreeNode]) -> list[tuple[str, int]]:
    """Ids in walking order with the number of children of each: what makes two trees the same tree."""
    return [(node.id, len(node.children)) for top in nodes for node in top.walk()]


def _looks(node: TreeNode) -> tuple[object, ...]:
    """What is seen and heard of a node by itself."""
    return node.kind, node.text, node.symbol, node.tone, node.count, node.spoken, node.more, node.secret
