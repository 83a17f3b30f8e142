"""The detail of a line of the tree that stands for no record but groups some: a list of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from regdesk.ui.context import Context
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.plan_parts import FittedHeight, Head
from regdesk.ui.tokens import Space
from regdesk.ui.views import ListView
from regdesk.viewmodels.plan_group import group_source
from regdesk.viewmodels.tree import TreeNode


class GroupDetail(QWidget):
    """What stands right under a group; Enter goes there."""

    opened = Signal(str)

    def __init__(self, context: Context, node: TreeNode, above: str) -> None:
        super().__init__()
        self.kind = node.kind
        self._head = Head()
        self._model = RowsModel(group_source(node), self)
        self._list = ListView("plan_group", node.text, self._model, context.theme, context.settings)
        self._list.set_lines(2)
        self._list.opened.connect(self.opened)
        FittedHeight(self._list, self._model, context.theme, most=20)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.M)
        layout.addWidget(self._head)
        layout.addWidget(self._list)
        layout.addStretch(1)
        self._head.tell(above, node.text)

    def show_group(self, node: TreeNode) -> None:
        """Show what stands there now."""
        self._model.set_source(group_source(node))

    def enter(self) -> None:
        self._list.setFocus()
