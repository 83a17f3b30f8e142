"""A list for Qt's views that reads a RowSource a page at a time; the register sorts and filters, never this model."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from regdesk.ui.roles import Role
from regdesk.viewmodels.rows import Align, Cell, Column, Row, RowSource
from regdesk.viewmodels.words import secret_word

Index = QModelIndex | QPersistentModelIndex
_Data = Qt.ItemDataRole

PAGE: Final = 200

_ALIGN: Final = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    Align.CENTRE: Qt.AlignmentFlag.AlignCenter,
}


class RowsModel(QAbstractTableModel):
    """Rows of one source. Holds only the pages that were scrolled to."""

    about_to_refill = Signal()
    refilled = Signal()

    def __init__(self, source: RowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._filter = ""
        self._order: tuple[str, bool] | None = None
        self._rows: list[Row] = []
        self._complete = False
        self._is_changing = False
        self._places: dict[str, int] = {}
        self._refill(PAGE)

    # What is shown

    def set_source(self, source: RowSource) -> None:
        self._take_over(source)
        self._refill(PAGE)

    def renew(self, source: RowSource) -> None:
        """Read on from a source that was made anew and has the same columns, as `refresh` does."""
        self._take_over(source)
        self._reread()

    def set_filter(self, text: str) -> None:
        """Show only rows that hold the words of `text`; the source decides what holds them."""
        self._filter = text
        self._source.set_filter(text)
        self._refill(PAGE)

    def refresh(self, ids: Collection[str] | None = None) -> None:
        """Show what the register says now. With the ids of the rows that changed, only their pages are read again.

        Rows that stay in their places are repainted; when rows came, went or moved the list is filled anew, as far
        as it was read before.
        """
        known = ids is not None and all(row_id in self._places for row_id in ids)
        if ids is None or not known or not all(self._repaint(start) for start in self._pages_with(ids)):
            self._reread()

    def index_of(self, row_id: str) -> QModelIndex:
        """The first cell of this row; an invalid index when it is not among the rows read so far."""
        place = self._places.get(row_id)
        return QModelIndex() if place is None else self.index(place, 0)

    @property
    def columns(self) -> Sequence[Column]:
        return self._source.columns

    def total(self) -> int:
        """Rows that pass the filter, read or not."""
        return self._source.count()

    # Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._source.columns)

    def canFetchMore(self, parent: Index) -> bool:
        # Who hears of a change while it is under way may ask for more at once; it has to wait.
        return not (parent.isValid() or self._complete or self._is_changing)

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        page = self._source.page(self._rows[-1] if self._rows else None, PAGE)
        self._complete = len(page) < PAGE
        if page:
            self._is_changing = True
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(page) - 1)
            self._append(page)
            self.endInsertRows()
            self._is_changing = False

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        columns = self._source.columns
        if 0 <= column < len(columns) and columns[column].sortable:
            self._order = columns[column].key, order == Qt.SortOrder.DescendingOrder
            self._source.set_order(self._order[0], descending=self._order[1])
            self._refill(PAGE)

    def data(self, index: Index, role: int = _Data.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.ID:
            return row.id
        if role == Role.SORT:
            return row.position
        if row.secret and index.column() == 0 and role in (Role.SECRET, _Data.AccessibleTextRole):
            return True if role == Role.SECRET else f"{self._cell_data(row.cells[0], 0, role)}, {secret_word()}"
        return self._cell_data(row.cells[index.column()], index.column(), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Data.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._source.columns):
            return None
        if role == _Data.DisplayRole:
            return self._source.columns[section].title
        if role == _Data.AccessibleTextRole:
            return self._source.columns[section].name
        return self._align(section) if role == _Data.TextAlignmentRole else None

    def _cell_data(self, cell: Cell, column: int, role: int) -> object:
        match role:
            case _Data.DisplayRole | _Data.EditRole:
                return cell.text
            case _Data.AccessibleTextRole:
                return f"{self._source.columns[column].name}: {cell.spoken or cell.text}"
            case _Data.TextAlignmentRole:
                return self._align(column)
            case Role.TONE:
                return cell.tone
            case Role.SYMBOL:
                return cell.symbol
            case Role.KIND:
                return cell.icon
        return None

    def _align(self, column: int) -> Qt.AlignmentFlag:
        return _ALIGN[self._source.columns[column].align]

    # Reading

    def _take_over(self, source: RowSource) -> None:
        """Let another source be filtered and sorted as the last one was."""
        self._source = source
        source.set_filter(self._filter)
        if self._order is not None:
            source.set_order(self._order[0], descending=self._order[1])

    def _refill(self, limit: int) -> None:
        self._fill(self._source.page(None, limit), limit)

    def _reread(self) -> None:
        limit = max(len(self._rows), PAGE)
        page = self._source.page(None, limit)
        if not self._take(0, page):
            self._fill(page, limit)

    def _repaint(self, start: int) -> bool:
        before = self._rows[start - 1] if start else None
        return self._take(start, self._source.page(before, len(self._rows[start : start + PAGE])))

    def _take(self, start: int, page: list[Row]) -> bool:
        """Put `page` in place of the same rows and repaint what differs; False when they are not the same rows."""
        old = self._rows[start : start + max(len(page), PAGE)]
        if [row.id for row in page] != [row.id for row in old]:
            return False
        for place, (before, after) in enumerate(zip(old, page, strict=True), start):
            self._rows[place] = after
            if before != after:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(after.cells) - 1))
        return True

    def _fill(self, page: list[Row], limit: int) -> None:
        self.about_to_refill.emit()
        self._is_changing = True
        self.beginResetModel()
        self._rows, self._places = [], {}
        self._append(page)
        self._complete = len(page) < limit
        self.endResetModel()
        self._is_changing = False
        self.refilled.emit()

    def _append(self, page: list[Row]) -> None:
        self._places.update((row.id, place) for place, row in enumerate(page, len(self._rows)))
        self._rows.extend(page)

    def _pages_with(self, ids: Collection[str]) -> list[int]:
        return sorted({self._places[row_id] // PAGE * PAGE for row_id in ids})
