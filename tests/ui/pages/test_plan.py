"""Stories of the plan's page: looking around, writing, adding, moving, removing, searching."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QPushButton

from regdesk.domain.codes import Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment, Goal, Indicator, LegalEntity, Register, Value
from regdesk.services.assessing import assess
from regdesk.services.editing import add, edit, remove
from regdesk.services.registers import register_of
from regdesk.ui.answers import ChoiceBox
from regdesk.ui.editors import LineEdit, TextEdit
from regdesk.ui.filter import FilterField
from regdesk.ui.forms import Form
from regdesk.ui.grid import GridView
from regdesk.ui.pages.plan import PlanPage
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView, TreeView
from tests.ui.pages.conftest import Window, focused, type_into

Key = Qt.Key


def tree(window: Window) -> TreeView:
    return window.one(TreeView)


def form(window: Window) -> Form:
    return window.one(Form)


def title(window: Window) -> str:
    """The words at the head of the detail."""
    return next(
        each.text()
        for each in window.page.findChildren(QLabel)
        if each.property("step") == "title" and each.isVisible()
    )


def press(*keys: Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def choose(window: Window, record_id: str) -> None:
    """Go to a line of the tree by its id, whether it has been opened or not."""
    window.page.stand_on(record_id)
    assert tree(window).current_id == record_id


def in_menu(text: str) -> None:
    """Choose a line of the menu that is open, by the keyboard."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text() == text)
    menu.setActiveAction(action)
    QTest.keyClick(menu, Key.Key_Return)


def lines(window: Window) -> list[str]:
    """The tree as it stands open."""
    view = tree(window)
    index, found = view.model().index(0, 0), []
    while index.isValid():
        found.append(str(index.data()))
        index = view.indexBelow(index)
    return found


def test_the_plan_is_the_first_page_and_stands_on_the_register(window: Window) -> None:
    assert isinstance(window.page, PlanPage)
    assert focused() is tree(window)
    assert lines(window) == ["Verksamhetsplan (exempeldata)", "1 En region att lita på", "1.1 Vården är nära"]
    assert title(window) == "Verksamhetsplan (exempeldata)"
    assert form(window).values()["organisation"] == "Region Exempel"


def test_what_stands_under_a_goal_is_read_when_it_is_opened(window: Window) -> None:
    press(Key.Key_Down, Key.Key_Down, Key.Key_Right)
    assert lines(window)[2:] == [
        "1.1 Vården är nära",
        "Indikatorer",
        "Uppdrag: leda och samordna",
        "Uppdrag: nämnd för förvaltningen",
    ]


def test_an_answer_is_stored_when_it_is_left_and_undone_as_one_step(window: Window) -> None:
    choose(window, window.example.yes_no.id)
    QTest.keyClick(focused(), Key.Key_Return)
    answer = focused()
    assert isinstance(answer, TextEdit)
    assert answer.accessibleName() == "Indikator, måste fyllas i"
    answer.selectAll()
    type_into(answer, "Samarbetet")
    QTest.keyClick(answer, Key.Key_Tab)

    assert window.session.get(Indicator, window.example.yes_no.id).title == "Samarbetet"
    assert title(window) == "Samarbetet"
    assert "Samarbetet" in lines(window)
    window.do(Verb.UNDO)
    assert window.session.get(Indicator, window.example.yes_no.id).title == "Samverkan har vuxit"
    assert title(window) == "Samverkan har vuxit"


def test_a_value_tells_what_was_understood_of_it_while_one_writes_the_next(window: Window) -> None:
    choose(window, window.example.number.id)
    keys = [f"value:{column.id}" for column in (window.example.outcome, window.example.target)]
    first, second = (form(window).answer(key) for key in keys)
    first.setFocus()
    assert isinstance(first, LineEdit)
    first.selectAll()
    type_into(first, "RVN 77, RLF 74")
    QTest.keyClick(first, Key.Key_Tab)
    type_into(focused(), "9")

    assert focused() is second
    assert first.accessibleDescription() == "Uppfattas som: RVN 77 och RLF 74"
    assert form(window).values()[keys[1]].endswith("9")


