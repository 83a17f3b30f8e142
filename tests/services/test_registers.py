"""Making registers, checking them, and keeping copies of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import BodyKind, LevelKind
from regdesk.domain.model import AgendaGoal, Level
from regdesk.domain.models import MODELS
from regdesk.services import registers
from regdesk.services.session import Session
from tests.registers import make_register


@pytest.mark.parametrize("code", MODELS)
def test_a_register_starts_with_the_levels_of_its_model(tmp_path: Path, code: str) -> None:
    path = tmp_path / "r.regdesk"
    registers.create_register(
        path,
        registers.NewRegister(
            organisation="Region Exempel",
            board="Kulturnämnden",
            period_start=2024,
            period_end=2026,
            model=MODELS[code],
        ),
    )
    with registers.opened(path) as session:
        assert [(each.kind, each.name) for each in session.all(Level)] == [
            (each.kind, each.name) for each in MODELS[code].levels
        ]
        assert registers.board_of(session).name == "Kulturnämnden"
        assert len(session.all(AgendaGoal, "number")) == 17
        registers.check_register(session)


def test_every_kind_of_level_stands_in_a_model() -> None:
    assert {level.kind for model in MODELS.values() for level in model.levels} == set(LevelKind)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Regionstyrelsen", BodyKind.EXECUTIVE_BOARD),
        ("Regionfullmäktige", BodyKind.ASSEMBLY),
        ("Kost- och servicenämnden", BodyKind.BOARD),
        ("Finansutskottet", BodyKind.COMMITTEE),
        ("Regionledningsförvaltningen", BodyKind.ADMINISTRATION),
        ("Patientnämnden", BodyKind.BOARD),
    ],
)
def test_a_name_tells_the_kind_of_body(name: str, kind: BodyKind) -> None:
    assert registers.board_kind(name) is kind


def test_what_a_register_says_of_itself_can_be_changed(tmp_path: Path) -> None:
    with registers.opened(make_register(tmp_path), who="Testaren") as session:
        registers.edit_register(session, dnr="24RS77")
        assert registers.register_of(session).dnr == "24RS77"
        session.undo()
        assert registers.register_of(session).dnr == ""


def test_one_backup_a_day(tmp_path: Path) -> None:
    path, folder = make_register(tmp_path), tmp_path / "kopior"
    with registers.opened(path) as session:
        first = registers.daily_backup(session, folder, date(2026, 11, 23))
        second = registers.daily_backup(session, folder, date(2026, 11, 24))
        registers.edit_register(session, dnr="24RS77")
        assert registers.daily_backup(session, folder, date(2026, 11, 24)) == second
    assert sorted(folder.iterdir()) == sorted([first, second])
    with Session.open(second) as copy:
        registers.check_register(copy)
        assert registers.register_of(copy).dnr == "24RS77"
