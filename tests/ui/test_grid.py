"""A grid is written in by the keyboard alone, as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.ui.grid import GridModel, GridView
from regdesk.ui.settings import Settings
from regdesk.ui.theme import Theme
from regdesk.viewmodels.rows import Cell, Column, Row, Written
from tests.ui.conftest import FakeSource, row

Key = Qt.Key
NUMBER, TARGET = 1, 2


@dataclass
class FakeSheet(FakeSource):
    """Rows whose number and target can be written; like a register it tells of it by ids that are no rows'."""

    steps: list[list[Written]] = field(default_factory=list)
    is_locked: bool = False
    tell: Callable[[set[str]], None] = print

    columns: Sequence[Column] = (
        Column(key="title", title="Indikator"),
        Column(key="number", title="Utfall 2024"),
        Column(key="target", title="Målnivå 2026"),
    )

    def can_write(self, key: str) -> bool:
        return key != "title"

    def raw(self, row_id: str, key: str) -> str:
        return self._row(row_id).cells[self._column(key)].text

    def write(self, cells: Iterable[Written]) -> None:
        if self.is_locked:
            raise Problem(ProblemKind.REGISTER_READ_ONLY)
        self.steps.append(list(cells))
        for cell in self.steps[-1]:
            old, place = self._row(cell.row_id), self._column(cell.key)
            cells_ = (*old.cells[:place], Cell(text=cell.raw), *old.cells[place + 1 :])
            self.rows[self.rows.index(old)] = replace(old, cells=cells_)
        self.tell({"a-cell"})

    def _row(self, row_id: str) -> Row:
        return next(each for each in self.rows if each.id == row_id)

    def _column(self, key: str) -> int:
        return [column.key for column in self.columns].index(key)


@pytest.fixture
def sheet() -> FakeSheet:
    return FakeSheet([row(number) for number in range(300)])


@pytest.fixture
def grid(sheet: FakeSheet, theme: Theme, settings: Settings, qtbot: QtBot) -> GridView:
    model = GridModel(sheet)
    sheet.tell = model.refresh
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    made = GridView("grid", "Indikatorer", model, theme, settings)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(600, 400)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    stand(made, 0, NUMBER)
    return made


def model_of(grid: GridView) -> GridModel:
    model = grid.model()
    assert isinstance(model, GridModel)
    return model


def stand(grid: GridView, place: int, column: int) -> None:
    grid.setCurrentIndex(grid.model().index(place, column))


def standing(grid: GridView) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


def text(grid: GridView, place: int, column: int) -> str:
    return str(grid.model().index(place, column).data())


def typed(grid: GridView, words: str) -> QLineEdit:
    """Type without opening the cell first; gives the field that opened."""
    QTest.keyClicks(grid, words[0])
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, words[1:])
    return editor


def test_typing_replaces_and_enter_goes_down(grid: GridView, sheet: FakeSheet) -> None:
    QTest.keyClick(typed(grid, "42 %"), Key.Key_Return)
    QTest.keyClick(typed(grid, "7"), Key.Key_Return)

    assert [text(grid, place, NUMBER) for place in range(3)] == ["42 %", "7", "2"]
    assert standing(grid) == (2, NUMBER)
    assert [step[0].raw for step in sheet.steps] == ["42 %", "7"]
    assert QApplication.focusWidget() is grid


def test_tab_goes_to_the_right_and_then_to_the_next_row(grid: GridView) -> None:
    QTest.keyClick(typed(grid, "1"), Key.Key_Tab)
    assert standing(grid) == (0, TARGET)
    QTest.keyClick(typed(grid, "2"), Key.Key_Tab)
    assert standing(grid) == (1, NUMBER)
    QTest.keyClick(typed(grid, "3"), Key.Key_Backtab)
    assert standing(grid) == (0, TARGET)
    assert (text(grid, 0, NUMBER), text(grid, 0, TARGET), text(grid, 1, NUMBER)) == ("1", "2", "3")


def test_arrows_leave_a_cell_that_was_typed_in(grid: GridView) -> None:
    QTest.keyClick(typed(grid, "9"), Key.Key_Right)
    assert standing(grid) == (0, TARGET)
    QTest.keyClick(typed(grid, "8"), Key.Key_Down)
    assert standing(grid) == (1, TARGET)
    assert (text(grid, 0, NUMBER), text(grid, 0, TARGET)) == ("9", "8")


