"""The whole window with a register of the example plan open in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from regdesk.services.session import Session
from regdesk.ui.page import Page
from regdesk.ui.pages import PAGES
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.theme import Theme
from regdesk.ui.verbs import Verb
from tests.registers import Example, open_example

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True)
class Window:
    """What a story needs at hand."""

    shell: Shell
    session: Session
    example: Example

    @property
    def page(self) -> Page:
        """The page in sight."""
        assert self.shell.desk is not None
        page = self.shell.desk.page
        assert page is not None
        return page

    def do(self, verb: Verb) -> None:
        """Choose a verb that can be chosen."""
        action = self.shell.verbs[verb]
        assert action.isEnabled(), verb
        action.trigger()

    def can(self, verb: Verb) -> bool:
        return self.shell.verbs[verb].isEnabled()

    def one(self, kind: type[W], name: str = "") -> W:
        """The widget of a kind that is in sight on the page, by its accessible name where there are several."""
        found = [each for each in self.page.findChildren(kind) if each.isVisible()]
        named = [each for each in found if not name or each.accessibleName() == name]
        assert len(named) == 1, [each.accessibleName() for each in found]
        return named[0]


def focused() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_into(widget: QWidget, text: str) -> None:
    """Type any letters; Qt's own helper knows but a few beyond the English ones."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


@pytest.fixture
def window(theme: Theme, settings: Settings, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    session, example = open_example(tmp_path)
    path = session.path
    session.close()
    shell = Shell(theme, settings, PAGES)
    qtbot.addWidget(shell)
    shell.resize(1300, 900)
    with qtbot.waitActive(shell):
        shell.show()
    assert shell.open_register(path)
    assert shell.session is not None
    yield Window(shell, shell.session, example)
    shell.close()
