"""Risks and their values: dated scores that stay, matrices in versions, and why a risk is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import MeetingStatus, RiskStage, RiskStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Comment, Meeting, Risk, RiskMatrix, RiskScore
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.domain.risk_matrices import FIVE, FOUR
from regdesk.domain.risk_matrix import ScaleStep, read_matrix
from regdesk.services import risks
from regdesk.services.actions import Action
from regdesk.services.editing import edit, remove
from regdesk.services.session import Session
from tests.registers import open_example

INITIAL, CURRENT, RESIDUAL = RiskStage
RENAMED = replace(FOUR, impact=(ScaleStep("Obetydlig"), *FOUR.impact[1:]))


@dataclass(frozen=True)
class Board:
    session: Session
    shortage: Risk
    flood: Risk

    def score(
        self, stage: RiskStage, likelihood: int, impact: int, day: int = 1, risk: Risk | None = None
    ) -> RiskScore:
        on = date(2024, 5, day)
        return risks.score_risk(self.session, (risk or self.shortage).id, stage, likelihood, impact, on)

    def held(self, stage: RiskStage) -> RiskScore | None:
        return risks.score_at(risks.scores_of(self.session, self.shortage.id), stage)


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    session, _example = open_example(tmp_path)
    made = (
        Risk(id=new_id(), title="Brist på personal"),
        Risk(id=new_id(), position=1, title="", text="Det kan bli översvämning."),
    )
    with session.change(Action.ADD) as change:
        change.insert_all(made)
    yield Board(session, *made)
    session.close()


def test_without_a_matrix_of_its_own_a_register_has_the_shipped_one(board: Board) -> None:
    assert risks.matrix_in_force(board.session) == FOUR
    assert risks.matrices(board.session) == []


def test_the_first_score_makes_the_shipped_matrix_the_registers_own(board: Board) -> None:
    score = board.score(INITIAL, 3, 4)
    (matrix,) = risks.matrices(board.session)
    assert (matrix.version, matrix.name, matrix.size) == (1, "4 × 4", 4)
    assert read_matrix(matrix.definition) == FOUR
    assert score.matrix_id == matrix.id
    board.session.undo()
    assert board.session.all(RiskMatrix) == []
    assert board.session.all(RiskScore) == []


def test_a_score_stays_when_a_new_one_comes(board: Board) -> None:
    old, new = board.score(CURRENT, 4, 4, day=1), board.score(CURRENT, 2, 4, day=9)
    assert risks.scores_of(board.session, board.shortage.id) == [new, old]
    assert risks.score_before(risks.scores_of(board.session, board.shortage.id), new) == old


def test_of_two_scores_of_a_day_the_later_one_holds(board: Board) -> None:
    board.score(CURRENT, 4, 4)
    later = board.score(CURRENT, 1, 1)
    assert board.held(CURRENT) == later


def test_the_current_score_is_the_latest_current_or_else_the_latest_initial(board: Board) -> None:
    assert board.held(CURRENT) is None
    first = board.score(INITIAL, 3, 3, day=1)
    assert board.held(CURRENT) == first
    now = board.score(CURRENT, 2, 3, day=2)
    board.score(INITIAL, 4, 4, day=3)
    assert board.held(CURRENT) == now


def test_a_residual_score_is_only_residual(board: Board) -> None:
    left = board.score(RESIDUAL, 1, 2)
    assert (board.held(RESIDUAL), board.held(CURRENT), board.held(INITIAL)) == (left, None, None)


@pytest.mark.parametrize(("likelihood", "impact"), [(0, 1), (5, 1), (1, 5), (-1, 1)])
def test_a_score_outside_the_matrix_changes_nothing(board: Board, likelihood: int, impact: int) -> None:
    before = board.session.head
    with pytest.raises(Problem) as raised:
        board.score(INITIAL, likelihood, impact)
    assert raised.value.kind is ProblemKind.SCORE_OUTSIDE_MATRIX
    assert board.session.head == before


def test_a_closed_meeting_values_nothing_more(board: Board) -> None:
    meeting = Meeting(id=new_id(), title="Majmötet", date=date(2024, 5, 2), status=MeetingStatus.CLOSED)
    with board.session.change(Action.ADD) as change:
        change.insert(meeting)
    with pytest.raises(Problem) as raised:
        risks.score_risk(board.session, board.shortage.id, CURRENT, 1, 1, meeting.date, meeting.id)
    assert raised.value.kind is ProblemKind.MEETING_CLOSED


def test_a_matrix_that_was_used_gets_a_new_version_and_old_scores_keep_theirs(board: Board) -> None:
    first = risks.keep_matrix(board.session, FOUR)
    score = board.score(INITIAL, 4, 1)
    second = risks.keep_matrix(board.session, RENAMED)
    assert (first.version, second.version) == (1, 2)
    kept = board.session.get(RiskMatrix, board.session.get(RiskScore, score.id).matrix_id)
    assert read_matrix(kept.definition).impact[0].label == "Försumbar"
    assert board.score(INITIAL, 4, 1, day=2).matrix_id == second.id
    assert risks.matrix_in_force(board.session) == RENAMED


def test_a_matrix_that_nobody_used_is_changed_where_it_is(board: Board) -> None:
    first = risks.keep_matrix(board.session, FOUR)
    second = risks.keep_matrix(board.session, FIVE)
    assert (second.id, second.version, second.size) == (first.id, 1, 5)
    board.session.undo()
    assert risks.matrix_in_force(board.session) == FOUR


def test_the_same_matrix_makes_no_step(board: Board) -> None:
    risks.keep_matrix(board.session, FIVE)
    before = board.session.head
    risks.keep_matrix(board.session, FIVE)
    assert board.session.head == before


def test_a_matrix_without_words_is_not_kept(board: Board) -> None:
    for label in (" ", "\ud800"):
        with pytest.raises(Problem) as raised:
            risks.keep_matrix(board.session, replace(FOUR, impact=(ScaleStep(label), *FOUR.impact[1:])))
        assert raised.value.kind is ProblemKind.MATRIX_UNREADABLE
    assert risks.matrices(board.session) == []


def test_a_score_of_another_matrix_is_not_compared_with(board: Board) -> None:
    board.score(CURRENT, 4, 4, day=1)
    risks.keep_matrix(board.session, FIVE)
    new = board.score(CURRENT, 5, 5, day=2)
    assert risks.score_before(risks.scores_of(board.session, board.shortage.id), new) is None


def test_a_current_score_is_compared_with_the_initial_one(board: Board) -> None:
    first = board.score(INITIAL, 4, 4, day=1)
    now = board.score(CURRENT, 2, 4, day=2)
    assert risks.score_before(risks.scores_of(board.session, board.shortage.id), now) == first


def test_risks_stand_in_the_cells_of_their_scores(board: Board) -> None:
    board.score(INITIAL, 3, 4)
    (matrix,) = risks.matrices(board.session)
    placed = risks.placing(board.session, CURRENT, matrix.id)
    assert placed.cells == {(3, 4): [board.shortage.id]}
    assert placed.unscored == [board.flood.id]
    assert risks.placing(board.session, RESIDUAL, matrix.id).unscored == [board.shortage.id, board.flood.id]


def test_a_risk_valued_in_another_version_stands_elsewhere(board: Board) -> None:
    board.score(INITIAL, 3, 4)
    new = risks.keep_matrix(board.session, FIVE)
    placed = risks.placing(board.session, CURRENT, new.id)
    assert (placed.cells, placed.elsewhere) == ({}, [board.shortage.id])


def test_a_closed_risk_stands_nowhere(board: Board) -> None:
    edit(board.session, board.flood, status=RiskStatus.CLOSED)
    assert risks.placing(board.session, CURRENT, None).unscored == [board.shortage.id]


def test_a_risk_goes_with_its_scores_and_comes_back_with_them(board: Board) -> None:
    board.score(INITIAL, 3, 4)
    remove(board.session, board.shortage)
    assert board.session.all(RiskScore) == []
    board.session.undo()
    assert len(risks.scores_of(board.session, board.shortage.id)) == 1


def test_why_a_risk_is_accepted_is_said_changed_and_taken_back(board: Board) -> None:
    risk_id = board.flood.id
    assert risks.reason_of(board.session, risk_id) is None
    risks.give_reason(board.session, risk_id, "Ingen åtgärd står i proportion till nyttan.")
    risks.give_reason(board.session, risk_id, "Inget hjälper.")
    (said,) = board.session.all(Comment)
    assert (said.item_id, said.text) == (risk_id, "Inget hjälper.")
    before = board.session.head
    risks.give_reason(board.session, risk_id, "Inget hjälper.")
    assert board.session.head == before
    risks.give_reason(board.session, risk_id, "")
    assert board.session.all(Comment) == []
    board.session.undo()
    assert len(board.session.all(Comment)) == 1
