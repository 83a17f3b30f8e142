"""Lists and trees keep what is chosen and open over a refill, and are worked by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from regdesk.ui.columns import LEAST
from regdesk.ui.delegates import broken
from regdesk.ui.models import RowsModel
from regdesk.ui.settings import Settings
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import LIGHT
from regdesk.ui.tree_model import TreeModel
from regdesk.ui.views import ListView, TreeView
from regdesk.viewmodels.rows import Column, Tone
from regdesk.viewmodels.tree import TreeNode
from tests.ui.conftest import FakeSource, row

Key = Qt.Key
MakeList = Callable[[FakeSource], tuple[ListView, RowsModel]]


@pytest.fixture
def make_list(theme: Theme, settings: Settings, qtbot: QtBot) -> MakeList:
    def make(source: FakeSource) -> tuple[ListView, RowsModel]:
        model = RowsModel(source)
        view = ListView("indicators", "Indikatorer", model, theme, settings)
        qtbot.addWidget(view)
        view.resize(600, 400)
        view.show()
        return view, model

    return make


@pytest.fixture
def tree(theme: Theme, qtbot: QtBot) -> TreeView:
    leaves = tuple(TreeNode(id=f"leaf-{n}", kind="goal", text=f"Mål {n}") for n in range(3))
    model = TreeModel()
    model.set_nodes([TreeNode(id="top", kind="goal_area", text="Område", children=leaves)])
    view = TreeView("Planen", model, theme, {"goal": "goal"})
    qtbot.addWidget(view)
    view.show()
    return view


def test_a_refill_keeps_the_chosen_rows(make_list: MakeList, source: FakeSource) -> None:
    view, model = make_list(source)
    assert view.choose("row-5")
    view.selectionModel().select(
        model.index_of("row-7"), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    source.rows.insert(0, row(999))
    model.refresh()
    assert view.current_id == "row-5"
    assert sorted(view.selected_ids) == ["row-5", "row-7"]


def test_a_row_that_went_leaves_one_on_the_row_in_its_place(make_list: MakeList, source: FakeSource) -> None:
    view, model = make_list(source)
    view.choose("row-5")
    del source.rows[5]
    model.refresh()
    assert (view.current_id, view.selected_ids) == ("row-6", ["row-6"])
    del source.rows[:]
    model.refresh()
    assert (view.current_id, view.selected_ids) == ("", [])


def test_a_row_beyond_what_was_read_cannot_be_chosen(make_list: MakeList, source: FakeSource) -> None:
    view, _model = make_list(source)
    assert not view.choose("row-450")


def test_arrows_choose_and_enter_opens(make_list: MakeList, source: FakeSource, qtbot: QtBot) -> None:
    view, _model = make_list(source)
    view.choose("row-0")
    with qtbot.waitSignal(view.chosen, check_params_cb=lambda row_id: row_id == "row-1"):
        QTest.keyClick(view, Key.Key_Down)
    with qtbot.waitSignal(view.opened, check_params_cb=lambda row_id: row_id == "row-1"):
        QTest.keyClick(view, Key.Key_Return)


def test_a_header_sorts_in_the_source(make_list: MakeList, source: FakeSource) -> None:
    view, _model = make_list(source)
    view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    assert source.order == ("number", True)


def test_columns_share_the_width_until_moved(make_list: MakeList, source: FakeSource, settings: Settings) -> None:
    view, _model = make_list(source)
    shared = view.columnWidth(0)
    assert shared > 2 * view.columnWidth(1)
    view.resize(900, 400)
    assert view.columnWidth(0) > shared
    view.setColumnWidth(0, 150)
    view.resize(700, 400)
    assert view.columnWidth(0) == 150
    assert settings.columns("indicators")[0] == 150


def test_moved_columns_are_remembered(make_list: MakeList, source: FakeSource, settings: Settings) -> None:
    settings.set_columns("indicators", [210, 90, 100])
    view, _model = make_list(source)
    assert (view.columnWidth(0), view.columnWidth(1)) == (210, 90)


def test_showing_a_long_list_reads_one_page(make_list: MakeList, source: FakeSource) -> None:
    view, _model = make_list(source)
    view.grab()
    assert len(source.fetched) == 1


def test_a_tone_is_painted_in_its_colours(make_list: MakeList, source: FakeSource) -> None:
    source.rows[0] = row(0, tone=Tone.GOOD)
    view, model = make_list(source)
    rect = view.visualRect(model.index(0, 2))
    picture = view.viewport().grab(rect).toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert QColor(LIGHT.pills[Tone.GOOD].fill).name() in colours


def test_a_rebuilt_tree_stays_open_where_it_was(tree: TreeView) -> None:
    assert tree.choose("leaf-1")
    assert tree.open_ids == {"top"}
    model = tree.model()
    assert isinstance(model, TreeModel)
    model.set_nodes(
        [
            TreeNode(id="new", kind="goal_area", text="Nytt"),
            TreeNode(
                id="top", kind="goal_area", text="Område", children=(TreeNode(id="leaf-1", kind="goal", text="Mål"),)
            ),
        ]
    )
    assert tree.current_id == "leaf-1"
    assert tree.selected_ids == ["leaf-1"]
    assert tree.open_ids == {"top"}


def test_enter_opens_a_node(tree: TreeView, qtbot: QtBot) -> None:
    tree.choose("leaf-2")
    with qtbot.waitSignal(tree.opened, check_params_cb=lambda node_id: node_id == "leaf-2"):
        QTest.keyClick(tree, Key.Key_Return)


def test_lists_and_trees_have_names(tree: TreeView, make_list: MakeList, source: FakeSource) -> None:
    assert tree.accessibleName() == "Planen"
    assert make_list(source)[0].accessibleName() == "Indikatorer"


def test_a_list_with_a_narrow_column_needs_no_scrolling(make_list: MakeList) -> None:
    narrow = Column(key="section", title="§", width=0.1)
    view, _model = make_list(FakeSource([], columns=(narrow, *FakeSource.columns)))
    header = view.horizontalHeader()
    assert header.sectionSize(0) == LEAST
    assert header.length() == view.viewport().width()


def test_a_text_is_broken_between_words_and_cut_at_the_end(qapp: QApplication) -> None:
    font, words = qapp.font(), "Andelen besökare som är nöjda med bemötandet i regionens mottagningar"
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance("Andelen besökare som är nö")
    first, second = broken(words, font, width, 2)
    assert first == "Andelen besökare som är"
    assert second.startswith("nöjda med")
    assert second.endswith("…")
    assert broken(words, font, width, 1) == [metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)]
    assert broken("Kort", font, width, 2) == ["Kort"]
    assert len(broken("ö" * 9_000, font, width, 3)) == 3


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_title_is_cut_whatever_the_size_of_the_text(
    make_list: MakeList, source: FakeSource, theme: Theme, percent: int
) -> None:
    theme.set_text_size(percent)
    view, model = make_list(source)
    header = view.horizontalHeader()
    # Qt's own hint has room for a sort mark as high as the title, unless there are none.
    header.setSortIndicatorShown(False)
    view.resize(500, 400)
    cut = [(header.sectionSize(n), header.sectionSizeHint(n)) for n in range(len(model.columns))]
    assert not [each for each in cut if each[0] < each[1]]
