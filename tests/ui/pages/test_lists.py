"""Stories of the lists: finding, sorting, writing values, going to the plan, and what an empty list says."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from regdesk.domain.codes import ValueKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Value, ValueColumn
from regdesk.services.assessing import assess
from regdesk.services.editing import add, remove
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.editors import LineEdit
from regdesk.ui.filter import FilterField
from regdesk.ui.grid import GridView
from regdesk.ui.pages.plan import PlanPage
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView, TreeView
from tests.ui.pages.conftest import Window, focused, type_into

Key = Qt.Key
PLAN = ["Nöjda besökare", "Samverkan har vuxit", "Beredskapen har stärkts"]


def grid(window: Window) -> GridView:
    return window.one(GridView)


def texts(view: ListView, column: int = 0) -> list[str]:
    model = view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def words(window: Window) -> set[str]:
    """What the page says in labels."""
    return {label.text() for label in window.page.findChildren(QLabel) if label.isVisible()}


def search_field(window: Window) -> FilterField:
    assert window.shell.desk is not None
    return window.shell.desk.findChildren(FilterField)[0]


def test_the_indicators_are_listed_and_one_stands_on_the_first(window: Window) -> None:
    window.do(Verb.GO_INDICATORS)
    window.page.setFocus()
    assert texts(grid(window)) == PLAN
    assert grid(window).current_id == window.example.number.id
    assert focused() is grid(window)
    assert "3 rader" in words(window)


def test_values_are_entered_row_by_row_and_column_by_column(window: Window) -> None:
    window.do(Verb.GO_INDICATORS)
    view = grid(window)
    view.setFocus()
    QTest.keyClick(view, Key.Key_Right)
    QTest.keyClick(view, Key.Key_Right)
    for text, leave in (
        ("40 %", Key.Key_Tab),
        ("> 50 %", Key.Key_Tab),
        ("Ja", Key.Key_Return),
        ("Nej", Key.Key_Return),
    ):
        type_into(view, text[0])
        type_into(focused(), text[1:])
        QTest.keyClick(focused(), leave)

    outcome, target = window.example.outcome.id, window.example.target.id
    raws = {(value.indicator_id, value.column_id): value.raw for value in window.session.all(Value, "id")}
    assert raws == {
        (window.example.number.id, outcome): "40 %",
        (window.example.number.id, target): "> 50 %",
        (window.example.yes_no.id, outcome): "Ja",
        (window.example.cluster.id, outcome): "Nej",
    }
    assert texts(view, 2) == ["40 %", "Ja", "Nej"]
    window.do(Verb.UNDO)
    assert texts(view, 2) == ["40 %", "Ja", ""]


def test_enter_shows_an_indicator_in_the_plan_and_the_menu_does_too(window: Window) -> None:
    for by_key in (True, False):
        window.do(Verb.GO_INDICATORS)
        grid(window).setFocus()
        grid(window).choose(window.example.cluster.id)
        if by_key:
            QTest.keyClick(focused(), Key.Key_Return)
        else:
            window.do(Verb.SHOW_IN_PLAN)
        assert isinstance(window.page, PlanPage)
        assert window.one(TreeView).current_id == window.example.cluster.id


def test_a_search_keeps_what_holds_the_words_and_counts_it(window: Window) -> None:
    window.do(Verb.GO_INDICATORS)
    window.do(Verb.FIND)
    type_into(search_field(window), "bered")
    assert texts(grid(window)) == PLAN[2:]
    assert grid(window).current_id == window.example.cluster.id
    assert "1 av 3 rader" in words(window)
    QTest.keyClick(focused(), Key.Key_Return)
    assert focused() is grid(window)


def test_a_search_that_finds_nothing_says_so(window: Window) -> None:
    window.do(Verb.GO_INDICATORS)
    window.do(Verb.FIND)
    type_into(search_field(window), "finns ej")
    assert "Inget hittades" in words(window)
    QTest.keyClick(focused(), Key.Key_Escape)
    assert texts(grid(window)) == PLAN


def test_a_click_on_a_title_sorts_and_another_turns_it(window: Window) -> None:
    window.do(Verb.GO_INDICATORS)
    header = grid(window).horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert texts(grid(window)) == sorted(PLAN)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert texts(grid(window)) == sorted(PLAN, reverse=True)


def test_the_keyboard_sorts_by_the_context_menu(window: Window) -> None:
    window.do(Verb.GO_INDICATORS)
    view = grid(window)
    for order in (sorted(PLAN), sorted(PLAN, reverse=True)):
        view.customContextMenuRequested.emit(QPoint(-1, -1))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        orders = menu.actions()[-1].menu()
        assert isinstance(orders, QMenu)
        assert [each.text() for each in orders.actions()][-3:] == ["Utfall 2023", "Målnivå 2024", "Bedömning"]
        orders.actions()[0].trigger()
        menu.close()
        assert texts(view) == order


def test_a_new_year_is_a_new_column_and_what_one_stands_on_stays(window: Window) -> None:
    window.do(Verb.GO_INDICATORS)
    grid(window).setFocus()
    grid(window).choose(window.example.yes_no.id)
    add(window.session, ValueColumn(id=new_id(), kind=ValueKind.FORECAST, year=2025, position=2))

    assert grid(window).model().columnCount() == 6
    assert grid(window).current_id == window.example.yes_no.id
    assert focused() is grid(window)


def test_a_verdict_given_elsewhere_is_shown_when_one_comes_back(window: Window) -> None:
    window.do(Verb.GO_INDICATORS)
    window.do(Verb.GO_PLAN)
    assess(window.session, window.example.yes_no.id, Verdict.PARTLY)
    window.do(Verb.GO_INDICATORS)
    assert texts(grid(window), 4) == ["Ej bedömd", "Delvis", "Ej bedömd"]


def test_a_register_without_indicators_offers_to_read_a_plan(window: Window) -> None:
    remove(window.session, window.example.goal)
    window.do(Verb.GO_INDICATORS)
    assert "Här finns inga indikatorer än" in words(window)
    buttons = [button.text() for button in window.page.findChildren(QPushButton) if button.isVisible()]
    assert buttons == ["Importera plan …", "Plan"]


def test_history_tells_every_step_the_newest_first_also_what_was_undone(window: Window) -> None:
    remove(window.session, window.example.yes_no)
    window.session.undo()
    window.do(Verb.GO_HISTORY)
    told = texts(window.one(ListView, "Historik"), 2)
    assert told[:2] == ["Ångrat: Ta bort Samverkan har vuxit", "Ta bort Samverkan har vuxit"]
    remove(window.session, window.example.yes_no)
    assert texts(window.one(ListView, "Historik"), 2)[0] == "Ta bort Samverkan har vuxit"
    assert search_field(window).isHidden()


def test_a_year_is_added_by_the_keyboard(window: Window) -> None:
    window.do(Verb.GO_INDICATORS)
    grid(window).setFocus()
    window.do(Verb.ADD)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FormDialog)
    year = dialog.form.answer("year")
    year.setFocus()
    assert isinstance(year, LineEdit)
    year.selectAll()
    type_into(year, "2026")
    QTest.keyClick(year, Key.Key_Return)

    names = [column.name for column in grid(window).grid.columns]
    assert names == ["Indikator", "Mål", "Utfall 2023", "Målnivå 2024", "Målnivå 2026", "Bedömning"]
