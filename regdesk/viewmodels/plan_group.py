"""What a group of the plan's tree holds, as a list."""

from __future__ import annotations

from regdesk.i18n import _
from regdesk.viewmodels.rows import Cell, Column, GivenRows, Row
from regdesk.viewmodels.tree import TreeNode


def group_source(group: TreeNode) -> GivenRows:
    """The nodes right under a group, each with its id, its text and how it stands."""
    columns = [Column(key="text", title=_("Namn"), width=4.0, sortable=False)]
    if any(node.count for node in group.children):
        columns.append(Column(key="standing", title=_("Läge"), width=1.0, sortable=False, letters=16))
    return GivenRows(columns, [_row(node, len(columns)) for node in group.children])


def _row(node: TreeNode, columns: int) -> Row:
    cells = (Cell(text=node.text), Cell(text=node.count, symbol=node.symbol, tone=node.tone))
    return Row(id=node.id, cells=cells[:columns])
