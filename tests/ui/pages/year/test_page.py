"""A secretary looks over the year, moves a date, puts it back, and takes the dates along in a calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from regdesk.domain.ids import new_id
from regdesk.domain.model import Control, Deadline, DeadlineRule, Meeting, SupervisionEvent
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.pages.meetings.page import MeetingsPage
from regdesk.ui.pages.risks.page import RisksPage
from regdesk.ui.pages.year.page import YearPage
from regdesk.ui.pages.year.rules import RulesPage
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.year_wheel import MONTH, point
from tests.ui.pages.conftest import Window, focused

Key = Qt.Key
YEAR = 2031


@pytest.fixture
def meeting(window: Window) -> Meeting:
    """A meeting of a year that is far enough away for nothing in it to be late."""
    return add_meeting(window.session, new_meeting(date(YEAR, 11, 19), title="Novembermötet"))


@pytest.fixture
def page(window: Window, meeting: Meeting) -> YearPage:
    """The page on the year of the meeting."""
    window.do(Verb.GO_YEAR)
    found = window.page
    assert isinstance(found, YearPage)
    found.turn_to(meeting.date.year)
    return found


def rows(page: YearPage, column: int = 2) -> list[str]:
    model = page.list.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def shown(page: YearPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def stand(page: YearPage, words: str) -> None:
    """Stand on the row that begins so."""
    place = next(row for row, text in enumerate(rows(page)) if text[2:].startswith(words))
    page.list.setCurrentIndex(page.list.model().index(place, 0))


def dialog() -> FormDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, FormDialog)
    return found


def answer(**answers: str) -> None:
    """Fill in the dialog that is open, and accept it."""
    asked = dialog()
    for key, text in answers.items():
        asked.form.answer(key).set_text(text)
    QTest.keyClick(asked, Key.Key_Return)


def test_the_year_opens_on_this_year_and_turns(window: Window) -> None:
    window.do(Verb.GO_YEAR)
    page = window.page
    assert isinstance(page, YearPage)
    this = date.today().year
    assert str(this) in shown(page)
    window.do(Verb.NEXT_YEAR)
    assert str(this + 1) in shown(page)
    window.do(Verb.PREVIOUS_YEAR)
    window.do(Verb.PREVIOUS_YEAR)
    assert str(this - 1) in shown(page)
    assert page.wheel.accessibleName() == f"Årshjul {this - 1}"


def test_months_are_headings_and_days_say_what_they_are(page: YearPage) -> None:
    assert "● Novembermötet" in rows(page)
    assert "November" in rows(page, 0)
    heading = rows(page, 0).index("November")
    assert page.list.columnSpan(heading, 0) == 4
    assert page.list.columnSpan(heading + 1, 0) == 1


def test_large_text_has_two_lines_and_the_week_below(window: Window, page: YearPage, qtbot: QtBot) -> None:
    height = page.list.rowHeight(0)
    window.shell.theme.set_text_size(200)
    assert page.list.isColumnHidden(1)
    assert page.list.rowHeight(0) > 2 * height
    qtbot.waitUntil(lambda: page.list.verticalScrollBar().maximum() > 40 * height)
    stand(page, "Novembermötet")
    QTest.keyClick(page.list, Key.Key_Down)
    QTest.keyClick(page.list, Key.Key_Up)
    assert page.chosen is not None
    assert page.chosen.record == window.session.all(Meeting)[0]
    row = page.list.currentIndex().siblingAtColumn(2)
    qtbot.waitUntil(lambda: page.list.viewport().rect().intersects(page.list.visualRect(row)))
    assert f"onsdag den 19 november {YEAR}, v.\u00a047" in shown(page)
    window.shell.theme.set_text_size(100)
    assert not page.list.isColumnHidden(1)


def test_a_month_is_chosen_in_the_wheel_by_keyboard(page: YearPage) -> None:
    page.wheel.setFocus()
    QTest.keyClick(page.wheel, Key.Key_End)
    assert page.wheel.month == 12
    assert rows(page, 0)[0] == "December"
    QTest.keyClick(page.wheel, Key.Key_Left)
    assert "● Novembermötet" in rows(page)
    assert "Januari" not in rows(page, 0)
    assert page.wheel.accessibleName() == f"Årshjul {YEAR}. November: 1 möte, 2 slutdatum, 1 rapport"
    QTest.keyClick(page.wheel, Key.Key_Right)
    QTest.keyClick(page.wheel, Key.Key_Right)
    assert page.wheel.month == 1
    QTest.keyClick(page.wheel, Key.Key_Escape)
    assert page.wheel.month == 0
    assert {"Januari", "December"} <= set(rows(page, 0))
    QTest.keyClick(page.wheel, Key.Key_Return)
    assert focused() is page.list


def click(page: YearPage, x: float, y: float) -> None:
    wheel = page.wheel
    radius = min(wheel.width(), wheel.height()) / 2 - 4
    place = wheel.rect().center() + QPoint(round(x * radius), round(y * radius))
    QTest.mouseClick(wheel, Qt.MouseButton.LeftButton, pos=place)


def test_a_month_and_a_mark_are_chosen_by_a_click(page: YearPage) -> None:
    click(page, *point(5.5 * MONTH, 0.92))
    assert page.wheel.month == 6
    click(page, *point(5.5 * MONTH, 0.92))
    assert page.wheel.month == 0
    (mark,) = [mark for mark in page.wheel.drawn().marks if mark.lane == "meeting"]
    click(page, mark.x, mark.y)
    assert page.wheel.month == 11
    assert page.chosen is not None
    assert page.chosen.record == page.context.session.all(Meeting)[0]


def test_the_wheel_has_a_text_for_who_does_not_see_it(page: YearPage) -> None:
    told = page.wheel.accessibleDescription().splitlines()
    assert told[0] == f"{YEAR}: 9 datum"
    assert told[11] == "November: 1 möte, 2 slutdatum, 1 rapport"


def test_lanes_are_left_out_of_both(page: YearPage) -> None:
    box = next(box for box in page.findChildren(QCheckBox) if box.text() == "Slutdatum")
    box.click()
    assert not [text for text in rows(page) if text.startswith("▲")]
    assert {mark.lane for mark in page.wheel.drawn().marks} == {"meeting", "report"}


def test_words_are_found(page: YearPage) -> None:
    page.set_filter("justering november")
    assert rows(page) == []
    page.set_filter("justering")
    assert [text for text in rows(page) if text] == [f"▲ Justering: sammanträdet {YEAR}-11-19"]


def test_a_date_is_moved_put_back_and_the_steps_are_undone(window: Window, page: YearPage) -> None:
    stand(page, "Kallelse")
    assert "Senast 5 dagar före sammanträdet." in "\n".join(shown(page))
    assert not window.can(Verb.RESTORE_DATE)
    window.do(Verb.MOVE_DATE)
    answer(day=f"{YEAR}-11-12", note="Höstlov")
    (deadline,) = window.session.all(Deadline)
    assert (deadline.due_on, deadline.note) == (date(YEAR, 11, 12), "Höstlov")
    assert "Höstlov" in "\n".join(shown(page))
    window.do(Verb.RESTORE_DATE)
    assert window.session.all(Deadline) == []
    window.do(Verb.UNDO)
    assert window.session.all(Deadline) == [deadline]
    window.do(Verb.UNDO)
    assert window.session.all(Deadline) == []


def test_what_is_no_date_is_told_in_the_dialog(window: Window, page: YearPage) -> None:
    stand(page, "Kallelse")
    window.do(Verb.MOVE_DATE)
    asked = dialog()
    asked.form.answer("day").set_text("snart")
    QTest.keyClick(asked, Key.Key_Return)
    assert asked.form.fault("day").startswith("Det är inget datum.")
    asked.reject()
    assert window.session.all(Deadline) == []


def test_a_heading_offers_nothing(window: Window, page: YearPage) -> None:
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    assert page.chosen is None
    assert not window.can(Verb.MOVE_DATE)


def test_enter_goes_to_what_a_date_is_about(window: Window, page: YearPage, meeting: Meeting) -> None:
    stand(page, "Justering")
    page.list.setFocus()
    QTest.keyClick(page.list, Key.Key_Return)
    found = window.page
    assert isinstance(found, MeetingsPage)
    assert found.panel.meeting_id == meeting.id


def test_a_control_is_opened_in_the_internal_control_plan(window: Window, page: YearPage) -> None:
    control = Control(id=new_id(), text="Attest av fakturor", starts_on=date(YEAR, 2, 3))
    add(window.session, control)
    stand(page, "Kontrollmoment: Attest")
    page.detail.open_button.click()
    found = window.page
    assert isinstance(found, RisksPage)
    assert found.controls.isVisible()


def test_supervision_is_opened_from_its_date(window: Window, page: YearPage) -> None:
    add(window.session, SupervisionEvent(id=new_id(), title="Bolagets årsredovisning", starts_on=date(YEAR, 5, 12)))
    stand(page, "Uppsikt: Bolagets")
    page.detail.open_button.click()
    assert window.shell.verbs[Verb.GO_SUPERVISION].isChecked()


def test_a_date_of_ones_own_is_added_and_removed(window: Window, page: YearPage) -> None:
    window.do(Verb.ADD)
    answer(title="Presidiet träffas", day=f"{YEAR}-03-03")
    assert "▲ Presidiet träffas" in rows(page)
    stand(page, "Presidiet")
    window.do(Verb.REMOVE)
    assert window.session.all(Deadline) == []


def test_a_year_without_dates_says_how_to_get_some(window: Window, page: YearPage) -> None:
    page.set_filter("finns inte")
    assert "Inga datum här" in shown(page)
    assert window.can(Verb.GO_RULES)


@pytest.fixture
def chosen_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's dialog answers at once."""
    target = tmp_path / "året.ics"
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(target)))
    return target