def test_f2_mends_what_stands_there(grid: GridView) -> None:
    QTest.keyClick(grid, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "0"
    QTest.keyClick(editor, Key.Key_End)
    QTest.keyClick(editor, Key.Key_Left)
    assert standing(grid) == (0, NUMBER)
    QTest.keyClicks(editor, "1")
    QTest.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert text(grid, 0, NUMBER) == "10"


def test_escape_leaves_the_cell_as_it_was(grid: GridView, sheet: FakeSheet) -> None:
    QTest.keyClick(typed(grid, "9"), Key.Key_Escape)
    assert (text(grid, 0, NUMBER), sheet.steps, standing(grid)) == ("0", [], (0, NUMBER))


def test_a_text_that_stands_there_already_is_no_step(grid: GridView, sheet: FakeSheet) -> None:
    QTest.keyClick(typed(grid, "0"), Key.Key_Return)
    assert sheet.steps == []


def test_other_columns_are_not_written(grid: GridView) -> None:
    stand(grid, 0, 0)
    QTest.keyClick(grid, Key.Key_F2)
    assert QApplication.focusWidget() is grid
    with pytest.raises(AssertionError):
        typed(grid, "x")


def test_delete_empties_a_cell_and_nothing_else_hears_of_it(grid: GridView, sheet: FakeSheet) -> None:
    QTest.keyClick(grid, Key.Key_Delete)
    assert (text(grid, 0, NUMBER), len(sheet.steps)) == ("", 1)


def test_enter_and_a_double_click_open_the_row_but_not_from_within_a_cell(grid: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.opened) as opened:
        QTest.keyClick(grid, Key.Key_Return)
    assert opened.args == ["row-0"]
    with qtbot.assertNotEmitted(grid.opened):
        place = grid.visualRect(grid.currentIndex()).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_block_is_pasted_in_one_step(grid: GridView, sheet: FakeSheet) -> None:
    QGuiApplication.clipboard().setText('1\t2\r\n"två\nrader"\t4\r\n5\t6\t7\n')
    stand(grid, 10, NUMBER)
    QTest.keyClick(grid, Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert len(sheet.steps) == 1
    assert [[text(grid, place, column) for column in (NUMBER, TARGET)] for place in (10, 11, 12)] == [
        ["1", "2"],
        ["två\nrader", "4"],
        ["5", "6"],
    ]


def test_a_block_reaches_rows_that_were_not_read_yet_and_ends_with_the_list(grid: GridView, sheet: FakeSheet) -> None:
    QGuiApplication.clipboard().setText("x\n" * 150)
    stand(grid, 199, NUMBER)
    QTest.keyClick(grid, Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert len(sheet.steps[0]) == 101
    assert text(grid, 299, NUMBER) == "x"


def test_a_cell_is_copied_to_the_letter(grid: GridView) -> None:
    stand(grid, 3, NUMBER)
    QTest.keyClick(grid, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "3"


def test_what_cannot_be_written_is_told(grid: GridView, sheet: FakeSheet, qtbot: QtBot) -> None:
    sheet.is_locked = True
    with qtbot.waitSignal(model_of(grid).refused) as refused:
        QTest.keyClick(typed(grid, "9"), Key.Key_Return)
    assert refused.args[0].kind is ProblemKind.REGISTER_READ_ONLY
    assert text(grid, 0, NUMBER) == "0"


def test_what_is_written_is_stored_before_the_grid_goes_away(grid: GridView, sheet: FakeSheet) -> None:
    typed(grid, "55")
    grid.commit()
    assert text(grid, 0, NUMBER) == "55"
    grid.commit()
    assert len(sheet.steps) == 1


def test_the_cell_is_stood_in_over_a_refill(grid: GridView, sheet: FakeSheet) -> None:
    stand(grid, 3, TARGET)
    sheet.rows.insert(0, row(1000))
    model_of(grid).refresh()
    assert standing(grid) == (4, TARGET)


def test_only_the_page_of_what_was_written_is_read_again(grid: GridView, sheet: FakeSheet) -> None:
    model_of(grid).fetchMore(grid.rootIndex())
    sheet.fetched.clear()
    QTest.keyClick(typed(grid, "9"), Key.Key_Return)
    assert sheet.fetched == [("", 200)]


def test_the_cell_one_stands_in_is_painted_as_a_field(grid: GridView, theme: Theme) -> None:
    stand(grid, 2, NUMBER)
    place = grid.visualRect(grid.currentIndex())
    picture = grid.viewport().grab().toImage()
    assert picture.pixelColor(place.topLeft() + QPoint(1, 1)).name() == theme.colours.focus
    assert picture.pixelColor(place.center() + QPoint(place.width() // 4, 0)).name() == theme.colours.surface
