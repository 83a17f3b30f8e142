"""A secretary plans a meeting, fills its agenda, holds it and closes it, by keyboard and without losing anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from regdesk.domain.codes import ItemKind, MeetingStatus, Verdict
from regdesk.domain.model import AgendaItem, Assessment, Meeting, ReportingPeriod
from regdesk.services.assessing import tasks_of
from regdesk.services.meetings import add_agenda_item, add_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.ui.dialogs.meeting import NewItemDialog, NewMeetingDialog
from regdesk.ui.dialogs.subjects import SubjectsDialog
from regdesk.ui.editors import TextEdit
from regdesk.ui.page import PageSpec
from regdesk.ui.pages.meetings.page import MeetingsPage
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.theme import Theme
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.agendas import taken_up
from regdesk.viewmodels.fields import YES
from regdesk.viewmodels.new_meeting import EVERYTHING, OTHER, OWN_DAYS, PERIOD
from tests.registers import Example, open_example
from tests.ui.conftest import BarePage

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
D = TypeVar("D", bound=QDialog)


class Desk:
    """The page of meetings as a secretary has it."""

    def __init__(self, shell: Shell, plan: Example | None, qtbot: QtBot) -> None:
        assert shell.session is not None
        assert shell.desk is not None
        assert isinstance(shell.desk.page, MeetingsPage)
        self.shell, self._plan, self.qtbot = shell, plan, qtbot
        self.session: Session = shell.session
        self.page: MeetingsPage = shell.desk.page

    @property
    def plan(self) -> Example:
        assert self._plan is not None
        return self._plan

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)

    def dialog(self, kind: type[D]) -> D:
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        self.qtbot.waitUntil(found.isActiveWindow)
        return found

    def answer(self) -> None:
        """Enter, and the keyboard is back in the window."""
        self.press(Key.Key_Return)
        self.shell.activateWindow()  # off screen no window manager does it
        self.qtbot.waitUntil(self.shell.isActiveWindow)

    def enabled(self) -> set[Verb]:
        about = {
            *(Verb.NEW_MEETING, Verb.ASSESS, Verb.CLOSE_MEETING, Verb.TAKE_UP, Verb.TAKE_UP_ALL),
            *(Verb.ADD, Verb.EDIT, Verb.MOVE_UP, Verb.MOVE_DOWN, Verb.REMOVE),
        }
        return {verb for verb in about if self.shell.verbs[verb].isEnabled()}

    def items(self) -> list[AgendaItem]:
        return self.session.all(AgendaItem, meeting_id=self.page.panel.meeting_id)

    def told(self) -> str:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        text = box.text()
        box.reject()
        return text


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def path(tmp_path: Path) -> tuple[Path, Example]:
    session, plan = open_example(tmp_path)
    session.close()
    return session.path, plan


@pytest.fixture
def shell(theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[Shell]:
    specs = [PageSpec(Verb.GO_MEETINGS, MeetingsPage), PageSpec(Verb.GO_SHEETS, BarePage)]
    made = Shell(theme, settings, specs)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()


@pytest.fixture
def desk(shell: Shell, path: tuple[Path, Example], qtbot: QtBot) -> Desk:
    """The page with no meetings."""
    shell.open_register(path[0])
    return Desk(shell, path[1], qtbot)


@pytest.fixture
def planned(desk: Desk) -> Desk:
    """The page with a meeting of two items, of which the second takes up all."""
    autumn = add_meeting(desk.session, new_meeting(date(2024, 9, 12), title="Septembermötet", place="Sal A"))
    add_agenda_item(desk.session, autumn.id, "Mötet öppnas", kind=ItemKind.FORMALITY, section_no="63")
    plan = desk.plan
    add_agenda_item(desk.session, autumn.id, "Uppföljning", section_no="64", subjects=[plan.number.id, plan.cluster.id])
    add_meeting(desk.session, new_meeting(date(2024, 5, 21), title="Majmötet"))
    desk.page.list.choose(autumn.id)
    return desk


# The whole story


def test_from_nothing_to_a_meeting_that_is_closed(desk: Desk) -> None:
    assert "Inga möten än" in texts(desk.page)
    assert desk.enabled() == {Verb.NEW_MEETING}

    desk.press(Key.Key_M, CTRL)
    dialog = desk.dialog(NewMeetingDialog)
    dialog.form.answer("title").set_text("Septembermötet")
    dialog.form.answer("date").set_text("12 september 2024")
    dialog.form.answer("date").setFocus()
    desk.answer()
    assert desk.page.list.hasFocus()
    (meeting,) = desk.session.all(Meeting)
    assert (meeting.title, meeting.date) == ("Septembermötet", date(2024, 9, 12))
    assert {"Septembermötet", "0 av 5 bedömda"} <= set(texts(desk.page.panel.head))

    desk.press(Key.Key_F5)
    desk.press(Key.Key_J)
    desk.press(Key.Key_Return)
    desk.press(Key.Key_N)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Escape)
    assert desk.session.get(Meeting, meeting.id).status is MeetingStatus.OPEN
    assert "2 av 5 bedömda" in texts(desk.page.panel.head)
    assert desk.page.panel.head.begin.text() == "Fortsätt bedöma"
    assert desk.page.panel.head.begin.hasFocus()
    assert desk.page.list.model().index(0, 2).data() == "2 av 5"
    assert [each.verdict for each in desk.session.all(Assessment, "recorded_at")] == [Verdict.YES, Verdict.NO]

    desk.shell.verbs[Verb.CLOSE_MEETING].trigger()
    box = desk.dialog(QMessageBox)
    assert box.text().startswith("Vill du stänga mötet Septembermötet?\n\n3 punkter är inte bedömda.")
    next(each for each in box.buttons() if each.text() == "Stäng mötet").click()
    assert desk.session.get(Meeting, meeting.id).status is MeetingStatus.CLOSED
    assert desk.enabled() == {Verb.NEW_MEETING, Verb.ASSESS}
    assert desk.page.panel.head.begin.text() == "Visa bedömningarna"


def test_closing_is_not_what_enter_answers(planned: Desk) -> None:
    planned.shell.verbs[Verb.CLOSE_MEETING].trigger()
    QTest.keyClick(planned.dialog(QMessageBox), Key.Key_Return)
    assert planned.session.get(Meeting, planned.page.panel.meeting_id).status is MeetingStatus.PLANNED


# Meetings


def test_the_latest_meeting_comes_first_and_is_shown(planned: Desk) -> None:
    rows = planned.page.list.model()
    assert [rows.index(row, 1).data() for row in range(rows.rowCount())] == ["Septembermötet", "Majmötet"]
    planned.page.list.setFocus()
    planned.press(Key.Key_Down)
    assert "Majmötet" in texts(planned.page.panel.head)
    assert "Dagordningen är tom. Ett ärende tar upp det i planen som nämnden ska bedöma." in texts(planned.page.panel)
    assert Verb.ASSESS not in planned.enabled()


def test_a_search_that_finds_nothing_is_no_empty_register(planned: Desk) -> None:
    planned.page.set_filter("junimötet")
    assert "Inget möte är valt." in texts(planned.page)
    assert planned.enabled() == {Verb.NEW_MEETING}
    planned.page.set_filter("maj")
    assert "Majmötet" in texts(planned.page.panel.head)


def test_a_period_of_ones_own_is_asked_for_when_it_is_needed(desk: Desk) -> None:
    desk.press(Key.Key_M, CTRL)
    dialog = desk.dialog(NewMeetingDialog)
    form = dialog.form
    assert not form.answer(OWN_DAYS).isVisible()
    form.answer(PERIOD).set_text(OTHER)
    assert form.answer(OWN_DAYS).isVisible()
    form.answer("date").setFocus()
    desk.press(Key.Key_Return)
    assert form.fault(OWN_DAYS) == "Detta måste fyllas i."
    assert form.answer(OWN_DAYS).hasFocus()
    form.answer(OWN_DAYS).set_text("2024-02-01–2024-05-31")
    form.answer(EVERYTHING).set_text("")
    desk.answer()
    (period,) = desk.session.all(ReportingPeriod)
    assert (period.starts_on, period.ends_on) == (date(2024, 2, 1), date(2024, 5, 31))
    assert desk.items() == []


def test_an_answer_that_will_not_do_keeps_the_dialog_open(desk: Desk) -> None:
    desk.press(Key.Key_M, CTRL)
    form = desk.dialog(NewMeetingDialog).form
    assert form.answer(EVERYTHING).get_text() == YES
    form.answer("date").set_text("i höst")
    desk.press(Key.Key_Return)
    assert form.fault("date")
    assert desk.session.all(Meeting) == []
    desk.press(Key.Key_Escape)


def test_facts_are_stored_when_left(planned: Desk) -> None:
    planned.page.list.setFocus()
    planned.press(Key.Key_F2)
    title = QApplication.focusWidget()
    assert title is not None
    assert title.accessibleName() == "Rubrik"
    planned.page.panel.facts.answer("place").setFocus()
    planned.page.panel.facts.answer("place").set_text("Sal B")
    planned.press(Key.Key_Return)
    meeting = planned.session.get(Meeting, planned.page.panel.meeting_id)
    assert meeting.place == "Sal B"
    assert "2024-09-12 · Sal B" in texts(planned.page.panel.head)
    planned.page.panel.facts.answer("end_date").set_text("2024-09-01")
    planned.page.panel.facts.commit()
    assert planned.page.panel.facts.fault("end_date") == "Slutet kan inte komma före början."
    assert planned.session.get(Meeting, meeting.id).end_date is None


def test_a_meeting_is_removed_and_brought_back(planned: Desk) -> None:
    planned.page.list.setFocus()
    planned.press(Key.Key_Delete)
    assert [meeting.title for meeting in planned.session.all(Meeting)] == ["Majmötet"]
    assert "Majmötet" in texts(planned.page.panel.head)
    planned.press(Key.Key_Z, CTRL)
    assert len(planned.session.all(Meeting)) == 2


def test_a_meeting_that_decided_something_is_not_removed(planned: Desk) -> None:
    planned.press(Key.Key_F5)
    planned.press(Key.Key_J)
    planned.press(Key.Key_Escape)
    planned.press(Key.Key_Escape)
    planned.page.list.setFocus()
    planned.press(Key.Key_Delete)
    assert planned.told().startswith("Det går inte att ta bort så länge något hör till det")
    assert len(planned.session.all(Meeting)) == 2


# The agenda


def test_items_are_added_changed_moved_and_removed_by_keyboard(planned: Desk) -> None:
    planned.page.list.setFocus()
    planned.press(Key.Key_Return)
    assert planned.page.panel.agenda.view.hasFocus()
    planned.press(Key.Key_N, CTRL)
    new = planned.dialog(NewItemDialog)
    new.form.answer("title").set_text("Budget")
    new.form.answer("dnr").setFocus()
    planned.answer()
    assert [item.title for item in planned.items()] == ["Mötet öppnas", "Uppföljning", "Budget"]
    assert planned.page.panel.agenda.view.hasFocus()

    planned.press(Key.Key_Up, ALT)
    planned.press(Key.Key_Up, ALT)
    assert [item.title for item in planned.items()] == ["Budget", "Mötet öppnas", "Uppföljning"]
    assert planned.session.get(AgendaItem, planned.page.panel.agenda.current_id).title == "Budget"
    planned.press(Key.Key_Down, ALT)
    assert [item.title for item in planned.items()] == ["Mötet öppnas", "Budget", "Uppföljning"]

    planned.press(Key.Key_Return)
    assert planned.page.panel.item.isVisible()
    decision = next(each for each in planned.page.findChildren(TextEdit) if each.accessibleName() == "Beslut")
    decision.set_text("Budgeten fastställs.")
    planned.press(Key.Key_Escape)
    assert planned.page.panel.agenda.view.hasFocus()
    planned.page.commit()
    assert planned.items()[1].decision == "Budgeten fastställs."

    planned.press(Key.Key_Delete)
    assert [item.title for item in planned.items()] == ["Mötet öppnas", "Uppföljning"]
    assert planned.page.panel.agenda.current_id


def test_an_empty_agenda_is_filled_with_one_click(planned: Desk) -> None:
    planned.page.list.setFocus()
    planned.press(Key.Key_Down)
    fill = next(
        each
        for each in planned.page.panel.agenda.findChildren(QPushButton)
        if each.text() == "Lägg till Uppföljning med allt som ska bedömas"
    )
    QTest.mouseClick(fill, Qt.MouseButton.LeftButton)
    (item,) = planned.items()
    assert (item.title, item.kind) == ("Uppföljning av planen", ItemKind.DECISION)
    assert len(tasks_of(planned.session, planned.page.panel.meeting_id)) == 5
    assert planned.page.panel.agenda.view.hasFocus()


def test_the_chosen_item_takes_up_all_once(planned: Desk) -> None:
    planned.page.panel.stand_on(planned.items()[0].id)
    planned.press(Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert len(taken_up(planned.session, planned.items()[0].id)) == 3
    planned.press(Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert planned.told() == "Ärendet tar redan upp allt i planen som ska bedömas."


def test_what_an_item_takes_up_is_ticked_in_the_plan(planned: Desk) -> None:
    item = planned.items()[1]
    plan = planned.plan
    planned.page.panel.stand_on(item.id)
    planned.press(Key.Key_B, CTRL)
    dialog = planned.dialog(SubjectsDialog)
    assert texts(dialog)[0] == "§\u00a064 Uppföljning"
    assert "2 valda" in texts(dialog)
    dialog.tree.choose(plan.number.id)
    planned.press(Key.Key_Space)
    dialog.tree.choose(plan.yes_no.id)
    planned.press(Key.Key_Space)
    assert "2 valda" in texts(dialog)
    planned.answer()
    assert taken_up(planned.session, item.id) == {plan.yes_no.id, plan.cluster.id}
    planned.press(Key.Key_Z, CTRL)
    assert taken_up(planned.session, item.id) == {plan.number.id, plan.cluster.id}


def test_the_verbs_are_offered_while_the_page_is_in_sight(planned: Desk) -> None:
    assert len(planned.enabled()) == 10
    planned.shell.verbs[Verb.GO_SHEETS].trigger()
    assert planned.enabled() == set()
    planned.shell.verbs[Verb.GO_MEETINGS].trigger()
    assert len(planned.enabled()) == 10


def test_one_is_led_to_a_meeting_or_an_item(planned: Desk) -> None:
    (may,) = planned.session.all(Meeting, title="Majmötet")
    planned.page.stand_on(may.id)
    assert planned.page.panel.meeting_id == may.id
    (opening,) = planned.session.all(AgendaItem, title="Uppföljning")
    planned.page.stand_on(opening.id)
    assert planned.page.panel.agenda.current_id == opening.id


def test_a_closed_register_stores_the_comment_of_a_meeting_under_way(planned: Desk, path: tuple[Path, Example]) -> None:
    planned.press(Key.Key_F5)
    planned.press(Key.Key_J)
    planned.press(Key.Key_A)
    planned.shell.close_register()
    with Session.open(path[0]) as session:
        assert [each.justification for each in session.all(Assessment, "recorded_at")] == ["", "a"]


def test_a_plan_with_nothing_to_assess_says_so(shell: Shell, register: Path, qtbot: QtBot) -> None:
    shell.open_register(register)
    assert shell.session is not None
    add_meeting(shell.session, new_meeting(date(2024, 9, 12)))
    desk = Desk(shell, None, qtbot)
    desk.page.list.setFocus()
    shell.verbs[Verb.TAKE_UP_ALL].trigger()
    assert desk.told().startswith("Planen har inget att bedöma än")
    assert desk.items() == []


def test_the_menus_of_both_lists_hold_the_verbs(planned: Desk) -> None:
    for view in (planned.page.list, planned.page.panel.agenda.view):
        view.customContextMenuRequested.emit(QPoint(5, 5))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert planned.shell.verbs[Verb.REMOVE] in menu.actions()
        menu.close()
