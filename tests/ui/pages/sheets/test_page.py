"""The page shows the sheet as the register is, and saves, prints and reads out what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event, Thread, Timer, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from regdesk.domain.model import Indicator, Meeting
from regdesk.i18n import LANGUAGES, Language, set_language
from regdesk.services.meetings import add_agenda_item, add_meeting, add_subjects, everything_to_assess, new_meeting
from regdesk.services.prints import prints_of
from regdesk.services.registers import edit_register, register_of
from regdesk.services.secrecy import mark_secret
from regdesk.sheets.kind import Printable, SheetKind
from regdesk.sheets.kinds import SHEETS
from regdesk.sheets.pdf.pages import Pages
from regdesk.sheets.plain import plain_text
from regdesk.sheets.word.writer import make_docx
from regdesk.ui.dialogs.prints import PrintsDialog
from regdesk.ui.dialogs.sheet_text import SheetTextDialog
from regdesk.ui.empty import EmptyState
from regdesk.ui.messages import BugDialog
from regdesk.ui.pages.sheets.page import SheetsPage
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.theme import TEXT_SIZES, Theme
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.fields import YES
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.ui.pages.sheets.conftest import go, session_of


def told(page: SheetsPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def text_of(page: SheetsPage) -> str:
    assert page._made is not None
    return plain_text(page._made.document)


def ready(window: Shell, page: SheetsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not (page._pause.isActive() or window.worker.is_busy))


def save_as(window: Shell, page: SheetsPage, path: Path, qtbot: QtBot, verb: Verb = Verb.SAVE_PDF) -> None:
    """Through the menu and the file dialog."""
    window.verbs[verb].trigger()
    dialog = page.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    ready(window, page, qtbot)


def test_the_paper_has_the_keyboard_and_says_its_page(page: SheetsPage) -> None:
    assert QApplication.focusWidget() is page._preview
    assert "Sida 1 av" in told(page)
    assert "Vården är nära" in text_of(page)


def test_the_paper_follows_the_register(window: Shell, page: SheetsPage, qtbot: QtBot) -> None:
    before = page._made
    edit_register(session_of(window), organisation="Region Söder")
    qtbot.waitUntil(lambda: page._made is not before)
    assert "Region Söder" in text_of(page)


def test_a_change_while_elsewhere_is_on_the_paper_when_back(window: Shell, page: SheetsPage, qtbot: QtBot) -> None:
    window.verbs[Verb.GO_PLAN].trigger()
    before = page._made
    edit_register(session_of(window), organisation="Region Väster")
    assert not page._pause.isActive()
    window.verbs[Verb.GO_SHEETS].trigger()
    qtbot.waitUntil(lambda: page._made is not before)
    assert "Region Väster" in text_of(page)


def test_a_paper_that_breaks_the_rules_is_reported_and_not_shown(
    window: Shell, page: SheetsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = page._made
    monkeypatch.setattr("regdesk.sheets.pdf.archive._write_output_intent", lambda _pdf: None)
    edit_register(session_of(window), organisation="Region Norr")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), BugDialog))
    assert "följer inte reglerna" in told(page)
    assert page._made is before
    page.window().findChildren(BugDialog)[0].reject()


def test_answers_change_the_paper_and_are_remembered(
    window: Shell, page: SheetsPage, settings: Settings, qtbot: QtBot
) -> None:
    assert "Följa hur väntetiderna" in text_of(page)
    legend = page._questions.form.answer("assignments")
    QTest.keyClick(legend, Qt.Key.Key_Space)
    appendix = page._questions.form.answer("appendix")
    appendix.set_text("7")
    QTest.keyClick(appendix, Qt.Key.Key_Return)
    ready(window, page, qtbot)
    assert "Följa hur väntetiderna" not in text_of(page)
    assert "Bilaga 7" in text_of(page)
    kept = settings.answers(f"sheets/{register_of(session_of(window)).id}/follow-up")
    assert (kept["assignments"], kept["comments"], kept["appendix"]) == ("", YES, "7")
    assert "date" not in kept


def test_remembered_answers_come_back(window: Shell, settings: Settings, example_register: Path, qtbot: QtBot) -> None:
    window.open_register(example_register)
    place = f"sheets/{register_of(session_of(window)).id}/follow-up"
    settings.set_answers(place, {"orientation": "landscape", "subject": "meeting:gone"})
    page = go(window, qtbot)
    assert page._made is not None
    with Pages(page._made.pdf.data) as pages:
        width, height = pages.size(0)
    assert width > height


def test_what_is_saved_is_what_is_shown(window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot) -> None:
    save_as(window, page, tmp_path / "blad.pdf", qtbot)
    assert page._made is not None
    assert (tmp_path / "blad.pdf").read_bytes() == page._made.pdf.data
    assert "✓ Sparat som" in told(page)
    assert window.settings.folder == tmp_path


def test_a_change_just_made_is_saved_too(window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot) -> None:
    before = page._made
    edit_register(session_of(window), organisation="Region Öster")
    save_as(window, page, tmp_path / "blad.pdf", qtbot)
    assert page._made is not None
    assert page._made is not before
    assert (tmp_path / "blad.pdf").read_bytes() == page._made.pdf.data


def test_what_is_shown_is_saved_as_a_word_file(window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot) -> None:
    edit_register(session_of(window), organisation="Region Öster")
    save_as(window, page, tmp_path / "blad.docx", qtbot, Verb.SAVE_WORD)
    qtbot.waitUntil(lambda: "Sparat som" in told(page), timeout=60_000)
    assert page._made is not None
    assert (tmp_path / "blad.docx").read_bytes() == make_docx(page._made.document)
    assert "Region Öster" in text_of(page)


def test_a_word_file_that_cannot_be_written_is_told(
    window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    save_as(window, page, tmp_path / "ingen mapp" / "blad.docx", qtbot, Verb.SAVE_WORD)
    assert "kunde inte sparas" in told(page)


def test_a_file_that_cannot_be_written_is_told(window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot) -> None:
    save_as(window, page, tmp_path / "ingen mapp" / "blad.pdf", qtbot)
    assert "kunde inte sparas" in told(page)


def test_the_saved_file_is_opened_by_the_system(
    window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.verbs[Verb.OPEN_SAVED].trigger()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Inget blad är sparat" in box.text()
    box.close()
    save_as(window, page, tmp_path / "blad.pdf", qtbot)
    link = next(each for each in page.findChildren(QPushButton) if each.text() == "Visa sparad fil")
    assert link.isVisible()
    link.click()
    assert [url.toLocalFile() for url in opened] == [str(tmp_path / "blad.pdf")]


def test_the_sheet_is_read_as_text(window: Shell, page: SheetsPage) -> None:
    window.verbs[Verb.SHOW_AS_TEXT].trigger()
    dialog = page.findChildren(SheetTextDialog)[0]
    shown = dialog.findChildren(QPlainTextEdit)[0]
    assert shown.isReadOnly()
    assert shown.toPlainText() == text_of(page).replace("\N{NO-BREAK SPACE}", " ")
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "&Kopiera texten").click()
    assert "Vården är nära" in QApplication.clipboard().text()
    dialog.reject()


def test_the_print_dialog_knows_how_many_pages_there_are(window: Shell, page: SheetsPage) -> None:
    window.verbs[Verb.PRINT].trigger()
    dialog = page.findChildren(QPrintDialog)[0]
    assert page._made is not None
    assert (dialog.minPage(), dialog.maxPage()) == (1, page._made.pdf.pages)
    dialog.reject()


def test_it_is_printed_beside_the_window(window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "utskrift.pdf"))
    printer.setResolution(72)
    assert page._made is not None
    page.print_on(printer, page._made.pdf, page._made)
    ready(window, page, qtbot)
    assert "Utskriften är skickad" in told(page)
    with Pages((tmp_path / "utskrift.pdf").read_bytes()) as pages:
        assert len(pages) == page._made.pdf.pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_largest_text_fits_on_a_small_screen(
    theme: Theme, window: Shell, example_register: Path, language: Language, qtbot: QtBot
) -> None:
    set_language(language)
    theme.step_text_size(len(TEXT_SIZES))
    window.resize(1366, 768)
    window.open_register(example_register)
    page = go(window, qtbot)
    for code in SHEETS:
        choose(page, code)
        QApplication.processEvents()
        room = page.parentWidget()
        assert room is not None
        assert (page.width() <= room.width(), page.height() <= room.height()) == (True, True), code
    ready(window, page, qtbot)


def test_a_register_without_goals_says_what_to_do(window: Shell, register: Path, qtbot: QtBot) -> None:
    window.open_register(register)
    page = go(window, qtbot)
    shown = [each for each in page.findChildren(EmptyState) if each.isVisible()]
    assert shown == [page._no_goals]
    assert not page._preview.isVisible()


def test_what_is_missing_fits_with_the_largest_text_too(
    theme: Theme, window: Shell, register: Path, qtbot: QtBot
) -> None:
    theme.step_text_size(len(TEXT_SIZES))
    window.resize(1366, 768)
    window.open_register(register)
    page = go(window, qtbot)
    room = page.parentWidget()
    assert room is not None
    qtbot.waitUntil(lambda: page.width() <= room.width() and page.height() <= room.height())


def choose(page: SheetsPage, code: str) -> None:
    """Another kind, as with the keyboard in its box."""
    page._questions.choose(code)


def meet(window: Shell) -> Meeting:
    """A meeting that takes up everything, planned elsewhere in the window."""
    session = session_of(window)
    meeting = add_meeting(session, new_meeting(date(2024, 5, 14), title="Majmötet"))
    item = add_agenda_item(session, meeting.id, "Uppföljning")
    add_subjects(session, item.id, everything_to_assess(session))
    return meeting


def test_a_sheet_of_a_meeting_asks_for_one_where_there_is_none(window: Shell, page: SheetsPage, qtbot: QtBot) -> None:
    choose(page, "meeting-set")
    ready(window, page, qtbot)
    assert page._no_meeting.isVisible()
    assert not page._ways.isEnabled()
    meet(window)
    qtbot.waitUntil(page._preview.isVisible)
    assert page._ways.isEnabled()
    choose(page, "follow-up")
    ready(window, page, qtbot)
    assert page._preview.isVisible()


def test_each_kind_remembers_its_own_answers(window: Shell, page: SheetsPage, qtbot: QtBot) -> None:
    page._questions.form.answer("appendix").set_text("7")
    page._questions.commit()
    choose(page, "report")
    assert page._questions.answers()["appendix"] == ""
    choose(page, "follow-up")
    assert page._questions.answers()["appendix"] == "7"
    ready(window, page, qtbot)


def test_what_is_saved_for_a_meeting_is_kept_and_is_the_same_file_again(
    window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    meeting = meet(window)
    ready(window, page, qtbot)
    subject = page._questions.form.answer("subject")
    subject.set_text(f"meeting:{meeting.id}")
    page._questions.commit()
    ready(window, page, qtbot)
    save_as(window, page, tmp_path / "ett.pdf", qtbot)
    assert "också sparat i registret" in told(page)
    ready(window, page, qtbot)
    save_as(window, page, tmp_path / "igen.pdf", qtbot)
    assert (tmp_path / "ett.pdf").read_bytes() == (tmp_path / "igen.pdf").read_bytes()
    (kept,) = prints_of(session_of(window), meeting.id)
    window.verbs[Verb.SHOW_PRINTS].trigger()
    dialog = page.findChildren(PrintsDialog)[0]
    assert dialog.view.current_id == kept.id
    dialog.save_button.click()
    files = dialog.findChildren(QFileDialog)[0]
    files.fileSelected.emit(str(tmp_path / "hämtad.pdf"))
    files.close()
    assert (tmp_path / "hämtad.pdf").read_bytes() == (tmp_path / "ett.pdf").read_bytes()
    dialog.print_button.click()
    printing = page.findChildren(QPrintDialog)[0]
    assert page._made is not None
    assert printing.maxPage() == page._made.pdf.pages
    printing.reject()


def test_a_print_that_names_what_is_secret_now_warns_where_it_is_given_out(
    window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    meeting = meet(window)
    ready(window, page, qtbot)
    page._questions.form.answer("subject").set_text(f"meeting:{meeting.id}")
    page._questions.commit()
    ready(window, page, qtbot)
    save_as(window, page, tmp_path / "ett.pdf", qtbot)
    ready(window, page, qtbot)
    session = session_of(window)
    indicator = next(each for each in session.all(Indicator) if " " in each.title)
    assert prints_of(session, meeting.id)
    mark_secret(session, indicator.id, "OSL 18:13", date(2024, 9, 1), "Region Exempel")
    window.verbs[Verb.SHOW_PRINTS].trigger()
    dialog = page.findChildren(PrintsDialog)[0]
    assert dialog.warning.isVisible()
    assert "Pröva det före utlämnande" in dialog.warning.text()
    dialog.reject()


def test_a_paper_of_several_sheets_is_saved_as_a_file_each(
    window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    meet(window)
    choose(page, "meeting-set")
    ready(window, page, qtbot)
    window.verbs[Verb.SAVE_SEPARATELY].trigger()
    folder = tmp_path / "handlingar"
    folder.mkdir()
    dialog = page.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    ready(window, page, qtbot)
    names = sorted(path.name for path in folder.iterdir())
    assert names
    assert all(name.startswith(f"{number:02} ") for number, name in enumerate(names, 1))
    assert f"{len(names)} fil" in told(page) or "En fil är sparad" in told(page)


class Halted:
    """Holds the reading of the register at its first question until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.threads: list[Thread] = []
        self.begun, self.go = Event(), Event()
        printable = SheetKind.printable

        def halting(kind: SheetKind, request: SheetRequest) -> Printable:
            self.threads.append(current_thread())
            self.begun.set()
            self.go.wait(20)
            return printable(kind, request)

        monkeypatch.setattr(SheetKind, "printable", halting)


