"""The juridiska personer that the board answers for."""

from __future__ import annotations

from datetime import date
from typing import Final

from regdesk.domain.codes import Verdict
from regdesk.i18n import _
from regdesk.services.listing import ListRow
from regdesk.services.session import Session
from regdesk.viewmodels.record_list import ListDesign, RecordList, sorted_by, text_cell
from regdesk.viewmodels.rows import Cell, Column
from regdesk.viewmodels.words import review_cell

_VERDICT: Final = "review.verdict AS verdict"
_REVIEW: Final = "LEFT JOIN entity_reviews AS review ON review.legal_entity_id = item.id AND review.year = ?"


def legal_entity_list(session: Session) -> RecordList:
    """Every juridisk person, in the plan's order, with what was decided of it for this year."""
    year = date.today().year
    return RecordList(
        session,
        ListDesign(
            table="legal_entities",
            columns=(
                Column(key="name", title=_("Namn"), width=3.0),
                Column(key="kind", title=_("Typ"), width=2.0, sortable=False),
                Column(key="responsible", title=_("Ansvarig"), width=1.8, letters=14, sortable=False),
                Column(key="review", title=_("Beslut\n{year}").format(year=year), width=1.8, sortable=False),
            ),
            select=f"item.name, item.entity_kind, item.responsible_function, item.enhanced_supervision, {_VERDICT}",
            join_values=(str(year),),
            joins=_REVIEW,
            cells=_cells,
            orders={"plan": sorted_by("item.position"), "name": sorted_by("item.name_key")},
        ),
    )


def _cells(row: ListRow) -> tuple[Cell, ...]:
    return (
        text_cell(row, "name"),
        text_cell(row, "entity_kind"),
        text_cell(row, "responsible_function"),
        _review(row),
    )


def _review(row: ListRow) -> Cell:
    """What was decided of the company; nothing where no decision is due."""
    verdict = row.cells["verdict"]
    if verdict or row.cells["enhanced_supervision"]:
        return review_cell(Verdict(str(verdict)) if verdict else None)
    return Cell(text="", spoken=_("inget beslut krävs"))
