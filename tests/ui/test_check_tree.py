"""Nodes are ticked by themselves and by the group above them, with Space or a click, and stay so when filtered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from regdesk.ui.check_tree import CheckDelegate, CheckModel
from regdesk.ui.theme import Theme
from regdesk.ui.views import TreeView
from regdesk.viewmodels.tree import TreeNode

State = Qt.CheckState
NODES = (
    TreeNode(
        id="goal",
        kind="goals",
        text="Mål",
        children=(
            TreeNode(
                id="group",
                kind="group",
                text="Indikatorer",
                children=(
                    TreeNode(id="one", kind="indicators", text="Ett"),
                    TreeNode(id="two", kind="indicators", text="Två"),
                ),
            ),
            TreeNode(id="note", kind="notes", text="Anteckning"),
        ),
    ),
)


@pytest.fixture
def model() -> CheckModel:
    made = CheckModel({"goals", "indicators"}, {"two"})
    made.set_nodes(NODES)
    return made


def state(model: CheckModel, node_id: str) -> object:
    return model.index_of(node_id).data(Qt.ItemDataRole.CheckStateRole)


def tick(model: CheckModel, node_id: str) -> None:
    model.setData(model.index_of(node_id), None, Qt.ItemDataRole.CheckStateRole)


def test_it_is_a_model_that_qt_accepts(model: CheckModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tick(model, "one")


def test_a_group_shows_what_is_ticked_under_it(model: CheckModel) -> None:
    assert [state(model, each) for each in ("goal", "group", "one", "two", "note")] == [
        State.Unchecked,
        State.PartiallyChecked,
        State.Unchecked,
        State.Checked,
        None,
    ]
    assert model.flags(model.index_of("one")) & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.flags(model.index_of("note")) & Qt.ItemFlag.ItemIsUserCheckable


def test_a_group_ticks_all_under_it_and_then_none(model: CheckModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.ticked_changed):
        tick(model, "group")
    assert model.ticked == {"one", "two"}
    tick(model, "group")
    assert model.ticked == set()


def test_what_is_filtered_away_stays_ticked(model: CheckModel) -> None:
    model.set_nodes(())
    model.set_nodes(NODES)
    assert state(model, "two") == State.Checked


def test_space_and_a_click_tick(model: CheckModel, theme: Theme, qtbot: QtBot) -> None:
    view = TreeView("Planen", model, theme, {})
    view.setItemDelegate(CheckDelegate(theme, view))
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.expandAll()
    with qtbot.waitExposed(view):
        view.show()
    view.choose("one")
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert model.ticked == {"one", "two"}
    place = view.visualRect(model.index_of("one"))
    at = QPoint(place.left() + 10, place.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert model.ticked == {"two"}
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert model.ticked == {"two"}


def test_ticks_are_painted_in_the_colour_of_the_theme(model: CheckModel, theme: Theme, qtbot: QtBot) -> None:
    view = TreeView("Planen", model, theme, {})
    view.setItemDelegate(CheckDelegate(theme, view))
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.expandAll()
    picture = view.viewport().grab().toImage()

    def accents(node_id: str) -> int:
        place = view.visualRect(model.index_of(node_id))
        points = [(x, y) for x in range(place.left(), place.left() + 20) for y in range(place.top(), place.bottom())]
        return sum(picture.pixelColor(x, y).name() == theme.colours.accent for x, y in points)

    assert accents("two") > 50
    assert accents("one") == 0
