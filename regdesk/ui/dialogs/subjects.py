"""The dialog in which a person ticks what an item of the agenda takes up."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from regdesk.i18n import _, ngettext
from regdesk.services.session import Session
from regdesk.ui.check_tree import CheckDelegate, CheckModel
from regdesk.ui.filter import FilterField
from regdesk.ui.text import button, label
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.ui.views import TreeView
from regdesk.viewmodels.agendas import PICKABLE, in_plan_order, pick_tree

_SIZE = (720, 640)
_SHARE_OF_SCREEN = 0.9


class SubjectsDialog(QDialog):
    """`title` names the item; `picked` sends the ids of all that is ticked, in the order of the plan."""

    picked = Signal(list)

    def __init__(self, session: Session, theme: Theme, title: str, chosen: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Välj vad som bedöms"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._model = CheckModel(PICKABLE, chosen, self)
        self._model.ticked_changed.connect(self._count)
        self.tree = TreeView(_("Planen"), self._model, theme, {})
        self.tree.setItemDelegate(CheckDelegate(theme, self.tree))
        self._filter = FilterField()
        self._filter.setPlaceholderText(_("Sök i planen"))
        self._filter.setAccessibleName(_("Sök i planen"))
        self._filter.setMaximumWidth(self.tree.maximumWidth())
        self._filter.textChanged.connect(self._show)
        self._filter.done.connect(self.tree.setFocus)
        self._counted = label(quiet=True)
        self._lay_out(title)
        self._show("")
        self._count()
        self.tree.setFocus()

    def _show(self, text: str) -> None:
        self._model.set_nodes(pick_tree(self._session, text))
        if text.strip():
            self.tree.expandAll()
        else:
            self._open_ticked()
        if not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self._model.index(0, 0))

    def _open_ticked(self) -> None:
        """Open the plan as far as anything is ticked, and its first level."""
        self.tree.expandToDepth(0)
        for node_id in self._model.ticked:
            above = self._model.index_of(node_id).parent()
            while above.isValid():
                self.tree.expand(above)
                above = above.parent()

    def _count(self) -> None:
        count = len(self._model.ticked)
        self._counted.setText(ngettext("{count} vald", "{count} valda", count).format(count=count))

    def _take(self) -> None:
        self.accept()
        self.picked.emit(in_plan_order(self._session, self._model.ticked))

    def _lay_out(self, title: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(title, Step.TITLE, wrap=True))
        layout.addWidget(label(_("Kryssa för det som ärendet tar upp. Ett klusters parametrar följer med."), wrap=True))
        layout.addWidget(self._filter)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._counted)
        layout.addWidget(self._buttons())
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        take = button(_("&Ta upp det valda"), kind="primary")
        take.setDefault(True)
        take.clicked.connect(self._take)
        cancel = button(_("Avbryt"))
        cancel.clicked.connect(self.reject)
        buttons.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        return buttons
