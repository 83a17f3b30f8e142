"""One plan's story through the window: levels, a version, changes, what differs, the next period, and back again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from regdesk.domain.codes import Verdict, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment, Body, FunctionHolder, Goal, Indicator, Level, Meeting, PlanVersion
from regdesk.services.assessing import assess, trail_of
from regdesk.services.editing import edit, write_value
from regdesk.services.meetings import add_meeting, everything_to_assess
from regdesk.services.registers import register_of
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.dialogs.roll import RollDialog
from regdesk.ui.pages.basics import BasicsPage
from regdesk.ui.pages.plan import PlanPage
from regdesk.ui.pages.versions import VersionsPage
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView, TreeView, id_of
from regdesk.viewmodels.plan_tree import CLOSED
from tests.ui.pages.conftest import Window, focused

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def dialog() -> FormDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, FormDialog)
    return found


def fill(key: str, text: str) -> None:
    dialog().form.answer(key).set_text(text)


def press(text: str) -> None:
    (found,) = [each for each in dialog().findChildren(QPushButton) if each.text() == text]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def roll_dialog() -> RollDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, RollDialog)
    return found


def rows(view: ListView) -> list[tuple[str, ...]]:
    model = view.model()
    places = range(model.columnCount())
    return [tuple(str(model.index(row, place).data()) for place in places) for row in range(model.rowCount())]


def basics(window: Window, plural: str) -> ListView:
    """The list of a kind, with the keyboard on it."""
    assert window.shell.desk is not None
    window.shell.desk.go(Verb.GO_BASICS, plural)
    page = window.page
    assert isinstance(page, BasicsPage)
    return page.lists[plural].view


def versions(window: Window) -> VersionsPage:
    window.do(Verb.GO_VERSIONS)
    page = window.page
    assert isinstance(page, VersionsPage)
    return page


def tree_ids(window: Window) -> set[str]:
    window.do(Verb.GO_PLAN)
    tree = window.one(TreeView)
    tree.expandAll()
    model = tree.model()
    found, queue = set(), [model.index(row, 0) for row in range(model.rowCount())]
    while queue:
        index = queue.pop()
        found.add(id_of(index))
        queue += [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return found


def test_a_plan_gets_its_levels_is_kept_changed_compared_and_rolled_on(window: Window) -> None:
    session, example = window.session, window.example
    window.do(Verb.EDIT_LEVELS)
    page = window.page
    assert isinstance(page, BasicsPage)
    levels = page.lists["levels"]
    assert focused() is levels.view
    QTest.mouseClick(levels.add_button, Qt.MouseButton.LeftButton)
    fill("name", "Inriktning")
    fill("name_plural", "Inriktningar")
    press("&Lägg till")
    assert [row[0] for row in rows(levels.view)] == ["Målområde", "Mål", "Inriktning"]
    assert rows(levels.view)[2][3] == "–", "a level without goals is no error"

    window.do(Verb.TAKE_VERSION)
    fill("title", "Beslutad plan")
    fill("decided_on", "2023-11-29")
    fill("section_no", "64")
    press("&Fastställ")
    (version,) = session.all(PlanVersion, "number")
    assert (version.title, version.decided_on) == ("Beslutad plan", date(2023, 11, 29))

    edit(session, example.goal, title="Vården är nära alla")
    write_value(session, example.number.id, example.target.id, ">50 %")
    compared = versions(window)
    assert [row[1:] for row in rows(compared.differences)] == [
        ("Mål: Vården är nära alla", "Mål", "Vården är nära", "Vården är nära alla"),
        ("Indikator: Nöjda besökare", "Målnivå 2024", ">45 %", ">50 %"),
    ]

    meeting = add_meeting(session, Meeting(id=new_id(), date=date(2025, 5, 14)))
    assess(session, example.yes_no.id, Verdict.PARTLY, meeting_id=meeting.id)
    edit(session, session.get(Assignment, example.assignments[0].id), status=WorkStatus.DONE)
    window.do(Verb.ROLL_PLAN)
    rolling = roll_dialog()
    rolling.tree.choose(example.yes_no.id)
    QTest.keyClick(rolling.tree, Key.Key_Space)
    assert "Avslutas: 1 indikator och 1 uppdrag." in rolling.told.text()
    assert register_of(session).period_start == 2024, "nothing has happened yet"
    (go,) = [each for each in rolling.findChildren(QPushButton) if each.text() == "&Rulla planen"]
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)

    assert register_of(session).period_start == 2027
    assert [each.number for each in session.all(PlanVersion, "number")] == [1, 2]
    assert example.yes_no.id not in everything_to_assess(session)
    window.do(Verb.GO_INDICATORS)
    assert "Samverkan har vuxit" not in {row[0] for row in rows(window.one(ListView))}
    assert {CLOSED, example.yes_no.id, example.assignments[0].id} <= tree_ids(window)
    assert [each.verdict for each in trail_of(session, example.yes_no.id)] == [Verdict.PARTLY]

    window.do(Verb.UNDO)
    assert register_of(session).period_start == 2024
    assert CLOSED not in tree_ids(window)


def test_what_is_closed_is_opened_read_and_reopened(window: Window) -> None:
    window.do(Verb.ROLL_PLAN)
    rolling = roll_dialog()
    rolling.tree.choose(window.example.goal.id)
    QTest.keyClick(rolling.tree, Key.Key_Space)
    (go,) = [each for each in rolling.findChildren(QPushButton) if each.text() == "&Rulla planen"]
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    window.do(Verb.GO_PLAN)
    page = window.page
    assert isinstance(page, PlanPage)
    page.stand_on(window.example.number.id)
    assert window.one(TreeView).current_id == window.example.number.id, "it stands where it stood, below its goal"
    assert not window.can(Verb.ADD)
    assert not window.can(Verb.REMOVE)
    page.stand_on(window.example.goal.id)
    window.do(Verb.REOPEN)
    assert window.session.get(Goal, window.example.goal.id).closed_on is None
    assert window.session.get(Indicator, window.example.number.id).closed_on is None
    assert window.can(Verb.ADD)
    assert not window.can(Verb.REOPEN)


def test_an_answer_that_will_not_do_keeps_the_dialog_open(window: Window) -> None:
    window.do(Verb.ROLL_PLAN)
    rolling = roll_dialog()
    rolling.form.answer("period").set_text("2024–2026")
    (go,) = [each for each in rolling.findChildren(QPushButton) if each.text() == "&Rulla planen"]
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    assert rolling.isVisible()
    assert "Den nya perioden måste börja efter 2024" in rolling.form.fault("period")
    rolling.reject()
    assert window.session.all(PlanVersion, "number") == []


def test_levels_are_moved_by_key_and_stay_while_goals_stand_on_them(window: Window) -> None:
    levels = basics(window, "levels")
    QTest.keyClick(levels, Key.Key_Down, ALT)
    assert [row[0] for row in rows(levels)] == ["Mål", "Målområde"]
    assert window.session.get(Level, window.session.get(Goal, window.example.area.id).level_id).name == "Mål"
    window.do(Verb.UNDO)
    QTest.keyClick(levels, Key.Key_Delete)
    told = QApplication.activeModalWidget()
    assert isinstance(told, QMessageBox)
    assert told.text().startswith("På nivån Målområde står 1 mål")
    told.accept()
    QTest.keyClick(levels, Key.Key_F2)
    fill("name", "Fokusområde")
    press("&Spara")
    assert rows(levels)[0][0] == "Fokusområde"
    window.do(Verb.UNDO)
    assert rows(levels)[0][0] == "Målområde"


def test_bodies_and_functions_are_added_where_the_rest_points_at_them(window: Window) -> None:
    listed = basics(window, "bodies")
    QTest.keyClick(listed, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    fill("name", "Regionfullmäktige")
    fill("kind", "assembly")
    press("&Lägg till")
    assert ("Regionfullmäktige", "", "Fullmäktige") in rows(listed)
    assert "Regionfullmäktige" in {body.name for body in window.session.all(Body)}

    page = window.page
    assert isinstance(page, BasicsPage)
    page.stand_on("function_holders")
    functions = page.lists["function_holders"]
    assert focused() is functions.add_button, "an empty list begins with its button"
    QTest.mouseClick(functions.add_button, Qt.MouseButton.LeftButton)
    fill("function", "Ekonomidirektör")
    press("&Lägg till")
    (holder,) = window.session.all(FunctionHolder)
    assert (holder.function, holder.name) == ("Ekonomidirektör", "")


def test_goals_are_numbered_when_asked(window: Window) -> None:
    edit(window.session, window.example.area, printed_number="7")
    window.do(Verb.RENUMBER)
    press("&Numrera om")
    assert window.session.get(Goal, window.example.area.id).printed_number == "7"
    window.do(Verb.RENUMBER)
    fill("everything", "yes")
    press("&Numrera om")
    assert window.session.get(Goal, window.example.area.id).printed_number == "1"


def test_versions_begin_with_a_way_are_changed_compared_filtered_and_copied(window: Window) -> None:
    page = versions(window)
    ways = [each for each in page.findChildren(QPushButton) if each.isVisible()]
    assert [each.text() for each in ways] == ["Fastställ en version …"]
    QTest.mouseClick(ways[0], Qt.MouseButton.LeftButton)
    fill("title", "Beslutad plan")
    press("&Fastställ")
    edit(window.session, window.example.goal, title="Vården är nära alla", text="Hela länet")
    assert len(rows(page.differences)) == 2
    page.set_filter("text")
    assert [row[2] for row in rows(page.differences)] == ["Text"]
    page.differences.copy_all()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Ändring\tVad\tUppgift\tFöre\tEfter"
    assert copied[1] == "Ändrat\tMål: Vården är nära alla\tText\t–\tHela länet"
    page.set_filter("")
    page.differences.setFocus()
    page.differences.selectRow(0)
    QTest.keyClick(page.differences, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().count("\n") == 0
    window.do(Verb.EDIT)
    fill("title", "Planen som den beslutades")
    press("&Spara")
    assert rows(page.versions)[0][1] == "Planen som den beslutades"
    window.do(Verb.REMOVE)
    assert window.session.all(PlanVersion, "number") == []
    window.do(Verb.UNDO)
    assert len(rows(page.differences)) == 2
