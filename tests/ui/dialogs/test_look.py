"""The look of the sheets is chosen in the window: told meanwhile, refused with the reason, kept as one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from regdesk.paths import data_folder
from regdesk.services.look import logo_of, look_of
from regdesk.services.session import Session
from regdesk.ui.colour_edit import ColourEdit
from regdesk.ui.dialogs.look import LookDialog
from regdesk.ui.shell import Shell
from regdesk.ui.verbs import Verb

LOGO = data_folder("resources") / "app" / "regdesk-128.png"


@pytest.fixture
def dialog(shell: Shell, register: Path, qtbot: QtBot) -> Iterator[LookDialog]:
    """The dialog as the menu opens it, with its page made."""
    assert shell.open_register(register)
    shell.verbs[Verb.EDIT_LOOK].trigger()
    made = shell.findChildren(LookDialog)[0]
    qtbot.waitUntil(lambda: made.preview.count == 1)
    yield made
    if shell.findChildren(LookDialog):
        made.reject()
    qtbot.waitUntil(lambda: not shell.worker.is_busy)


def session_of(shell: Shell) -> Session:
    assert shell.session is not None
    return shell.session


def press(dialog: LookDialog, text: str) -> None:
    """The button with that text."""
    found = [each for each in dialog.findChildren(QPushButton) if each.text() == text]
    assert len(found) == 1
    found[0].click()


def told(dialog: LookDialog) -> str:
    return " | ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def test_everything_is_answered_and_kept_as_one_step(dialog: LookDialog, shell: Shell) -> None:
    session = session_of(shell)
    before, seq = look_of(session), session.head.seq
    dialog.logo.take_file(LOGO)
    for key, text in {"accent": "#7a1f3d", "typeface": "serif", "logo_alt": "Vapen", "foot": "Box 1"}.items():
        dialog.form.answer(key).set_text(text)
    dialog.form.answer("dnr").set_text("")
    press(dialog, "&Spara")
    look = look_of(session)
    assert (look.accent, look.typeface, look.logo_alt, look.foot) == ("#7A1F3D", "serif", "Vapen", "Box 1")
    assert look.head == ("board", "period")
    assert logo_of(session, look) == LOGO.read_bytes()
    assert session.head.seq == seq + 1
    shell.verbs[Verb.UNDO].trigger()
    assert look_of(session) == before


def test_a_logo_is_described_or_refused_and_the_keyboard_goes_there(dialog: LookDialog, shell: Shell) -> None:
    assert not dialog.form.answer("logo_alt").isVisible()
    dialog.logo.take_file(LOGO)
    assert dialog.form.answer("logo_alt").isVisible()
    press(dialog, "&Spara")
    assert "Logotypen saknar beskrivning" in dialog.form.fault("logo_alt")
    assert QApplication.focusWidget() is dialog.form.answer("logo_alt")
    assert not look_of(session_of(shell)).logo


def test_a_logo_is_chosen_from_a_file_and_removed_again(dialog: LookDialog, shell: Shell, tmp_path: Path) -> None:
    press(dialog, "Välj &bild …")
    files = dialog.logo.findChildren(QFileDialog)[0]
    files.fileSelected.emit(str(LOGO))
    files.close()
    assert not dialog.logo.picture.pixmap().isNull()
    other = tmp_path / "logotyp.txt"
    other.write_text("ingen bild", encoding="utf-8")
    dialog.logo.take_file(other)
    assert "logotyp.txt går inte att använda som logotyp" in told(dialog)
    assert dialog.logo.chosen == LOGO.read_bytes()
    dialog.form.answer("logo_alt").set_text("Vapen")
    press(dialog, "Ta b&ort logotypen")
    assert (dialog.logo.chosen, dialog.logo.picture.text()) == (b"", "Ingen logotyp")
    assert not dialog.logo.remove_button.isEnabled()
    press(dialog, "&Spara")
    assert not look_of(session_of(shell)).logo


def test_a_colour_is_told_while_it_is_chosen_and_a_pale_one_is_refused(dialog: LookDialog, shell: Shell) -> None:
    accent = dialog.form.answer("accent")
    accent.set_text("#0B5563")
    assert "Kontrasten är 7,1" in told(dialog)
    accent.set_text("#FF9900")
    assert "⚠ #FF9900 går inte att läsa på vitt papper: kontrasten är 1,9" in told(dialog)
    press(dialog, "&Spara")
    assert "Välj en mörkare färg" in dialog.form.fault("accent")
    assert dialog.isVisible()
    assert look_of(session_of(shell)).accent == "#0B5563"


def test_a_colour_is_chosen_among_all(dialog: LookDialog) -> None:
    accent = dialog.form.answer("accent")
    assert isinstance(accent, ColourEdit)
    QTest.keyClick(accent, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    colours = accent.findChildren(QColorDialog)[0]
    assert colours.currentColor() == QColor("#0B5563")
    colours.setCurrentColor(QColor("#123456"))
    colours.accept()
    assert accent.get_text() == "#123456"


def test_the_page_beside_follows_and_keeps_still_while_a_colour_is_none(
    dialog: LookDialog, shell: Shell, qtbot: QtBot
) -> None:
    before = dialog.preview._pictures
    dialog.form.answer("foot").set_text("Box 1")
    qtbot.waitUntil(lambda: dialog.preview._pictures is not before)
    before = dialog.preview._pictures
    dialog.form.answer("accent").set_text("#7A1F")
    qtbot.waitUntil(lambda: not dialog._pause.isActive() and not shell.worker.is_busy)
    assert dialog.preview._pictures is before


def test_the_keyboard_goes_from_the_logo_to_the_questions(dialog: LookDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.logo.take_file(LOGO)
    dialog.logo.choose_button.setFocus()
    reached = []
    for _key in range(3):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [dialog.logo.remove_button, dialog.form.answer("logo_alt"), dialog.form.answer("accent")]


def test_a_dialog_that_is_left_changes_nothing(dialog: LookDialog, shell: Shell) -> None:
    before = session_of(shell).head
    dialog.form.answer("foot").set_text("Box 1")
    press(dialog, "Avbryt")
    assert session_of(shell).head == before
