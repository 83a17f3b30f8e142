"""The juridiska personer that the board answers for."""

from __future__ import annotations

from regdesk.i18n import _
from regdesk.services.listing import ListRow
from regdesk.services.session import Session
from regdesk.viewmodels.record_list import ListDesign, RecordList, sorted_by, text_cell
from regdesk.viewmodels.rows import Cell, Column


def legal_entity_list(session: Session) -> RecordList:
    """Every juridisk person, in the plan's order."""
    return RecordList(
        session,
        ListDesign(
            table="legal_entities",
            columns=(
                Column(key="name", title=_("Namn"), width=3.0),
                Column(key="kind", title=_("Typ av juridisk person"), width=2.0, sortable=False),
                Column(key="purpose", title=_("Ändamål"), width=3.0, sortable=False),
            ),
            select="item.name, item.entity_kind, item.municipal_purpose",
            cells=_cells,
            orders={"plan": sorted_by("item.position"), "name": sorted_by("item.name_key")},
        ),
    )


def _cells(row: ListRow) -> tuple[Cell, ...]:
    return text_cell(row, "name"), text_cell(row, "entity_kind"), text_cell(row, "municipal_purpose")
