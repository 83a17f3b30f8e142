"""The financial goals with how their indicators stand."""

from __future__ import annotations

from regdesk.domain.codes import ValueKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Goal, ValueColumn
from regdesk.services.assessing import assess
from regdesk.services.editing import add, edit, write_value
from regdesk.services.session import Session
from regdesk.viewmodels.financial_goals import financial_goals
from regdesk.viewmodels.forms import apply, form_of
from tests.registers import Example
from tests.viewmodels.lists import all_rows, texts


def test_only_goals_that_are_ticked_are_listed(session: Session, example: Example) -> None:
    assert financial_goals(session).count() == 0

    apply(session, "goals", example.goal.id, {"is_financial": "yes"})

    assert form_of(session, "goals", example.goal.id).values["is_financial"] == "yes"
    assert texts(financial_goals(session), "indicator") == [
        *("Nöjda besökare", "Samverkan har vuxit", "Beredskapen har stärkts")
    ]


def test_the_latest_outcome_stands_beside_the_target_it_is_held_against(session: Session, example: Example) -> None:
    edit(session, example.goal, is_financial=True)
    later = add(session, ValueColumn(id=new_id(), kind=ValueKind.TARGET, year=2026, position=2))
    newer = add(session, ValueColumn(id=new_id(), kind=ValueKind.OUTCOME, year=2025, position=3))
    write_value(session, example.number.id, later.id, ">60 %")
    assess(session, example.number.id, Verdict.PARTLY)
    assert [cell.text for cell in all_rows(financial_goals(session))[0].cells[2:]] == [
        *("39 % (2023)", ">45 % (2024)", "Delvis")
    ]

    write_value(session, example.number.id, newer.id, "55 %")
    assert [cell.text for cell in all_rows(financial_goals(session))[0].cells[2:4]] == ["55 % (2025)", ">60 % (2026)"]


def test_a_goal_without_indicators_is_a_row_of_its_own(session: Session, example: Example) -> None:
    goal = add(session, Goal(id=new_id(), level_id=example.area.level_id, title="Pengarna räcker", is_financial=True))

    row = all_rows(financial_goals(session))[0]
    assert (row.id, row.cells[0].text, row.cells[4].text) == (goal.id, "Pengarna räcker", "Ej bedömd")
