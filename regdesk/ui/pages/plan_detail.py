"""The right half of the plan's page: what stands on the chosen line, a record or a group of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regdesk.ui.context import Context
from regdesk.ui.pages.record_panel import RecordPanel
from regdesk.viewmodels.forms import has_form
from regdesk.viewmodels.tree import TreeNode

if TYPE_CHECKING:
    from regdesk.ui.pages.plan_group import GroupDetail


class Detail(RecordPanel):
    """Shows one node at a time."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._group: GroupDetail | None = None

    def show_node(self, node: TreeNode, above: str) -> None:
        """Show this node, which stands under `above`; whatever of the last one was being written is gone."""
        if has_form(node.kind):
            self._group = None
            self.show_record(node.kind, node.id)
            return
        from regdesk.ui.pages.plan_group import GroupDetail

        self._shown = None
        self._group = GroupDetail(self._context, node, above)
        self._group.opened.connect(self.opened)
        self._put(self._group)

    def refresh(self, node: TreeNode) -> None:
        """Show what the register says now of the node that is shown."""
        if self._group is not None:
            self._group.show_group(node)
        self.refresh_record()

    def enter(self) -> None:
        if self._group is not None:
            self._group.enter()
        super().enter()
