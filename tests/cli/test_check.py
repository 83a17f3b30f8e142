"""The check of a register, from the command line."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from regdesk.services.registers import opened
from tests.cli.conftest import Regdesk


def test_a_sound_register_is_told_with_what_was_checked(regdesk: Regdesk, register: Path) -> None:
    said = regdesk("check", register)
    with opened(register) as session:
        head = session.head
    assert said.code == 0
    assert said.out == (
        "Registret stämmer: 31 rader har hållits mot historikens enda steg.\n"
        f"Historikens kontrollsumma är {head.hash}.\n"
    )


def test_what_was_changed_unseen_is_found(regdesk: Regdesk, register: Path) -> None:
    connection = sqlite3.connect(register)
    connection.execute("UPDATE registers SET organisation = 'Region Ö'")
    connection.commit()
    connection.close()
    said = regdesk("check", register)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Register ")
    assert said.err.endswith(" har ändrats av något utanför Regdesk: jämför med en säkerhetskopia.\n")


def test_a_file_that_is_no_register_is_told(regdesk: Regdesk, tmp_path: Path) -> None:
    (tmp_path / "brev.regdesk").write_text("Hej!" * 1000)
    said = regdesk("check", tmp_path / "brev.regdesk")
    assert (said.code, said.out) == (1, "")
    assert said.err == "brev.regdesk är inget register: välj en fil som slutar på .regdesk.\n"
