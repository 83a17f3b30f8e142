"""What a risk is worth in words: stages, trends, and matrices that hold no longer."""

from __future__ import annotations

from datetime import date

import pytest

from regdesk.domain.codes import MeetingStatus, RiskStage
from regdesk.domain.ids import new_id
from regdesk.domain.model import Meeting, Risk
from regdesk.domain.risk_matrices import FIVE
from regdesk.services.actions import Action
from regdesk.services.risks import keep_matrix, score_risk, scores_of
from regdesk.services.session import Session
from regdesk.viewmodels.risk_scores import (
    history,
    score_beginning,
    score_questions,
    standings,
    store_score,
)

INITIAL, CURRENT, RESIDUAL = RiskStage


@pytest.fixture
def risk(session: Session) -> Risk:
    with session.change(Action.ADD) as change:
        return change.insert(Risk(id=new_id(), title="Brist på personal"))


def score(session: Session, risk: Risk, stage: RiskStage, likelihood: int, impact: int, day: int) -> None:
    score_risk(session, risk.id, stage, likelihood, impact, date(2024, 5, day), comment="Efter mötet")


def told(session: Session, risk: Risk) -> list[tuple[str, str, str]]:
    return [(each.stage, each.cell.text, each.words) for each in standings(session, risk.id)]


def test_a_risk_without_scores_has_nothing_to_tell(session: Session, risk: Risk) -> None:
    assert told(session, risk) == []
    assert history(session, risk.id).count() == 0


def test_an_initial_score_holds_until_there_is_a_later_one(session: Session, risk: Risk) -> None:
    score(session, risk, INITIAL, 2, 3, 1)
    assert told(session, risk) == [
        (
            "Nuvarande",
            "6 Medel",
            "2024-05-01: sannolikhet 2 Liten, konsekvens 3 Betydande. Ursprunglig värdering: ingen senare finns.",
        )
    ]


@pytest.mark.parametrize(
    ("likelihood", "trend"),
    [
        (4, "↑ Högre än 9 den 2024-05-01."),
        (2, "↓ Lägre än 9 den 2024-05-01."),
        (3, "→ Samma värde som den 2024-05-01."),
    ],
)
def test_a_current_score_says_how_it_went(session: Session, risk: Risk, likelihood: int, trend: str) -> None:
    score(session, risk, INITIAL, 3, 3, 1)
    score(session, risk, CURRENT, likelihood, 3, 2)
    assert [stage for stage, _value, _words in told(session, risk)] == ["Nuvarande", "Ursprunglig"]
    assert trend in told(session, risk)[0][2]


def test_a_residual_score_stands_apart(session: Session, risk: Risk) -> None:
    score(session, risk, INITIAL, 4, 4, 1)
    score(session, risk, RESIDUAL, 1, 4, 2)
    assert [(stage, value) for stage, value, _words in told(session, risk)] == [
        ("Nuvarande", "16 Hög"),
        ("Kvarstående", "4 Medel"),
    ]
    assert "↓ Lägre än 16" in told(session, risk)[1][2]


def test_every_score_is_kept_newest_first(session: Session, risk: Risk) -> None:
    score(session, risk, INITIAL, 4, 4, 1)
    score(session, risk, CURRENT, 1, 4, 2)
    rows = history(session, risk.id).page(None, 10)
    assert [tuple(cell.text for cell in row.cells) for row in rows] == [
        ("2024-05-02", "Nuvarande", "4 Medel", "Efter mötet"),
        ("2024-05-01", "Ursprunglig", "16 Hög", "Efter mötet"),
    ]


def test_an_old_score_reads_as_its_own_matrix_had_it(session: Session, risk: Risk) -> None:
    score(session, risk, INITIAL, 3, 4, 1)
    keep_matrix(session, FIVE)
    ((_stage, value, words),) = told(session, risk)
    assert value == "12 Hög (v1)"
    assert "konsekvens 4 Allvarlig" in words, "in the new matrix 4 is Betydande"
    assert "Värderad i matris version 1, som inte längre gäller." in words


def test_scoring_begins_as_initial_and_goes_on_where_it_was(session: Session, risk: Risk) -> None:
    begun = score_beginning(session, risk.id)
    assert (begun["stage"], begun["likelihood"], begun["scored_on"]) == ("initial", "", date.today().isoformat())
    score(session, risk, INITIAL, 3, 4, 1)
    begun = score_beginning(session, risk.id)
    assert (begun["stage"], begun["likelihood"], begun["impact"]) == ("current", "3", "4")
    keep_matrix(session, FIVE)
    assert score_beginning(session, risk.id)["likelihood"] == "", "a new matrix is valued in afresh"


def test_the_questions_have_the_words_of_the_matrix(session: Session) -> None:
    questions = {field.key: field for field in score_questions(session)}
    assert questions["impact"].choices[0].text == "1 Försumbar – Märks knappt och går över av sig själv."
    assert [choice.code for choice in questions["likelihood"].choices] == ["1", "2", "3", "4"]


def test_a_closed_meeting_is_not_offered(session: Session) -> None:
    with session.change(Action.ADD) as change:
        for day, status in ((1, MeetingStatus.CLOSED), (2, MeetingStatus.OPEN)):
            change.insert(Meeting(id=new_id(), title="Möte", date=date(2024, 5, day), status=status))
    questions = {field.key: field for field in score_questions(session)}
    assert len(questions["meeting_id"].choices) == 2


def test_answers_become_a_score(session: Session, risk: Risk) -> None:
    answers = score_beginning(session, risk.id) | {"likelihood": "2", "impact": "2", "scored_on": "2024-05-03"}
    assert store_score(session, risk.id, answers | {"scored_on": "i går"}) != {}
    assert store_score(session, risk.id, answers | {"scored_on": ""}) == {"scored_on": "Detta måste fyllas i."}
    assert scores_of(session, risk.id) == []
    assert store_score(session, risk.id, answers) == {}
    assert scores_of(session, risk.id)[0].scored_on == date(2024, 5, 3)
