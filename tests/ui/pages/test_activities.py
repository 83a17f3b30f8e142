"""Stories of the delaktiviteter: the list, and the time line by keyboard with the record beside it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from regdesk.domain.codes import WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Milestone
from regdesk.services.editing import add, edit, remove
from regdesk.ui.pages.activities import ActivitiesPage
from regdesk.ui.pages.timeline import TimelineModel, TimelineView
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.timeline import Timeline
from tests.ui.pages.conftest import Window
from tests.ui.pages.test_records_page import texts

Key = Qt.Key
TODAY = date.today()
MONTH = timedelta(days=30)


@pytest.fixture
def page(window: Window) -> ActivitiesPage:
    """The page with a late one, one to come, one without dates, under two goals."""
    goal, area = window.example.goal.id, window.example.area.id
    late = Activity(
        id=new_id(), goal_id=goal, title="Utbilda chefer", starts_on=TODAY - 9 * MONTH, due_on=TODAY - MONTH
    )
    add(window.session, late)
    coming = Activity(id=new_id(), goal_id=goal, title="Rusta lokaler", starts_on=TODAY, due_on=TODAY + 12 * MONTH)
    add(window.session, coming)
    add(window.session, Activity(id=new_id(), goal_id=area, title="Någon gång"))
    for due, reached in ((8, TODAY - 7 * MONTH), (3, None)):
        milestone = Milestone(
            id=new_id(), activity_id=late.id, text="Etapp", due_on=TODAY - due * MONTH, reached_on=reached
        )
        add(window.session, milestone)
    window.do(Verb.GO_ACTIVITIES)
    shown = window.page
    assert isinstance(shown, ActivitiesPage)
    return shown


def timeline(window: Window, page: ActivitiesPage) -> TimelineView:
    page.segments.pick("timeline")
    view = window.one(TimelineView)
    view.setFocus()
    return view


def words(window: Window) -> str:
    return "\n".join(label.text() for label in window.page.findChildren(QLabel) if label.isVisible())


def test_the_list_marks_what_is_late_and_one_key_makes_it_done(window: Window, page: ActivitiesPage) -> None:
    listed = window.one(ListView, "Delaktiviteter")
    assert texts(listed) == ["Någon gång", "Utbilda chefer", "Rusta lokaler"]
    late = next(each for each in window.session.all(Activity) if each.title == "Utbilda chefer")
    page.stand_on(late.id)
    assert "! Försenat 30" in words(window)
    assert "Ej nått: Etapp" in words(window)
    window.do(Verb.SWITCH_DONE)
    assert window.session.get(Activity, late.id).status is WorkStatus.DONE
    assert "Är framdriften 100 procent?" in words(window)
    assert window.session.get(Activity, late.id).progress is None, "it is asked, never forced"
    window.do(Verb.UNDO)
    assert "! Försenat 30" in words(window)


def test_the_arrows_go_from_bar_to_bar_past_the_headings_and_the_record_follows(
    window: Window, page: ActivitiesPage
) -> None:
    view = timeline(window, page)
    assert texts(view) == ["1.1 Vården är nära", "Utbilda chefer", "Rusta lokaler", "Utan datum", "Någon gång"]
    QTest.keyClick(view, Key.Key_Up)
    QTest.keyClick(view, Key.Key_Up)
    seen = []
    for _step in range(4):
        seen.append(window.session.get(Activity, page.chosen_id).title)
        assert seen[-1] in words(window)
        QTest.keyClick(view, Key.Key_Down)
    assert seen == ["Utbilda chefer", "Rusta lokaler", "Någon gång", "Någon gång"]


def test_each_bar_is_told_in_words(window: Window, page: ActivitiesPage) -> None:
    view = timeline(window, page)
    told = str(view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ")
    assert told.startswith("Delaktivitet: Utbilda chefer: ")
    assert told.endswith("ej påbörjad, försenat 30 dagar, 1 av 2 milstolpar, 1.1 Vården är nära")


def test_the_keys_zoom_and_move_and_zero_shows_all(window: Window, page: ActivitiesPage) -> None:
    view = timeline(window, page)
    whole = view.scale
    QTest.keyClick(view, Key.Key_Plus)
    assert view.scale.days == pytest.approx(whole.days / 2, abs=1)
    QTest.keyClick(view, Key.Key_Right)
    assert view.scale.first > whole.first
    later = view.scale
    QTest.keyClick(view, Key.Key_Left)
    assert (view.scale.first, view.scale.days) < (later.first, later.days + 1)
    QTest.keyClick(view, Key.Key_Minus)
    assert view.scale.days == pytest.approx(whole.days, abs=2)
    QTest.keyClick(view, Key.Key_0)
    assert view.scale == whole


def test_the_buttons_and_the_wheel_do_the_same(window: Window, page: ActivitiesPage) -> None:
    view = timeline(window, page)
    whole = view.scale
    (zoom,) = [each for each in page.findChildren(QToolButton) if each.accessibleName() == "Zooma in (+)"]
    QTest.mouseClick(zoom, Qt.MouseButton.LeftButton)
    assert view.scale.days < whole.days
    (today,) = [each for each in page.findChildren(QToolButton) if each.accessibleName() == "Till i dag"]
    QTest.mouseClick(today, Qt.MouseButton.LeftButton)
    assert view.scale.middle_of(TODAY) == pytest.approx(0.5, abs=0.02)
    middle = QPointF(view.viewport().rect().center())
    turned = QWheelEvent(
        *(middle, QPointF(view.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    before = view.scale.days
    QApplication.sendEvent(view.viewport(), turned)
    assert view.scale.days > before
    page.segments.pick("list")
    assert not zoom.isVisible()


def test_it_is_painted_in_every_scale(window: Window, page: ActivitiesPage) -> None:
    view = timeline(window, page)
    whole = view.grab().toImage()
    view.zoom_in()
    closer = view.grab().toImage()
    assert whole != closer
    view.zoom_out()
    view.zoom_out()
    assert view.grab().toImage() not in (whole, closer)


def test_the_time_line_is_remembered_filtered_and_follows_changes(window: Window, page: ActivitiesPage) -> None:
    view = timeline(window, page)
    assert ActivitiesPage(page.context).view == "timeline"
    chosen = page.chosen_id
    edit(window.session, window.session.get(Activity, chosen), title="Utbilda alla chefer")
    assert "Utbilda alla chefer" in texts(view)
    assert page.chosen_id == chosen
    page.set_filter("rusta")
    assert texts(view) == ["1.1 Vården är nära", "Rusta lokaler"]
    remove(window.session, next(each for each in window.session.all(Activity) if each.title == "Rusta lokaler"))
    assert "Inget hittades" in words(window)


def test_qt_finds_no_fault(window: Window, page: ActivitiesPage) -> None:
    model = TimelineModel(Timeline(window.session, TODAY))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_filter("rusta")
    model.set_filter("")
    assert page.view == "list"
