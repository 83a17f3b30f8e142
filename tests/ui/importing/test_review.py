"""A plan is read, corrected by keyboard and mouse, and written in one step that can be taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLibraryInfo, QMimeData, QPoint, QPointF, Qt, QUrl, QVersionNumber
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from regdesk.domain.model import Assignment, Goal, Import, Indicator, Value
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.proposal import NodeKind, Proposal
from regdesk.exchange.propose import propose
from regdesk.exchange.writing import write_proposal
from regdesk.ui.answers import ChoiceBox
from regdesk.ui.dialogs.new_register import NewRegisterDialog
from regdesk.ui.importing import review
from regdesk.ui.importing.model import PlanModel
from regdesk.ui.importing.review import Review
from regdesk.ui.shell import Shell
from regdesk.ui.verbs import Verb
from regdesk.ui.views import TreeView
from tests.ui.importing.conftest import kinds, named

TEXT = "Fler ska få vård hemma."
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def review_in(window: Shell) -> Review:
    return window.findChildren(Review)[0]


def tree_of(window: Shell) -> TreeView:
    return next(view for view in review_in(window).findChildren(TreeView) if isinstance(view.model(), PlanModel))


def list_of(window: Shell) -> TreeView:
    return next(view for view in review_in(window).findChildren(TreeView) if not isinstance(view.model(), PlanModel))


def proposal_in(window: Shell) -> Proposal:
    return review_in(window)._draft.proposal


def stand_on(window: Shell, text: str) -> None:
    assert tree_of(window).choose(named(proposal_in(window), text).id)


def button(parent: QWidget, text: str) -> QPushButton:
    return next(each for each in parent.findChildren(QPushButton) if each.text() == text)


def box_in_sight() -> QMessageBox:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def answer(text: str) -> None:
    QTest.mouseClick(button(box_in_sight(), text), Qt.MouseButton.LeftButton)


def choose_in(choice: ChoiceBox, text: str) -> None:
    """By the keys of the list that has opened."""
    shown = choice.view()
    while shown.currentIndex().row() < choice.findText(text):
        QTest.keyClick(shown, Key.Key_Down)
    QTest.keyClick(shown, Key.Key_Return)


def choose_plan(window: Shell, path: Path) -> None:
    """Through the menu and the file dialog."""
    window.verbs[Verb.IMPORT_PLAN].trigger()
    dialog = window.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(str(path))
    dialog.close()


def count(window: Shell, kind: type[Goal | Indicator | Value | Assignment | Import]) -> int:
    assert window.session is not None
    return len(window.session.all(kind))


@pytest.fixture
def reviewing(window: Shell, register: Path, plan: Path, qtbot: QtBot) -> Shell:
    """The window with the plan read and shown."""
    window.open_register(register)
    choose_plan(window, plan)
    qtbot.waitUntil(lambda: bool(window.findChildren(Review)))
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def test_a_plan_is_read_changed_undone_and_written(reviewing: Shell, qtbot: QtBot) -> None:
    tree = tree_of(reviewing)
    assert QApplication.focusWidget() is tree
    stand_on(reviewing, TEXT)
    QTest.keyClick(tree, Key.Key_Return)
    choice = review_in(reviewing).findChildren(ChoiceBox)[0]
    qtbot.waitUntil(choice.view().isVisible)
    choose_in(choice, "Uppdrag")
    assert kinds(proposal_in(reviewing), TEXT) is NodeKind.ASSIGNMENT
    qtbot.waitUntil(tree.hasFocus)
    QTest.keyClick(tree, Key.Key_Z, Modifier.ControlModifier)
    assert kinds(proposal_in(reviewing), TEXT) is NodeKind.PARAGRAPH
    assert not reviewing.verbs[Verb.UNDO].isEnabled()
    assert count(reviewing, Goal) == 0
    QTest.mouseClick(button(reviewing, "&Läs in i registret"), Qt.MouseButton.LeftButton)
    assert (count(reviewing, Goal), count(reviewing, Indicator), count(reviewing, Value)) == (3, 2, 4)
    assert reviewing.verbs[Verb.GO_PLAN].isChecked()
    assert reviewing.menuBar().isVisible()
    QTest.keyClick(reviewing, Key.Key_Z, Modifier.ControlModifier)
    assert (count(reviewing, Goal), count(reviewing, Import)) == (0, 0)


def test_keys_move_what_is_chosen(reviewing: Shell) -> None:
    tree = tree_of(reviewing)
    stand_on(reviewing, TEXT)
    QTest.keyClick(tree, Key.Key_Left, Modifier.AltModifier)
    area = named(proposal_in(reviewing), "Målområde 1: En nära region")
    assert [child.text for child in area.children] == ["Mål: Vården är nära", TEXT, "Mål: Ekonomin är stark"]
    QTest.keyClick(tree, Key.Key_Right, Modifier.AltModifier)
    QTest.keyClick(tree, Key.Key_Up, Modifier.AltModifier)
    goal = named(proposal_in(reviewing), "Mål: Vården är nära")
    assert goal.children[0].text == TEXT
    QTest.keyClick(tree, Key.Key_Down, Modifier.AltModifier)
    goal = named(proposal_in(reviewing), "Mål: Vården är nära")
    assert goal.children[-1].text == TEXT
    assert tree.current_id == named(proposal_in(reviewing), TEXT).id


def test_what_may_not_be_is_told_and_changes_nothing(reviewing: Shell) -> None:
    before = proposal_in(reviewing)
    stand_on(reviewing, "Verksamhetsplan 2025–2027")
    QTest.keyClick(tree_of(reviewing), Key.Key_Right, Modifier.AltModifier)
    assert proposal_in(reviewing) is before
    told = [label.text() for label in review_in(reviewing).findChildren(QLabel) if label.isVisible()]
    assert any("kan inte stå där" in text for text in told)


def test_what_is_removed_can_be_placed_again(reviewing: Shell) -> None:
    stand_on(reviewing, TEXT)
    QTest.keyClick(tree_of(reviewing), Key.Key_Delete)
    assert proposal_in(reviewing).find(named_left(reviewing, TEXT)) is None
    shown = list_of(reviewing)
    assert shown.choose(named_left(reviewing, TEXT))
    shown.setFocus()
    QTest.keyClick(shown, Key.Key_Return)
    assert named(proposal_in(reviewing), TEXT).kind is NodeKind.PARAGRAPH
    assert QApplication.focusWidget() is tree_of(reviewing)


def named_left(window: Shell, text: str) -> str:
    return next(each.node.id for each in proposal_in(window).unplaced if each.node.text == text)


def test_a_table_without_a_place_is_shown_whole_and_placed(reviewing: Shell) -> None:
    stand_on(reviewing, "Mål: Ekonomin är stark")
    (left,) = proposal_in(reviewing).unplaced
    assert list_of(reviewing).choose(left.node.id)
    QTest.mouseClick(button(reviewing, "&Placera i trädet"), Qt.MouseButton.LeftButton)
    assert proposal_in(reviewing).unplaced == ()
    assert tree_of(reviewing).current_id == left.node.id


def test_the_menu_offers_other_kinds_and_levels(reviewing: Shell) -> None:
    stand_on(reviewing, "Mål: Vården är nära")
    tree = tree_of(reviewing)
    tree.customContextMenuRequested.emit(QPoint(4, 4))
    menu = next(each for each in tree.findChildren(QMenu) if each.isVisible())
    levels = next(each for each in menu.findChildren(QMenu) if each.title() == "&Nivå")
    next(action for action in levels.actions() if action.text() == "Delområde").trigger()
    menu.close()
    assert named(proposal_in(reviewing), "Mål: Vården är nära").fields["level_kind"] == "sub_area"


def test_a_node_is_dragged_to_where_it_may_stand(reviewing: Shell, qtbot: QtBot) -> None:
    model = tree_of(reviewing).model()
    assert isinstance(model, PlanModel)
    now = proposal_in(reviewing)
    data = model.mimeData([model.index_of(named(now, TEXT).id)])
    other, own = model.index_of(named(now, "Mål: Ekonomin är stark").id), model.index_of(named(now, "75").id)
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, own)
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, other)
    qtbot.waitUntil(lambda: named(proposal_in(reviewing), "Mål: Ekonomin är stark").children[0].text == TEXT)


def test_a_node_is_not_dragged_into_itself(reviewing: Shell) -> None:
    model = tree_of(reviewing).model()
    assert isinstance(model, PlanModel)
    now = proposal_in(reviewing)
    area, goal = (
        model.index_of(named(now, text).id) for text in ("Målområde 1: En nära region", "Mål: Vården är nära")
    )
    assert not model.canDropMimeData(model.mimeData([area]), Qt.DropAction.MoveAction, -1, -1, goal)


def test_giving_up_asks_when_something_was_changed(reviewing: Shell) -> None:
    stand_on(reviewing, TEXT)
    QTest.keyClick(tree_of(reviewing), Key.Key_Delete)
    QTest.keyClick(tree_of(reviewing), Key.Key_Escape)
    assert "försvinner" in box_in_sight().text()
    answer("Läs inte in")
    assert reviewing.desk is not None
    assert reviewing.desk.isVisible()
    assert count(reviewing, Goal) == 0
    assert not reviewing.verbs[Verb.UNDO].isEnabled()


def test_escape_first_goes_back_to_the_tree(reviewing: Shell) -> None:
    list_of(reviewing).setFocus()
    QTest.keyClick(list_of(reviewing), Key.Key_Escape)
    assert QApplication.focusWidget() is tree_of(reviewing)
    assert review_in(reviewing).isVisible()


def test_giving_up_at_once_asks_nothing(reviewing: Shell) -> None:
    QTest.keyClick(tree_of(reviewing), Key.Key_Escape)
    assert reviewing.desk is not None
    assert reviewing.desk.isVisible()
    assert reviewing.verbs[Verb.IMPORT_PLAN].isEnabled()


def test_a_plan_that_the_register_refuses_stays_in_review(reviewing: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise Problem(ProblemKind.RULE_BROKEN)

    monkeypatch.setattr(review, "write_proposal", refuse)
    QTest.mouseClick(button(reviewing, "&Läs in i registret"), Qt.MouseButton.LeftButton)
    box_in_sight().close()
    assert review_in(reviewing).isVisible()
    assert count(reviewing, Goal) == 0


def test_a_file_that_was_read_before_is_asked_about(window: Shell, register: Path, plan: Path, qtbot: QtBot) -> None:
    window.open_register(register)
    assert window.session is not None
    write_proposal(window.session, propose(plan))
    choose_plan(window, plan)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert "redan inläst" in box_in_sight().text()
    answer("Läs in igen")
    assert review_in(window).isVisible()


def test_a_file_that_is_no_plan_is_told_in_a_sentence(
    window: Shell, register: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "plan.docx"
    bad.write_bytes(b"inget")
    window.open_register(register)
    before = register.read_bytes()
    choose_plan(window, bad)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert "ingen Word-fil" in box_in_sight().text()
    box_in_sight().close()
    assert register.read_bytes() == before


def dragged_in(data: QMimeData) -> QDragEnterEvent:
    """Qt 6.12 wants the place to parts of a pixel; 6.11 knows only whole ones."""
    place: Any = QPointF(5, 5) if QLibraryInfo.version() >= QVersionNumber(6, 12) else QPoint(5, 5)
    return QDragEnterEvent(place, *_rest(data))


def _rest(data: QMimeData) -> tuple[Qt.DropAction, QMimeData, Qt.MouseButton, Qt.KeyboardModifier]:
    return Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Modifier.NoModifier


def test_a_plan_is_dropped_on_the_window(window: Shell, register: Path, plan: Path, qtbot: QtBot) -> None:
    window.open_register(register)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(plan))])
    entered = dragged_in(data)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), *_rest(data)))
    qtbot.waitUntil(lambda: bool(window.findChildren(Review)))


@pytest.mark.parametrize("names", [["bild.png"], ["a.docx", "b.docx"], []])
def test_nothing_else_is_taken(window: Shell, tmp_path: Path, names: list[str]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    entered = dragged_in(data)
    entered.ignore()
    QApplication.sendEvent(window, entered)
    assert not entered.isAccepted()


def test_without_a_register_one_is_made_first(window: Shell, plan: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window.settings.folder = tmp_path
    window._beginning.read_plan(plan)
    dialog = window.findChildren(NewRegisterDialog)[0]
    dialog._form.load({"organisation": "Region Norr", "board": "Kulturnämnden", "period": "2025-2027"})
    QTest.mouseClick(button(dialog, "&Skapa registret"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.findChildren(Review)))
    assert window.session is not None
    assert window.session.path == tmp_path / "kulturnämnden.regdesk"


def test_a_new_register_offers_to_read_its_plan(window: Shell, tmp_path: Path) -> None:
    window.settings.folder = tmp_path
    window.verbs[Verb.NEW_REGISTER].trigger()
    dialog = window.findChildren(NewRegisterDialog)[0]
    dialog._form.load({"organisation": "Region Norr", "board": "Kulturnämnden", "period": "2025-2027"})
    QTest.mouseClick(button(dialog, "&Skapa registret"), Qt.MouseButton.LeftButton)
    assert window.session is not None
    answer("Välj plan …")
    chooser = window.findChildren(QFileDialog)[0]
    assert chooser.isVisible()
    chooser.close()


def test_every_label_is_plain_text(reviewing: Shell) -> None:
    labels = review_in(reviewing).findChildren(QLabel)
    assert [label.text() for label in labels if label.textFormat() != Qt.TextFormat.PlainText] == []
