"""A register is made in a dialog, which says what is missing and never writes over a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from regdesk.domain.model import Level
from regdesk.services.registers import board_of, opened, register_of
from regdesk.ui.dialogs.new_register import ModelChoices, NewRegisterDialog
from regdesk.ui.forms import Form

pytestmark = pytest.mark.usefixtures("theme")

Open = Callable[[], NewRegisterDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, tmp_path: Path) -> Open:
    def show() -> NewRegisterDialog:
        made = NewRegisterDialog(tmp_path)
        qtbot.addWidget(made)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        with qtbot.waitActive(made):
            made.show()
        return made

    return show


def field(dialog: NewRegisterDialog, name: str) -> QLineEdit:
    return dialog.findChildren(QLineEdit, name)[0]


def fill(dialog: NewRegisterDialog) -> None:
    """Field by field; set rather than typed, since QTest types no other letters than those of ASCII."""
    for name, text in (("organisation", "Region Norr"), ("board", "Kulturnämnden"), ("period", "2025-2027")):
        field(dialog, name).setFocus()
        field(dialog, name).setText(text)


def create(dialog: NewRegisterDialog) -> None:
    QTest.keyClick(field(dialog, "period"), Qt.Key.Key_Return)


def test_the_answers_become_a_register(open_dialog: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = open_dialog()
    fill(dialog)
    dialog.findChildren(ModelChoices)[0].choose("strategic_areas")
    with qtbot.waitSignal(dialog.made) as made:
        create(dialog)
    assert made.args == [tmp_path / "kulturnämnden.regdesk"]
    assert not dialog.isVisible()
    with opened(tmp_path / "kulturnämnden.regdesk") as session:
        register = register_of(session)
        assert (register.organisation, register.model) == ("Region Norr", "strategic_areas")
        assert (register.period_start, register.period_end) == (2025, 2027)
        assert board_of(session).name == "Kulturnämnden"


def test_levels_of_ones_own_are_asked_for_by_name(open_dialog: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = open_dialog()
    fill(dialog)
    assert not field(dialog, "levels").isVisible()
    dialog.findChildren(ModelChoices)[0].choose("own")
    assert field(dialog, "levels").isVisible()
    create(dialog)
    assert dialog.isVisible(), "a plan needs a level"
    field(dialog, "levels").setText("Fokusområde, Inriktning")
    with qtbot.waitSignal(dialog.made):
        create(dialog)
    with opened(tmp_path / "kulturnämnden.regdesk") as session:
        assert [level.name for level in session.all(Level)] == ["Fokusområde", "Inriktning"]


def test_the_keyboard_stands_in_the_first_field(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert dialog.focusWidget() is field(dialog, "organisation")


def test_what_is_missing_is_said_and_nothing_made(open_dialog: Open, tmp_path: Path) -> None:
    dialog = open_dialog()
    QTest.keyClicks(field(dialog, "period"), "snart")
    create(dialog)
    assert dialog.isVisible()
    form = dialog.findChildren(Form)[0]
    assert form.fault("organisation") == "Detta måste fyllas i."
    assert "snart" in form.fault("period")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_exists_is_left_alone(open_dialog: Open, tmp_path: Path) -> None:
    there = tmp_path / "kulturnämnden.regdesk"
    there.write_text("annat", "utf-8")
    dialog = open_dialog()
    fill(dialog)
    create(dialog)
    assert dialog.isVisible()
    assert any("skrivs inte över" in label.text() for label in dialog.findChildren(QLabel))
    assert dialog.focusWidget() is field(dialog, "place")
    assert there.read_text("utf-8") == "annat"


def test_a_name_of_ones_own_is_kept(open_dialog: Open, tmp_path: Path) -> None:
    dialog = open_dialog()
    field(dialog, "place").setText(str(tmp_path / "eget"))
    fill(dialog)
    create(dialog)
    assert (tmp_path / "eget.regdesk").is_file()


def test_the_place_is_chosen_in_a_dialog(open_dialog: Open, tmp_path: Path) -> None:
    dialog = open_dialog()
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "&Välj …")
    button.click()
    chooser = dialog.findChildren(QFileDialog)[0]
    assert chooser.testOption(QFileDialog.Option.DontConfirmOverwrite)
    chooser.fileSelected.emit(str(tmp_path / "valt"))
    chooser.close()
    assert field(dialog, "place").text() == str(tmp_path / "valt.regdesk")
