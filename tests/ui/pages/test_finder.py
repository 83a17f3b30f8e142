"""Stories of asking how it goes: two keystrokes, the answer in the line, and Enter to what was found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from regdesk.domain.codes import WorkStatus
from regdesk.services.assignments import report_back
from regdesk.services.editing import edit
from regdesk.ui.finder import Finder, HitList
from regdesk.ui.pages.assignments import AssignmentsPage
from regdesk.ui.pages.plan import PlanPage
from regdesk.ui.verbs import Verb
from regdesk.ui.views import TreeView
from tests.ui.pages.conftest import Window, focused, type_into

Key = Qt.Key


@pytest.fixture
def finder(window: Window) -> Iterator[Finder]:
    """Asked for while the first uppdrag is late."""
    edit(window.session, window.example.assignments[0], due_on=date.today() - timedelta(days=3))
    yield ask(window)
    left = QApplication.activePopupWidget()
    if left is not None:
        left.close()


def ask(window: Window) -> Finder:
    QTest.keyClick(window.shell, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    made = QApplication.activePopupWidget()
    assert isinstance(made, Finder)
    return made


def spoken(finder: Finder) -> list[str]:
    model = finder.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)).replace("\u00a0", " ") for row in range(model.rowCount())]


def test_what_is_pressing_is_there_at_once(finder: Finder) -> None:
    assert spoken(finder) == ["Följa hur väntetiderna utvecklas, Uppdrag, Ej påbörjad, försenat 3 dagar"]


def test_the_answer_stands_in_the_line(window: Window, finder: Finder) -> None:
    report_back(window.session, window.example.assignments[1].id, "Räcker", WorkStatus.DONE, date(2026, 3, 1))
    type_into(finder.field, "stödet")
    assert spoken(finder) == ["Se till att stödet räcker, Uppdrag, Genomförd, rapporterat 2026-03-01: Räcker"]


def test_enter_goes_to_it_also_where_the_view_does_not_show_it(window: Window, finder: Finder) -> None:
    done = edit(window.session, window.example.assignments[1], status=WorkStatus.DONE)
    type_into(finder.field, "stödet")
    QTest.keyClick(finder.field, Key.Key_Return)
    page = window.page
    assert isinstance(page, AssignmentsPage)
    assert (page.view, page.chosen_id) == ("open", done.id)
    assert page.panel.isAncestorOf(focused())


def test_the_arrows_choose_and_what_has_no_page_is_shown_in_the_plan(window: Window, finder: Finder) -> None:
    window.do(Verb.GO_SHEETS)
    type_into(finder.field, "har")
    QTest.keyClick(finder.field, Key.Key_Down)
    chosen = finder.list.currentIndex().data()
    QTest.keyClick(finder.field, Key.Key_Return)
    assert isinstance(window.page, PlanPage)
    assert chosen in {window.example.yes_no.title, window.example.cluster.title}
    assert window.one(TreeView).current_id in {window.example.yes_no.id, window.example.cluster.id}


def test_escape_and_enter_on_nothing_leave_all_as_it_was(window: Window, finder: Finder) -> None:
    page = window.page
    type_into(finder.field, "xyzzy")
    assert spoken(finder) == []
    QTest.keyClick(finder.field, Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    again = ask(window)
    QTest.keyClick(again.field, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert window.page is page


def test_qt_finds_no_fault(window: Window) -> None:
    model = HitList(window.session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_filter("a")
    model.set_filter("")
