"""What of the year is shown: which year, and which of its lanes; the boxes are the key to the wheel's signs too."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QToolButton, QWidget

from regdesk.i18n import _
from regdesk.ui.actions import plain
from regdesk.ui.context import Context
from regdesk.ui.empty import way
from regdesk.ui.text import label
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.annual_words import lane_words

_ACROSS = 2


class YearChoice(QWidget):
    """The year between its two arrows, and the ways out of the page."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._year = label(step=Step.TITLE)
        self._told = label(quiet=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        for part in (_arrow(context, Verb.PREVIOUS_YEAR), self._year, _arrow(context, Verb.NEXT_YEAR)):
            layout.addWidget(part)
        layout.addSpacing(Space.M)
        layout.addWidget(self._told)
        layout.addStretch()
        layout.addWidget(way(context.actions, Verb.EXPORT_CALENDAR))

    def show_year(self, year: int) -> None:
        self._year.setText(str(year))
        self._year.setAccessibleName(_("Året som visas: {year}").format(year=year))

    def tell(self, words: str) -> None:
        """Say how much is shown, or what was just done."""
        self._told.setText(words)


def _arrow(context: Context, verb: Verb) -> QToolButton:
    made = QToolButton()
    made.setDefaultAction(context.actions[verb])
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(plain(context.actions[verb].text()))
    return made


class LaneFilter(QWidget):
    """A box for each lane. `changed` tells that others are ticked than before."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        for place, (lane, symbol, words) in enumerate(lane_words()):
            row, column = place // _ACROSS, place % _ACROSS * _ACROSS
            grid.addWidget(_Sign(theme, lane, symbol), row, column)
            grid.addWidget(self._box(lane, words), row, column + 1)
        for column in range(1, 2 * _ACROSS, 2):
            grid.setColumnStretch(column, 1)

    @property
    def lanes(self) -> frozenset[str]:
        """The lanes that are ticked."""
        return frozenset(lane for lane, box in self._boxes.items() if box.isChecked())

    def _box(self, lane: str, words: str) -> QCheckBox:
        made = QCheckBox(words)
        made.setChecked(True)
        made.toggled.connect(lambda: self.changed.emit())
        self._boxes[lane] = made
        return made


class _Sign(QWidget):
    """A lane's mark as the wheel draws it."""

    def __init__(self, theme: Theme, lane: str, symbol: str) -> None:
        super().__init__()
        self._theme, self._lane, self._symbol = theme, lane, symbol
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() + Space.XS
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        pill = self._theme.lane(self._lane)
        side = min(self.width(), self.height()) - 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(pill.edge), 1))
        painter.setBrush(QColor(pill.fill))
        painter.drawEllipse(self.rect().center(), side // 2, side // 2)
        font = self._theme.font(Step.STRONG)
        font.setPixelSize(max(6, side * 2 // 3))
        painter.setFont(font)
        painter.setPen(QColor(pill.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._symbol)
