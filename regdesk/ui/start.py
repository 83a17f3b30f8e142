"""What the window shows while no register is open: how to begin, and the registers that were open before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.actions import Actions
from regdesk.ui.delegates import NodeDelegate
from regdesk.ui.empty import way
from regdesk.ui.roles import Role
from regdesk.ui.text import label, tip
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.rows import Tone

_WIDTH: Final = 720
_WAYS: Final = (Verb.NEW_REGISTER, Verb.OPEN_REGISTER, Verb.IMPORT_PLAN)


class StartPage(QWidget):
    """Some ways to begin, and one click to go on where one was. `chosen` sends the path of a recent register."""

    chosen = Signal(Path)

    def __init__(self, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._recent = RecentList(theme)
        self._recent.chosen.connect(self.chosen)
        self._heading = label(_("Senast öppnade"), Step.TITLE)
        self._heading.setBuddy(self._recent)
        column = QVBoxLayout()
        column.setSpacing(Space.L)
        column.addWidget(label(_("Välkommen till Regdesk"), Step.HEADING))
        column.addWidget(label(_what_it_is(), quiet=True, wrap=True))
        ways = [way(actions, verb, "primary" if verb is Verb.NEW_REGISTER else "") for verb in _WAYS]
        self._first = ways[0]
        column.addLayout(_side_by_side(ways))
        column.addWidget(way(actions, Verb.OPEN_EXAMPLE, "link"), 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(Space.L)
        column.addWidget(self._heading)
        column.addWidget(self._recent)
        self._lay_out(column)
        theme.changed.connect(self._fit)
        self._fit()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List these registers, newest first."""
        self._recent.show_paths(paths)
        for part in (self._heading, self._recent):
            part.setVisible(bool(paths))
        self.setFocusProxy(self._recent if paths else self._first)

    def _fit(self) -> None:
        """Wide enough for the buttons however large their text is, otherwise no wider than is read with ease."""
        self._holder.setMaximumWidth(max(_WIDTH, self._holder.minimumSizeHint().width()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _lay_out(self, column: QVBoxLayout) -> None:
        holder = QWidget()
        holder.setLayout(column)
        self._holder = holder
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(holder, 8)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(2)


class RecentList(QListView):
    """Registers by file name, with the folder at the end of the line."""

    chosen = Signal(Path)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(_("Senast öppnade register"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(NodeDelegate(theme, {"register": "archive"}, self))
        self._lines = QStandardItemModel(self)
        self.setModel(self._lines)
        self.activated.connect(lambda index: self.chosen.emit(Path(index.data(Role.ID))))

    def show_paths(self, paths: Sequence[Path]) -> None:
        self._lines.clear()
        for path in paths:
            self._lines.appendRow(_line(path))
        if paths:
            self.setCurrentIndex(self._lines.index(0, 0))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        lines = max(1, self._lines.rowCount())
        return QSize(_WIDTH, lines * max(self.sizeHintForRow(0), 1) + 2 * Space.XS)


def _side_by_side(ways: Sequence[QPushButton]) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(Space.M)
    for each in ways:
        made.addWidget(each)
    return made


def _line(path: Path) -> QStandardItem:
    item = QStandardItem(path.stem)
    item.setData(str(path), Role.ID)
    item.setData("register", Role.KIND)
    item.setData(path.parent.name, Role.COUNT)
    item.setData(Tone.NEUTRAL, Role.TONE)
    item.setToolTip(tip(str(path)))
    return item


def _what_it_is() -> str:
    return _(
        "Ett register är en fil på din dator med nämndens mål, indikatorer, uppdrag och bedömningar. "
        "Allt du gör sparas genast i filen."
    )
