"""Values that are split by sex: women, men and all beside each other, one row a cell of the plan and unit in it."""

from __future__ import annotations

from collections.abc import Sequence

from regdesk.domain.codes import Comparator, Sex
from regdesk.domain.model import OrgUnit, Value, ValueColumn, ValuePart
from regdesk.formats import format_quantity
from regdesk.i18n import _, current_language
from regdesk.services.session import Session
from regdesk.viewmodels.rows import Align, Cell, Column, GivenRows, Row
from regdesk.viewmodels.values import column_label
from regdesk.viewmodels.words import word


def sex_columns() -> tuple[Column, ...]:
    return (
        Column(key="value", title=_("Värde"), width=2.0, sortable=False),
        *(Column(key=sex.value, title=word(sex), align=Align.RIGHT, sortable=False) for sex in Sex),
    )


def sex_rows(session: Session, indicator_id: str) -> GivenRows:
    """The cells of an indicator that name a sex, in the order of the plan; what a cell does not say stays empty."""
    columns = {column.id: column_label(column) for column in session.all(ValueColumn)}
    units = {unit.id: unit.code for unit in session.all(OrgUnit)}
    rows: list[Row] = []
    for value in session.all(Value, indicator_id=indicator_id):
        parts = session.all(ValuePart, value_id=value.id)
        for unit_id in dict.fromkeys(part.org_unit_id for part in parts if part.sex):
            said = [part for part in parts if part.org_unit_id == unit_id]
            name = " ".join(filter(None, (columns[value.column_id], units.get(unit_id or "", ""))))
            rows.append(Row(id=f"{value.id} {unit_id or ''}", cells=(Cell(text=name), *_cells(said))))
    return GivenRows(sex_columns(), rows)


def _cells(parts: Sequence[ValuePart]) -> tuple[Cell, ...]:
    found = {part.sex: part for part in parts}
    return tuple(Cell(text=_text(found[sex]) if sex in found else "") for sex in Sex)


def _text(part: ValuePart) -> str:
    if part.verdict:
        return word(part.verdict)
    number = "" if part.number is None else format_quantity(part.number, part.measure_unit, language=current_language())
    return " ".join(filter(None, ("" if part.comparator is Comparator.EQUAL else word(part.comparator), number)))
