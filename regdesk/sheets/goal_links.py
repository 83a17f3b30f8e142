"""What a goal points at, as a table: one kind of link a row, and those that it has none of in a last one."""

from __future__ import annotations

from collections.abc import Iterator

from regdesk.i18n import _
from regdesk.sheets.blocks import Block, Paragraph, Row, Run, Table
from regdesk.sheets.status import labelled
from regdesk.viewmodels.follow_up_parts import GoalPart
from regdesk.viewmodels.goal_map import NOTHING


def links_table(goal: GoalPart) -> Iterator[Block]:
    """The table, where goals of this level point at anything; a word where this one points at nothing."""
    told = [link for link in goal.links if link.text != NOTHING]
    lacking = "; ".join(link.label for link in goal.links if link.text == NOTHING)
    none = (Row(cells=(_("Inget angivet"), (Run(text=lacking, quiet=True),))),) if lacking else ()
    if told:
        yield Table(
            header=(_("Koppling"), _("Till")),
            rows=(*(Row(cells=(link.label, link.text)) for link in told), *none),
            widths=(3, 7),
            summary=_("Det som {goal} är kopplat till.").format(goal=goal.name),
        )
    elif lacking:
        yield Paragraph(text=labelled(_("Kopplingar"), _("inga")))
