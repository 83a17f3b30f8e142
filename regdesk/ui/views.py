"""The list and the tree of every page, set up once; both keep what is chosen, open and in sight by id over a refill."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTreeView

from regdesk.ui.columns import ColumnWidths
from regdesk.ui.delegates import CellDelegate, NodeDelegate
from regdesk.ui.models import RowsModel
from regdesk.ui.roles import Role
from regdesk.ui.settings import Settings
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space
from regdesk.ui.tree_model import TreeModel

_Flag = QItemSelectionModel.SelectionFlag
_STAND: Final = _Flag.ClearAndSelect | _Flag.Rows
_ADD: Final = _Flag.Select | _Flag.Rows


class ListView(QTableView):
    """Whole rows of a RowsModel. `chosen` tells where the keyboard stands, `opened` comes of Enter or a double click.

    `name` is what column widths are remembered by, `title` what a screen reader calls the list.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, title: str, model: RowsModel, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setItemDelegate(CellDelegate(theme, self))
        self._set_up()
        self._rows = model
        self._lines = 1
        self.setModel(model)
        ColumnWidths(self, name, model.columns, settings)
        _Keeper(self, model)
        self.selectionModel().currentRowChanged.connect(lambda index: self.chosen.emit(id_of(index)))
        self.activated.connect(lambda index: self.opened.emit(id_of(index)))
        theme.changed.connect(self._set_row_height)
        self._set_row_height()

    @property
    def current_id(self) -> str:
        """Id of the row that the keyboard stands on; empty when on none."""
        return id_of(self.currentIndex())

    @property
    def selected_ids(self) -> list[str]:
        return [id_of(index) for index in self.selectionModel().selectedRows()]

    def choose(self, row_id: str) -> bool:
        """Stand on this row; False when it is not among the rows read so far."""
        index = self._rows.index_of(row_id)
        return index.isValid() and _stand_on(self, index)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSortingEnabled(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self.sortByColumn)

    def set_lines(self, lines: int) -> None:
        """Give every row room for so many lines of text."""
        self._lines = lines
        self._set_row_height()

    def _set_row_height(self) -> None:
        # Every row has the same height, so that Qt need not ask for each one's.
        height = (self._lines - 1) * self.fontMetrics().lineSpacing() + self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(height + Space.L)


class TreeView(QTreeView):
    """Nodes of a TreeModel. `icons` gives the icon of each kind of node."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, title: str, model: TreeModel, theme: Theme, icons: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setItemDelegate(NodeDelegate(theme, icons, self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self._nodes = model
        self.setModel(model)
        _Keeper(self, model)
        self.selectionModel().currentRowChanged.connect(lambda index: self.chosen.emit(id_of(index)))
        self.activated.connect(lambda index: self.opened.emit(id_of(index)))

    @property
    def current_id(self) -> str:
        """Id of the node that the keyboard stands on; empty when on none."""
        return id_of(self.currentIndex())

    @property
    def selected_ids(self) -> list[str]:
        return [id_of(index) for index in self.selectionModel().selectedRows()]

    @property
    def open_ids(self) -> set[str]:
        """Ids of the nodes whose children are shown."""
        return {node_id for node_id in self._nodes.ids() if self.isExpanded(self._nodes.index_of(node_id))}

    def choose(self, node_id: str) -> bool:
        """Stand on this node and open all above it; False when there is no such node."""
        index = self._nodes.index_of(node_id)
        return index.isValid() and _stand_on(self, index)


class _Keeper(QObject):
    """Remembers by id what a view shows while its model is filled anew, and puts it back.

    In a list, when the row that one stood on is gone, one stands on the row in its place.
    """

    def __init__(self, view: ListView | TreeView, model: RowsModel | TreeModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._current = ""
        self._place = (-1, -1)
        self._selected: list[str] = []
        self._open: set[str] = set()
        self._scrolled = 0
        model.about_to_refill.connect(self._keep)
        model.refilled.connect(self._put_back)

    def _keep(self) -> None:
        view = self._view
        self._current, self._selected = view.current_id, view.selected_ids
        self._place = (view.currentIndex().row(), view.currentIndex().column())
        self._scrolled = view.verticalScrollBar().value()
        self._open = view.open_ids if isinstance(view, TreeView) else set()

    def _put_back(self) -> None:
        view, model = self._view, self._model
        if isinstance(view, TreeView):
            for node_id in self._open:
                view.setExpanded(model.index_of(node_id), True)
        selection = view.selectionModel()
        current = self._find_current()
        if current.isValid():
            selection.setCurrentIndex(current, _STAND)
        for index in map(model.index_of, self._selected):
            if index.isValid():
                selection.select(index, _ADD)
        view.verticalScrollBar().setValue(self._scrolled)

    def _find_current(self) -> QModelIndex:
        row, column = self._place
        index = self._model.index_of(self._current)
        if isinstance(self._model, TreeModel) or row < 0:
            return index
        if not index.isValid():
            index = self._model.index(min(row, self._model.rowCount() - 1), 0)
        return index.siblingAtColumn(min(column, self._model.columnCount() - 1))


def id_of(index: QModelIndex) -> str:
    """Id of the row or node at `index`; empty for no index."""
    return str(index.data(Role.ID) or "")


def _stand_on(view: QAbstractItemView, index: QModelIndex) -> bool:
    view.selectionModel().setCurrentIndex(index, _STAND)
    view.scrollTo(index)
    return True
