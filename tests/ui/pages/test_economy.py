"""A story of the page Ekonomi: lines, amounts by the keyboard and by paste, what is refused, notes and units."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from regdesk.domain.model import BudgetFrame, BudgetLine
from regdesk.services.budget import unit_of
from regdesk.services.editing import edit
from regdesk.ui.answers import ChoiceBox, TickBox
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.editors import LineEdit
from regdesk.ui.grid import GridView
from regdesk.ui.pages.economy_parts import Refusal
from regdesk.ui.pages.plan import PlanPage
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView, TreeView
from tests.ui.pages.conftest import Window, focused, type_into

Key = Qt.Key


def grid(window: Window) -> GridView:
    return window.one(GridView)


def texts(view: ListView, column: int = 0) -> list[str]:
    model = view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def add_line(window: Window, name: str) -> None:
    window.do(Verb.ADD)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FormDialog)
    answer = dialog.form.answer("name")
    answer.setFocus()
    type_into(answer, name)
    QTest.keyClick(answer, Key.Key_Return)


def stand(window: Window, row: int, column: int) -> GridView:
    view = grid(window)
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, column))
    return view


def write(window: Window, text: str, leave: Key = Key.Key_Return) -> None:
    """Type over the cell that one stands in."""
    type_into(grid(window), text[0])
    type_into(focused(), text[1:])
    QTest.keyClick(focused(), leave)


def paste(view: GridView, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def amounts(window: Window) -> list[tuple[str, str]]:
    return [(str(frame.amount), frame.measure_unit) for frame in window.session.all(BudgetFrame, "id")]


def budget(window: Window, *names: str) -> None:
    window.do(Verb.GO_ECONOMY)
    for name in names:
        add_line(window, name)


def test_a_budget_is_begun_and_written_by_the_keyboard(window: Window) -> None:
    window.do(Verb.GO_ECONOMY)
    begin = [each.text() for each in window.page.findChildren(QPushButton) if each.isVisible()]
    assert "Lägg till …" in begin
    budget(window, "Personal", "Lokaler")
    assert texts(grid(window)) == ["Personal", "Lokaler", "Summa"]

    stand(window, 0, 1)
    write(window, "1 200", Key.Key_Tab)
    write(window, "1 250,5")
    write(window, "25 mnkr")
    assert amounts(window) == [("1200", "tkr"), ("1250.5", "tkr"), ("25", "mnkr")]
    assert texts(grid(window), 2) == ["1\u00a0250,5", "25\u00a0mnkr", "blandat"]
    assert texts(grid(window), 3) == ["−50,5", "", ""]
    for _step in range(3):
        window.do(Verb.UNDO)
    assert amounts(window) == []


def test_what_is_no_amount_is_refused_beside_the_cell(window: Window, qtbot: QtBot) -> None:
    budget(window, "Personal", "Lokaler")
    view = stand(window, 0, 1)
    write(window, "mycket")

    refusal = window.page.findChildren(Refusal)[0]
    qtbot.waitUntil(refusal.isVisible)
    assert refusal.text == "⚠ ”mycket” är inget belopp: skriv till exempel 1 234,5 eller 25 mnkr."
    assert (view.currentIndex().row(), view.currentIndex().column()) == (0, 1)
    assert refusal.parentWidget() is view.viewport()
    assert amounts(window) == []
    QTest.keyClick(view, Key.Key_Down)
    assert refusal.isHidden()


def test_a_block_from_a_spreadsheet_is_pasted_as_one_step(window: Window) -> None:
    budget(window, "Personal", "Lokaler")
    view = stand(window, 0, 1)
    paste(view, "1 000\t1 100\n200\t190\n\t\n")

    assert texts(view, 1) == ["1\u00a0000", "200", "1\u00a0200"]
    assert texts(view, 3) == ["−100", "10", "−90"]
    window.do(Verb.UNDO)
    assert amounts(window) == []


def test_a_block_with_names_brings_its_lines(window: Window, qtbot: QtBot) -> None:
    budget(window, "Personal")
    view = stand(window, 0, 0)
    paste(view, "Löner\t1 000\nHyror\t200\nResor\t30\n")
    assert texts(view) == ["Löner", "Hyror", "Resor", "Summa"]
    assert texts(view, 1) == ["1\u00a0000", "200", "30", "1\u00a0230"]

    stand(window, 2, 1)
    paste(view, "31\n40\n")
    refusal = window.page.findChildren(Refusal)[0]
    qtbot.waitUntil(refusal.isVisible)
    assert "fler rader än budgeten" in refusal.text
    assert texts(view, 1)[2] == "30"
    window.do(Verb.UNDO)
    assert texts(view) == ["Personal", "Summa"]


def test_lines_are_renamed_moved_and_removed(window: Window) -> None:
    budget(window, "Personal", "Lokaler")
    stand(window, 1, 0)
    window.do(Verb.MOVE_UP)
    assert texts(grid(window)) == ["Lokaler", "Personal", "Summa"]

    view = stand(window, 0, 0)
    window.do(Verb.EDIT)
    field = focused()
    assert isinstance(field, LineEdit)
    field.selectAll()
    type_into(field, "Hyror")
    QTest.keyClick(field, Key.Key_Return)
    assert texts(view) == ["Hyror", "Personal", "Summa"]

    stand(window, 0, 0)
    QTest.keyClick(view, Key.Key_Delete)
    assert [line.name for line in window.session.all(BudgetLine)] == ["Personal"]
    window.do(Verb.UNDO)
    assert texts(view) == ["Hyror", "Personal", "Summa"]


def test_nothing_is_done_to_the_sum(window: Window) -> None:
    budget(window, "Personal")
    view = stand(window, 1, 1)
    assert not window.can(Verb.REMOVE)
    type_into(view, "7")
    QTest.keyClick(view, Key.Key_Delete)
    assert not view.viewport().findChildren(LineEdit)
    assert amounts(window) == []


def test_an_amount_gets_a_note(window: Window) -> None:
    budget(window, "Personal")
    stand(window, 0, 1)
    note = window.one(LineEdit, "Kommentar till beloppet")
    assert not note.isEnabled()
    write(window, "40")
    stand(window, 0, 1)
    note.setFocus()
    type_into(note, "Efter lönerörelsen")
    stand(window, 0, 2)

    assert [frame.note for frame in window.session.all(BudgetFrame, "id")] == ["Efter lönerörelsen"]
    assert texts(grid(window), 1)[0] == "40 ✎"


def test_units_are_chosen_and_counted_in_one_when_asked(window: Window) -> None:
    budget(window, "Personal")
    stand(window, 0, 1)
    write(window, "40")
    unit = window.one(ChoiceBox, "Enhet")
    unit.set_text("mnkr")
    unit.left.emit()
    assert unit_of(window.session) == "mnkr"
    assert texts(grid(window), 1)[0] == "40\u00a0tkr"

    tick = window.one(TickBox)
    assert tick.text() == "&Räkna om allt till mnkr"
    tick.click()
    assert texts(grid(window), 1)[0] == "0,04"
    assert amounts(window) == [("40", "tkr")]


def test_a_year_is_added(window: Window) -> None:
    budget(window, "Personal")
    next(each for each in window.page.findChildren(QPushButton) if each.text() == "Lägg till &år …").click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FormDialog)
    QTest.keyClick(dialog.form.answer("year"), Key.Key_Return)

    assert "Budget 2025" in [column.name for column in grid(window).grid.columns]


def test_a_financial_goal_is_shown_and_leads_to_the_plan(window: Window) -> None:
    edit(window.session, window.example.goal, is_financial=True)
    window.do(Verb.GO_ECONOMY)
    goals = window.one(ListView, "Finansiella mål")
    assert texts(goals, 1)[0] == "Nöjda besökare"
    goals.setFocus()
    goals.choose(window.example.number.id)
    QTest.keyClick(goals, Key.Key_Return)

    assert isinstance(window.page, PlanPage)
    assert window.one(TreeView).current_id == window.example.number.id
