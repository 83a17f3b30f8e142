"""The list model fetches pages, lets the source sort and filter, and repaints rather than refills."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from regdesk.ui.models import PAGE, RowsModel
from regdesk.ui.roles import Role
from regdesk.viewmodels.rows import Tone
from tests.ui.conftest import FakeSource, row

DESCENDING = Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(source: FakeSource) -> RowsModel:
    made = RowsModel(source)
    source.fetched.clear()
    return made


def test_qt_finds_no_fault(model: RowsModel, source: FakeSource) -> None:
    # The tester fetches all there is at every chance, so it is left out of the other tests.
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.sort(1, DESCENDING)
    model.set_filter("9")
    source.rows.insert(0, row(999))
    model.refresh()
    del source.rows[9]
    model.refresh(["row-8"])
    source.rename(19, "Indikator 19, ny")
    model.refresh(["row-19"])
    assert model.index_of("row-19").data() == "Indikator 19, ny"


def test_pages_are_fetched_when_asked_for(model: RowsModel, source: FakeSource) -> None:
    assert model.rowCount() == PAGE
    root = QModelIndex()
    while model.canFetchMore(root):
        model.fetchMore(root)
    assert source.fetched == [("row-199", PAGE), ("row-399", PAGE)]
    assert model.rowCount() == 500
    model.fetchMore(root)
    assert len(source.fetched) == 2


def test_an_empty_source_is_an_empty_list() -> None:
    model = RowsModel(FakeSource([]))
    assert model.rowCount() == 0
    assert not model.canFetchMore(QModelIndex())
    assert model.columnCount() == 3


def test_the_source_sorts(model: RowsModel, source: FakeSource) -> None:
    model.sort(1, DESCENDING)
    assert source.order == ("number", True)
    assert model.index(0, 0).data(Role.ID) == "row-499"


def test_what_cannot_be_sorted_is_not(model: RowsModel, source: FakeSource) -> None:
    model.sort(2, DESCENDING)
    model.sort(-1)
    assert source.order == ("number", False)
    assert source.fetched == []


def test_the_source_filters(model: RowsModel) -> None:
    model.set_filter("49")
    ids = [model.index(place, 0).data(Role.ID) for place in range(model.rowCount())]
    assert ids == ["row-49", "row-149", "row-249", "row-349", "row-449", *(f"row-{n}" for n in range(490, 500))]
    assert model.total() == 15


def test_roles(source: FakeSource) -> None:
    source.rows[0] = row(0, tone=Tone.GOOD)
    model = RowsModel(source)
    number, verdict = model.index(0, 1), model.index(0, 2)
    assert number.data() == "0"
    assert number.data(Role.SORT) == (0,)
    assert number.data(Qt.ItemDataRole.AccessibleTextRole) == "Nummer: nummer 0"
    assert number.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert (verdict.data(), verdict.data(Role.SYMBOL), verdict.data(Role.TONE)) == ("Ja", "✔", Tone.GOOD)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Nummer"
    assert model.headerData(1, Qt.Orientation.Vertical) is None


def test_a_changed_row_is_repainted_alone(model: RowsModel, source: FakeSource, qtbot: QtBot) -> None:
    source.rename(250, "Ny text")
    model.fetchMore(QModelIndex())
    source.rename(250, "Nyare text")
    source.fetched.clear()
    with qtbot.assertNotEmitted(model.refilled), qtbot.waitSignal(model.dataChanged) as changed:
        model.refresh(["row-250"])
    assert source.fetched == [("row-199", PAGE)]
    assert changed.args is not None
    assert changed.args[0].row() == changed.args[1].row() == 250
    assert model.index(250, 0).data() == "Nyare text"


def test_unchanged_rows_are_not_repainted(model: RowsModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.refilled), qtbot.assertNotEmitted(model.dataChanged):
        model.refresh()


def test_a_new_row_fills_the_list_anew(model: RowsModel, source: FakeSource, qtbot: QtBot) -> None:
    source.rows.insert(0, row(999))
    with qtbot.waitSignal(model.refilled):
        model.refresh(["row-999"])
    assert model.index(0, 0).data(Role.ID) == "row-999"


@pytest.mark.parametrize("ids", [None, ["row-10"]])
def test_a_removed_row_goes(model: RowsModel, source: FakeSource, ids: list[str] | None) -> None:
    del source.rows[10]
    model.refresh(ids)
    assert not model.index_of("row-10").isValid()
    assert model.index_of("row-11").row() == 10


def test_a_row_added_to_a_short_list_is_seen() -> None:
    source = FakeSource([row(1)])
    model = RowsModel(source)
    source.rows.append(row(2))
    model.refresh()
    assert model.rowCount() == 2


def test_another_source_takes_its_place(model: RowsModel) -> None:
    model.set_source(FakeSource([row(7)]))
    assert model.rowCount() == 1
    assert not model.index_of("row-8").isValid()
