"""The desk makes pages when gone to, tells the one in sight of changes and the others when they are gone back to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from regdesk.services.registers import edit_register
from regdesk.ui.desk import Desk
from regdesk.ui.filter import FilterField
from regdesk.ui.navigation import Navigation
from regdesk.ui.shell import Shell
from regdesk.ui.verbs import Verb
from tests.ui.conftest import BarePage, NotePage

Key = Qt.Key


@pytest.fixture
def desk(shell: Shell, register: Path) -> Desk:
    assert shell.open_register(register)
    assert shell.desk is not None
    return shell.desk


@pytest.fixture
def page(desk: Desk) -> NotePage:
    assert isinstance(desk.page, NotePage)
    return desk.page


def change(shell: Shell, organisation: str) -> None:
    assert shell.session is not None
    edit_register(shell.session, organisation=organisation)


def test_the_first_page_is_shown_and_has_the_keyboard(desk: Desk, page: NotePage) -> None:
    assert QApplication.focusWidget() is page.field
    assert "Plan" in {label.text() for label in desk.findChildren(QLabel)}
    assert page.accessibleName() == "Plan"


def test_pages_are_made_when_gone_to(shell: Shell, desk: Desk, page: NotePage) -> None:
    assert desk.findChildren(BarePage) == []
    shell.verbs[Verb.GO_SHEETS].trigger()
    assert len(desk.findChildren(BarePage)) == 1
    shell.verbs[Verb.GO_PLAN].trigger()
    assert desk.page is page


def test_a_page_stores_what_is_written_before_it_leaves(desk: Desk, page: NotePage) -> None:
    desk.go(Verb.GO_SHEETS)
    assert page.notes == ["commit"]


def test_the_page_in_sight_hears_of_changes(shell: Shell, page: NotePage) -> None:
    change(shell, "Region Söder")
    assert page.notes == ["refresh edit_register"]


def test_a_page_out_of_sight_is_read_again_when_gone_back_to(shell: Shell, desk: Desk, page: NotePage) -> None:
    desk.go(Verb.GO_SHEETS)
    page.notes.clear()
    change(shell, "Region Söder")
    change(shell, "Region Väst")
    assert page.notes == []
    desk.go(Verb.GO_PLAN)
    assert page.notes == ["refresh all"]


def test_a_page_answers_its_verbs_while_in_sight(shell: Shell, desk: Desk, page: NotePage) -> None:
    shell.verbs[Verb.PRINT].trigger()
    assert page.notes == ["print"]
    desk.go(Verb.GO_SHEETS)
    assert not shell.verbs[Verb.PRINT].isEnabled()


def test_the_keyboard_goes_along_to_another_page(desk: Desk, page: NotePage) -> None:
    desk.go(Verb.GO_SHEETS)
    desk.go(Verb.GO_PLAN)
    assert QApplication.focusWidget() is page.field


def test_a_key_takes_the_keyboard_to_the_page(shell: Shell, desk: Desk, page: NotePage) -> None:
    desk.findChildren(Navigation)[0].setFocus()
    shell.verbs[Verb.GO_PLAN].trigger()
    assert QApplication.focusWidget() is page.field


def test_a_record_can_be_gone_to(page: NotePage) -> None:
    page.context.go(Verb.GO_PLAN, "goal-7")
    assert page.notes == ["stand on goal-7"]


def test_the_filter_is_reached_and_left_by_the_keyboard(shell: Shell, desk: Desk, page: NotePage) -> None:
    field = desk.findChildren(FilterField)[0]
    shell.verbs[Verb.FIND].trigger()
    assert QApplication.focusWidget() is field
    assert field.accessibleName() == page.filter_hint
    QTest.keyClicks(field, "mål")
    assert page.notes[-1] == "filter mål"
    QTest.keyClick(field, Key.Key_Escape)
    assert page.notes[-1] == "filter "
    QTest.keyClick(field, Key.Key_Escape)
    assert QApplication.focusWidget() is page.field


def test_a_page_without_a_filter_shows_none(desk: Desk) -> None:
    desk.go(Verb.GO_SHEETS)
    assert not desk.findChildren(FilterField)[0].isVisible()


def test_the_arrows_go_from_page_to_page(shell: Shell, desk: Desk) -> None:
    navigation = desk.findChildren(Navigation)[0]
    navigation.setFocus()
    QTest.keyClick(navigation, Key.Key_Down)
    assert isinstance(desk.page, BarePage)
    assert QApplication.focusWidget() is navigation
    assert shell.verbs[Verb.GO_SHEETS].isChecked()
    assert not shell.verbs[Verb.GO_PLAN].isChecked()


def test_a_page_can_drop_the_filter(desk: Desk, page: NotePage) -> None:
    field = desk.findChildren(FilterField)[0]
    QTest.keyClicks(field, "mål")
    page.drop_filter.emit()
    assert (field.text(), page.notes[-1]) == ("", "filter ")
