"""The risks of a real plan, which has prose and no values: listed, mapped, valued and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import RiskStage
from regdesk.exchange.word.reader import read_document
from regdesk.exchange.word.recognise import recognise
from regdesk.exchange.writing import write_proposal
from regdesk.services.registers import check_register
from regdesk.services.risks import score_risk
from regdesk.services.session import Session
from regdesk.viewmodels.heat_map import beside_words, heat_map
from regdesk.viewmodels.risk_list import risk_list
from regdesk.viewmodels.risk_scores import standings
from tests.registers import make_register
from tests.viewmodels.lists import all_rows, texts


@pytest.fixture
def imported(tmp_path: Path, shared_documents: Path) -> Iterator[Session]:
    with Session.open(make_register(tmp_path)) as opened:
        plan = read_document(shared_documents / "verksamhetsplan-rs-vasternorrland-2024-2026.docx")
        write_proposal(opened, recognise(plan))
        yield opened
        check_register(opened)


def test_risks_of_a_plan_are_valued_when_somebody_wants_to(imported: Session) -> None:
    listed = all_rows(risk_list(imported))
    assert len(listed) == 4
    assert all(row.cells[0].text for row in listed)
    assert [row.cells[2].spoken for row in listed] == ["ej värderad"] * 4
    assert standings(imported, listed[0].id) == ()
    assert beside_words(heat_map(imported, RiskStage.CURRENT).placed)[0] == "4 risker är inte värderade"

    score_risk(imported, listed[2].id, RiskStage.INITIAL, 4, 4, date(2024, 5, 1))
    shown = heat_map(imported, RiskStage.CURRENT)
    assert shown.cell_at((4, 4)).risks == (listed[2].id,)
    assert beside_words(shown.placed)[0] == "3 risker är inte värderade"
    imported.undo()
    assert texts(risk_list(imported), "value") == [""] * 4
