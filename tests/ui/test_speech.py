"""The language that is chosen is remembered, and said to hold from the next start on."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox

from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.verbs import Verb


def told(shell: Shell) -> list[str]:
    boxes = shell.findChildren(QMessageBox)
    for box in boxes:
        box.close()
    return [box.text() for box in boxes]


def test_another_language_is_remembered_and_promised(shell: Shell, settings: Settings) -> None:
    assert shell.verbs[Verb.SPEAK_SWEDISH].isChecked()
    shell.verbs[Verb.SPEAK_ENGLISH].trigger()
    assert settings.language == "en"
    assert told(shell) == ["Regdesk visas på engelska nästa gång det startas."]
    assert not shell.verbs[Verb.SPEAK_SWEDISH].isChecked()


def test_the_present_language_needs_no_word(shell: Shell, settings: Settings) -> None:
    shell.verbs[Verb.SPEAK_SWEDISH].trigger()
    assert settings.language == "sv"
    assert told(shell) == []
