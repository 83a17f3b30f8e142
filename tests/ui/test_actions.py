"""Actions come of one table; each is enabled while it is handled and what it needs is given."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from regdesk.i18n import set_language
from regdesk.ui.actions import Actions, plain
from regdesk.ui.shortcuts import SHORTCUTS
from regdesk.ui.verbs import MENUS, SPECS, Given, Menu, Verb

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    return Actions(window)


def verbs_in(menus: tuple[Verb | Menu | None, ...]) -> list[Verb]:
    found: list[Verb] = []
    for part in menus:
        if isinstance(part, Menu):
            found += verbs_in(part.content)
        elif part is not None:
            found.append(part)
    return found


def test_every_verb_has_words_and_stands_in_one_menu() -> None:
    assert set(SPECS) == set(Verb)
    assert all(spec.text and spec.tip for spec in SPECS.values())
    assert Counter(verbs_in(MENUS)) == Counter(Verb)


def test_no_key_means_two_things() -> None:
    keys = [QKeySequence(key).toString() for keys in SHORTCUTS.values() for key in keys]
    assert all(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_menu_has_a_mnemonic_twice(window: QMainWindow, language: str) -> None:
    set_language("en" if language == "en" else "sv")
    Actions(window).fill_bar(window.menuBar(), MENUS)
    for menu in window.menuBar().findChildren(QMenu):
        letters = [action.text().split("&")[1][0].lower() for action in menu.actions() if "&" in action.text()]
        assert len(letters) == len(set(letters)), (menu.title(), letters)


def test_a_verb_nobody_handles_is_off(actions: Actions) -> None:
    actions.set_given(Given.REGISTER)
    assert not actions[Verb.CLOSE_REGISTER].isEnabled()


def test_a_verb_is_off_until_what_it_needs_is_given(actions: Actions) -> None:
    calls: list[str] = []
    actions.handle({Verb.CLOSE_REGISTER: lambda: calls.append("close")})
    actions[Verb.CLOSE_REGISTER].trigger()
    assert calls == []
    actions.give(Given.REGISTER, at_hand=True)
    actions[Verb.CLOSE_REGISTER].trigger()
    assert calls == ["close"]
    actions.give(Given.REGISTER, at_hand=False)
    assert not actions[Verb.CLOSE_REGISTER].isEnabled()


def test_a_view_that_fills_the_window_says_what_is_offered(actions: Actions) -> None:
    actions.handle({Verb.QUIT: lambda: None, Verb.ABOUT: lambda: None})
    end = actions.only({Verb.QUIT})
    assert [verb for verb in Verb if actions[verb].isEnabled()] == [Verb.QUIT]
    end()
    assert actions[Verb.ABOUT].isEnabled()


def test_the_last_to_come_handles_until_it_goes(actions: Actions) -> None:
    calls: list[str] = []
    actions.handle({Verb.ABOUT: lambda: calls.append("window")})
    stop = actions.handle({Verb.ABOUT: lambda: calls.append("page")})
    actions[Verb.ABOUT].trigger()
    stop()
    actions[Verb.ABOUT].trigger()
    assert calls == ["page", "window"]


def test_a_step_names_its_action(actions: Actions) -> None:
    actions.rename(Verb.UNDO, "Ångra Bedöm R&D")
    assert plain(actions[Verb.UNDO].text()) == "Ångra Bedöm R&D"
    actions.rename(Verb.UNDO, "")
    assert plain(actions[Verb.UNDO].text()) == "Ångra"


def test_tool_tips_teach_the_key(actions: Actions) -> None:
    assert "Ctrl+F" in actions[Verb.FIND].toolTip()
    assert actions[Verb.FIND].statusTip() in actions[Verb.FIND].toolTip()
