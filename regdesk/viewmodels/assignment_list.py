"""The uppdrag: where each comes from, who received it, and where it stands."""

from __future__ import annotations

from typing import Final

from regdesk.domain.codes import AssignmentRole, DueKind
from regdesk.i18n import _
from regdesk.services.listing import ListRow
from regdesk.services.session import Session
from regdesk.viewmodels.labels import section_label
from regdesk.viewmodels.record_list import (
    InPlan,
    ListDesign,
    RecordList,
    Stretch,
    by_status,
    date_cell,
    filled_first,
    sorted_by,
    status_cell_of,
    text_cell,
)
from regdesk.viewmodels.rows import Cell, Column
from regdesk.viewmodels.words import one_line, word

_TEXT: Final = "item.text_key"

_NESTED: Final = """(
    WITH RECURSIVE up (parent_id, role, path) AS (
        SELECT item.parent_id, item.role, printf('%09d%s', item.position, item.id)
        UNION ALL
        SELECT above.parent_id, above.role, printf('%09d%s', above.position, above.id) || up.path
        FROM up JOIN assignments AS above ON above.id = up.parent_id
    )
    SELECT CASE role WHEN 'lead_and_coordinate' THEN 1 WHEN 'board_for_administration' THEN 2 ELSE 3 END || path
    FROM up WHERE parent_id IS NULL
)"""
"""Role by role, and each assignment right before those that stand below it."""


def assignment_list(session: Session) -> RecordList:
    """Every uppdrag, in the plan's order with its nesting."""
    return RecordList(
        session,
        ListDesign(
            table="assignments",
            columns=(
                Column(key="text", title=_("Uppdrag"), width=4.0, letters=18),
                Column(key="goal", title=_("Mål"), width=2.0, letters=7),
                Column(key="role", title=_("Roll"), width=1.4, letters=7),
                Column(key="source", title=_("Beslutat"), width=1.3),
                Column(key="due", title=_("Klart senast"), width=1.1),
                Column(key="receiver", title=_("Mottagare"), width=1.4, sortable=False),
                Column(key="status", title=_("Status"), width=1.2, letters=14),
            ),
            select="item.text, item.parent_id, item.role, item.source_date, item.source_section, item.due_kind, "
            "item.due_on, item.receiver_function, item.status, "
            "coalesce(goal.printed_number, '') AS goal_number, coalesce(goal.title, '') AS goal_title",
            joins="LEFT JOIN goals AS goal ON goal.id = item.goal_id",
            cells=_cells,
            orders={
                "goal": InPlan(key=_NESTED, text_key=_NESTED, loose=True),
                "text": sorted_by(_TEXT),
                "role": tuple(Stretch(key=_TEXT, where="item.role = ?", values=(role,)) for role in AssignmentRole),
                "source": filled_first("item.source_date", _TEXT),
                "due": filled_first("item.due_on", _TEXT),
                "status": by_status(_TEXT),
            },
        ),
    )


def _cells(row: ListRow) -> tuple[Cell, ...]:
    return (
        _text(row),
        text_cell(row, "goal_number", "goal_title"),
        Cell(text=word(AssignmentRole(str(row.cells["role"])))),
        _source(row),
        _due(row),
        text_cell(row, "receiver_function"),
        status_cell_of(row),
    )


def _text(row: ListRow) -> Cell:
    """What stands below another assignment is marked as its part."""
    text = one_line(str(row.cells["text"]))
    return (
        Cell(text=f"– {text}", spoken=_("del av uppdrag: {text}").format(text=text))
        if row.cells["parent_id"]
        else Cell(text=text)
    )


def _source(row: ListRow) -> Cell:
    day, section = row.cells["source_date"], section_label(str(row.cells["source_section"]))
    return Cell(text=" ".join(filter(None, (str(day or ""), section))))


def _due(row: ListRow) -> Cell:
    if row.cells["due_kind"] == DueKind.ONGOING:
        return Cell(text=word(DueKind.ONGOING))
    return date_cell(row, "due_on")
