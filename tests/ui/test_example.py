"""A story of the examples: one is chosen from the first page, built beside the window, and fills every page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from regdesk.exchange.examples.build import build_example
from regdesk.services.registers import opened, register_of
from regdesk.ui.dialogs.example import ExampleDialog
from regdesk.ui.dialogs.new_register import ModelChoices
from regdesk.ui.pages import PAGES
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.start import StartPage
from regdesk.ui.theme import Theme
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.examples import example_choices, example_file

_DRAWN = frozenset({Verb.GO_SHEETS, Verb.GO_BASICS})
"""Pages that show a picture of paper or a form, and no list."""


@pytest.fixture
def window(theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[Shell]:
    shell = Shell(theme, settings, PAGES)
    qtbot.addWidget(shell)
    with qtbot.waitActive(shell):
        shell.show()
    yield shell
    shell.close()


def ask(window: Shell) -> ExampleDialog:
    """Open the dialog from the first page."""
    start = window.findChildren(StartPage)[0]
    next(each for each in start.findChildren(QPushButton) if "exempel" in each.text().replace("&", "")).click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExampleDialog)
    return dialog


def choose(window: Shell, code: str, path: Path) -> ExampleDialog:
    """Choose an example and write where it is to lie."""
    dialog = ask(window)
    dialog.findChildren(ModelChoices)[0].choose(code)
    dialog.findChildren(QLineEdit, "place")[0].setText(str(path))
    return dialog


def go(dialog: ExampleDialog) -> None:
    QTest.keyClick(dialog.findChildren(QLineEdit, "place")[0], Qt.Key.Key_Return)


def test_an_example_is_chosen_built_and_opened(window: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "prova.regdesk"
    go(choose(window, "outcome_goals", path))
    qtbot.waitUntil(lambda: window.session is not None, timeout=30_000)

    assert window.session is not None
    assert window.session.path == path
    assert "exempeldata" in register_of(window.session).organisation


def test_the_proposed_name_follows_the_choice(window: Shell) -> None:
    dialog = ask(window)
    place = dialog.findChildren(QLineEdit, "place")[0]
    assert Path(place.text()).name == "exempel-målområden.regdesk"
    for code, name in (("outcome_goals", "exempel-effektmål.regdesk"), ("goal_areas", "exempel-målområden.regdesk")):
        dialog.findChildren(ModelChoices)[0].choose(code)
        assert Path(place.text()).name == name
    dialog.reject()


def test_what_exists_is_left_alone_and_said(window: Shell, tmp_path: Path) -> None:
    path = tmp_path / "finns.regdesk"
    path.write_bytes(b"annat")
    dialog = choose(window, "goal_areas", path)
    go(dialog)

    assert dialog.isVisible()
    assert path.read_bytes() == b"annat"
    dialog.reject()


def test_every_page_of_the_richest_has_rows(window: Shell, tmp_path: Path) -> None:
    path = tmp_path / "prova.regdesk"
    build_example(example_file(example_choices()[0].code), path)
    assert window.open_register(path)
    for spec in PAGES:
        window.verbs[spec.verb].trigger()
        assert window.desk is not None
        page = window.desk.page
        assert page is not None
        lists = [each for each in page.findChildren(QAbstractItemView) if each.isVisible()]
        filled = [each for each in lists if each.model() is not None and each.model().rowCount()]
        assert filled or spec.verb in _DRAWN, spec.verb


def test_every_example_opens_in_the_window(window: Shell, tmp_path: Path) -> None:
    for choice in example_choices():
        path = tmp_path / f"{choice.code}.regdesk"
        build_example(example_file(choice.code), path)
        assert window.open_register(path)
        window.verbs[Verb.GO_PLAN].trigger()
        window.close_register()
        with opened(path) as session:
            assert session.entries(limit=1)
