"""The window opens and closes registers, says their names, and can be used without a mouse or an eye."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)

from regdesk.paths import state_folder
from regdesk.services.registers import edit_register, register_of
from regdesk.services.session import Session
from regdesk.ui.look import Look
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.start import RecentList
from regdesk.ui.status import StatusBar
from regdesk.ui.theme import Appearance
from regdesk.ui.verbs import Verb
from tests.ui.conftest import NotePage

NEED_NAMES = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit)


def texts(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def in_sight(shell: Shell) -> list[QWidget]:
    return [widget for widget in shell.findChildren(QWidget) if widget.isVisible()]


def test_it_begins_with_how_to_begin(shell: Shell) -> None:
    assert shell.windowTitle() == "Regdesk"
    assert shell.desk is None
    assert not shell.verbs[Verb.CLOSE_REGISTER].isEnabled()
    assert "Senast öppnade" in texts(shell)
    assert not any(isinstance(widget, RecentList) for widget in in_sight(shell))


def test_an_open_register_is_named(shell: Shell, register: Path) -> None:
    assert shell.open_register(register)
    assert shell.windowTitle() == "Kulturnämnden 2024–2026 – Regdesk"
    assert "Allt är sparat" in texts(shell.findChildren(StatusBar)[0])
    assert shell.settings.recent == [register]
    assert shell.settings.folder == register.parent


def test_the_day_leaves_a_copy_behind(shell: Shell, register: Path) -> None:
    shell.open_register(register)
    assert shell.session
    edit_register(shell.session, dnr="24KN77")
    shell.close_register()
    (copy,) = (state_folder() / "backups").iterdir()
    with Session.open(copy) as session:
        assert register_of(session).dnr == "24KN77"


def test_a_change_is_said_to_be_saved(shell: Shell, register: Path) -> None:
    shell.open_register(register)
    assert shell.session is not None
    edit_register(shell.session, organisation="Region Söder")
    assert "✓ Sparat: Ändra registrets uppgifter" in texts(shell.findChildren(StatusBar)[0])
    shell.session.undo()
    assert "✓ Ångrat: Ändra registrets uppgifter" in texts(shell.findChildren(StatusBar)[0])


def test_a_view_can_have_the_whole_window(shell: Shell, register: Path) -> None:
    shell.open_register(register)
    assert shell.desk is not None
    assert shell.desk.page is not None
    view = QLabel("Allt")
    give_back = shell.desk.page.context.take_over(view)
    assert view.isVisible()
    assert not any(part.isVisible() for part in (shell.desk, shell.menuBar(), shell.statusBar()))
    give_back()
    view.deleteLater()
    assert all(part.isVisible() for part in (shell.desk, shell.menuBar(), shell.statusBar()))
    assert isinstance(shell.desk.page, NotePage)
    assert QApplication.focusWidget() is shell.desk.page.field


def test_a_closed_register_is_let_go(shell: Shell, register: Path) -> None:
    shell.open_register(register)
    assert shell.desk is not None
    page = shell.desk.page
    assert isinstance(page, NotePage)
    shell.verbs[Verb.CLOSE_REGISTER].trigger()
    assert page.notes == ["commit"]
    assert shell.session is None
    assert shell.windowTitle() == "Regdesk"
    assert not shell.verbs[Verb.GO_PLAN].isEnabled()
    assert shell.open_register(register)


def test_enter_opens_the_last_register(shell: Shell, register: Path) -> None:
    shell.open_register(register)
    shell.close_register()
    focused = QApplication.focusWidget()
    assert isinstance(focused, RecentList)
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert shell.session is not None
    assert shell.session.path == register


def test_a_register_that_went_missing_is_told_and_forgotten(shell: Shell, tmp_path: Path) -> None:
    missing = tmp_path / "borta.regdesk"
    shell.settings.remember(missing)
    assert not shell.open_register(missing)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "borta.regdesk" in box.text()
    box.close()
    assert shell.settings.recent == []


def test_a_file_that_is_none_leaves_the_open_one_open(shell: Shell, register: Path, tmp_path: Path) -> None:
    shell.open_register(register)
    other = tmp_path / "annat.regdesk"
    other.write_text("inget register", "utf-8")
    assert not shell.open_register(other)
    box = QApplication.activeModalWidget()
    assert box is not None
    box.close()
    assert shell.session is not None
    assert shell.session.path == register


def test_a_register_is_chosen_in_a_dialog(shell: Shell, register: Path) -> None:
    shell.settings.folder = register.parent
    shell.verbs[Verb.OPEN_REGISTER].trigger()
    dialog = shell.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(str(register))
    dialog.close()
    assert shell.session is not None


def test_the_window_comes_back_where_it_was(shell: Shell, settings: Settings) -> None:
    shell.resize(900, 650)
    shell.close()
    assert not settings.geometry("main").isEmpty()


def test_look_and_text_size_are_remembered(shell: Shell, settings: Settings) -> None:
    assert isinstance(shell._look, Look)
    shell.verbs[Verb.USE_DARK].trigger()
    shell.verbs[Verb.LARGER_TEXT].trigger()
    shell.verbs[Verb.LARGER_TEXT].trigger()
    assert (settings.appearance, settings.text_size) == (Appearance.DARK, 130)
    assert shell.verbs[Verb.USE_DARK].isChecked()
    assert not shell.verbs[Verb.USE_LIGHT].isChecked()
    shell.verbs[Verb.NORMAL_TEXT].trigger()
    assert settings.text_size == 100


def test_full_screen_and_back(shell: Shell) -> None:
    shell.verbs[Verb.FULL_SCREEN].trigger()
    assert shell.isFullScreen()
    shell.verbs[Verb.FULL_SCREEN].trigger()
    assert not shell.isFullScreen()


@pytest.mark.parametrize("is_open", [False, True], ids=["start", "desk"])
def test_every_label_is_plain_text(shell: Shell, register: Path, is_open: bool) -> None:
    if is_open:
        shell.open_register(register)
    rich = [label.text() for label in shell.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText]
    assert rich == []


@pytest.mark.parametrize("is_open", [False, True], ids=["start", "desk"])
def test_all_that_takes_the_keyboard_has_a_name(shell: Shell, register: Path, is_open: bool) -> None:
    if is_open:
        shell.open_register(register)
    nameless = [
        widget
        for widget in in_sight(shell)
        if isinstance(widget, NEED_NAMES)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []
