"""The page shows the sheet as the register is, and saves, prints and reads out what it shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from regdesk.services.registers import edit_register, register_of
from regdesk.sheets.pdf.pages import Pages
from regdesk.sheets.plain import plain_text
from regdesk.sheets.word.writer import make_docx
from regdesk.ui.dialogs.sheet_text import SheetTextDialog
from regdesk.ui.empty import EmptyState
from regdesk.ui.messages import BugDialog
from regdesk.ui.pages.sheets.page import SheetsPage
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.fields import YES
from tests.ui.pages.sheets.conftest import go, session_of


def told(page: SheetsPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def text_of(page: SheetsPage) -> str:
    assert page._sheet is not None
    return plain_text(page._sheet)


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
    before = page._pdf
    edit_register(session_of(window), organisation="Region Söder")
    qtbot.waitUntil(lambda: page._pdf is not before)
    assert "Region Söder" in text_of(page)


def test_a_change_while_elsewhere_is_on_the_paper_when_back(window: Shell, page: SheetsPage, qtbot: QtBot) -> None:
    window.verbs[Verb.GO_PLAN].trigger()
    before = page._pdf
    edit_register(session_of(window), organisation="Region Väster")
    assert not page._pause.isActive()
    window.verbs[Verb.GO_SHEETS].trigger()
    qtbot.waitUntil(lambda: page._pdf is not before)
    assert "Region Väster" in text_of(page)


def test_a_paper_that_breaks_the_rules_is_reported_and_not_shown(
    window: Shell, page: SheetsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = page._pdf
    monkeypatch.setattr("regdesk.sheets.pdf.archive._write_output_intent", lambda _pdf: None)
    edit_register(session_of(window), organisation="Region Norr")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), BugDialog))
    assert "följer inte reglerna" in told(page)
    assert page._pdf is before
    page.window().findChildren(BugDialog)[0].reject()


def test_answers_change_the_paper_and_are_remembered(
    window: Shell, page: SheetsPage, settings: Settings, qtbot: QtBot
) -> None:
    assert "Följa hur väntetiderna" in text_of(page)
    legend = page._form.answer("assignments")
    QTest.keyClick(legend, Qt.Key.Key_Space)
    appendix = page._form.answer("appendix")
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
    assert page._pdf is not None
    with Pages(page._pdf.data) as pages:
        width, height = pages.size(0)
    assert width > height


def test_what_is_saved_is_what_is_shown(window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot) -> None:
    save_as(window, page, tmp_path / "blad.pdf", qtbot)
    assert page._pdf is not None
    assert (tmp_path / "blad.pdf").read_bytes() == page._pdf.data
    assert "✓ Sparat som" in told(page)
    assert window.settings.folder == tmp_path


def test_a_change_just_made_is_saved_too(window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot) -> None:
    before = page._pdf
    edit_register(session_of(window), organisation="Region Öster")
    save_as(window, page, tmp_path / "blad.pdf", qtbot)
    assert page._pdf is not None
    assert page._pdf is not before
    assert (tmp_path / "blad.pdf").read_bytes() == page._pdf.data


def test_what_is_shown_is_saved_as_a_word_file(window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot) -> None:
    edit_register(session_of(window), organisation="Region Öster")
    save_as(window, page, tmp_path / "blad.docx", qtbot, Verb.SAVE_WORD)
    qtbot.waitUntil(lambda: "Sparat som" in told(page))
    assert page._sheet is not None
    assert (tmp_path / "blad.docx").read_bytes() == make_docx(page._sheet)
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
    assert page._pdf is not None
    assert (dialog.minPage(), dialog.maxPage()) == (1, page._pdf.pages)
    dialog.reject()


def test_it_is_printed_beside_the_window(window: Shell, page: SheetsPage, tmp_path: Path, qtbot: QtBot) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "utskrift.pdf"))
    printer.setResolution(72)
    assert page._pdf is not None
    page.print_on(printer, page._pdf)
    ready(window, page, qtbot)
    assert "Utskriften är skickad" in told(page)
    with Pages((tmp_path / "utskrift.pdf").read_bytes()) as pages:
        assert len(pages) == page._pdf.pages


def test_a_register_without_goals_says_what_to_do(window: Shell, register: Path, qtbot: QtBot) -> None:
    window.open_register(register)
    page = go(window, qtbot)
    empty = page.findChildren(EmptyState)[0]
    assert empty.isVisible()
    assert not page._preview.isVisible()


def test_a_register_that_is_closed_meanwhile_disturbs_nothing(
    window: Shell, example_register: Path, qtbot: QtBot
) -> None:
    window.open_register(example_register)
    window.verbs[Verb.GO_SHEETS].trigger()
    window.close_register()
    qtbot.waitUntil(lambda: not window.worker.is_busy)
    assert window.desk is None