def test_the_year_is_exported(window: Window, page: YearPage, chosen_file: Path) -> None:
    window.do(Verb.EXPORT_CALENDAR)
    read = Calendar.from_ical(chosen_file.read_bytes())
    assert len(list(read.walk("VEVENT"))) == 9
    assert f"✓ Sparat som {chosen_file}" in shown(page)


@pytest.mark.usefixtures("page")
def test_a_file_that_cannot_be_written_is_told(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(tmp_path / "saknas" / "a.ics"))
    )
    window.do(Verb.EXPORT_CALENDAR)
    box = QApplication.activeModalWidget()
    assert box is not None
    box.close()


def test_the_dates_of_a_meeting_are_told_there(window: Window, meeting: Meeting) -> None:
    window.do(Verb.GO_MEETINGS)
    found = window.page
    assert isinstance(found, MeetingsPage)
    found.stand_on(meeting.id)
    form = found.panel.dates.form
    form.answer("approved_on").set_text(f"{YEAR}-11-24")
    found.commit()
    assert window.session.get(Meeting, meeting.id).approved_on == date(YEAR, 11, 24)
    (posting,) = [rule for rule in window.session.all(DeadlineRule) if rule.title == "Anslag"]
    assert found.panel.dates.form.answer(f"rule:{posting.id}:{meeting.id}").get_text() == f"{YEAR}-11-26"
    found.panel.dates.form.answer("posted_on").set_text(f"{YEAR}-11-20")
    found.commit()
    assert found.panel.dates.form.fault("posted_on") == "Anslaget kan inte komma före justeringen."
    assert window.session.get(Meeting, meeting.id).posted_on is None


