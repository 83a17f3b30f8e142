"""The tree model shows nodes, repaints changed words and rebuilds changed trees."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from regdesk.ui.roles import Role
from regdesk.ui.tree_model import TreeModel
from regdesk.viewmodels.rows import Tone
from regdesk.viewmodels.tree import TreeNode

LEAF = TreeNode(id="i1", kind="indicator", text="Sjukfrånvaro", symbol="✔", tone=Tone.GOOD)
GOAL = TreeNode(id="g1", kind="goal", text="Arbetsplatser", count="1 indikator", children=(LEAF,))
AREA = TreeNode(id="a1", kind="goal_area", text="Område", children=(GOAL, TreeNode(id="g2", kind="goal", text="Tomt")))


@pytest.fixture
def model() -> TreeModel:
    made = TreeModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_nodes([AREA])
    return made


def test_nodes_stand_under_their_parents(model: TreeModel) -> None:
    leaf = model.index_of("i1")
    assert [leaf.data(Role.ID), leaf.parent().data(Role.ID), leaf.parent().parent().data(Role.ID)] == ["i1", "g1", "a1"]
    assert not leaf.parent().parent().parent().isValid()
    assert model.rowCount(model.index_of("a1")) == 2
    assert model.rowCount(leaf) == 0
    assert model.ids() == ["a1", "g1", "i1", "g2"]


def test_roles(model: TreeModel) -> None:
    goal, leaf = model.index_of("g1"), model.index_of("i1")
    assert (goal.data(), goal.data(Role.KIND), goal.data(Role.COUNT)) == ("Arbetsplatser", "goal", "1 indikator")
    assert goal.data(Qt.ItemDataRole.AccessibleTextRole) == "Arbetsplatser, 1 indikator"
    assert (leaf.data(Role.SYMBOL), leaf.data(Role.TONE)) == ("✔", Tone.GOOD)


def test_what_a_screen_reader_says_can_be_given(model: TreeModel) -> None:
    model.set_nodes([replace(LEAF, spoken="Sjukfrånvaro, bedömd Ja")])
    assert model.index_of("i1").data(Qt.ItemDataRole.AccessibleTextRole) == "Sjukfrånvaro, bedömd Ja"


def test_changed_words_are_repainted(model: TreeModel, qtbot: QtBot) -> None:
    leaf = replace(LEAF, symbol="✘", tone=Tone.BAD)
    area = replace(AREA, children=(replace(GOAL, children=(leaf,)), AREA.children[1]))
    with qtbot.assertNotEmitted(model.refilled), qtbot.waitSignal(model.dataChanged):
        model.set_nodes([area])
    assert model.index_of("i1").data(Role.SYMBOL) == "✘"


def test_a_changed_tree_is_rebuilt(model: TreeModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.refilled):
        model.set_nodes([AREA, TreeNode(id="a2", kind="goal_area", text="Nytt")])
    assert model.rowCount() == 2
    assert not model.index_of("g9").isValid()


def test_no_nodes_at_all(model: TreeModel) -> None:
    model.set_nodes([])
    assert model.rowCount() == 0
    assert model.index(0, 0, QModelIndex()) == QModelIndex()


@pytest.fixture
def lazy() -> TreeModel:
    """A tree of one goal; what stands below is read when asked for, and then again."""
    below = {"g1": [LEAF, replace(LEAF, id="i2", more=True)], "i2": []}
    made = TreeModel(reader=lambda node: below[node.id])
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_nodes([replace(GOAL, children=(), more=True)])
    return made


def test_what_stands_below_is_read_when_opened(lazy: TreeModel) -> None:
    goal = lazy.index_of("g1")
    assert (lazy.hasChildren(goal), lazy.rowCount(goal), lazy.ids()) == (True, 0, ["g1"])
    lazy.fetchMore(goal)
    assert (lazy.rowCount(goal), lazy.ids(), lazy.opened_ids()) == (2, ["g1", "i1", "i2"], ["g1"])
    assert not lazy.canFetchMore(goal)


def test_a_node_that_had_nothing_below_after_all_is_a_leaf(lazy: TreeModel) -> None:
    lazy.fetchMore(lazy.index_of("g1"))
    lazy.fetchMore(lazy.index_of("i2"))
    assert not lazy.hasChildren(lazy.index_of("i2"))


def test_what_was_opened_is_repainted_too(lazy: TreeModel, qtbot: QtBot) -> None:
    lazy.fetchMore(lazy.index_of("g1"))
    nodes = [replace(GOAL, children=(replace(LEAF, symbol="✘"), replace(LEAF, id="i2", more=True)))]
    with qtbot.assertNotEmitted(lazy.refilled), qtbot.waitSignal(lazy.dataChanged):
        lazy.set_nodes(nodes)
    assert lazy.index_of("i1").data(Role.SYMBOL) == "✘"
    assert lazy.hasChildren(lazy.index_of("i2"))
