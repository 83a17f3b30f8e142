"""A list with cells to write in, as in a spreadsheet: typing replaces, F2 mends, Enter goes down and Tab on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from regdesk.domain.problems import Problem
from regdesk.ui.delegates import CellDelegate, Index
from regdesk.ui.editors import LineEdit
from regdesk.ui.models import RowsModel
from regdesk.ui.roles import Role
from regdesk.ui.settings import Settings
from regdesk.ui.theme import Theme
from regdesk.ui.views import ListView
from regdesk.viewmodels.rows import SheetSource, Written

_Trigger = QAbstractItemView.EditTrigger
_Key = Qt.Key

_VERTICAL: Final = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_Return: 1, _Key.Key_Enter: 1}
_SIDEWAYS: Final = {_Key.Key_Tab: 1, _Key.Key_Backtab: -1}
_WHILE_TYPING: Final = {_Key.Key_Left: -1, _Key.Key_Right: 1}


def block_of(text: str) -> list[list[str]]:
    """What a spreadsheet copies: rows of texts, without the empty ones at the end."""
    import csv  # the window starts without it

    rows = list(csv.reader(text.splitlines(keepends=True), delimiter="\t"))
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


class GridModel(RowsModel):
    """Rows of a source with cells to write in; `refused` sends what kept them from being written."""

    refused = Signal(Exception)

    def __init__(self, source: SheetSource, parent: QObject | None = None) -> None:
        self._cells = source
        self._writing: frozenset[str] = frozenset()
        super().__init__(source, parent)

    def can_write(self, column: int) -> bool:
        """Whether the cells of a column are written here."""
        return self._cells.can_write(self.columns[column].key)

    def raw(self, index: Index) -> str:
        """What a cell says to the letter."""
        return self._cells.raw(index.data(Role.ID), self.columns[index.column()].key)

    def write(self, texts: Iterable[tuple[Index, str]]) -> None:
        """Write texts in their cells as one step; a text that stands there already is left alone."""
        written = [
            Written(row_id=index.data(Role.ID), key=self.columns[index.column()].key, raw=text)
            for index, text in texts
            if text != self.raw(index)
        ]
        self._writing = frozenset(cell.row_id for cell in written)
        try:
            if written:
                self._cells.write(written)
        except Problem as problem:
            self.refused.emit(problem)
        finally:
            self._writing = frozenset()

    def refresh(self, ids: Collection[str] | None = None) -> None:
        # The register tells of what is written here by the ids of cells, which are no rows.
        super().refresh(self._writing or ids)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_open = index.isValid() and self.can_write(index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.EditRole and index.isValid() and self.can_write(index.column()):
            return self.raw(index)
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.write([(index, str(value))])
        return True


class GridView(ListView):
    """A GridModel. The row that one stands in is marked as in every list, and the cell as well."""

    def __init__(self, name: str, title: str, model: GridModel, theme: Theme, settings: Settings) -> None:
        super().__init__(name, title, model, theme, settings)
        self.setItemDelegate(_GridDelegate(theme, self))
        self.setEditTriggers(_Trigger.AnyKeyPressed | _Trigger.EditKeyPressed | _Trigger.DoubleClicked)
        self.setShowGrid(True)
        self._grid = model
        self._is_typing = False

    @property
    def grid(self) -> GridModel:
        """The model, by its own type."""
        return self._grid

    @property
    def is_typing(self) -> bool:
        """Whether the cell that is open was opened by typing: arrows then go on to the next one."""
        return self._is_typing

    def leave_cell(self, editor: QWidget, down: int, right: int) -> None:
        """Store what was written and go on from there."""
        # Found before the list is sorted by what was written.
        row_id, column = self._neighbour(down, right)
        self.commitData(editor)
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._stand_in(row_id, column)

    def commit(self) -> None:
        """Store what is being written, before the list goes away."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def edit(self, index: Index, trigger: _Trigger = _Trigger.AllEditTriggers, event: QEvent | None = None) -> bool:  # type: ignore[override]
        self._is_typing = trigger == _Trigger.AnyKeyPressed
        return super().edit(index, trigger, event)  # type: ignore[arg-type]

    def event(self, event: QEvent) -> bool:
        # The key that clears a cell here may be one that removes things elsewhere on the page.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if not index.isValid() or not self._grid.can_write(index.column()):
            super().keyPressEvent(event)
        elif event.key() == _Key.Key_Delete:
            self._grid.write([(index, "")])
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._grid.raw(index))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._grid.write(self._pasted(QGuiApplication.clipboard().text()))
        else:
            super().keyPressEvent(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        return event.key() == _Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier

    def _pasted(self, text: str) -> Iterator[tuple[Index, str]]:
        """The cells that a block of texts falls on, from the one that one stands in to the right and down."""
        start = self.currentIndex()
        columns = [column for column in self._open_columns() if column >= start.column()]
        for down, texts in enumerate(block_of(text)):
            while start.row() + down >= self._grid.rowCount() and self._grid.canFetchMore(self.rootIndex()):
                self._grid.fetchMore(self.rootIndex())
            cells = (start.sibling(start.row() + down, column) for column in columns)
            yield from ((index, text) for index, text in zip(cells, texts, strict=False) if index.isValid())

    def _neighbour(self, down: int, right: int) -> tuple[str, int]:
        """Where one comes from the present cell; beyond the last open column the next row begins."""
        here, columns = self.currentIndex(), self._open_columns()
        place = columns.index(here.column()) + right
        if not 0 <= place < len(columns):
            down, place = right, 0 if right > 0 else len(columns) - 1
        there = here.sibling(here.row() + down, columns[place])
        return (str((there if there.isValid() else here).data(Role.ID)), (there if there.isValid() else here).column())

    def _stand_in(self, row_id: str, column: int) -> None:
        index = self._grid.index_of(row_id)
        if index.isValid():
            self.setCurrentIndex(index.siblingAtColumn(column))

    def _open_columns(self) -> list[int]:
        return [column for column in range(len(self._grid.columns)) if self._grid.can_write(column)]


class _GridDelegate(CellDelegate):
    """Paints the cell that one stands in as a field, and knows the keys that leave it."""

    def __init__(self, theme: Theme, view: GridView) -> None:
        super().__init__(theme, view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not option.state & QStyle.StateFlag.State_HasFocus:
            super().paint(painter, option, index)
            return
        made = QStyleOptionViewItem(option)
        made.state &= ~QStyle.StateFlag.State_Selected
        painter.fillRect(option.rect, QColor(self.theme.colours.surface))
        super().paint(painter, made, index)
        _paint_frame(painter, option.rect, QColor(self.theme.colours.focus))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = LineEdit()
        editor.setParent(parent)
        editor.setAccessibleName(self._view.grid.columns[index.column()].name)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, LineEdit):
            editor.set_text(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, LineEdit) and isinstance(model, GridModel):
            model.setData(index, editor.get_text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, QWidget) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = self._step(event)
            if step is not None:
                self._view.leave_cell(editor, *step)
                return True
        return super().eventFilter(editor, event)

    def _step(self, event: QKeyEvent) -> tuple[int, int] | None:
        """How far down and to the right a key goes on; None for one that stays in the cell."""
        key = _Key(event.key())
        if key in _VERTICAL:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in {_Key.Key_Return, _Key.Key_Enter}
            return (-1 if back else _VERTICAL[key]), 0
        if key in _SIDEWAYS:
            return 0, _SIDEWAYS[key]
        if key in _WHILE_TYPING and self._view.is_typing:
            return 0, _WHILE_TYPING[key]
        return None


def _paint_frame(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.save()
    painter.setPen(QPen(colour, 2))
    painter.drawRect(QRectF(rect).adjusted(1, 1, -2, -2))
    painter.restore()
