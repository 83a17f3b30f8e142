"""The right half of the plan's page: what stands on the chosen line, as a form that stores each answer when left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from regdesk.ui.context import Context
from regdesk.ui.pages.plan_record import RecordDetail
from regdesk.ui.tokens import Space
from regdesk.viewmodels.forms import has_form
from regdesk.viewmodels.tree import TreeNode

if TYPE_CHECKING:
    from regdesk.ui.pages.plan_group import GroupDetail

_OF_THE_TREE = {Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down}


class Detail(QScrollArea):
    """Shows one node at a time. `opened` sends the id of a record that is to be shown instead."""

    opened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: RecordDetail | GroupDetail | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_node(self, node: TreeNode, above: str) -> None:
        """Show this node, which stands under `above`; whatever of the last one was being written is gone."""
        if isinstance(self._shown, RecordDetail) and self._shown.kind == node.kind:
            self._shown.show_record(node.id)
        elif has_form(node.kind):
            self._put(RecordDetail(self._context, node.kind, node.id))
        else:
            from regdesk.ui.pages.plan_group import GroupDetail

            self._put(GroupDetail(self._context, node, above))
        self.verticalScrollBar().setValue(0)

    def refresh(self, node: TreeNode) -> None:
        """Show what the register says now of the node that is shown."""
        if isinstance(self._shown, RecordDetail):
            self._shown.refresh()
        elif self._shown is not None:
            self._shown.show_group(node)

    def commit(self) -> None:
        """Store what is still being written."""
        if isinstance(self._shown, RecordDetail):
            self._shown.commit()

    def enter(self) -> None:
        """Put the keyboard on the first thing here."""
        if self._shown is not None:
            self._shown.enter()

    def write_over(self, key: str) -> None:
        """Put the keyboard on this answer so that typing replaces it."""
        if isinstance(self._shown, RecordDetail):
            self._shown.write_over(key)

    def event(self, event: QEvent) -> bool:
        # Keys that move and remove things mean what is chosen in the tree, not what is being written here.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OF_THE_TREE
        ):
            event.accept()
            return True
        return super().event(event)

    def _put(self, shown: RecordDetail | GroupDetail) -> None:
        shown.opened.connect(self.opened)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(Space.L, 0, Space.L, Space.XL)
        layout.addWidget(shown)
        layout.addStretch(1)
        self._shown = shown
        self.setWidget(holder)
