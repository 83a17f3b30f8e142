"""Stories of the pages with a list and the record beside it: adding, changing, removing, and what stands below."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from regdesk.domain.codes import WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Assignment, AssignmentReport, Goal, Risk
from regdesk.services.editing import add, remove
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.editors import LineEdit
from regdesk.ui.pages.below_list import BelowList
from regdesk.ui.pages.plan import PlanPage
from regdesk.ui.pages.records_page import RecordsPage
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView, TreeView
from tests.ui.pages.conftest import Window, focused, type_into

Key = Qt.Key
REPORTS = "Återrapporteringar"


def texts(view: ListView, column: int = 0) -> list[str]:
    model = view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def words(window: Window) -> set[str]:
    return {label.text() for label in window.page.findChildren(QLabel) if label.isVisible()}


def dialog() -> FormDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, FormDialog)
    return found


def fill(key: str, text: str) -> None:
    """Write an answer in the dialog that is open."""
    dialog().form.answer(key).set_text(text)


def press(name: str) -> None:
    (button,) = [each for each in dialog().findChildren(QPushButton) if each.text() == name]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def page(window: Window) -> RecordsPage:
    """The page in sight, also where it stands under a tab."""
    found = [each for each in (window.page, *window.page.findChildren(RecordsPage)) if each.isVisible()]
    shown = [each for each in found if isinstance(each, RecordsPage)]
    assert len(shown) == 1
    return shown[0]


@pytest.mark.parametrize(
    ("verb", "first"),
    [
        (Verb.GO_ACTIVITIES, "Inga delaktiviteter än"),
        (Verb.GO_RISKS, "Inga risker än"),
    ],
)
def test_an_empty_page_offers_to_add_the_first(window: Window, verb: Verb, first: str) -> None:
    window.do(verb)
    assert first in words(window)
    (way,) = [button for button in window.page.findChildren(QPushButton) if button.isVisible()]
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    assert dialog().windowTitle().startswith("Lägg till: ")
    dialog().reject()


def test_the_first_risk_is_added_stood_on_and_changed_in_its_form(window: Window) -> None:
    window.do(Verb.GO_RISKS)
    window.do(Verb.ADD)
    press("&Lägg till")
    assert dialog().form.fault("title") == "Detta måste fyllas i."
    fill("title", "Brist på sjuksköterskor")
    press("&Lägg till")

    (risk,) = window.session.all(Risk)
    assert texts(window.one(ListView, "Risker")) == ["Brist på sjuksköterskor"]
    assert window.one(ListView, "Risker").current_id == risk.id
    assert "Brist på sjuksköterskor" in words(window)
    window.do(Verb.EDIT)
    assert page(window).panel.isAncestorOf(focused())
    window.do(Verb.UNDO)
    assert window.session.all(Risk) == []
    assert "Inga risker än" in words(window)


def test_a_list_goes_to_the_plan_and_enter_to_the_form(window: Window) -> None:
    window.do(Verb.GO_ASSIGNMENTS)
    listed = window.one(ListView, "Uppdrag")
    listed.setFocus()
    QTest.keyClick(listed, Key.Key_Down)
    QTest.keyClick(listed, Key.Key_Return)
    assert page(window).panel.isAncestorOf(focused())
    assert "Se till att stödet räcker" in words(window)
    window.do(Verb.SHOW_IN_PLAN)
    assert isinstance(window.page, PlanPage)
    assert window.one(TreeView).current_id == window.example.assignments[1].id


def test_what_is_chosen_is_removed_and_the_next_is_shown(window: Window) -> None:
    window.do(Verb.GO_ASSIGNMENTS)
    window.do(Verb.REMOVE)
    assert [each.text for each in window.session.all(Assignment)] == ["Se till att stödet räcker"]
    assert "Se till att stödet räcker" in words(window)


def test_an_activity_needs_a_goal(window: Window) -> None:
    for goal in window.session.all(Goal, parent_id=None):
        remove(window.session, goal)
    window.do(Verb.GO_ACTIVITIES)
    window.do(Verb.ADD)
    told = QApplication.activeModalWidget()
    assert isinstance(told, QMessageBox)
    assert told.text() == "En delaktivitet hör till ett mål. Lägg först till ett mål på sidan Plan."
    told.accept()
    assert window.session.all(Activity) == []


def test_a_report_is_added_changed_and_removed_below_its_assignment(window: Window) -> None:
    window.do(Verb.GO_ASSIGNMENTS)
    part = window.page.findChildren(BelowList)[0]
    QTest.mouseClick(part.add_button, Qt.MouseButton.LeftButton)
    fill("text", "Väntetiderna har blivit kortare")
    press("&Rapportera")
    (report,) = window.session.all(AssignmentReport)
    assert (report.assignment_id, report.status) == (window.example.assignments[0].id, WorkStatus.NOT_STARTED)
    listed = window.one(ListView, REPORTS)
    assert texts(listed, 1) == ["Väntetiderna har blivit kortare"]

    listed.setFocus()
    listed.choose(report.id)
    QTest.keyClick(listed, Key.Key_F2)
    fill("text", "Väntetiderna är kortare")
    press("&Spara")
    assert texts(listed, 1) == ["Väntetiderna är kortare"]
    QTest.keyClick(listed, Key.Key_Delete)
    assert window.session.all(AssignmentReport) == []
    assert len(window.session.all(Assignment)) == 2, "what one stands on below is removed, not what it stands under"
    window.do(Verb.UNDO)
    assert texts(listed, 1) == ["Väntetiderna är kortare"]


def test_the_newest_report_comes_first_also_in_the_plan(window: Window) -> None:
    first, _second = window.example.assignments
    for day, text in ((3, "mars"), (5, "maj")):
        add(
            window.session,
            AssignmentReport(
                id=new_id(),
                assignment_id=first.id,
                reported_on=date(2024, day, 1),
                text=text,
                status=WorkStatus.ONGOING,
            ),
        )
    window.do(Verb.GO_PLAN)
    window.page.stand_on(first.id)
    assert texts(window.one(ListView, REPORTS), 1) == ["maj", "mars"]


def test_what_is_being_written_is_stored_when_one_stands_on_another(window: Window) -> None:
    window.do(Verb.GO_ASSIGNMENTS)
    answers = [each for each in page(window).panel.findChildren(LineEdit) if each.objectName() == "dnr"]
    answers[0].setFocus()
    type_into(answers[0], "24RS106")
    listed = window.one(ListView, "Uppdrag")
    QTest.mouseClick(
        listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(listed.model().index(1, 0)).center()
    )
    assert window.session.get(Assignment, window.example.assignments[0].id).dnr == "24RS106"
