"""Palettes: a field and what it finds. The one of commands has all that can be done now, done with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListView, QStyledItemDelegate, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.actions import plain
from regdesk.ui.delegates import NodeDelegate
from regdesk.ui.editors import LineEdit
from regdesk.ui.meeting.announce import announce
from regdesk.ui.roles import Role
from regdesk.ui.text import label
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import SPECS, Verb
from regdesk.viewmodels.rows import Tone

Index = QModelIndex | QPersistentModelIndex

_TO_LIST: Final = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class FilterModel(QAbstractListModel):
    """A list that shows what holds what was typed."""

    def set_filter(self, text: str) -> None:
        raise NotImplementedError


class CommandList(FilterModel):
    """Actions whose names or tips hold every word that was typed."""

    def __init__(self, actions: Sequence[QAction], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = list(actions)
        self._shown = self._all

    def set_filter(self, text: str) -> None:
        words = text.casefold().split()
        self.beginResetModel()
        self._shown = [action for action in self._all if all(word in _haystack(action) for word in words)]
        self.endResetModel()

    def action(self, index: Index) -> QAction | None:
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        action = self.action(index)
        if action is None:
            return None
        name = plain(action.text()).removesuffix("…").rstrip()
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (name, action.statusTip(), keys)))
            case Role.ID | Role.KIND:
                return action.objectName()
            case Role.COUNT:
                return keys
            case Role.TONE:
                return Tone.NEUTRAL
        return None


class Palette(QDialog):
    """A field and the list below it. The arrows move in the list while the field keeps the keyboard.

    `title` is what a screen reader calls it, `hint` stands in the field, `nothing` below it when nothing is found.
    Subclasses say what choosing a line does.
    """

    def __init__(
        self, model: FilterModel, title: str, hint: str, nothing: str, parent: QWidget, *, letters: int = 72
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", True)
        self.setAccessibleName(title)
        model.setParent(self)
        self._model = model
        self.field = LineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.list = self._make_list(title)
        self._nothing = label(nothing, quiet=True, wrap=True)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._run)
        self.list.clicked.connect(self._run)
        self._lay_out(parent, letters)
        self._filter("")
        self.field.setFocus()

    def delegate(self, view: QListView) -> QStyledItemDelegate:
        """What paints a line."""
        raise NotImplementedError

    def take(self, index: QModelIndex) -> None:
        """What choosing a line does, once this is closed."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TO_LIST:
            self.list.keyPressEvent(event)
            self._say()
        else:
            super().keyPressEvent(event)

    def _make_list(self, title: str) -> QListView:
        made = QListView()
        made.setModel(self._model)
        # The field has the keyboard all the time; the list is to look as if it had it too.
        made.setProperty("eager", True)
        made.setAccessibleName(title)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setUniformItemSizes(True)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setItemDelegate(self.delegate(made))
        return made

    def _lay_out(self, parent: QWidget, letters: int) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        for part in (self.field, self.list, self._nothing):
            layout.addWidget(part)
        width = min(parent.width() - 2 * Space.XXL, letters * self.fontMetrics().averageCharWidth())
        self.resize(width, min(parent.height() * 2 // 3, 28 * self.fontMetrics().height()))
        self.move(parent.mapToGlobal(parent.rect().topLeft()))
        self.move(self.x() + (parent.width() - width) // 2, self.y() + Space.XXL)

    def _filter(self, text: str) -> None:
        self._model.set_filter(text)
        self.list.setCurrentIndex(self._model.index(0))
        found = self._model.rowCount() > 0
        self.list.setVisible(found)
        self._nothing.setVisible(not found)
        self._say()

    def _say(self) -> None:
        """The field keeps the keyboard, so a screen reader has to be told where one stands."""
        words = self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or self._nothing.text()
        announce(self.field, str(words))

    def _run(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.take(index)
        self.close()


class CommandPalette(Palette):
    """Every action, by its name."""

    def __init__(self, actions: Sequence[QAction], theme: Theme, parent: QWidget) -> None:
        self._theme = theme
        self._commands = CommandList(actions)
        nothing = _("Inget att göra heter så.")
        super().__init__(self._commands, _("Kommandon"), _("Vad vill du göra?"), nothing, parent)

    def delegate(self, view: QListView) -> QStyledItemDelegate:
        return NodeDelegate(self._theme, {verb.value: spec.icon for verb, spec in SPECS.items()}, view)

    def take(self, index: QModelIndex) -> None:
        action = self._commands.action(index)
        self.close()
        if action is not None:
            action.trigger()


def commands(actions: Sequence[QAction]) -> list[QAction]:
    """What the palette offers: all that can be done now but to open it."""
    return [action for action in actions if action.isEnabled() and action.objectName() != Verb.OPEN_PALETTE]


def _haystack(action: QAction) -> str:
    return f"{plain(action.text())} {action.statusTip()}".casefold()
