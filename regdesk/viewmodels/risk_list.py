"""The risks of the plan, scored or not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from regdesk.domain.codes import RiskCategory, RiskStage, RiskStatus
from regdesk.i18n import _
from regdesk.services.listing import ListRow
from regdesk.services.session import Session
from regdesk.viewmodels.record_list import ListDesign, Order, RecordList, Stretch, filled_first, sorted_by, text_cell
from regdesk.viewmodels.risk_values import matrix_of, unscored_cell, value_cell
from regdesk.viewmodels.rows import Cell, Column
from regdesk.viewmodels.words import word

_TITLE: Final = "item.title_key"

# The last current score, or else the last initial one; a residual score says what will be left, not what is.
_HELD: Final = """
    FROM risk_scores WHERE risk_id = item.id AND stage <> 'residual'
    ORDER BY stage = 'current' DESC, scored_on DESC, id DESC LIMIT 1
"""
_VALUE: Final = f"(SELECT likelihood * impact {_HELD})"


def risk_list(session: Session) -> RecordList:
    """Every risk in the plan's order, with what it is worth now."""
    columns = (
        Column(key="title", title=_("Risk"), width=3.0, letters=18),
        Column(key="category", title=_("Kategori"), width=1.0, letters=12),
        Column(key="value", title=_("Riskvärde"), width=1.2, letters=13),
        Column(key="status", title=_("Hantering"), width=1.0, letters=11),
    )
    return RecordList(
        session,
        ListDesign(
            table="risks",
            columns=columns,
            select="item.title, item.text, item.category, item.status, score.likelihood, score.impact, score.stage, "
            "matrix.version, matrix.definition, (SELECT max(version) FROM risk_matrices) AS newest",
            joins=f"LEFT JOIN risk_scores AS score ON score.id = (SELECT id {_HELD}) "
            "LEFT JOIN risk_matrices AS matrix ON matrix.id = score.matrix_id",
            cells=lambda row: (_title(row), _category(row), _value(row), _status(row)),
            orders={**_orders(), "value": filled_first(_VALUE, _TITLE)},
        ),
    )


def risks_among(session: Session, ids: Sequence[str] | None) -> RecordList:
    """Risks with some ids, or all of them. A map beside the list says what they are worth, at the stage it shows."""
    return RecordList(
        session,
        ListDesign(
            table="risks",
            columns=(
                Column(key="title", title=_("Risk"), width=3.0, letters=20),
                Column(key="status", title=_("Hantering"), width=1.0, letters=11),
            ),
            select="item.title, item.text, item.status",
            where="1" if ids is None else "item.id IN (SELECT value FROM json_each(?))",
            where_values=() if ids is None else (json.dumps(list(ids)),),
            cells=lambda row: (_title(row), _status(row)),
            orders=_orders(),
        ),
    )


def _orders() -> dict[str, Order]:
    return {
        "plan": sorted_by("item.position"),
        "title": sorted_by(_TITLE),
        "category": tuple(Stretch(key=_TITLE, where="item.category = ?", values=(kind,)) for kind in RiskCategory),
        "status": tuple(Stretch(key=_TITLE, where="item.status = ?", values=(status,)) for status in RiskStatus),
    }


def _title(row: ListRow) -> Cell:
    return text_cell(row, "title" if row.cells["title"] else "text")


def _category(row: ListRow) -> Cell:
    return Cell(text=word(RiskCategory(str(row.cells["category"]))))


def _status(row: ListRow) -> Cell:
    return Cell(text=word(RiskStatus(str(row.cells["status"]))))


def _value(row: ListRow) -> Cell:
    cells = row.cells
    if cells["likelihood"] is None:
        return unscored_cell()
    version = int(str(cells["version"]))
    old = 0 if version == cells["newest"] else version
    cell = value_cell(
        matrix_of(str(cells["definition"])), int(str(cells["likelihood"])), int(str(cells["impact"])), old
    )
    stage = word(RiskStage(str(cells["stage"])))
    return replace(cell, spoken=f"{cell.spoken or cell.text}, {stage.lower()}")