def test_an_answer_that_will_not_do_says_why_and_stays(window: Window) -> None:
    register = register_of(window.session)
    answer = form(window).answer("period_end")
    answer.setFocus()
    assert isinstance(answer, LineEdit)
    answer.selectAll()
    type_into(answer, "2020")
    QTest.keyClick(answer, Key.Key_Tab)

    assert form(window).fault("period_end") == "Slutet kan inte komma före början."
    assert window.session.get(Register, register.id).period_end == 2026
    answer.setFocus()
    answer.selectAll()
    type_into(answer, "2027")
    QTest.keyClick(answer, Key.Key_Tab)
    assert window.session.get(Register, register.id).period_end == 2027
    assert form(window).fault("period_end") == ""


def test_a_goal_shows_its_indicators_with_values_to_write_in(window: Window) -> None:
    choose(window, window.example.goal.id)
    grid = window.one(GridView)
    assert grid.model().rowCount() == 3
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(1, 1))
    QTest.keyClick(grid, Key.Key_5)
    QTest.keyClick(focused(), Key.Key_Return)

    (value,) = window.session.all(Value, indicator_id=window.example.yes_no.id)
    assert value.raw == "5"
    assert grid.currentIndex().row() == 2
    QTest.keyClick(grid, Key.Key_Return)
    assert tree(window).current_id == window.example.cluster.id


def test_a_key_that_removes_means_the_tree_only_while_one_is_there(window: Window) -> None:
    choose(window, window.example.goal.id)
    grid = window.one(GridView)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 1))
    QTest.keyClick(grid, Key.Key_Delete)
    answer = form(window).answer("level_id")
    answer.setFocus()
    QTest.keyClick(answer, Key.Key_Delete)

    assert window.session.get(Goal, window.example.goal.id).title == "Vården är nära"
    assert window.session.all(Value, column_id=window.example.outcome.id)[0].raw == ""


def test_the_table_decides_whether_an_indicator_has_values_and_the_keyboard_stays(window: Window) -> None:
    choose(window, window.example.yes_no.id)
    assert not any(key.startswith("value:") for key in form(window).values())
    answer = form(window).answer("table_kind")
    answer.setFocus()
    assert isinstance(answer, ChoiceBox)
    QTest.keyClick(answer, Key.Key_Home)
    answer.activated.emit(answer.currentIndex())

    assert sum(key.startswith("value:") for key in form(window).values()) == 2
    assert focused() is form(window).answer("table_kind")


def test_every_assessment_is_told_the_superseded_ones_too(window: Window) -> None:
    choose(window, window.example.yes_no.id)
    assert [each for each in window.page.findChildren(ListView) if each.isVisible()] == []
    for verdict in (Verdict.NO, Verdict.YES):
        assess(window.session, window.example.yes_no.id, verdict)

    trail = window.one(ListView, "Bedömningar")
    names = [
        trail.model().headerData(column, Qt.Orientation.Horizontal) for column in range(trail.model().columnCount())
    ]
    places = [names.index(name) for name in ("Bedömning", "Status")]
    told = [[str(trail.model().index(row, column).data()) for column in places] for row in range(2)]
    assert told == [["Ja", "Gäller"], ["Nej", "Ersatt"]]


def test_a_group_lists_what_it_holds(window: Window) -> None:
    choose(window, window.example.yes_no.id)
    QTest.keyClick(tree(window), Key.Key_Left)
    assert title(window) == "Indikatorer"
    listed = window.one(ListView, "Indikatorer")
    QTest.keyClick(tree(window), Key.Key_Return)
    assert focused() is listed
    listed.choose(window.example.cluster.id)
    QTest.keyClick(listed, Key.Key_Return)
    assert tree(window).current_id == window.example.cluster.id
    assert focused() is tree(window)


