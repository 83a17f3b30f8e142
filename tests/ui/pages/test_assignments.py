"""Stories of the uppdrag: the views, reporting back, done by one key, and what is late going out of sight."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from regdesk.domain.codes import DueKind, WorkStatus
from regdesk.domain.model import Assignment, AssignmentReport
from regdesk.services.editing import edit
from regdesk.services.meetings import add_agenda_item, add_meeting, new_meeting
from regdesk.ui.dialogs.report import ReportDialog
from regdesk.ui.pages.assignments import AssignmentsPage
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from tests.ui.pages.conftest import Window
from tests.ui.pages.test_records_page import fill, press, texts

Key = Qt.Key
LATE, OTHER = "Följa hur väntetiderna utvecklas", "Se till att stödet räcker"


@pytest.fixture
def page(window: Window) -> AssignmentsPage:
    """The page with one late uppdrag and one that has no day."""
    due = date.today() - timedelta(days=41)
    edit(window.session, window.example.assignments[0], due_kind=DueKind.DATE, due_on=due, source_date=due)
    window.do(Verb.GO_ASSIGNMENTS)
    shown = window.page
    assert isinstance(shown, AssignmentsPage)
    return shown


def listed(window: Window) -> list[str]:
    return texts(window.one(ListView, "Uppdrag"))


def words(window: Window) -> str:
    return "\n".join(label.text() for label in window.page.findChildren(QLabel) if label.isVisible())


def dialog() -> ReportDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ReportDialog)
    return found


def test_the_page_opens_with_what_is_open_and_says_how_it_stands(window: Window, page: AssignmentsPage) -> None:
    assert page.view == "open"
    assert listed(window) == [LATE, OTHER]
    assert "! Försenat 41" in words(window)


def test_what_is_late_leaves_its_view_when_it_is_done_and_comes_back_by_undo(
    window: Window, page: AssignmentsPage
) -> None:
    page.segments.pick("overdue")
    assert listed(window) == [LATE]
    window.do(Verb.SWITCH_DONE)
    assert window.session.get(Assignment, window.example.assignments[0].id).done_on == date.today()
    assert "Inget är försenat" in words(window)
    assert not window.can(Verb.REPORT_BACK)
    page.segments.pick("closed")
    assert listed(window) == [LATE]
    window.do(Verb.UNDO)
    assert "Inget är avslutat än" in words(window)
    page.segments.pick("overdue")
    assert listed(window) == [LATE]


def test_reporting_back_begins_with_the_status_and_moves_it(window: Window, page: AssignmentsPage) -> None:
    meeting = add_meeting(window.session, new_meeting(date.today() - timedelta(days=3)))
    item = add_agenda_item(window.session, meeting.id, "Återrapportering", section_no="40")
    window.do(Verb.REPORT_BACK)
    assert dialog().form.answer("status").get_text() == WorkStatus.NOT_STARTED
    fill("text", "Två av tre delar är klara")
    fill("status", "ongoing")
    fill("meeting_id", meeting.id)
    assert dialog().form.answer("reported_on").get_text() == meeting.date.isoformat()
    fill("agenda_item_id", item.id)
    press("&Rapportera")

    (report,) = window.session.all(AssignmentReport)
    assert (report.meeting_id, report.agenda_item_id) == (meeting.id, item.id)
    assert window.session.get(Assignment, page.chosen_id).status is WorkStatus.ONGOING
    assert texts(window.one(ListView, "Återrapporteringar")) == [f"{meeting.date} §\u00a040"]
    assert f"rapporterat {meeting.date} §\u00a040" in words(window)
    window.do(Verb.UNDO)
    assert window.session.get(Assignment, page.chosen_id).status is WorkStatus.NOT_STARTED


def test_the_reason_is_asked_for_when_it_is_late_or_dropped_and_not_else(window: Window, page: AssignmentsPage) -> None:
    def asked() -> set[str]:
        return {each.objectName() for each in page.panel.findChildren(QWidget) if each.isVisible()}

    assert "status_reason" not in asked()
    edit(window.session, window.session.get(Assignment, page.chosen_id), status=WorkStatus.DELAYED)
    assert "status_reason" in asked()
    assert "Skriv gärna varför" in words(window)


def test_the_view_is_remembered(page: AssignmentsPage) -> None:
    page.segments.setFocus()
    QTest.keyClick(page.segments, Key.Key_Right)
    assert page.view == "overdue"
    assert AssignmentsPage(page.context).view == "overdue"


def test_a_record_that_the_view_does_not_show_is_shown_beside_it(window: Window, page: AssignmentsPage) -> None:
    other = window.example.assignments[1]
    page.segments.pick("overdue")
    page.stand_on(other.id)
    assert page.chosen_id == other.id
    assert listed(window) == [LATE]
    assert OTHER in words(window)
    window.do(Verb.SWITCH_DONE)
    assert window.session.get(Assignment, other.id).status is WorkStatus.DONE
    assert page.chosen_id == other.id
    page.stand_on(window.example.assignments[0].id)
    assert page.chosen_id == window.example.assignments[0].id
