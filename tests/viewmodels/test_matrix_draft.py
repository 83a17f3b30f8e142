"""A matrix while a person works on it: nothing can be made that is no matrix, and nothing is stored by itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.codes import RiskStage
from regdesk.domain.ids import new_id
from regdesk.domain.model import Risk, RiskMatrix
from regdesk.domain.risk_matrices import FIVE, FOUR
from regdesk.domain.risk_matrix import MOST, Matrix, check_shape
from regdesk.services.actions import Action
from regdesk.services.risks import matrix_in_force, score_risk
from regdesk.services.session import Session
from regdesk.viewmodels.matrix_draft import MatrixDraft, symbol_choices, tone_choices
from regdesk.viewmodels.risk_values import level_cell


@pytest.fixture
def draft(session: Session) -> MatrixDraft:
    return MatrixDraft(session)


def test_a_draft_begins_as_the_matrix_in_force_and_stores_nothing_by_itself(
    session: Session, draft: MatrixDraft
) -> None:
    assert draft.matrix == FOUR
    draft.begin_as("5x5")
    assert session.all(RiskMatrix) == []
    draft.store()
    assert matrix_in_force(session) == FIVE


def test_a_cell_goes_round_the_levels(draft: MatrixDraft) -> None:
    found = []
    for _each in range(4):
        found.append(draft.matrix.level(1, 2).word)
        draft.cycle((1, 2))
    assert found == ["Låg", "Medel", "Hög", "Låg"]


def test_cells_are_filled_by_values(draft: MatrixDraft) -> None:
    assert draft.starts() == [1, 4, 9]
    draft.fill([1, 3, 12])
    assert draft.starts() == [1, 3, 12]
    draft.fill([1, 0, 16])
    assert draft.starts() == [1, 0, 16]


def test_other_levels_keep_the_words_there_were(draft: MatrixDraft) -> None:
    draft.set_levels(2)
    assert [level.word for level in draft.matrix.levels] == ["Låg", "Medel"]
    assert draft.matrix.level(4, 4).word == "Medel"
    draft.set_levels(MOST)
    assert len({level.symbol for level in draft.matrix.levels}) == len({level.tone for level in draft.matrix.levels})
    assert draft.fault()


def test_a_limit_comes_down_with_the_matrix(draft: MatrixDraft) -> None:
    draft.set_limit(99)
    assert draft.matrix.action_limit == 16
    draft.resize(2, 3)
    assert draft.matrix.action_limit == 6
    draft.set_limit(0)
    assert draft.picture().limit == ""


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("  ", "Varje steg och nivå behöver ett ord: fyll i dem som är tomma."),
        ("x" * 501, "En text är för lång: korta den till 500 tecken."),
        ("lindrig", "Två steg eller nivåer går inte att skilja åt: ge dem olika ord och tecken."),
        ("Obetydlig", ""),
    ],
)
def test_what_is_wrong_is_said(draft: MatrixDraft, label: str, words: str) -> None:
    draft.set_impact(0, label, "")
    assert draft.fault() == words


def test_levels_with_the_same_sign_are_not_told_apart(draft: MatrixDraft) -> None:
    draft.set_level(0, "Låg", "green", "●")
    assert draft.fault()


def test_a_matrix_that_was_used_becomes_a_new_version(session: Session, draft: MatrixDraft) -> None:
    assert draft.makes_version == 0
    risk = Risk(id=new_id(), title="Brist")
    with session.change(Action.ADD) as change:
        change.insert(risk)
    score_risk(session, risk.id, RiskStage.INITIAL, 1, 1, date(2024, 5, 1))
    assert draft.makes_version == 2


def test_a_matrix_that_cannot_be_read_is_begun_anew(session: Session) -> None:
    with session.change(Action.ADD) as change:
        change.insert(RiskMatrix(id=new_id(), version=1, name="", size=4, definition="[]"))
    draft = MatrixDraft(session)
    assert draft.matrix == FOUR
    draft.store()
    assert matrix_in_force(session) == FOUR


def test_every_colour_and_sign_has_a_look(draft: MatrixDraft) -> None:
    for tone in tone_choices():
        draft.set_level(0, "Låg", tone.code, symbol_choices()[0].code)
        assert level_cell(draft.matrix.levels[0]).tone
        assert tone.text


COUNT = st.integers(2, 5)
STEPS = st.one_of(
    st.tuples(st.just("resize"), COUNT, COUNT),
    st.tuples(st.just("levels"), COUNT, COUNT),
    st.tuples(st.just("cycle"), st.just(1), st.just(2)),
    st.tuples(st.just("fill"), st.integers(0, 30), st.integers(0, 30)),
    st.tuples(st.just("limit"), st.integers(-5, 50), st.just(0)),
)


class _Bare(MatrixDraft):
    """A draft without a register."""

    def __init__(self) -> None:
        self.matrix: Matrix = FOUR


@given(st.lists(STEPS, max_size=12))
def test_whatever_is_done_the_parts_go_together(steps: list[tuple[str, int, int]]) -> None:
    draft = _Bare()
    for name, first, second in steps:
        match name:
            case "resize":
                draft.resize(first, second)
            case "levels":
                draft.set_levels(first)
            case "cycle":
                draft.cycle((first, second))
            case "fill":
                draft.fill([first, second])
            case _:
                draft.set_limit(first)
        check_shape(draft.matrix)