def test_an_indicator_is_added_and_named_by_the_keyboard_alone(window: Window) -> None:
    choose(window, window.example.number.id)
    window.do(Verb.ADD)
    in_menu("Indikator")
    type_into(focused(), "Väntetid")
    QTest.keyClick(focused(), Key.Key_Tab)

    assert [each.title for each in window.session.all(Indicator, goal_id=window.example.goal.id)][:2] == [
        "Nöjda besökare",
        "Väntetid",
    ]
    assert title(window) == "Väntetid"
    window.do(Verb.UNDO)
    window.do(Verb.UNDO)
    assert "Väntetid" not in lines(window)
    assert tree(window).current_id, "one still stands somewhere"


def test_what_is_added_while_searching_ends_the_search(window: Window) -> None:
    search(window, "samverkan")
    tree(window).setFocus()
    window.do(Verb.ADD)
    in_menu("Indikator")
    assert search_field(window).text() == ""
    assert title(window) == "Indikator utan rubrik"


def test_a_line_moves_among_its_like_and_can_be_moved_back(window: Window) -> None:
    choose(window, window.example.cluster.id)
    assert (window.can(Verb.MOVE_UP), window.can(Verb.MOVE_DOWN)) == (True, False)
    QTest.keyClick(tree(window), Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    shown = lines(window)
    assert shown.index("Beredskapen har stärkts") < shown.index("Samverkan har vuxit")
    assert tree(window).current_id == window.example.cluster.id
    assert window.can(Verb.MOVE_DOWN)
    window.do(Verb.UNDO)
    assert lines(window).index("Beredskapen har stärkts") > lines(window).index("Samverkan har vuxit")


def test_what_is_removed_leaves_one_on_the_next_line(window: Window) -> None:
    choose(window, window.example.number.id)
    QTest.keyClick(tree(window), Key.Key_Delete)
    assert tree(window).current_id == window.example.yes_no.id
    window.do(Verb.UNDO)
    assert "Nöjda besökare" in lines(window)


def test_the_last_of_a_group_leaves_one_on_the_goal(window: Window) -> None:
    choose(window, window.example.assignments[0].id)
    window.do(Verb.REMOVE)
    assert tree(window).current_id == window.example.goal.id


def test_what_has_been_assessed_is_not_removed(window: Window) -> None:
    assess(window.session, window.example.yes_no.id, Verdict.YES)
    choose(window, window.example.yes_no.id)
    window.do(Verb.REMOVE)
    (box,) = window.shell.findChildren(QMessageBox)
    assert "som en bedömning" in box.text()
    box.close()
    assert tree(window).current_id == window.example.yes_no.id


def test_the_register_itself_is_neither_moved_nor_removed(window: Window) -> None:
    assert window.can(Verb.ADD)
    assert not any(window.can(verb) for verb in (Verb.REMOVE, Verb.MOVE_UP, Verb.MOVE_DOWN))


def test_another_page_has_none_of_the_plans_verbs(window: Window) -> None:
    choose(window, window.example.cluster.id)
    window.do(Verb.GO_HISTORY)
    assert not any(window.can(verb) for verb in (Verb.ADD, Verb.REMOVE, Verb.MOVE_UP))
    window.do(Verb.GO_PLAN)
    assert all(window.can(verb) for verb in (Verb.ADD, Verb.REMOVE, Verb.MOVE_UP))


def search_field(window: Window) -> FilterField:
    assert window.shell.desk is not None
    return window.shell.desk.findChildren(FilterField)[0]


def search(window: Window, words: str) -> None:
    window.do(Verb.FIND)
    type_into(search_field(window), words)


def test_a_search_shows_what_it_finds_and_what_that_stands_under(window: Window) -> None:
    search(window, "övn")
    assert lines(window) == [
        "1 En region att lita på",
        "1.1 Vården är nära",
        "Indikatorer",
        "Beredskapen har stärkts",
        "Övningar",
    ]
    QTest.keyClick(search_field(window), Key.Key_Return)
    assert focused() is tree(window)
    assert not window.can(Verb.MOVE_UP)


def test_after_a_search_the_tree_is_as_it_was_but_for_what_was_found(window: Window) -> None:
    before = lines(window)
    search(window, "övn")
    tree(window).choose(window.example.parameters[0].id)
    QTest.keyClick(search_field(window), Key.Key_Escape)
    assert tree(window).current_id == window.example.parameters[0].id
    assert set(before) < set(lines(window))


def test_a_search_that_finds_nothing_leaves_the_form_alone(window: Window) -> None:
    search(window, "finns ej")
    assert lines(window) == []
    QTest.keyClick(search_field(window), Key.Key_Escape)
    assert lines(window)[0] == "Verksamhetsplan (exempeldata)"


def test_a_search_follows_what_is_changed(window: Window) -> None:
    search(window, "samverkan")
    edit(window.session, window.example.yes_no, title="Samarbetet")
    assert lines(window) == []
    window.session.undo()
    assert "Samverkan har vuxit" in lines(window)


def test_the_context_menu_offers_what_can_be_done(window: Window) -> None:
    choose(window, window.example.goal.id)
    view = tree(window)
    place = view.visualRect(view.currentIndex()).center()
    QApplication.sendEvent(
        view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, view.mapToGlobal(place))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    more = menu.actions()[0].menu()
    assert isinstance(more, QMenu)
    assert [action.text() for action in more.actions() if action.text()] == [
        "Indikator",
        "Uppdrag: leda och samordna",
        "Uppdrag: nämnd för förvaltningen",
        "Delaktivitet",
        "Delmål",
        "Tillstånd",
        "Mål",
    ]
    assert [action.text() for action in menu.actions()[1:]] == ["Flytta &upp", "Flytta &ned", "Ta &bort"]
    menu.close()


def test_an_empty_plan_says_how_to_begin(window: Window) -> None:
    for part in (*window.session.all(Assignment), window.example.area):
        remove(window.session, part)
    assert "Planen är tom" in {label.text() for label in window.page.findChildren(QLabel) if label.isVisible()}
    begin = next(each for each in window.page.findChildren(QPushButton) if each.text() == "&Skriv första målet")
    QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
    type_into(focused(), "Ett gott liv")
    QTest.keyClick(focused(), Key.Key_Tab)

    assert [goal.title for goal in window.session.all(Goal)] == ["Ett gott liv"]
    assert not begin.isVisible()


def test_a_part_that_no_one_has_opened_can_be_stood_on(window: Window) -> None:
    added = add(window.session, LegalEntity(id=new_id(), name="Exempel AB"))
    window.do(Verb.GO_SUPERVISION)
    window.page.stand_on(added.id)
    window.do(Verb.SHOW_IN_PLAN)
    assert isinstance(window.page, PlanPage)
    assert (tree(window).current_id, title(window)) == (added.id, "Exempel AB")
    assert focused() is tree(window)


def test_the_halves_keep_the_widths_they_were_given(window: Window) -> None:
    page = window.page
    assert isinstance(page, PlanPage)
    window.shell.settings.set_splitter("plan", [300, 700])
    fresh = PlanPage(page.context)
    fresh.resize(1016, 600)
    fresh.show()
    widths = [fresh.findChildren(TreeView)[0].width()]
    fresh.close()
    assert widths == [pytest.approx(300, abs=10)]


def test_what_is_being_written_is_stored_when_the_register_is_closed(window: Window) -> None:
    path = window.session.path
    choose(window, window.example.goal.id)
    answer = form(window).answer("title")
    answer.setFocus()
    assert isinstance(answer, TextEdit)
    type_into(answer, "Allt ")
    window.shell.close_register()
    assert window.shell.open_register(path)
    assert window.shell.session is not None
    assert window.shell.session.get(Goal, window.example.goal.id).title == "Allt Vården är nära"


def test_where_nothing_is_pointed_at_the_menu_stands_by_the_line(window: Window) -> None:
    view = tree(window)
    view.customContextMenuRequested.emit(QPoint(-1, -1))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    line = view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft())
    assert menu.pos() == line
    menu.close()
