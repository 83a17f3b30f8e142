"""The list of pages at the left side of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView

from regdesk.i18n import _
from regdesk.ui.actions import Actions, plain
from regdesk.ui.delegates import NodeDelegate
from regdesk.ui.roles import Role
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import SPECS, Verb
from regdesk.viewmodels.rows import Tone

_MARGIN: Final = 3 * Space.XL


class Navigation(QListView):
    """One line a page; the arrows go from page to page."""

    picked = Signal(Verb)

    def __init__(self, verbs: Sequence[Verb], actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._verbs = list(verbs)
        self._theme = theme
        self.setProperty("navigation", True)
        self.setAccessibleName(_("Sidor"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(NodeDelegate(theme, {verb.value: SPECS[verb].icon for verb in verbs}, self))
        model = QStandardItemModel(self)
        for verb in verbs:
            model.appendRow(_line(actions[verb]))
        self.setModel(model)
        self.selectionModel().currentRowChanged.connect(self._pick)
        theme.changed.connect(self._fit)
        self._fit()

    def show_verb(self, verb: Verb) -> None:
        """Stand on the line of this page."""
        self.setCurrentIndex(self.model().index(self._verbs.index(verb), 0))

    def sizeHint(self) -> QSize:
        return QSize(self.width(), super().sizeHint().height())

    def _pick(self) -> None:
        self.picked.emit(self._verbs[self.currentIndex().row()])

    def _fit(self) -> None:
        self.setFixedWidth(self.sizeHintForColumn(0) + _MARGIN)


def _line(action: QAction) -> QStandardItem:
    item = QStandardItem(plain(action.text()))
    item.setData(action.objectName(), Role.KIND)
    item.setData(action.objectName(), Role.ID)
    item.setData(Tone.NEUTRAL, Role.TONE)
    item.setToolTip(action.toolTip())
    return item
