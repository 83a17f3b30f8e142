"""What a goal points at, as a table: one kind of link a row."""

from __future__ import annotations

from collections.abc import Iterator

from regdesk.i18n import _
from regdesk.sheets.blocks import Block, Row, Table
from regdesk.viewmodels.follow_up_parts import GoalPart


def links_table(goal: GoalPart) -> Iterator[Block]:
    """The table, where goals of this level point at anything."""
    if goal.links:
        yield Table(
            header=(_("Koppling"), _("Till")),
            rows=tuple(Row(cells=(link.label, link.text)) for link in goal.links),
            widths=(3, 7),
            summary=_("Det som {goal} är kopplat till.").format(goal=goal.name),
        )
