"""How cells and nodes are painted: a tone is a pill of symbol, word and colour; a node has its icon and its count."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPalette, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from regdesk.ui.icons import pixel_ratio, pixmap
from regdesk.ui.roles import Role
from regdesk.ui.text import tip
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Pill, Space, Step
from regdesk.viewmodels.rows import Tone

Index = QModelIndex | QPersistentModelIndex

_MOST_FOR_COUNT: Final = 0.4
"""Share of a node's line beyond which its standing is told by the symbol alone."""

_LONGEST: Final = 2_000
"""Characters beyond which no row has room, however many lines it has."""

_ANYWHERE: Final = QTextOption()
_ANYWHERE.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Delegate(QStyledItemDelegate):
    """What both have in common: as many lines as a row has room for, then an ellipsis, and the whole in a tool tip."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = " ".join(option.text.split("\n"))
        # The view shows where it is by the whole row; a frame around one cell would say something else.
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def styled(self, option: QStyleOptionViewItem, index: Index) -> QStyleOptionViewItem:
        """A copy of `option` with all that the model says of `index`."""
        made = QStyleOptionViewItem(option)
        self.initStyleOption(made, index)
        return made

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        place = view.visualRect(index)
        room = place.width() * lines_in(place, option.fontMetrics)
        is_cut = "\n" in words or self.sizeHint(option, index).width() > room
        if event.type() != QEvent.Type.ToolTip or not is_cut:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tip(words), view)
        return True


class CellDelegate(_Delegate):
    """Cells of a list: air around the text, and a pill for whatever has a tone; what is muted is only quieter."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        made = self.styled(option, index)
        paint_ground(painter, made)
        rect = made.rect.adjusted(Space.S, 0, -Space.S, 0)
        rect.setLeft(rect.left() + _paint_lock(painter, made, rect, index))
        if name := index.data(Role.KIND):
            rect.setLeft(rect.left() + _paint_icon(painter, made, rect, str(name)))
        if words := pill_words(index):
            paint_pill(painter, rect, words, self.theme.pill(index.data(Role.TONE)), made)
        else:
            _paint_text(painter, made, rect, self._quiet(made) if index.data(Role.TONE) == Tone.MUTED else None)

    def _quiet(self, option: QStyleOptionViewItem) -> QColor | None:
        return None if option.state & QStyle.StateFlag.State_Selected else QColor(self.theme.colours.quiet)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        made = self.styled(option, index)
        width = made.fontMetrics.horizontalAdvance(pill_words(index) or made.text) + 4 * Space.S
        return QSize(width, made.fontMetrics.height() + Space.L)


