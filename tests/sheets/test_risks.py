"""The sheet "Riskbild" of the shipped examples, against golden files, and its matrix as a drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import RiskStage
from regdesk.domain.ids import new_id
from regdesk.domain.model import Risk, RiskMatrix
from regdesk.domain.risk_matrices import MATRICES
from regdesk.domain.risk_matrix import Matrix
from regdesk.services.editing import add, edit
from regdesk.services.risks import score_risk
from regdesk.services.session import Session
from regdesk.sheets.blocks import Block, Figure, KeepTogether, Sheet, Table
from regdesk.sheets.drawings import Area, Drawing, Stroke
from regdesk.sheets.plain import plain_text
from regdesk.sheets.risk_matrix import risk_matrix
from regdesk.viewmodels.heat_map import picture
from tests.registers import make_register
from tests.sheets.making import assert_golden, make_sheet

Shipped = Callable[[str], Session]
TODAY = date(2026, 11, 23)


def made(session: Session, **answers: str) -> Sheet:
    return make_sheet(session, "risks", printed=TODAY, answers=answers)


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield from flat(block.blocks) if isinstance(block, KeepTogether) else (block,)


def figure(sheet: Sheet) -> Figure:
    (found,) = (block for block in flat(sheet.blocks) if isinstance(block, Figure))
    return found


@pytest.mark.parametrize("example", ["goal_areas", "strategic_areas", "outcome_goals"])
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, example: str) -> None:
    assert_golden(made(shipped(example)), f"risks_{example}")


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        ({"matrix": ""}, "Riskmatris"),
        ({"legend": ""}, "Så läses nivåerna"),
        ({"prose": ""}, "Orsak: "),
        ({"actions": ""}, "Klart senast"),
        ({"controls": ""}, "Internkontrollplan"),
        ({"stage": "residual"}, "nuvarande värden"),
    ],
)
def test_what_is_not_chosen_is_not_printed(shipped: Shipped, answers: dict[str, str], gone: str) -> None:
    session = shipped("goal_areas")
    assert gone in plain_text(made(session))
    assert gone not in plain_text(made(session, **answers))


def test_all_that_the_drawing_tells_stands_in_words_too(shipped: Shipped) -> None:
    sheet = made(shipped("goal_areas"))
    drawing = figure(sheet).image
    assert isinstance(drawing, Drawing)
    assert {"nr 1", "nr 3", "12 Hög"} <= {word.removeprefix("● ") for word in drawing.words()}
    assert "1 risk, 12 Hög, sannolikhet 3 Stor, konsekvens 4 Allvarlig, åtgärd krävs: nr 1" in figure(sheet).alt
    assert "● 12 Hög | 3 Stor | 4 Allvarlig | 1 Vården kan inte bemannas" in plain_text(sheet)


@pytest.mark.parametrize("matrix", MATRICES.values(), ids=MATRICES.keys())
def test_levels_differ_without_colour_and_the_limit_has_a_thick_edge(matrix: Matrix) -> None:
    drawing = risk_matrix(picture(matrix), {}, "Nuvarande värden").image
    assert isinstance(drawing, Drawing)
    areas = [shape for shape in drawing.shapes if isinstance(shape, Area) and shape.edge]
    assert len(areas) == len(matrix.likelihood) * len(matrix.impact)
    assert len({(area.fill, area.pattern) for area in areas}) == len({area.pattern for area in areas})
    assert [shape for shape in drawing.shapes if isinstance(shape, Stroke)]
    assert drawing.width <= 167


def test_an_empty_register_has_sentences_and_no_table(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path)) as session:
        sheet = made(session)
    assert not [block for block in flat(sheet.blocks) if isinstance(block, Table | Figure)]
    assert "Inga risker är upptagna." in plain_text(sheet)
    assert "Inga kontrollmoment är upptagna." in plain_text(sheet)


def test_risks_without_values_have_no_matrix(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path), who="Testaren") as session:
        add(session, Risk(id=new_id(), title="Klimatet ändras"))
        sheet = made(session)
    assert not [block for block in flat(sheet.blocks) if isinstance(block, Figure)]
    assert "Risker som inte är värderade" in plain_text(sheet)


def test_a_matrix_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path), who="Testaren") as session:
        risk = add(session, Risk(id=new_id(), title="Avbrott"))
        score = score_risk(session, risk.id, RiskStage.INITIAL, 2, 3, TODAY)
        edit(session, session.get(RiskMatrix, score.matrix_id), definition="inget")
        text = plain_text(made(session))
    assert "Riskmatrisen kan inte läsas." in text
    assert "6 (2 × 3)" in text
