"""The theme follows the system or the user, and the marks of its style sheet are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from regdesk.paths import data_folder
from regdesk.ui.theme import TEXT_SIZES, Appearance, Theme, palette
from regdesk.ui.tokens import DARK, FAMILY, LIGHT, Colours, Step


def test_the_user_chooses_dark(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_appearance(Appearance.DARK)
    assert theme.colours is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    assert DARK.focus in qapp.styleSheet()


def test_a_system_that_says_nothing_is_light(theme: Theme) -> None:
    theme.set_appearance(Appearance.SYSTEM)
    assert theme.colours is LIGHT


def test_text_grows_in_steps_and_stops_at_the_ends(theme: Theme) -> None:
    before = theme.font(Step.BODY).pointSizeF()
    theme.step_text_size(1)
    assert theme.text_size == TEXT_SIZES[1]
    assert theme.font(Step.BODY).pointSizeF() > before
    theme.step_text_size(99)
    assert theme.text_size == TEXT_SIZES[-1]
    theme.step_text_size(-99)
    assert theme.text_size == TEXT_SIZES[0]


def test_the_shipped_family_is_used(theme: Theme, qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == FAMILY
    assert theme.font(Step.HEADING).weight() > theme.font(Step.BODY).weight()


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_style_sheet_names_files_that_exist(theme: Theme, qapp: QApplication, appearance: Appearance) -> None:
    theme.set_appearance(appearance)
    files = re.findall(r'url\("([^"]+)"\)', qapp.styleSheet())
    assert files
    assert all(Path(file).is_file() for file in files)
    assert "$" not in qapp.styleSheet()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_drawn_marks_have_the_colours_of_the_tokens(colours: Colours) -> None:
    folder = data_folder("resources") / "controls"
    assert colours.ink in (folder / f"chevron-{colours.name}.svg").read_text("utf-8")
    assert colours.on_accent in (folder / f"check-{colours.name}.svg").read_text("utf-8")


def test_disabled_text_differs() -> None:
    made = palette(LIGHT)
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    assert made.color(group.Disabled, role.Text) != made.color(group.Active, role.Text)
