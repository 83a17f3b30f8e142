"""Undo is named after its step, and goes to the field that is being written in before it goes to the register."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from regdesk.services.registers import edit_register, opened, register_of
from regdesk.services.session import Session
from regdesk.ui.actions import plain
from regdesk.ui.shell import Shell
from regdesk.ui.verbs import Verb
from tests.ui.conftest import NotePage


@pytest.fixture
def session(shell: Shell, register: Path) -> Session:
    assert shell.open_register(register)
    assert shell.session is not None
    return shell.session


def name(shell: Shell, verb: Verb) -> str:
    return plain(shell.verbs[verb].text())


def test_nothing_to_undo_at_first(shell: Shell, session: Session) -> None:
    assert session.undo_step is None
    assert not shell.verbs[Verb.UNDO].isEnabled()
    assert name(shell, Verb.UNDO) == "Ångra"


def test_a_step_is_named_undone_and_done_again(shell: Shell, session: Session) -> None:
    edit_register(session, organisation="Region Söder")
    assert name(shell, Verb.UNDO) == "Ångra Ändra registrets uppgifter"
    shell.verbs[Verb.UNDO].trigger()
    assert register_of(session).organisation == "Region Norr"
    assert name(shell, Verb.REDO) == "Gör om Ändra registrets uppgifter"
    assert not shell.verbs[Verb.UNDO].isEnabled()
    shell.verbs[Verb.REDO].trigger()
    assert register_of(session).organisation == "Region Söder"


def test_the_name_stands_in_the_tool_tip_and_not_in_the_bar(shell: Shell, session: Session) -> None:
    edit_register(session, organisation="Region Söder")
    action = shell.verbs[Verb.UNDO]
    assert action.iconText() == "Ångra"
    assert "Ändra registrets uppgifter" in action.toolTip()


def test_a_field_goes_first(shell: Shell, session: Session) -> None:
    edit_register(session, organisation="Region Söder")
    assert shell.desk is not None
    page = shell.desk.page
    assert isinstance(page, NotePage)
    page.field.setFocus()
    QTest.keyClicks(page.field, "abc")
    shell.verbs[Verb.UNDO].trigger()
    assert page.field.text() == ""
    assert register_of(session).organisation == "Region Söder"
    QTest.keyClick(page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert register_of(session).organisation == "Region Norr"


def test_a_step_that_cannot_be_taken_back_says_so(shell: Shell, session: Session) -> None:
    edit_register(session, organisation="Region Söder")
    with opened(session.path, "en annan") as other:
        edit_register(other, organisation="Region Väst")
    shell.verbs[Verb.UNDO].trigger()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "ändrats av ett annat program" in box.text()
    box.close()
    assert not shell.verbs[Verb.UNDO].isEnabled()


def test_a_closed_register_leaves_nothing_to_undo(shell: Shell, session: Session) -> None:
    edit_register(session, organisation="Region Söder")
    shell.close_register()
    assert name(shell, Verb.UNDO) == "Ångra"
    assert not shell.verbs[Verb.UNDO].isEnabled()
