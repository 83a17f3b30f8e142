"""The picture of the risks: how they are told apart, what each is worth at which moment, and what is kept back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from regdesk.domain.codes import LinkKind, Party, RiskCategory, RiskStage, RiskStatus, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Comment, Link, Risk, RiskAction, RiskMatrix
from regdesk.domain.risk_matrices import FIVE, FOUR
from regdesk.services.actions import Action
from regdesk.services.editing import edit
from regdesk.services.risks import keep_matrix, score_risk
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.heat_map import picture
from regdesk.viewmodels.risk_parts import RiskPicture
from regdesk.viewmodels.risk_picture import risk_picture, values_of
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.registers import Example

DAY = date(2024, 5, 14)
INITIAL, CURRENT, RESIDUAL = RiskStage


@pytest.fixture
def risks(session: Session) -> list[Risk]:
    """Three that are valued, of which the last is over, and an overarching one that is not."""
    made = [
        Risk(id=new_id(), title="Brist på personal", cause="Få söker", status=RiskStatus.MITIGATED),
        Risk(id=new_id(), position=1, title="Strömavbrott", text="Reservkraften är gammal."),
        Risk(id=new_id(), position=2, title="", text="Befolkningen åldras", category=RiskCategory.OVERARCHING),
        Risk(id=new_id(), position=3, title="Gammalt avtal", status=RiskStatus.CLOSED),
    ]
    with session.change(Action.ADD) as change:
        change.insert_all(made)
    score_risk(session, made[0].id, INITIAL, 3, 3, date(2024, 1, 10))
    score_risk(session, made[0].id, CURRENT, 2, 3, date(2024, 5, 10))
    score_risk(session, made[1].id, INITIAL, 4, 4, date(2024, 1, 10))
    score_risk(session, made[3].id, INITIAL, 1, 2, date(2024, 1, 10))
    return made


def read(session: Session, edition: Edition = Edition.PUBLIC, **answers: str) -> RiskPicture:
    return risk_picture(SheetRequest(session=session, printed_on=DAY, edition=edition, answers=answers))


def names(found: RiskPicture) -> tuple[list[str], ...]:
    return tuple([part.name for part in parts] for parts in (found.valued, found.unvalued, found.closed))


@pytest.mark.usefixtures("risks")
def test_risks_are_told_apart_and_keep_their_numbers(session: Session) -> None:
    found = read(session)
    valued = ["2\u00a0Strömavbrott", "1\u00a0Brist på personal"]
    assert names(found) == (valued, ["3\u00a0Befolkningen åldras"], ["4\u00a0Gammalt avtal"])
    assert names(read(session, sort="number"))[0] == valued[::-1]
    assert found.told == "4 risker är upptagna: 2 är värderade, 1 är inte värderad och 1 är avslutad."


@pytest.mark.usefixtures("risks")
def test_each_moment_has_the_level_of_its_cell_and_says_how_it_has_changed(session: Session) -> None:
    power, staff = read(session).valued
    assert [(value.cell.text, value.note) if value else None for value in staff.stages] == [
        ("9 Hög", "3 × 3"),
        ("6 Medel", "2 × 3, ↓ lägre än 9"),
        None,
    ]
    assert power.stages[1]
    assert (power.stages[1].cell.text, power.stages[1].note) == ("16 Hög", "4 × 4, ingen senare värdering")


def test_a_rise_and_a_value_that_stays_are_told_too(session: Session, risks: list[Risk]) -> None:
    score_risk(session, risks[0].id, CURRENT, 4, 3, date(2024, 5, 11))
    score_risk(session, risks[1].id, CURRENT, 4, 4, date(2024, 5, 11))
    notes = [part.stages[1].note for part in read(session).valued if part.stages[1]]
    assert notes == ["4 × 4, → oförändrat", "4 × 3, ↑ högre än 6"]


def test_the_map_is_of_the_moment_that_is_asked_for(session: Session, risks: list[Risk]) -> None:
    score_risk(session, risks[0].id, RESIDUAL, 1, 3, date(2024, 5, 11))
    now, then, after = (read(session, stage=stage.value) for stage in (CURRENT, INITIAL, RESIDUAL))
    assert [each.cell.cell.text for each in now.filled] == ["16 Hög", "6 Medel"]
    assert [each.cell.cell.text for each in then.filled] == ["16 Hög", "9 Hög"]
    assert [(each.likelihood, each.impact, each.risks) for each in after.filled] == [
        ("1 Mycket liten", "3 Betydande", ("1\u00a0Brist på personal",))
    ]
    assert (then.stage, after.beside) == ("Ursprungliga värden", ("2 risker har inget sådant värde",))
    assert after.valued[0].number == 1, "what has no value at that moment stands last"


def test_a_value_of_an_earlier_matrix_keeps_its_meaning(session: Session, risks: list[Risk]) -> None:
    keep_matrix(session, FIVE)
    score_risk(session, risks[0].id, CURRENT, 5, 5, date(2024, 5, 12))
    found = read(session)
    assert [part.stages[1].cell.text for part in found.valued if part.stages[1]] == ["25 Kritisk", "16 Hög (v1)"]
    assert "1 risk är värderad i en annan version" in found.beside


def test_a_matrix_that_cannot_be_read_leaves_the_bare_values(session: Session, risks: list[Risk]) -> None:
    matrix = session.all(RiskMatrix)[0]
    edit(session, matrix, definition="inget")
    found = read(session)
    assert (found.shown, found.is_unreadable, len(found.valued)) == (None, True, 2)
    assert found.valued[0].stages[0]
    assert found.valued[0].stages[0].cell.text == "16 (4 × 4)"
    assert risks


def test_each_level_is_explained_by_the_values_of_its_cells() -> None:
    assert [(level.text, values) for level, values in values_of(picture(FOUR))] == [
        ("Låg", "värden 1, 2 och 3"),
        ("Medel", "värden 4, 6 och 8"),
        ("Hög", "värden 9, 12 och 16"),
    ]


def test_actions_goals_and_words_go_with_their_risk(session: Session, example: Example, risks: list[Risk]) -> None:
    with session.change(Action.ADD) as change:
        change.insert_all(
            [
                Link(id=new_id(), kind=LinkKind.GOAL, source_id=risks[0].id, target_id=example.goal.id),
                RiskAction(id=new_id(), risk_id=risks[0].id, text="Rekrytera", due_on=date(2024, 5, 4)),
                RiskAction(
                    id=new_id(), risk_id=risks[0].id, position=1, text="Utbilda", due_on=DAY, status=WorkStatus.DONE
                ),
                *(_comment(risks[0], text, internal=internal) for text, internal in (("Öppet", False), ("Inåt", True))),
            ]
        )
    part = read(session).valued[-1]
    assert part.goals == ("1.1 Vården är nära",)
    assert [fact.text for fact in part.prose] == ["Få söker"]
    assert [(line.text, line.due_note) for line in part.actions] == [
        ("Rekrytera", "försenat 10\u00a0dagar"),
        ("Utbilda", ""),
    ]
    assert [fact.text for fact in part.remarks] == ["Öppet"]
    assert [fact.text for fact in read(session, Edition.INTERNAL).valued[-1].remarks] == ["Öppet", "Inåt"]


def _comment(risk: Risk, text: str, *, internal: bool) -> Comment:
    at = datetime(2024, 5, 1 + internal, tzinfo=UTC)
    return Comment(
        id=new_id(), item_id=risk.id, party=Party.ADMINISTRATION, text=text, recorded_at=at, internal=internal
    )


def test_nothing_tells_where_a_secret_risk_stands(session: Session, risks: list[Risk]) -> None:
    mark_secret(session, risks[1].id, "OSL 18:13", DAY, "Regionstyrelsen")
    found = read(session)
    assert [part.number for part in found.parts()] == [1, 3, 4]
    assert [each.risks for each in found.filled] == [("1\u00a0Brist på personal",)]
    assert found.withheld == ("Uppgifter omfattas av sekretess (OSL 18:13, 2024-05-14, Regionstyrelsen)",)
    inside = read(session, Edition.INTERNAL)
    assert inside.valued[0].title == "Strömavbrott [Sekretess: OSL 18:13]"
    assert inside.withheld == ()


def test_a_secret_action_is_a_neutral_line(session: Session, risks: list[Risk]) -> None:
    with session.change(Action.ADD) as change:
        action = change.insert(
            RiskAction(id=new_id(), risk_id=risks[0].id, text="Byta lås", responsible_function="Säkerhetschef")
        )
    mark_secret(session, action.id, "OSL 18:13", DAY, "Regionstyrelsen")
    (line,) = read(session).valued[-1].actions
    assert line.text.startswith("Uppgifter omfattas av sekretess")
    assert (line.responsible, line.status) == ("", None)


def test_an_empty_register_has_nothing(session: Session) -> None:
    found = read(session)
    assert (found.told, found.shown, found.is_unreadable, found.parts()) == ("", None, False, ())
