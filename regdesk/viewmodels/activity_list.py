"""The delaktiviteter of the plan: where they stand and when they are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from regdesk.domain.codes import WorkStatus
from regdesk.i18n import _
from regdesk.services.listing import ListRow
from regdesk.services.session import Session
from regdesk.services.work import OPEN_WORK
from regdesk.viewmodels.counts import percent_text
from regdesk.viewmodels.record_list import (
    InPlan,
    ListDesign,
    RecordList,
    by_status,
    filled_first,
    sorted_by,
    status_cell_of,
    text_cell,
)
from regdesk.viewmodels.rows import Cell, Column
from regdesk.viewmodels.words import late_cell

_TITLE: Final = "item.title_key"


def activity_list(session: Session, today: date | None = None) -> RecordList:
    """Every delaktivitet, in the order of the plan."""
    return RecordList(
        session,
        ListDesign(
            table="activities",
            columns=(
                Column(key="title", title=_("Delaktivitet"), width=3.0, letters=11),
                Column(key="goal", title=_("Mål"), width=0.7, letters=5),
                Column(key="responsible", title=_("Ansvarig"), width=1.8, letters=14, sortable=False),
                Column(key="due", title=_("Klar senast"), width=1.2, letters=12),
                Column(key="status", title=_("Status"), width=1.4, letters=15),
            ),
            select="item.title, item.responsible_function, item.due_on, item.status, item.progress, "
            f"{OPEN_WORK} AS is_open, goal.printed_number AS goal_number, goal.title AS goal_title",
            joins="LEFT JOIN goals AS goal ON goal.id = item.goal_id",
            cells=partial(_cells, today or date.today()),
            orders={
                "goal": InPlan(),
                "title": sorted_by(_TITLE),
                "due": filled_first("item.due_on", _TITLE),
                "status": by_status(_TITLE),
            },
        ),
    )


def _cells(today: date, row: ListRow) -> tuple[Cell, ...]:
    return (
        text_cell(row, "title"),
        _goal(row),
        text_cell(row, "responsible_function"),
        _due(row, today),
        _standing(row),
    )


def _goal(row: ListRow) -> Cell:
    """The number of the goal, which stands in full beside the list; its title where the plan has no numbers."""
    number, named = str(row.cells["goal_number"] or ""), text_cell(row, "goal_number", "goal_title")
    return Cell(text=number, spoken=named.text) if number else named


def _due(row: ListRow, today: date) -> Cell:
    due = row.cells["due_on"]
    return late_cell(date.fromisoformat(str(due)), today, is_open=bool(row.cells["is_open"])) if due else Cell(text="")


def _standing(row: ListRow) -> Cell:
    """`Pågår 40 %`: the status, and how far work has come that is not done yet, where somebody has said so."""
    cell, progress = status_cell_of(row), row.cells["progress"]
    if progress is None or row.cells["status"] == WorkStatus.DONE:
        return cell
    return replace(cell, text=f"{cell.text} {percent_text(int(str(progress)))}")
