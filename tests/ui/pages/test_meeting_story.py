"""A meeting from its template to the next one: filled, numbered, decided, put off, and taken back step by step."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QMessageBox, QPushButton, QWidget

from regdesk.domain.codes import AgendaOutcome, AttendanceRole, DueKind, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    AgendaItem,
    AgendaSubject,
    AgendaTemplateItem,
    Assignment,
    AssignmentReport,
    Attachment,
    Attendance,
    Meeting,
    Recusal,
    Risk,
)
from regdesk.services.agenda import set_outcome, use_template
from regdesk.services.attachments import content_of, keep_file
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_agenda_item, add_meeting, close_meeting, new_meeting
from regdesk.ui.dialogs.agenda_templates import TemplatesDialog
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.dialogs.meeting import NewMeetingDialog
from regdesk.ui.meeting.view import MeetingView
from regdesk.ui.pages.meetings.attachments import AttachmentsPart
from regdesk.ui.pages.meetings.page import MeetingsPage
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.new_meeting import EVERYTHING, TEMPLATE
from tests.ui.pages.conftest import Window, focused, type_into

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
W = TypeVar("W", bound=QWidget)


def modal(kind: type[W]) -> W:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), found
    return found


def accept(dialog: FormDialog) -> None:
    """Press the button that Enter presses."""
    next(each for each in dialog.findChildren(QPushButton) if each.isDefault()).click()


def told() -> str:
    box = modal(QMessageBox)
    text = box.text()
    box.reject()
    return text


def page_of(window: Window) -> MeetingsPage:
    assert isinstance(window.page, MeetingsPage)
    return window.page


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def cell(window: Window, row: int, column: int) -> str:
    return str(page_of(window).panel.agenda.view.model().index(row, column).data())


@pytest.fixture
def meetings(window: Window) -> Window:
    """The page of meetings, with an uppdrag that is due."""
    edit(window.session, window.example.assignments[0], due_on=date(2025, 2, 1), due_kind=DueKind.DATE)
    window.session.forget_undo()
    window.do(Verb.GO_MEETINGS)
    return window


def items(window: Window, meeting: Meeting) -> list[AgendaItem]:
    return window.session.all(AgendaItem, meeting_id=meeting.id)


def outcome_by(window: Window, key: Qt.Key) -> None:
    """Ctrl+E and a letter, in the agenda."""
    view = page_of(window).panel.agenda.view
    view.setFocus()
    QTest.keyClick(view, Key.Key_E, CTRL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, key)


def test_from_a_template_to_the_meeting_where_it_comes_again(meetings: Window, tmp_path: Path) -> None:
    window, session, panel = meetings, meetings.session, page_of(meetings).panel

    # a template makes the agenda, in the step that makes the meeting
    window.do(Verb.NEW_MEETING)
    new = modal(NewMeetingDialog)
    new.form.answer("date").set_text("2025-05-20")
    new.form.answer("title").set_text("Majmötet")
    assert new.form.answer(EVERYTHING).isVisible()
    new.form.answer(TEMPLATE).set_text("follow_up")
    assert not new.form.answer(EVERYTHING).isVisible()
    accept(new)
    (may,) = session.all(Meeting)
    assert len(items(window, may)) == 10
    assert (cell(window, 4, 1), cell(window, 4, 5)) == ("Uppföljning av planen", "0 av 5")
    assert (cell(window, 5, 1), cell(window, 5, 5)) == ("Återrapportering av uppdrag", "0 av 1")
    window.do(Verb.UNDO)
    assert session.all(Meeting) == []
    window.do(Verb.REDO)

    # what came since is pulled in, once
    add(session, Risk(id=new_id(), title="Vakanser"))
    window.do(Verb.PULL_DUE)
    assert len(session.all(AgendaSubject, agenda_item_id=items(window, may)[6].id)) == 1
    window.do(Verb.PULL_DUE)
    assert told() == "Dagordningen tar redan upp allt som ska följas upp den dagen."

    # paragrafer
    window.do(Verb.NUMBER_AGENDA)
    assert [item.section_no for item in items(window, may)] == [str(number) for number in range(1, 11)]
    window.do(Verb.NUMBER_AGENDA)
    assert told().startswith("Alla ärenden har redan sin paragraf. Vill du numrera om dem")

    # a bilaga, a decision and the uppdrag that comes of it
    follow_up, report_back = items(window, may)[4:6]
    panel.stand_on(follow_up.id)
    QTest.keyClick(focused(), Key.Key_Return)
    file = tmp_path / "Uppföljning.pdf"
    file.write_bytes(b"%PDF")
    window.one(AttachmentsPart).attach_files([file])
    QTest.keyClick(panel.item, Key.Key_Escape)
    assert panel.agenda.view.hasFocus()
    assert cell(window, 4, 4) == "1"
    edit(session, session.get(AgendaItem, follow_up.id), decision="Direktören ska återkomma i höst.")
    outcome_by(window, Key.Key_B)
    assert session.get(AgendaItem, follow_up.id).outcome is AgendaOutcome.DECIDED
    assert cell(window, 4, 3) == "Beslutat"
    QTest.keyClick(panel.agenda.view, Key.Key_U, CTRL)
    short = modal(FormDialog)
    assert short.form.answer("text").get_text() == "Direktören ska återkomma i höst."
    short.form.answer("receiver_function").set_text("Direktören")
    accept(short)
    (made,) = session.all(Assignment, agenda_item_id=follow_up.id)
    assert (made.source_section, made.source_date, made.receiver_function) == ("5", date(2025, 5, 20), "Direktören")
    assert "1 uppdrag ur beslutet" in texts(panel.agenda)

    # what is put off waits for the next meeting
    panel.stand_on(report_back.id)
    outcome_by(window, Key.Key_L)
    june = add_meeting(session, new_meeting(date(2025, 6, 17), title="Junimötet"))
    page_of(window).list.choose(june.id)
    assert any(text.startswith("→ 1 bordlagt eller återremitterat ärende väntar") for text in texts(panel.agenda))
    window.do(Verb.CARRY_OVER)
    (again,) = items(window, june)
    assert (again.title, again.carried_from_id) == ("Återrapportering av uppdrag", report_back.id)
    assert not window.can(Verb.CARRY_OVER)
    panel.stand_on(again.id)
    assert "Kommer från 2025-05-20 §\u00a06" in texts(panel.agenda)
    page_of(window).list.choose(may.id)
    panel.stand_on(report_back.id)
    assert "Togs upp igen 2025-06-17" in texts(panel.agenda)

    # and all of it is taken back
    while window.can(Verb.UNDO):
        window.do(Verb.UNDO)
    assert session.all(Meeting) == []
    assert session.all(Attachment) == []
    assert session.all(Assignment, agenda_item_id=follow_up.id) == []


def test_an_item_is_shown_as_it_is_when_one_comes_back_to_it(meetings: Window) -> None:
    may = add_meeting(meetings.session, new_meeting(date(2025, 5, 20)))
    item = add_agenda_item(meetings.session, may.id, "Taxa")
    panel = page_of(meetings).panel
    page_of(meetings).list.choose(may.id)
    panel.stand_on(item.id)
    QTest.keyClick(focused(), Key.Key_F2)
    QTest.keyClick(focused(), Key.Key_Escape)
    outcome_by(meetings, Key.Key_R)
    QTest.keyClick(panel.agenda.view, Key.Key_F2)
    outcome = next(each for each in panel.item.findChildren(QComboBox) if each.accessibleName().startswith("Utfall"))
    assert outcome.currentText() == "Återremitterat"


def test_an_empty_agenda_begins_from_a_template(meetings: Window) -> None:
    meeting = add_meeting(meetings.session, new_meeting(date(2025, 5, 20)))
    page_of(meetings).list.choose(meeting.id)
    page_of(meetings).panel.agenda.template.emit("ordinary")
    assert items(meetings, meeting)[0].title == "Sammanträdet öppnas och upprop"
    assert page_of(meetings).panel.agenda.view.hasFocus()


def test_closing_offers_to_number_first(meetings: Window) -> None:
    meeting = add_meeting(meetings.session, new_meeting(date(2025, 5, 20)))
    add_agenda_item(meetings.session, meeting.id, "Budget")
    page_of(meetings).list.choose(meeting.id)
    meetings.do(Verb.CLOSE_MEETING)
    box = modal(QMessageBox)
    assert "1 ärende har ingen paragraf." in box.text()
    next(each for each in box.buttons() if each.text() == "Numrera paragrafer").click()
    assert items(meetings, meeting)[0].section_no == "1"
    meetings.do(Verb.CLOSE_MEETING)
    box = modal(QMessageBox)
    assert "Numrera paragrafer" not in {each.text() for each in box.buttons()}
    box.reject()


def test_a_number_that_is_there_twice_is_told(meetings: Window) -> None:
    for day in (date(2025, 3, 4), date(2025, 5, 20)):
        meeting = add_meeting(meetings.session, new_meeting(day))
        add_agenda_item(meetings.session, meeting.id, "Budget", section_no="7")
    page_of(meetings).list.choose(meeting.id)
    assert "! Samma paragraf flera gånger: 2025-03-04 §\u00a07, 2025-05-20 §\u00a07." in texts(
        page_of(meetings).panel.agenda
    )
    index = page_of(meetings).panel.agenda.view.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "§: §\u00a07, finns två gånger"


# Bilagor


@pytest.fixture
def files(meetings: Window) -> AttachmentsPart:
    """The bilagor of an item that has two."""
    session = meetings.session
    meeting = add_meeting(session, new_meeting(date(2025, 5, 20)))
    item = add_agenda_item(session, meeting.id, "Delårsrapport")
    keep_file(session, item.id, "Rapport.pdf", b"%PDF")
    keep_file(session, item.id, "kör.exe", b"MZ")
    panel = page_of(meetings).panel
    page_of(meetings).list.choose(meeting.id)
    panel.stand_on(item.id)
    QTest.keyClick(focused(), Key.Key_F2)
    part = meetings.one(AttachmentsPart)
    part.view.setCurrentIndex(part.view.model().index(0, 0))
    part.view.setFocus()
    return part


def titles(session_of: Window) -> list[tuple[str, str]]:
    return [(each.number, each.title) for each in session_of.session.all(Attachment)]


def test_a_file_is_opened_as_a_copy_and_never_a_program(
    meetings: Window, files: AttachmentsPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def note(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    files.open_file()
    (copy,) = opened
    assert (copy.name, copy.read_bytes()) == ("Rapport.pdf", b"%PDF")
    files.view.setCurrentIndex(files.view.model().index(1, 0))
    files.open_file()
    assert told() == "kör.exe kan vara ett program och öppnas inte härifrån: spara filen om du vet vad den är."
    assert len(opened) == 1
    assert meetings.session.all(Attachment)[0].title == "Rapport"


def test_files_are_moved_renamed_and_removed_by_keyboard(meetings: Window, files: AttachmentsPart) -> None:
    QTest.keyClick(files.view, Key.Key_Down, ALT)
    assert titles(meetings) == [("1", "kör"), ("2", "Rapport")]
    QTest.keyClick(files.view, Key.Key_F2)
    form = modal(FormDialog)
    form.form.answer("title").set_text("Delårsrapport 1")
    accept(form)
    assert titles(meetings) == [("1", "kör"), ("2", "Delårsrapport 1")]
    files.view.setFocus()
    QTest.keyClick(files.view, Key.Key_Delete)
    assert titles(meetings) == [("1", "kör")]
    assert len(meetings.session.all(AgendaItem)) == 1


def test_dropped_files_are_attached_and_the_same_one_is_told(
    meetings: Window, files: AttachmentsPart, tmp_path: Path
) -> None:
    again, new = tmp_path / "Rapport igen.pdf", tmp_path / "Karta.png"
    again.write_bytes(b"%PDF")
    new.write_bytes(b"bild")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (again, new, tmp_path)])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    files.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    assert told() == "Rapport igen.pdf är redan bifogad som Rapport: ta bort den först om den ska bytas ut."
    assert titles(meetings)[-1] == ("3", "Karta")
    kept = meetings.session.all(Attachment)[-1]
    assert content_of(meetings.session, kept.id) == b"bild"


# Who is there


def test_the_roll_is_called_with_the_space_bar(meetings: Window) -> None:
    session, panel = meetings.session, page_of(meetings).panel
    march = add_meeting(session, new_meeting(date(2025, 3, 4)))
    add(session, Attendance(id=new_id(), meeting_id=march.id, function="Ordförande", role=AttendanceRole.CHAIR))
    add(session, Attendance(id=new_id(), meeting_id=march.id, function="Ledamot 1", position=1))
    may = add_meeting(session, new_meeting(date(2025, 5, 20)))
    page_of(meetings).list.choose(may.id)
    panel._tabs.setCurrentWidget(panel.attendance)
    panel.attendance.copy_button.click()
    told_before = "2 av 2 som beslutar är närvarande; fler än hälften (6 kap. 27 § kommunallagen)."
    assert told_before in texts(panel.attendance)
    view = panel.attendance.roster.view
    view.setCurrentIndex(view.model().index(1, 0))
    view.setFocus()
    QTest.keyClick(view, Key.Key_Space)
    assert [each.present for each in session.all(Attendance, meeting_id=may.id)] == [True, False]
    assert "1 av 2 som beslutar är närvarande; inte fler än hälften (6 kap. 27 § kommunallagen)." in texts(
        panel.attendance
    )
    assert view.model().index(1, 2).data() == "Nej"
    panel.attendance.copy_button.click()
    assert told() == "Det finns ingen mer att hämta från något tidigare möte."


def test_who_stands_out_of_an_item_is_chosen_among_those_who_attend(meetings: Window) -> None:
    session, panel = meetings.session, page_of(meetings).panel
    may = add_meeting(session, new_meeting(date(2025, 5, 20)))
    item = add_agenda_item(session, may.id, "Upphandling")
    page_of(meetings).list.choose(may.id)
    panel.stand_on(item.id)
    QTest.keyClick(focused(), Key.Key_Return)
    add_button = next(
        each
        for each in panel.item.findChildren(type(panel.attendance.copy_button))
        if each.accessibleName() == "Lägg till: Jäv"
    )
    add_button.click()
    assert told() == "Skriv först in vilka som deltar, på fliken Närvaro."
    member = add(session, Attendance(id=new_id(), meeting_id=may.id, function="Ledamot 1"))
    add_button.click()
    accept(modal(FormDialog))
    (recusal,) = session.all(Recusal, "id")
    assert (recusal.attendance_id, recusal.agenda_item_id) == (member.id, item.id)
    QTest.keyClick(panel.item, Key.Key_Escape)
    assert "Jäv: Ledamot 1" in texts(panel.agenda)
    close_meeting(session, may.id)
    add_button.click()
    assert told().startswith("Sammanträdet är avslutat")


# Templates


def test_a_shipped_template_is_copied_and_changed(meetings: Window) -> None:
    meetings.do(Verb.EDIT_TEMPLATES)
    dialog = modal(TemplatesDialog)
    assert not dialog.rename_button.isEnabled()
    dialog.copy_button.click()
    assert dialog.list.model().index(2, 0).data() == "Ordinarie sammanträde, egen"
    assert dialog.rename_button.isEnabled()
    own = dialog.list.current_id
    view = dialog.items.view
    view.setCurrentIndex(view.model().index(0, 0))
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down, ALT)
    stored = meetings.session.all(AgendaTemplateItem, template_id=own)
    assert stored[1].title == "Sammanträdet öppnas och upprop"
    QTest.keyClick(view, Key.Key_Delete)
    assert len(meetings.session.all(AgendaTemplateItem, template_id=own)) == len(stored) - 1
    dialog.rename_button.click()
    rename = modal(FormDialog)
    rename.form.answer("title").set_text("Vårt möte")
    accept(rename)
    assert dialog.list.model().index(2, 0).data() == "Vårt möte"
    dialog.remove_button.click()
    assert dialog.list.model().rowCount() == 2
    dialog.accept()


def test_an_agenda_is_kept_as_a_template(meetings: Window) -> None:
    may = add_meeting(meetings.session, new_meeting(date(2025, 5, 20)))
    use_template(meetings.session, may.id, "ordinary")
    page_of(meetings).list.choose(may.id)
    meetings.do(Verb.KEEP_AGENDA)
    form = modal(FormDialog)
    form.form.answer("title").set_text("Vårt vanliga")
    accept(form)
    assert len(meetings.session.all(AgendaTemplateItem)) == len(items(meetings, may))


# In front of the board


@pytest.fixture
def board(meetings: Window) -> MeetingView:
    """The meeting mode with an uppdrag on the card, under an item that was decided."""
    session = meetings.session
    may = add_meeting(session, new_meeting(date(2025, 5, 20)))
    item = add_agenda_item(session, may.id, "Återrapportering", subjects=[meetings.example.assignments[0].id])
    edit(session, item, decision="Arbetet ska fortsätta.")
    page_of(meetings).list.choose(may.id)
    meetings.do(Verb.ASSESS)
    (view,) = meetings.shell.findChildren(MeetingView)
    return view


def test_an_uppdrag_is_reported_back_with_a_key(meetings: Window, board: MeetingView) -> None:
    session, uppdrag = meetings.session, meetings.example.assignments[0]
    QTest.keyClick(focused(), Key.Key_Tab)
    type_into(board.footer.comment, "Halvvägs.")
    QTest.keyClick(board.footer.comment, Key.Key_R, ALT)
    report = modal(FormDialog)
    assert report.form.answer("text").get_text() == "Halvvägs."
    report.form.answer("status").set_text("ongoing")
    accept(report)
    (told_now,) = session.all(AssignmentReport, "id")
    assert (told_now.text, told_now.status, told_now.reported_on) == (
        "Halvvägs.",
        WorkStatus.ONGOING,
        date(2025, 5, 20),
    )
    assert session.get(Assignment, uppdrag.id).status is WorkStatus.ONGOING
    assert "▸ Pågår: Halvvägs." in texts(board.card)
    assert board.footer.comment.get_text() == ""
    board.undo()
    assert session.all(AssignmentReport, "id") == []
    assert board.footer.told.startswith("Ångrat: Återrapportera")
    board.leave()


def test_a_decision_becomes_an_uppdrag_in_front_of_the_board(meetings: Window, board: MeetingView) -> None:
    meetings.do(Verb.MAKE_ASSIGNMENT)
    form = modal(FormDialog)
    assert form.form.answer("text").get_text() == "Arbetet ska fortsätta."
    accept(form)
    assert len(meetings.session.all(Assignment)) == 3
    QTest.keyClick(board, Key.Key_J)
    board.undo()
    board.undo()
    assert len(meetings.session.all(Assignment)) == 2
    board.leave()


def test_closing_the_window_asks_about_words_that_wait(meetings: Window, board: MeetingView) -> None:
    QTest.keyClick(focused(), Key.Key_Tab)
    type_into(board.footer.comment, "Det här får inte gå förlorat.")
    assert not meetings.shell.close()
    box = modal(QMessageBox)
    assert box.text().startswith("Den här kommentaren väntar på en bedömning")
    box.reject()
    assert meetings.shell.isVisible()
    assert board.footer.comment.get_text() == "Det här får inte gå förlorat."
    assert not meetings.shell.close()
    box = modal(QMessageBox)
    next(each for each in box.buttons() if each.text() == "Lämna utan att spara").click()
    assert not meetings.shell.isVisible()
    assert meetings.shell.session is None


def test_a_window_with_nothing_to_lose_closes_at_once(meetings: Window, board: MeetingView) -> None:
    assert board.isVisible()
    assert meetings.shell.close()


def test_a_tabled_item_is_told_in_the_list(meetings: Window) -> None:
    may = add_meeting(meetings.session, new_meeting(date(2025, 5, 20)))
    item = add_agenda_item(meetings.session, may.id, "Taxa")
    set_outcome(meetings.session, item.id, AgendaOutcome.TABLED)
    page_of(meetings).list.choose(may.id)
    assert cell(meetings, 0, 3) == "Bordlagt"
