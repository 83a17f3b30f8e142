"""Adding a year that indicators have values for, to a plan that is written by hand or goes on for longer."""

from __future__ import annotations

from collections.abc import Mapping

from regdesk.domain.codes import ValueKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import ValueColumn
from regdesk.i18n import _
from regdesk.services.editing import add
from regdesk.services.registers import register_of
from regdesk.services.session import Session
from regdesk.viewmodels.forms import RecordForm, answered, form_for


def column_form(session: Session) -> RecordForm:
    """The questions that a new column answers; a target for the next year of the plan is proposed."""
    targets = [column.year for column in session.all(ValueColumn) if column.kind is ValueKind.TARGET and column.year]
    year = max(targets) + 1 if targets else register_of(session).period_start
    return form_for(session, ValueColumn(id=new_id(), kind=ValueKind.TARGET, year=year))


def add_column(session: Session, answers: Mapping[str, str]) -> Mapping[str, str]:
    """Add the column after the others as one step; gives a sentence for each answer that will not do, by key."""
    columns = session.all(ValueColumn)
    position = max((column.position for column in columns), default=-1) + 1
    made = answered(session, ValueColumn(id=new_id(), kind=ValueKind.TARGET, position=position), answers)
    if made.faults:
        return made.faults
    column = made.record
    assert isinstance(column, ValueColumn)  # noqa: S101 - it is what was made above
    if any((each.kind, each.year, each.label) == (column.kind, column.year, column.label) for each in columns):
        return {"year": _("Den kolumnen finns redan.")}
    add(session, column)
    return {}