@pytest.fixture
def halted(page: SheetsPage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Halted]:
    """After the first paper is there, and let go at the end whatever happens."""
    assert page._made is not None
    made = Halted(monkeypatch)
    yield made
    made.go.set()


def test_the_register_is_read_beside_the_window(window: Shell, page: SheetsPage, halted: Halted, qtbot: QtBot) -> None:
    choose(page, "report")
    qtbot.waitUntil(halted.begun.is_set)
    assert halted.threads[0] is not main_thread()
    assert page._made is not None
    assert page._made.asked.kind.code == "follow-up"
    halted.go.set()
    ready(window, page, qtbot)
    assert page._made.asked.kind.code == "report"


def test_a_newer_wish_overtakes_an_older_one(window: Shell, page: SheetsPage, halted: Halted, qtbot: QtBot) -> None:
    shown: list[str] = []
    page._preview.moved.connect(lambda: shown.append(page._made.asked.kind.code if page._made else ""))
    choose(page, "report")
    qtbot.waitUntil(halted.begun.is_set)
    choose(page, "indicators")
    qtbot.waitUntil(lambda: not page._pause.isActive())
    halted.go.set()
    ready(window, page, qtbot)
    assert shown[-1] == "indicators"
    assert "report" not in shown


def test_the_register_is_written_while_it_is_read_and_the_newest_is_shown(
    window: Shell, page: SheetsPage, halted: Halted, qtbot: QtBot
) -> None:
    choose(page, "indicators")
    qtbot.waitUntil(halted.begun.is_set)
    edit_register(session_of(window), organisation="Region Nordost")
    halted.go.set()
    qtbot.waitUntil(lambda: "Region Nordost" in text_of(page), timeout=20_000)


