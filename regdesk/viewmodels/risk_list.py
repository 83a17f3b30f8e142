"""The risks of the plan, scored or not."""

from __future__ import annotations

from typing import Final

from regdesk.domain.codes import RiskCategory, RiskStatus
from regdesk.i18n import _
from regdesk.services.listing import ListRow
from regdesk.services.session import Session
from regdesk.viewmodels.record_list import ListDesign, RecordList, Stretch, filled_first, sorted_by, text_cell
from regdesk.viewmodels.rows import Cell, Column, Tone
from regdesk.viewmodels.words import word

_TITLE: Final = "item.title_key"

_LAST_SCORE: Final = "FROM risk_scores WHERE risk_id = item.id AND stage <> 'residual' ORDER BY scored_on DESC, id DESC"
_VALUE: Final = f"(SELECT likelihood * impact {_LAST_SCORE} LIMIT 1)"
_FACTORS: Final = f"(SELECT likelihood || ' × ' || impact {_LAST_SCORE} LIMIT 1)"


def risk_list(session: Session) -> RecordList:
    """Every risk, in the plan's order."""
    return RecordList(
        session,
        ListDesign(
            table="risks",
            columns=(
                Column(key="title", title=_("Risk"), width=4.0, letters=20),
                Column(key="category", title=_("Kategori"), width=1.4),
                Column(key="responsible", title=_("Ansvarig"), width=1.4, sortable=False),
                Column(key="value", title=_("Riskvärde"), width=1.0),
                Column(key="status", title=_("Hantering"), width=1.2, letters=12),
            ),
            select=f"item.title, item.text, item.category, item.responsible_function, item.status, "
            f"{_VALUE} AS value, {_FACTORS} AS factors",
            cells=_cells,
            orders={
                "plan": sorted_by("item.position"),
                "title": sorted_by(_TITLE),
                "category": tuple(
                    Stretch(key=_TITLE, where="item.category = ?", values=(kind,)) for kind in RiskCategory
                ),
                "value": filled_first(_VALUE, _TITLE),
                "status": tuple(
                    Stretch(key=_TITLE, where="item.status = ?", values=(status,)) for status in RiskStatus
                ),
            },
        ),
    )


def _cells(row: ListRow) -> tuple[Cell, ...]:
    return (
        text_cell(row, "title" if row.cells["title"] else "text"),
        Cell(text=word(RiskCategory(str(row.cells["category"])))),
        text_cell(row, "responsible_function"),
        _value(row),
        Cell(text=word(RiskStatus(str(row.cells["status"])))),
    )


def _value(row: ListRow) -> Cell:
    """`12 (3 × 4)`: likelihood by impact; scoring is optional."""
    value = row.cells["value"]
    if value is None:
        return Cell(text="", tone=Tone.MUTED, spoken=_("ej värderad"))
    return Cell(text=f"{value} ({row.cells['factors']})")
