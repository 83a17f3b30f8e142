"""The matrix as a view: a model that Qt finds sound, cells that are read, keys that press them, and room for words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from regdesk.domain.risk_matrices import FIVE, FOUR
from regdesk.domain.risk_matrix import Matrix, resized
from regdesk.ui.matrix_view import MatrixModel, MatrixView
from regdesk.ui.roles import Role
from regdesk.ui.theme import Theme
from regdesk.viewmodels.heat_map import Place, picture
from regdesk.viewmodels.rows import Tone

Key = Qt.Key
_STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> MatrixView:
    made = MatrixView("Riskmatris", picture(FOUR), theme)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("matrix", [FOUR, FIVE, resized(FOUR, 2, 5)], ids=["4x4", "5x5", "2x5"])
def test_the_model_is_sound_while_it_changes_size(matrix: Matrix) -> None:
    model = MatrixModel(picture(FOUR))
    QAbstractItemModelTester(model, _STRICT)
    model.show_map(picture(matrix))
    assert (model.rowCount(), model.columnCount()) == (len(matrix.likelihood), len(matrix.impact))


def test_a_cell_has_the_tone_and_symbol_of_its_level_and_says_its_words() -> None:
    model = MatrixModel(picture(FIVE))
    index = model.index_of((5, 5))
    assert (index.row(), index.column()) == (0, 4)
    assert (index.data(Role.TONE), index.data(Role.SYMBOL)) == (Tone.BAD, "●")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("inga risker, 25 Kritisk")
    assert model.index_of((3, 4)).data(Role.TONE) == Tone.SERIOUS


def test_headings_say_the_step_and_what_it_means() -> None:
    model = MatrixModel(picture(FOUR))
    across = Qt.Orientation.Horizontal
    assert model.headerData(3, across) == "4 Allvarlig"
    assert model.headerData(3, across, Qt.ItemDataRole.ToolTipRole) == "Liv, lag eller uppdrag står på spel."
    assert model.headerData(0, Qt.Orientation.Vertical) == "4 Mycket stor"
    assert model.headerData(9, across) is None


def test_enter_space_and_a_click_press_a_cell(view: MatrixView, qtbot: QtBot) -> None:
    view.show()
    qtbot.waitExposed(view)
    pressed: list[Place] = []
    view.pressed.connect(pressed.append)
    view.stand_on((4, 1))
    QTest.keyClick(view, Key.Key_Return)
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Space)
    place = view.visualRect(view.model().index(3, 3)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pressed == [(4, 1), (3, 1), (1, 4)]
    view.close()


def test_escape_is_told_of(view: MatrixView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.escaped):
        QTest.keyClick(view, Key.Key_Escape)


def test_one_stands_where_one_stood_when_the_words_change(view: MatrixView) -> None:
    view.stand_on((2, 3))
    view.show_map(picture(FOUR))
    assert view.place == (2, 3)


def test_cells_grow_with_the_text(view: MatrixView, theme: Theme) -> None:
    before = view.minimumSize()
    theme.set_text_size(200)
    QApplication.processEvents()
    assert view.minimumWidth() > before.width()
    assert view.minimumHeight() > before.height()
