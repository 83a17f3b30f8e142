"""A year is added to the values of indicators, with as little to write as possible."""

from __future__ import annotations

from regdesk.domain.codes import ValueKind
from regdesk.domain.model import ValueColumn
from regdesk.services.editing import remove
from regdesk.services.session import Session
from regdesk.viewmodels.new_column import add_column, column_form
from tests.registers import Example

ANSWERS = {"kind": "outcome", "year": "2025", "label": ""}


def test_a_target_for_the_next_year_is_proposed(session: Session) -> None:
    assert column_form(session).values == {"kind": "target", "year": "2025", "label": ""}


def test_a_plan_without_years_begins_with_its_first(session: Session, example: Example) -> None:
    remove(session, example.number)
    for column in session.all(ValueColumn):
        remove(session, column)
    assert column_form(session).values["year"] == "2024"


def test_the_new_year_comes_last_and_can_be_undone(session: Session) -> None:
    assert add_column(session, ANSWERS) == {}
    *_others, last = session.all(ValueColumn)
    assert (last.kind, last.year, last.position) == (ValueKind.OUTCOME, 2025, 2)
    session.undo()
    assert len(session.all(ValueColumn)) == 2


def test_a_year_that_is_none_or_there_already_is_refused(session: Session) -> None:
    assert add_column(session, ANSWERS | {"year": "snart"}) == {"year": "Skriv ett år med fyra siffror."}
    assert add_column(session, ANSWERS) == {}
    assert add_column(session, ANSWERS) == {"year": "Den kolumnen finns redan."}
    assert len(session.all(ValueColumn)) == 3
