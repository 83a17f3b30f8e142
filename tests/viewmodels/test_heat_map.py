"""The risk map as data and as text: one level a cell, whatever shows it."""

from __future__ import annotations

from datetime import date

import pytest

from regdesk.domain.codes import RiskStage
from regdesk.domain.ids import new_id
from regdesk.domain.model import Risk, RiskMatrix
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.domain.risk_matrices import FIVE, MATRICES
from regdesk.domain.risk_matrix import Matrix
from regdesk.services.actions import Action
from regdesk.services.risks import keep_matrix, matrices, score_risk, scores_of
from regdesk.services.session import Session
from regdesk.viewmodels.heat_map import as_text, beside_words, heat_map, picture, spoken, version_choices
from regdesk.viewmodels.risk_list import risk_list
from regdesk.viewmodels.risk_scores import standings
from regdesk.viewmodels.rows import Tone
from tests.viewmodels.lists import all_rows

CURRENT = RiskStage.CURRENT


@pytest.fixture
def risk(session: Session) -> Risk:
    """A risk that is scored 3 by 4, beside one that is not scored."""
    risk = Risk(id=new_id(), title="Brist på personal")
    with session.change(Action.ADD) as change:
        change.insert_all([risk, Risk(id=new_id(), position=1, title="Avbrott")])
    score_risk(session, risk.id, RiskStage.INITIAL, 3, 4, date(2024, 5, 1))
    return risk


def test_the_highest_likelihood_stands_at_the_top(session: Session, risk: Risk) -> None:
    shown = heat_map(session, CURRENT)
    assert [row.text for row in shown.rows] == ["4 Mycket stor", "3 Stor", "2 Liten", "1 Mycket liten"]
    assert shown.columns[0].text == "1 Försumbar"
    assert shown.cells[1][3].risks == (risk.id,)
    assert shown.cell_at((3, 4)) is shown.cells[1][3]


@pytest.mark.usefixtures("risk")
def test_a_cell_says_in_words_what_it_says_in_colour(session: Session) -> None:
    cell = heat_map(session, CURRENT).cell_at((3, 4))
    assert (cell.cell.text, cell.cell.symbol, cell.cell.tone, cell.acts) == ("12 Hög", "●", Tone.BAD, True)
    assert spoken(cell) == "1 risk, 12 Hög, sannolikhet 3 Stor, konsekvens 4 Allvarlig, åtgärd krävs"
    assert spoken(heat_map(session, CURRENT).cell_at((1, 1))).startswith("inga risker, 1 Låg")


@pytest.mark.usefixtures("risk")
def test_list_panel_and_map_show_the_same_level(session: Session) -> None:
    listed = all_rows(risk_list(session))[0]
    (standing,) = standings(session, listed.id)
    mapped = heat_map(session, CURRENT).cell_at((3, 4)).cell
    shown = {(cell.text, cell.symbol, cell.tone) for cell in (listed.cells[2], standing.cell, mapped)}
    assert shown == {("12 Hög", "●", Tone.BAD)}


@pytest.mark.usefixtures("risk")
def test_the_map_is_told_as_text(session: Session) -> None:
    assert as_text(heat_map(session, CURRENT), CURRENT).splitlines() == [
        "Riskkarta: nuvarande",
        "Nivåer: ○ Låg, ◑ Medel, ● Hög",
        "Tjock kant: åtgärd krävs, från värde 8.",
        "",
        "● 1 risk, 12 Hög, sannolikhet 3 Stor, konsekvens 4 Allvarlig, åtgärd krävs",
        "1 risk är inte värderad",
    ]


@pytest.mark.usefixtures("risk")
def test_a_new_version_leaves_what_was_valued_in_the_old_one_to_it(session: Session) -> None:
    keep_matrix(session, FIVE)
    new, old = heat_map(session, CURRENT), heat_map(session, CURRENT, matrices(session)[1].id)
    assert beside_words(new.placed) == ("1 risk är inte värderad", "1 risk är värderad i en annan version")
    assert [len(cell.risks) for cell in old.cells[1]] == [0, 0, 0, 1]
    assert (len(new.rows), len(old.rows)) == (5, 4)
    assert [choice.text for choice in version_choices(session)] == ["Version 2, gäller", "Version 1"]


@pytest.mark.parametrize("matrix", MATRICES.values(), ids=MATRICES)
def test_levels_are_told_apart_without_colour(matrix: Matrix) -> None:
    legend = picture(matrix).legend
    assert len({cell.symbol for cell in legend}) == len({cell.text for cell in legend}) == len(legend)


def test_a_matrix_that_cannot_be_read_is_a_problem(session: Session) -> None:
    with session.change(Action.ADD) as change:
        change.insert(RiskMatrix(id=new_id(), version=1, name="", size=4, definition="{}"))
    with pytest.raises(Problem) as raised:
        heat_map(session, CURRENT)
    assert raised.value.kind is ProblemKind.MATRIX_UNREADABLE


def test_what_is_withheld_stands_nowhere_on_the_map(session: Session, risk: Risk) -> None:
    (score,) = scores_of(session, risk.id)
    without_risk = heat_map(session, CURRENT, withheld=lambda record_id: record_id == risk.id)
    without_score = heat_map(session, CURRENT, withheld=lambda record_id: record_id == score.id)
    assert (without_risk.cell_at((3, 4)).risks, len(without_risk.placed.unscored)) == ((), 1)
    assert (without_score.cell_at((3, 4)).risks, len(without_score.placed.unscored)) == ((), 2)
