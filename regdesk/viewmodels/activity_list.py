"""The delaktiviteter of the plan: where they stand and when they are due."""

from __future__ import annotations

from regdesk.formats import format_percent
from regdesk.i18n import _, current_language
from regdesk.services.listing import ListRow
from regdesk.services.session import Session
from regdesk.viewmodels.record_list import (
    LATEST_VERDICT,
    InPlan,
    ListDesign,
    RecordList,
    by_status,
    by_verdict,
    date_cell,
    filled_first,
    latest_verdict_cell,
    sorted_by,
    status_cell_of,
    text_cell,
)
from regdesk.viewmodels.rows import Align, Cell, Column

_TITLE = "item.title_key"


def activity_list(session: Session) -> RecordList:
    """Every delaktivitet."""
    return RecordList(
        session,
        ListDesign(
            table="activities",
            columns=(
                Column(key="title", title=_("Delaktivitet"), width=4.0, letters=20),
                Column(key="goal", title=_("Mål"), width=2.0, letters=8),
                Column(key="responsible", title=_("Ansvarig"), width=1.4, sortable=False),
                Column(key="due", title=_("Klar senast"), width=1.1),
                Column(key="status", title=_("Status"), width=1.2, letters=14),
                Column(key="progress", title=_("Framdrift"), width=0.9, align=Align.RIGHT),
                Column(key="verdict", title=_("Bedömning"), width=1.2, letters=17),
            ),
            select="item.title, item.responsible_function, item.due_on, item.status, item.progress, "
            f"goal.printed_number AS goal_number, goal.title AS goal_title, {LATEST_VERDICT} AS verdict",
            joins="LEFT JOIN goals AS goal ON goal.id = item.goal_id",
            cells=_cells,
            orders={
                "goal": InPlan(),
                "title": sorted_by(_TITLE),
                "due": filled_first("item.due_on", _TITLE),
                "status": by_status(_TITLE),
                "progress": filled_first("item.progress", _TITLE),
                "verdict": by_verdict(_TITLE),
            },
        ),
    )


def _cells(row: ListRow) -> tuple[Cell, ...]:
    return (
        text_cell(row, "title"),
        text_cell(row, "goal_number", "goal_title"),
        text_cell(row, "responsible_function"),
        date_cell(row, "due_on"),
        status_cell_of(row),
        _progress(row),
        latest_verdict_cell(row),
    )


def _progress(row: ListRow) -> Cell:
    progress = row.cells["progress"]
    text = "" if progress is None else format_percent(int(progress), language=current_language())
    return Cell(text=text)
