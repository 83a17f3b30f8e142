"""Stories of a record's detail: marking it secret, what it points at, what is said of it, and values split by sex."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from regdesk.domain.codes import LinkKind, Party
from regdesk.domain.model import Alias, Comment, Footnote, Perspective
from regdesk.services.editing import write_value
from regdesk.services.links import targets_of
from regdesk.services.secrecy import marking_on
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.dialogs.pick import PickDialog
from regdesk.ui.pages.comments_part import CommentsPart
from regdesk.ui.pages.links_part import LinksPart
from regdesk.ui.pages.secrecy_part import SecrecyLine, SecrecyPart
from regdesk.ui.pages.sex_part import SexPart
from regdesk.ui.roles import Role
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView, TreeView
from regdesk.viewmodels.link_list import link_choices, set_targets
from tests.ui.pages.conftest import Window

Key = Qt.Key


def dialog() -> FormDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, FormDialog)
    return found


def fill(key: str, text: str) -> None:
    dialog().form.answer(key).set_text(text)


def press(name: str) -> None:
    top = QApplication.activeModalWidget()
    assert top is not None
    (button,) = [each for each in top.findChildren(QPushButton) if each.text() == name]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def stand_on(window: Window, record_id: str) -> None:
    assert window.shell.desk is not None
    window.shell.desk.go(Verb.GO_PLAN, record_id)


def lock(window: Window) -> str:
    found = [each for each in window.page.findChildren(SecrecyLine) if each.isVisible()]
    return found[0].line.words if found else ""


def test_a_goal_is_marked_with_a_key_and_what_stands_below_follows(window: Window) -> None:
    stand_on(window, window.example.goal.id)
    assert lock(window) == ""
    window.do(Verb.MARK_SECRET)
    press("&Markera")
    assert dialog().form.fault("provision")
    fill("provision", "OSL 18:13")
    press("&Markera")
    assert lock(window).startswith("Sekretess: OSL 18:13, ")
    tree = window.one(TreeView)
    assert tree.currentIndex().data(Role.SECRET)
    assert str(tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)).endswith(", sekretess")

    stand_on(window, window.example.number.id)
    assert lock(window).startswith("Omfattas av sekretess genom mål ”Vården är nära” (OSL 18:13")
    assert not window.one(SecrecyPart).unmark_button.isVisible()

    stand_on(window, window.example.goal.id)
    QTest.mouseClick(window.one(SecrecyPart).unmark_button, Qt.MouseButton.LeftButton)
    assert (lock(window), marking_on(window.session, window.example.goal.id)) == ("", None)
    window.do(Verb.UNDO)
    assert lock(window).startswith("Sekretess: OSL 18:13, ")
    assert tree.currentIndex().data(Role.SECRET)


def test_a_secret_uppdrag_has_a_lock_in_its_list(window: Window) -> None:
    window.do(Verb.GO_ASSIGNMENTS)
    window.do(Verb.MARK_SECRET)
    fill("provision", "OSL 15:2")
    press("&Markera")
    model = window.one(ListView, "Uppdrag").model()
    assert [bool(model.index(row, 0).data(Role.SECRET)) for row in range(2)] == [True, False]
    assert str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)).endswith(", sekretess")


def test_perspectives_are_ticked_ordered_and_taken_away(window: Window) -> None:
    stand_on(window, window.example.goal.id)
    part = window.one(LinksPart)
    assert not part.view.isVisible()
    (choice,) = [
        each
        for each in link_choices(window.session, "goals", window.example.goal.id)
        if each.kind is LinkKind.PERSPECTIVE
    ]
    part.choose(choice)
    pick = QApplication.activeModalWidget()
    assert isinstance(pick, PickDialog)
    QTest.keyClick(pick.tree, Key.Key_Space)
    QTest.keyClick(pick.tree, Key.Key_Down)
    QTest.keyClick(pick.tree, Key.Key_Space)
    press("&Koppla de valda")
    model = part.view.model()
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["Barn", "Jämställdhet"]

    part.view.setFocus()
    QTest.keyClick(part.view, Key.Key_Home)
    part.view.selectRow(0)
    QTest.keyClick(part.view, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    names = {each.id: each.name for each in window.session.all(Perspective)}
    found = targets_of(window.session, window.example.goal.id, LinkKind.PERSPECTIVE)
    assert [names[each] for each in found] == ["Jämställdhet", "Barn"]
    QTest.keyClick(part.view, Key.Key_Delete)
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["Jämställdhet"]
    window.do(Verb.UNDO)
    assert model.rowCount() == 2


def test_comments_stand_side_by_side_and_are_added_with_a_key(window: Window) -> None:
    stand_on(window, window.example.goal.id)
    for party, words in ((Party.ADMINISTRATION, "Bemannat sedan mars."), (Party.UNION, "Vi vill se en plan.")):
        window.do(Verb.COMMENT)
        fill("party", party)
        fill("text", words)
        press("&Lägg till")
    QApplication.processEvents()
    part = window.one(CommentsPart)
    told = [each.text() for each in part.view.findChildren(QLabel) if each.isVisible()]
    assert [text for text in told if not text.startswith("20")] == [
        *("Förvaltningen", "Bemannat sedan mars.", "Facklig organisation", "Vi vill se en plan.")
    ]
    (change, *_others) = [
        each for each in part.view.findChildren(QPushButton) if each.accessibleName().startswith("Ändra kommentaren")
    ]
    QTest.mouseClick(change, Qt.MouseButton.LeftButton)
    fill("text", "Bemannat sedan april.")
    press("&Spara")
    assert "Bemannat sedan april." in {each.text for each in window.session.all(Comment)}
    remove = next(
        each for each in part.view.findChildren(QPushButton) if each.accessibleName().startswith("Ta bort kommentaren")
    )
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert [each.party for each in window.session.all(Comment)] == [Party.UNION]


def test_footnotes_and_other_names_are_added_where_they_belong(window: Window) -> None:
    stand_on(window, window.example.number.id)
    for name, answers in (
        ("Lägg till: Fotnot", {"mark": "4", "text": "Enligt regionplanen."}),
        ("Lägg till: Annat namn", {"text": "Nöjdhet"}),
    ):
        (button,) = [
            each for each in window.page.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible()
        ]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        for key, text in answers.items():
            fill(key, text)
        press("&Lägg till")
    assert [(each.mark, each.text) for each in window.session.all(Footnote)] == [("4", "Enligt regionplanen.")]
    assert [(each.item_id, each.text) for each in window.session.all(Alias)] == [(window.example.number.id, "Nöjdhet")]


def test_values_split_by_sex_are_shown_beside_each_other(window: Window) -> None:
    stand_on(window, window.example.number.id)
    assert not [each for each in window.page.findChildren(SexPart) if each.isVisible()]
    write_value(window.session, window.example.number.id, window.example.outcome.id, "K 5,2 M 6,1")
    model = window.one(SexPart).view.model()
    assert [model.index(0, column).data() for column in range(4)] == ["Utfall 2023", "5,2", "6,1", ""]


def test_perspectives_are_offered_and_show_what_they_touch(window: Window) -> None:
    window.do(Verb.GO_PERSPECTIVES)
    window.do(Verb.ADD)
    pick = QApplication.activeModalWidget()
    assert isinstance(pick, PickDialog)
    pick.search.setText("Landsbygd i tillväxt")
    QTest.keyClick(pick.tree, Key.Key_Space)
    pick.search.setText("barn")
    pick.tree.setCurrentIndex(pick.tree.model().index(0, 0))
    QTest.keyClick(pick.tree, Key.Key_Space)
    press("&Lägg till de valda")
    assert [each.name for each in window.session.all(Perspective)] == ["Barn", "Landsbygd i tillväxt"]

    barn = window.session.all(Perspective)[0]
    set_targets(window.session, window.example.goal.id, LinkKind.PERSPECTIVE, [barn.id])
    set_targets(window.session, window.example.assignments[0].id, LinkKind.PERSPECTIVE, [barn.id])
    listed = window.one(ListView, "Perspektiv")
    assert [listed.model().index(row, 2).data() for row in range(2)] == ["2", "0"]
    listed.selectRow(0)
    touched = window.one(ListView, "Berörs")
    assert [touched.model().index(row, 1).data() for row in range(2)] == [
        *("Vården är nära", "Följa hur väntetiderna utvecklas")
    ]
    QTest.keyClick(listed, Key.Key_Return)
    QTest.keyClick(touched, Key.Key_Return)
    assert window.one(TreeView).current_id == window.example.goal.id
