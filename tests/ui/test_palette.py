"""The command palette finds what can be done now, and does it by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from regdesk.ui.editors import LineEdit
from regdesk.ui.palette import CommandPalette, commands
from regdesk.ui.shell import Shell
from regdesk.ui.theme import Appearance
from regdesk.ui.verbs import Verb

Key = Qt.Key


@pytest.fixture
def palette(shell: Shell) -> Iterator[CommandPalette]:
    shell.verbs[Verb.OPEN_PALETTE].trigger()
    made = QApplication.activePopupWidget()
    assert isinstance(made, CommandPalette)
    yield made
    left = QApplication.activePopupWidget()
    if left is not None:
        left.close()


def shown(palette: CommandPalette) -> list[str]:
    model = palette.findChildren(QListView)[0].model()
    return [str(model.index(place, 0).data()) for place in range(model.rowCount())]


def field(palette: CommandPalette) -> LineEdit:
    return palette.findChildren(LineEdit)[0]


def test_it_offers_what_can_be_done_now(shell: Shell, palette: CommandPalette) -> None:
    names = shown(palette)
    assert "Öppna register" in names
    assert "Stäng registret" not in names
    assert shell.verbs[Verb.OPEN_PALETTE] not in commands(list(shell.verbs))


def test_words_in_any_order_find(palette: CommandPalette) -> None:
    field(palette).setText("TEXT stör")
    assert shown(palette) == ["Större text"]


def test_tips_are_searched_too(palette: CommandPalette) -> None:
    field(palette).setText("licens")
    assert shown(palette) == ["Om Regdesk"]


def test_enter_does_what_is_chosen(shell: Shell, palette: CommandPalette) -> None:
    QTest.keyClicks(field(palette), "botten")
    assert shown(palette) == ["Ljust", "Mörkt"]
    QTest.keyClick(field(palette), Key.Key_Down)
    QTest.keyClick(field(palette), Key.Key_Return)
    assert shell.theme.appearance is Appearance.DARK
    assert QApplication.activePopupWidget() is None


def test_nothing_found_does_nothing(shell: Shell, palette: CommandPalette) -> None:
    QTest.keyClicks(field(palette), "xyz")
    assert shown(palette) == []
    QTest.keyClick(field(palette), Key.Key_Return)
    assert shell.theme.appearance is Appearance.LIGHT


def test_escape_closes(palette: CommandPalette) -> None:
    QTest.keyClick(field(palette), Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
