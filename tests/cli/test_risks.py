"""The risk map on the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import RiskStage
from regdesk.domain.ids import new_id
from regdesk.domain.model import Risk
from regdesk.services.editing import add
from regdesk.services.risks import score_risk
from tests.cli.conftest import Regdesk
from tests.registers import open_example


@pytest.fixture
def valued(tmp_path: Path) -> Path:
    """A register with a risk that is valued and one that is not."""
    session, _example = open_example(tmp_path)
    with session:
        risk = add(session, Risk(id=new_id(), title="Brist på personal"))
        add(session, Risk(id=new_id(), position=1, title="", text="Det kan bli\nlångvarigt."))
        score_risk(session, risk.id, RiskStage.INITIAL, 3, 4, date(2024, 5, 1))
    return session.path


def test_the_map_is_told_with_its_risks(regdesk: Regdesk, valued: Path) -> None:
    assert regdesk("risks", valued).out.splitlines() == [
        "Riskkarta: nuvarande",
        "Nivåer: ○ Låg, ◑ Medel, ● Hög",
        "Tjock kant: åtgärd krävs, från värde 8.",
        "",
        "● 1 risk, 12 Hög, sannolikhet 3 Stor, konsekvens 4 Allvarlig, åtgärd krävs",
        "1 risk är inte värderad",
        "",
        "● 12 Hög: Brist på personal",
        "– ej värderad: Det kan bli långvarigt.",
    ]


def test_another_stage_is_asked_for(regdesk: Regdesk, valued: Path) -> None:
    for stage in ("residual", "kvarstående"):
        assert "2 risker är inte värderade" in regdesk("risks", valued, "--stage", stage).out
    refused = regdesk("risks", valued, "--stage", "senare")
    assert refused.code != 0
    assert "Skedet senare finns inte, välj initial, current, residual" in refused.err.replace("\n", " ")