def test_a_paper_that_was_stopped_is_told_and_made_when_it_is_to_be_saved(
    window: Shell, page: SheetsPage, halted: Halted, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(page, "report")
    qtbot.waitUntil(halted.begun.is_set)
    stop = next(each for each in window.findChildren(QPushButton) if each.accessibleName().startswith("Avbryt"))
    stop.click()
    halted.go.set()
    ready(window, page, qtbot)
    assert "inte uppdaterat" in told(page)
    assert page._made is not None
    assert page._made.asked.kind.code == "follow-up"
    save_as(window, page, tmp_path / "blad.pdf", qtbot)
    qtbot.waitUntil((tmp_path / "blad.pdf").exists, timeout=20_000)
    assert page._made.asked.kind.code == "report"
    assert (tmp_path / "blad.pdf").read_bytes() == page._made.pdf.data


def test_a_window_that_is_closed_meanwhile_waits_for_no_paper(
    window: Shell, page: SheetsPage, halted: Halted, qtbot: QtBot
) -> None:
    before = page._made
    choose(page, "report")
    qtbot.waitUntil(halted.begun.is_set)
    Timer(0.1, halted.go.set).start()
    window.close()
    assert not window.isVisible()
    qtbot.waitUntil(lambda: not window.worker.is_busy)
    assert page._made is before


def test_a_register_that_is_closed_meanwhile_disturbs_nothing(
    window: Shell, example_register: Path, qtbot: QtBot
) -> None:
    window.open_register(example_register)
    window.verbs[Verb.GO_SHEETS].trigger()
    window.close_register()
    qtbot.waitUntil(lambda: not window.worker.is_busy)
    assert window.desk is None
