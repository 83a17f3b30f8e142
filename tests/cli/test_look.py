"""The look of the sheets by command: what is chosen is printed, and what cannot be read is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from regdesk.paths import data_folder
from regdesk.services.look import look_of
from regdesk.services.session import Session
from tests.cli.conftest import Regdesk
from tests.registers import make_register

LOGO = data_folder("resources") / "app" / "regdesk-64.png"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return make_register(tmp_path)


def test_a_register_begins_with_the_look_of_the_program(regdesk: Regdesk, register: Path) -> None:
    said = regdesk("look", register)
    assert (said.code, said.err) == (0, "")
    assert "Färg: #0B5563\n" in said.out
    assert "Logotyp: ingen\n" in said.out


def test_what_is_chosen_is_on_the_sheet(regdesk: Regdesk, register: Path, tmp_path: Path) -> None:
    options = ("--accent", "#7a1f3d", "--typeface", "serif", "--logo", LOGO, "--logo-alt", "Region Norrs vapen")
    said = regdesk("look", register, *options, "--foot", "Box 1, 123 45 Ort", "--head", "period", "--no-seal")
    assert (said.code, said.err) == (0, "")
    assert "Typsnitt: Source Serif" in said.out
    assert regdesk("sheet", register, "follow-up", "-o", tmp_path / "blad.txt").code == 0
    text = (tmp_path / "blad.txt").read_text(encoding="utf-8")
    assert text.startswith("[Region Norrs vapen]\n")
    assert "Box 1, 123 45 Ort" in text
    assert "Nämnd: " not in text
    assert "Register " not in text
    assert regdesk("look", register, "--no-logo").code == 0
    with Session.open(register) as session:
        assert (look_of(session).logo, look_of(session).accent) == ("", "#7A1F3D")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--accent", "#FFEE00"), "kontrasten är 1,"),
        (("--accent", "grön"), "är ingen färg"),
        (("--logo", LOGO), "Logotypen saknar beskrivning"),
        (("--logo", Path(__file__), "--logo-alt", "x"), "går inte att använda som logotyp"),
        (("--logo", Path("finns inte.png"), "--logo-alt", "x"), "finns inte"),
        (("--file-name", "{sida}"), "Filnamnet kan inte innehålla {sida}"),
    ],
)
def test_what_will_not_do_is_told_and_changes_nothing(
    regdesk: Regdesk, register: Path, options: tuple[object, ...], told: str
) -> None:
    before = register.read_bytes()
    said = regdesk("look", register, *options)
    assert said.code == 1
    assert told in said.err
    assert register.read_bytes() == before
