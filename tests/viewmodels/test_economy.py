"""The economy as paper shows it: filled columns alone, sums of what is shown, notes, and the financial goals."""

from __future__ import annotations

from datetime import date

import pytest

from regdesk.domain.codes import FrameKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import BudgetLine
from regdesk.services.arranging import add_in_place
from regdesk.services.assessing import assess
from regdesk.services.budget import FrameColumn, note_frame, write_frame
from regdesk.services.editing import edit
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.viewmodels.economy import Economy, economy
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.registers import Example

DAY = date(2024, 5, 14)
BUDGET, OUTCOME = FrameColumn(2024, FrameKind.BUDGET), FrameColumn(2024, FrameKind.OUTCOME)


@pytest.fixture
def lines(session: Session) -> list[BudgetLine]:
    made = [add_in_place(session, BudgetLine(id=new_id(), name=name)) for name in ("Personal", "Lokaler")]
    for line, budget, outcome in zip(made, ("1 200", "300"), ("1 250,5", "240"), strict=True):
        write_frame(session, line.id, BUDGET, budget)
        write_frame(session, line.id, OUTCOME, outcome)
    note_frame(session, made[0].id, OUTCOME, "Fler vikarier än väntat.")
    return made


def read(session: Session, edition: Edition = Edition.PUBLIC, *, outcome: bool = True, one: bool = False) -> Economy:
    request = SheetRequest(session=session, printed_on=DAY, edition=edition)
    return economy(request, outcome=outcome, in_one_unit=one)


def texts(found: Economy) -> list[tuple[str, ...]]:
    return [(row.name, *(cell.text for cell in row.cells)) for row in found.rows]


@pytest.mark.usefixtures("lines")
def test_only_columns_with_amounts_are_there_and_the_sum_stands_last(session: Session) -> None:
    found = read(session)
    assert [column.title for column in found.columns] == ["Budget\n2024", "Utfall\n2024", "Budget − utfall\n2024"]
    assert texts(found) == [
        ("Personal", "1\u00a0200", "1\u00a0250,5", "−50,5"),
        ("Lokaler", "300", "240", "60"),
        ("Summa", "1\u00a0500", "1\u00a0490,5", "9,5"),
    ]
    assert [(note.line, note.column, note.text) for note in found.notes] == [
        ("Personal", "Utfall 2024", "Fler vikarier än väntat.")
    ]


@pytest.mark.usefixtures("lines")
def test_without_outcome_only_what_is_planned_is_left(session: Session) -> None:
    found = read(session, outcome=False)
    assert [column.title for column in found.columns] == ["Budget\n2024"]
    assert not found.notes


def test_a_column_of_different_units_has_no_sum_unless_all_is_counted_in_one(
    session: Session, lines: list[BudgetLine]
) -> None:
    write_frame(session, lines[1].id, BUDGET, "0,3 mnkr")
    apart, together = read(session), read(session, one=True)
    assert (apart.is_mixed, together.is_mixed) == (True, False)
    assert [row[1] for row in texts(apart)] == ["1\u00a0200", "0,3\u00a0mnkr", ""]
    assert [row[1] for row in texts(together)] == ["1\u00a0200", "300", "1\u00a0500"]


def test_a_secret_line_is_neither_shown_nor_to_be_worked_out_from_the_sum(
    session: Session, lines: list[BudgetLine]
) -> None:
    mark_secret(session, lines[0].id, "OSL 19:1", DAY, "Regionstyrelsen")
    public, internal = read(session), read(session, Edition.INTERNAL)
    assert texts(public)[0] == ("Uppgifter omfattas av sekretess (OSL 19:1, 2024-05-14, Regionstyrelsen)",)
    assert texts(public)[-1] == ("Summa av de rader som visas", "300", "240", "60")
    assert not public.notes
    assert texts(internal)[0][0] == "Personal [Sekretess: OSL 19:1]"
    assert texts(internal)[-1][1] == "1\u00a0500"


def test_financial_goals_have_the_verdicts_that_the_edition_shows(session: Session, example: Example) -> None:
    edit(session, example.goal, is_financial=True)
    assess(session, example.number.id, Verdict.PARTLY, justification="Nästan i mål.")
    mark_secret(session, example.yes_no.id, "OSL 19:1", DAY, "Regionstyrelsen")
    number, secret, _cluster = read(session).goals
    assert number.goal == "1.1 Vården är nära"
    assert number.assessed
    assert (number.outcome.text, number.assessed.cell.text) == ("39 % (2023)", "Delvis")
    assert (secret.outcome.text, secret.assessed) == ("", None)
    assert secret.indicator.startswith("Uppgifter omfattas av sekretess")


def test_one_decision_is_told_once(session: Session, example: Example) -> None:
    edit(session, example.goal, is_financial=True)
    assert read(session).decided == ""
    given = assess(session, example.number.id, Verdict.YES)
    assert read(session).decided == given.recorded_at.date().isoformat()


def test_an_empty_register_has_nothing(session: Session) -> None:
    found = read(session)
    assert (found.columns, found.rows, found.notes, found.goals) == ((), (), (), ())
