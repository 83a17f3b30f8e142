"""What of the year is shown: which year, and which of its lanes; the boxes are the key to the wheel's signs too."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from regdesk.i18n import _
from regdesk.ui.actions import plain
from regdesk.ui.context import Context
from regdesk.ui.empty import way
from regdesk.ui.text import label
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.annual_words import lane_words


class YearChoice(QWidget):
    """The year between its two arrows, and how much of it is shown."""

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
    """A box for each lane, and the way to a calendar, two and two where there is room.

    `changed` tells that others are ticked than before.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        self._lines: list[QWidget] = []
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.XS)
        for lane, symbol, words in lane_words():
            self._lines.append(self._line(context.theme, lane, symbol, words))
        self._lines.append(_export(context))
        self._lay_out(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = 2 * max(line.sizeHint().width() for line in self._lines) + Space.M
        self._lay_out(2 if event.size().width() >= needed else 1)

    @property
    def lanes(self) -> frozenset[str]:
        """The lanes that are ticked."""
        return frozenset(lane for lane, box in self._boxes.items() if box.isChecked())

    def _lay_out(self, across: int) -> None:
        if across != self._across:
            self._across = across
            for place, line in enumerate(self._lines):
                self._grid.addWidget(line, place // across, place % across)

    def _line(self, theme: Theme, lane: str, symbol: str, words: str) -> QWidget:
        made = QWidget()
        layout = QHBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(_Sign(theme, lane, symbol))
        layout.addWidget(self._box(lane, words), 1)
        return made

    def _box(self, lane: str, words: str) -> QCheckBox:
        made = QCheckBox(words)
        made.setChecked(True)
        made.toggled.connect(lambda: self.changed.emit())
        self._boxes[lane] = made
        return made


def _export(context: Context) -> QPushButton:
    made = way(context.actions, Verb.EXPORT_CALENDAR)
    made.setIcon(QIcon())  # as wide as a lane's line
    return made


class _Sign(QWidget):
    """A lane's mark as the wheel draws it."""

    def __init__(self, theme: Theme, lane: str, symbol: str) -> None:
        super().__init__()
        self._theme, self._lane, self._symbol = theme, lane, symbol
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
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