def test_rules_are_switched_changed_restored_and_added(window: Window) -> None:
    window.do(Verb.GO_RULES)
    page = window.page
    assert isinstance(page, RulesPage)
    (notice,) = [rule for rule in window.session.all(DeadlineRule) if rule.title == "Kallelse"]
    page.stand_on(notice.id)
    window.do(Verb.SWITCH_RULE)
    assert window.session.get(DeadlineRule, notice.id).active is False
    assert window.can(Verb.RESTORE_RULE)
    edit(window.session, notice, offset=-8)
    window.do(Verb.RESTORE_RULE)
    assert window.session.get(DeadlineRule, notice.id) == notice
    assert not window.can(Verb.RESTORE_RULE)
    window.do(Verb.REMOVE)
    assert notice.id not in {rule.id for rule in window.session.all(DeadlineRule)}
    window.do(Verb.ADD_RULES)
    told = QApplication.activeModalWidget()
    assert told is not None
    told.close()
    assert notice.id in {rule.id for rule in window.session.all(DeadlineRule)}


def test_a_rule_of_ones_own_is_added(window: Window) -> None:
    window.do(Verb.GO_RULES)
    window.do(Verb.ADD)
    answer(title="Presidiet träffas", offset="-14")
    (own,) = [rule for rule in window.session.all(DeadlineRule) if rule.title == "Presidiet träffas"]
    assert (own.offset, own.position) == (-14, 10)
