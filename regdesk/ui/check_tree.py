"""A tree in which nodes are ticked: those of certain kinds by themselves, a group for all of them right under it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from regdesk.ui.delegates import Index, NodeDelegate
from regdesk.ui.icons import pixmap
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space
from regdesk.ui.tree_model import TreeModel

_Data = Qt.ItemDataRole
_State = Qt.CheckState
_TICK: Final = Qt.ItemFlag.ItemIsUserCheckable
_TICKING: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Select})
_MARKS: Final = {_State.Checked: "check", _State.PartiallyChecked: "some"}
_RADIUS: Final = 3


class CheckModel(TreeModel):
    """Remembers what is ticked by id, also of nodes that are filtered away. `ticked_changed` tells of each tick."""

    ticked_changed = Signal()

    def __init__(self, kinds: Collection[str], ticked: Collection[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kinds = frozenset(kinds)
        self.ticked = set(ticked)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | _TICK if index.isValid() and self._ticks(index) else flags

    def data(self, index: Index, role: int = _Data.DisplayRole) -> object:
        if role != _Data.CheckStateRole or not index.isValid():
            return super().data(index, role)
        ids = self._ticks(index)
        if not ids:
            return None
        count = len(self.ticked.intersection(ids))
        return _State.Unchecked if not count else _State.Checked if count == len(ids) else _State.PartiallyChecked

    def setData(self, index: Index, _value: object, role: int = _Data.EditRole) -> bool:
        """Tick what is not ticked and the other way round; a group that is partly ticked becomes so altogether."""
        ids = self._ticks(index)
        if role != _Data.CheckStateRole or not ids:
            return False
        if self.ticked.issuperset(ids):
            self.ticked.difference_update(ids)
        else:
            self.ticked.update(ids)
        self._tell(index)
        return True

    def _ticks(self, index: Index) -> list[str]:
        """Ids of what a tick here is about."""
        node = self.node(index)
        if node.kind in self._kinds:
            return [node.id]
        return [child.id for child in node.children if child.kind in self._kinds]

    def _tell(self, index: Index) -> None:
        """A tick is seen on the node, on a group above it and on all right under it."""
        for each in (index, index.parent(), *(self.index(row, 0, index) for row in range(self.rowCount(index)))):
            if each.isValid():
                self.dataChanged.emit(each, each, [_Data.CheckStateRole])
        self.ticked_changed.emit()


class CheckDelegate(NodeDelegate):
    """A node with a tick in the place of its icon; a click there or Space ticks."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, {}, parent)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        return _asks_for_tick(event, option) and model.setData(index, None, _Data.CheckStateRole)

    def _paint_icon(self, painter: QPainter, option: QStyleOptionViewItem, _rect: QRect, index: Index) -> int:
        """Gives the width it took."""
        state = index.data(_Data.CheckStateRole)
        if state is None:
            return 0
        place = _tick_rect(option)
        self._paint_box(painter, place, filled=state != _State.Unchecked)
        if state != _State.Unchecked:
            mark = pixmap(_MARKS[_State(state)], place.width(), self.theme.colours.on_accent, _ratio(painter))
            painter.drawPixmap(place.topLeft(), mark)
        return place.width() + Space.S

    def _paint_box(self, painter: QPainter, place: QRect, *, filled: bool) -> None:
        colours = self.theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if filled else colours.edge), 1))
        painter.setBrush(QColor(colours.accent if filled else colours.surface))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.restore()


def _asks_for_tick(event: QEvent, option: QStyleOptionViewItem) -> bool:
    if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
        return _tick_rect(option).contains(event.position().toPoint())
    return isinstance(event, QKeyEvent) and event.key() in _TICKING and not event.isAutoRepeat()


def _tick_rect(option: QStyleOptionViewItem) -> QRect:
    side = option.fontMetrics.ascent() + Space.XS
    return QRect(option.rect.left() + Space.XS, option.rect.center().y() - side // 2, side, side)


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatio()