class NodeDelegate(_Delegate):
    """Nodes of a tree: icon by kind, text, how it stands, and the count at the end of the line.

    A kind with an empty icon keeps the room of one, a kind that is not in `icons` does not.
    """

    def __init__(self, theme: Theme, icons: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._icons = icons

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        made = self.styled(option, index)
        paint_ground(painter, made)
        rect = made.rect.adjusted(Space.XS, 0, -Space.S, 0)
        rect.setLeft(rect.left() + self._paint_icon(painter, made, rect, index))
        rect.setLeft(rect.left() + _paint_lock(painter, made, rect, index))
        rect.setRight(rect.right() - self._paint_count(painter, made, rect, index))
        _paint_text(painter, made, rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        made = self.styled(option, index)
        words = made.text + count_words(index)
        width = _icon_side(made) + made.fontMetrics.horizontalAdvance(words) + 2 * Space.L
        return QSize(width, made.fontMetrics.height() + Space.M)

    def _paint_icon(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index) -> int:
        """Gives the width it took."""
        name = self._icons.get(index.data(Role.KIND))
        if name is None:
            return 0
        return _paint_icon(painter, option, rect, name) if name else _icon_side(option) + Space.S

    def _paint_count(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index) -> int:
        """Gives the width it took."""
        words = count_words(index)
        if not words:
            return 0
        if option.fontMetrics.horizontalAdvance(words) > rect.width() * _MOST_FOR_COUNT:
            words = index.data(Role.SYMBOL) or words
        painter.setFont(option.font)
        painter.setPen(self._count_ink(option, index.data(Role.TONE)))
        painter.drawText(rect, _RIGHT, words)
        return option.fontMetrics.horizontalAdvance(words) + Space.M

    def _count_ink(self, option: QStyleOptionViewItem, tone: Tone) -> QColor:
        if option.state & QStyle.StateFlag.State_Selected:
            return ink(option)
        quiet = tone in (Tone.NEUTRAL, Tone.MUTED)
        return QColor(self.theme.colours.quiet if quiet else self.theme.pill(tone).edge)


class HitDelegate(NodeDelegate):
    """Two lines: what a thing is called, and in smaller letters its kind and how it stands, each in its tone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        made = self.styled(option, index)
        paint_ground(painter, made)
        rect = made.rect.adjusted(Space.S, Space.XS, -Space.S, -Space.XS)
        rect.setLeft(rect.left() + self._paint_icon(painter, made, rect, index))
        rect.setLeft(rect.left() + _paint_lock(painter, made, rect, index))
        above = QRect(rect.left(), rect.top(), rect.width(), rect.height() // 2)
        _paint_text(painter, made, above)
        self._paint_parts(painter, made, above.translated(0, above.height()), index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        made = self.styled(option, index)
        return QSize(0, 2 * made.fontMetrics.lineSpacing() + Space.L)

    def _paint_parts(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index) -> None:
        font = self.theme.font(Step.CAPTION)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        for place, part in enumerate(index.data(Role.PARTS)):
            words = f"{'· ' if place else ''}{part.symbol} {part.text}".replace("  ", " ").strip()
            painter.setPen(self._count_ink(option, part.tone))
            painter.drawText(
                rect,
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
                metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width()),
            )
            rect = rect.adjusted(metrics.horizontalAdvance(words) + Space.XS, 0, 0, 0)
            if rect.width() <= 0:
                return


def pill_words(index: Index) -> str:
    """The words of a cell's pill: symbol and text; nothing for a cell without a tone, or a muted one."""
    if index.data(Role.TONE) in (None, Tone.NEUTRAL, Tone.MUTED):
        return ""
    return " ".join(filter(None, (index.data(Role.SYMBOL), index.data(Qt.ItemDataRole.DisplayRole))))


def count_words(index: Index) -> str:
    """What stands at the end of a node's line: its symbol and its count."""
    return " ".join(filter(None, (index.data(Role.SYMBOL), index.data(Role.COUNT))))


def paint_pill(painter: QPainter, rect: QRect, words: str, pill: Pill, option: QStyleOptionViewItem) -> None:
    """A rounded field of the pill's colours, as wide as its words and no wider than `rect`."""
    metrics = option.fontMetrics
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() - 2 * Space.S)
    size = QSize(metrics.horizontalAdvance(words) + 2 * Space.S, metrics.height() + Space.XS)
    place = QStyle.alignedRect(option.direction, option.displayAlignment, size, rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(pill.edge), 1))
    painter.setBrush(QColor(pill.fill))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), size.height() / 2, size.height() / 2)
    painter.setPen(QColor(pill.ink))
    painter.setFont(option.font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def _paint_lock(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index) -> int:
    """A lock before what is secret; gives the width it took."""
    if not index.data(Role.SECRET):
        return 0
    side = _icon_side(option)
    picture = pixmap("lock", side, ink(option).name(), pixel_ratio(painter))
    painter.drawPixmap(rect.left(), rect.center().y() - side // 2, picture)
    return side + Space.XS


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """What lies under a cell, as its state has it."""
    option.widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)


def _paint_text(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, colour: QColor | None = None) -> None:
    painter.setFont(option.font)
    painter.setPen(colour or ink(option))
    lines = broken(option.text, option.font, rect.width(), lines_in(rect, option.fontMetrics))
    step = option.fontMetrics.lineSpacing()
    place = QRect(rect.left(), rect.center().y() - len(lines) * step // 2 + 1, rect.width(), step)
    for line in lines:
        painter.drawText(place, option.displayAlignment | Qt.TextFlag.TextSingleLine, line)
        place.translate(0, step)


def lines_in(rect: QRect, metrics: QFontMetrics) -> int:
    """How many lines of text a row has room for, one at the least."""
    return max(1, rect.height() // metrics.lineSpacing())


def broken(text: str, font: QFont, width: int, most: int) -> list[str]:
    """A text in at most so many lines of a width in pixels, broken between words; the last is cut with an ellipsis."""
    metrics = QFontMetrics(font)
    if most == 1 or metrics.horizontalAdvance(text) <= width:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    layout = QTextLayout(text[:_LONGEST], font)
    layout.setTextOption(_ANYWHERE)
    layout.beginLayout()
    starts = [0]
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart() + line.textLength())
    layout.endLayout()
    whole = [text[start:end].rstrip() for start, end in pairwise(starts)]
    return [*whole, metrics.elidedText(text[starts[-1] :], Qt.TextElideMode.ElideRight, width)]


def ink(option: QStyleOptionViewItem) -> QColor:
    """The text's colour as the state of the item and its window has it."""
    state, flag = option.state, QStyle.StateFlag
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    if not state & flag.State_Enabled:
        return option.palette.color(group.Disabled, role.Text)
    shown = group.Active if state & flag.State_Active else group.Inactive
    return option.palette.color(shown, role.HighlightedText if state & flag.State_Selected else role.Text)


def _paint_icon(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, name: str) -> int:
    """Gives the width it took."""
    side = _icon_side(option)
    picture = pixmap(name, side, ink(option).name(), pixel_ratio(painter))
    painter.drawPixmap(rect.left(), rect.center().y() - side // 2, picture)
    return side + Space.S


def _icon_side(option: QStyleOptionViewItem) -> int:
    return option.fontMetrics.ascent() + Space.XS
