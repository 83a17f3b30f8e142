"""The risk matrix as a table: drawn in its colours, walked through by arrows, read cell by cell by a screen reader."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from regdesk.ui.roles import Role
from regdesk.ui.text import set_flag
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.heat_map import HeatMap, MapCell, Place, spoken

Index = QModelIndex | QPersistentModelIndex
_Data = Qt.ItemDataRole
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter
_ACROSS: Final = Qt.Orientation.Horizontal
_PRESSED: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select}
_LETTERS: Final = 11
"""What a heading has room for on a line, and a cell at the least."""

_MOST: Final = 22
"""What a cell has room for at the most, however long the words of its level are."""


_LINES: Final = 2.3
"""Lines of text that a cell has room for: a count in large figures, and below it what the cell is worth."""


class MatrixModel(QAbstractTableModel):
    """A HeatMap for Qt's views. A cell's text is how many risks stand there, its tone and symbol are its level's."""

    def __init__(self, shown: HeatMap, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = shown

    def show_map(self, shown: HeatMap) -> None:
        """Show another map; one of the same size is only painted anew, so that one stays where one is."""
        same = (len(shown.rows), len(shown.columns)) == (len(self.shown.rows), len(self.shown.columns))
        if not same:
            self.beginResetModel()
        self.shown = shown
        if not same:
            self.endResetModel()
            return
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        for orientation, count in ((Qt.Orientation.Vertical, self.rowCount()), (_ACROSS, self.columnCount())):
            self.headerDataChanged.emit(orientation, 0, count - 1)

    def cell(self, index: Index) -> MapCell:
        return self.shown.cells[index.row()][index.column()]

    def index_of(self, place: Place) -> QModelIndex:
        likelihood, impact = place
        return self.index(len(self.shown.rows) - likelihood, impact - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.shown.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.shown.columns)

    def data(self, index: Index, role: int = _Data.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index)
        match role:
            case _Data.DisplayRole:
                return str(len(cell.risks)) if cell.risks else ""
            case _Data.AccessibleTextRole | _Data.ToolTipRole:
                return spoken(cell)
            case Role.TONE:
                return cell.cell.tone
            case Role.SYMBOL:
                return cell.cell.symbol
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Data.DisplayRole) -> object:
        headings = self.shown.columns if orientation == _ACROSS else self.shown.rows
        if not 0 <= section < len(headings):
            return None
        match role:
            case _Data.DisplayRole:
                return headings[section].text
            case _Data.ToolTipRole:
                return headings[section].help
            case _Data.TextAlignmentRole:
                return _CENTRE | Qt.TextFlag.TextWordWrap
        return None


class MatrixView(QTableView):
    """`pressed` sends the place of a cell that was clicked or answered with Enter or Space, `escaped` comes of Esc."""

    pressed = Signal(tuple)
    escaped = Signal()

    def __init__(self, title: str, shown: HeatMap, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._model = MatrixModel(shown, self)
        self.setModel(self._model)
        self.setItemDelegate(_CellPainter(theme, self, self._model))
        self._set_up()
        self.clicked.connect(self._press)
        theme.changed.connect(self._fit)
        self._model.modelReset.connect(self._fit)
        self._model.headerDataChanged.connect(self._fit)
        self._fit()

    @property
    def place(self) -> Place | None:
        """Where the keyboard is."""
        index = self.currentIndex()
        return self._model.cell(index).place if index.isValid() else None

    def show_map(self, shown: HeatMap) -> None:
        self._model.show_map(shown)

    def stand_on(self, place: Place) -> None:
        self.setCurrentIndex(self._model.index_of(place))

    def _press(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pressed.emit(self._model.cell(index).place)

    def _set_up(self) -> None:
        set_flag(self, "matrix", value=True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(1)

    def _fit(self) -> None:
        """No cell is smaller than what stands in it."""
        metrics, map_ = self.fontMetrics(), self._model.shown
        letter = metrics.averageCharWidth()
        words = max(metrics.horizontalAdvance(f"{cell.symbol} 25 {cell.text}") for cell in map_.legend)
        width, height = (
            min(max(_LETTERS * letter, words), _MOST * letter) + 2 * Space.S,
            round(_LINES * metrics.lineSpacing()) + Space.S,
        )
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        side = max(_widest_word(heading.text, strong) for heading in map_.rows) + 2 * Space.M
        self.verticalHeader().setFixedWidth(max(side, _LETTERS * letter))
        self.horizontalHeader().setFixedHeight(2 * metrics.lineSpacing() + Space.S)
        self.setMinimumWidth(self.verticalHeader().width() + len(map_.columns) * width + 2 * self.frameWidth())
        self.setMinimumHeight(self.horizontalHeader().height() + len(map_.rows) * height + 2 * self.frameWidth())

    # Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSED:
            self._press(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _widest_word(text: str, font: QFont) -> int:
    return max((QFontMetrics(font).horizontalAdvance(word) for word in text.split()), default=0)


class _CellPainter(QStyledItemDelegate):
    """The count in the middle, the level's symbol, value and word below; a thick edge where something is to be done."""

    def __init__(self, theme: Theme, view: QTableView, model: MatrixModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._model = theme, view, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = self._model.cell(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option.rect, cell)
        self._paint_words(painter, option, cell)
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_frame(painter, option)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, cell: MapCell) -> None:
        pill = self._theme.pill(cell.cell.tone)
        width = 3 if cell.acts else 1
        painter.setPen(QPen(QColor(pill.edge), width))
        painter.setBrush(QColor(pill.fill))
        painter.drawRect(rect.adjusted(2, 2, -3, -3))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, cell: MapCell) -> None:
        painter.setPen(QColor(self._theme.pill(cell.cell.tone).ink))
        room = option.rect.adjusted(Space.XS + 2, Space.XS, -Space.XS - 2, -Space.XS)
        metrics = QFontMetrics(option.font)
        words = metrics.elidedText(f"{cell.cell.symbol} {cell.cell.text}", Qt.TextElideMode.ElideRight, room.width())
        line = QRect(room.left(), room.bottom() - metrics.lineSpacing(), room.width(), metrics.lineSpacing())
        painter.setFont(option.font)
        painter.drawText(line, _CENTRE, words)
        if cell.risks:
            room.setBottom(line.top())
            painter.setFont(self._theme.font(Step.TITLE))
            painter.drawText(room, _CENTRE, str(len(cell.risks)))

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Where one stands: the focus' own colour while the keyboard is here."""
        colours = self._theme.colours
        focused = self._view.hasFocus()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.focus if focused else colours.ink), 3, Qt.PenStyle.SolidLine))
        painter.drawRect(option.rect.adjusted(2, 2, -3, -3))
