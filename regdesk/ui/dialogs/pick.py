"""A dialog in which a person ticks some of a tree's nodes, with a field to search among them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from regdesk.i18n import _, ngettext
from regdesk.ui.check_tree import CheckDelegate, CheckModel
from regdesk.ui.filter import FilterField
from regdesk.ui.text import button, label
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.ui.views import TreeView
from regdesk.viewmodels.tree import TreeNode

_SIZE = (720, 640)
_SHARE_OF_SCREEN = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """What is chosen from: `nodes` gives the tree that holds some words, `kinds` are those that can be ticked.

    `window`, `title` and `lead` say what is asked, `tree` and `search` what the parts are called, `go` what the button
    does.
    """

    window: str
    title: str
    lead: str
    tree: str
    search: str
    go: str
    kinds: Collection[str]
    nodes: Callable[[str], tuple[TreeNode, ...]]


class PickDialog(QDialog):
    """Calls `take` with the ids that are ticked, in no order, when the button is pressed."""

    def __init__(
        self, pick: Pick, chosen: Collection[str], take: Callable[[set[str]], object], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(pick.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pick, self._take_ids = pick, take
        self._model = CheckModel(pick.kinds, chosen, self)
        self._model.ticked_changed.connect(self._count)
        self.tree = TreeView(pick.tree, self._model, theme, {})
        self.tree.setItemDelegate(CheckDelegate(theme, self.tree))
        self.search = FilterField()
        self.search.setPlaceholderText(pick.search)
        self.search.setAccessibleName(pick.search)
        self.search.setMaximumWidth(self.tree.maximumWidth())
        self.search.textChanged.connect(self._show)
        self.search.done.connect(self.tree.setFocus)
        self._counted = label(quiet=True)
        self._lay_out()
        self._show("")
        self._count()
        self.tree.setFocus()

    def _show(self, text: str) -> None:
        self._model.set_nodes(self._pick.nodes(text))
        self.tree.expandAll()
        if not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self._model.index(0, 0))

    def _count(self) -> None:
        count = len(self._model.ticked)
        self._counted.setText(ngettext("{count} vald", "{count} valda", count).format(count=count))

    def _take(self) -> None:
        self.accept()
        self._take_ids(set(self._model.ticked))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(self._pick.title, Step.TITLE, wrap=True))
        layout.addWidget(label(self._pick.lead, wrap=True))
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._counted)
        layout.addWidget(self._buttons())
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        take = button(self._pick.go, kind="primary")
        take.setDefault(True)
        take.clicked.connect(self._take)
        cancel = button(_("Avbryt"))
        cancel.clicked.connect(self.reject)
        buttons.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        return buttons
