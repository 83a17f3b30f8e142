"""Problems are sentences in plain text, bugs are reports to copy, and a dangerous yes is never the default."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.ui.messages import BugDialog, Messages, report_of

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def messages(qtbot: QtBot) -> Iterator[Messages]:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    yield Messages(window)
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


def box() -> QMessageBox:
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, QMessageBox)
    return shown


def bug() -> BugDialog:
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, BugDialog)
    return shown


def test_a_problem_is_a_sentence(messages: Messages) -> None:
    messages.failed(Problem(ProblemKind.REGISTER_LOCKED, path=Path("nämnden.regdesk")))
    assert "nämnden.regdesk" in box().text()
    assert "Problem" not in box().text()


def test_texts_of_the_register_are_no_markup(messages: Messages) -> None:
    messages.tell("<b>HME</b>")
    assert box().textFormat() == Qt.TextFormat.PlainText


def test_enter_answers_a_harmless_question(messages: Messages) -> None:
    answers: list[str] = []
    messages.ask("Stänga mötet?", "Stäng mötet", lambda: answers.append("ja"))
    QTest.keyClick(box(), Qt.Key.Key_Return)
    assert answers == ["ja"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_no_key_by_itself_answers_a_dangerous_question(messages: Messages, key: Qt.Key) -> None:
    answers: list[str] = []
    messages.ask("Ta bort HME?", "Ta bort", lambda: answers.append("ja"), danger=True)
    QTest.keyClick(box(), key)
    assert answers == []


def test_a_dangerous_yes_can_be_chosen(messages: Messages) -> None:
    answers: list[str] = []
    messages.ask("Ta bort HME?", "Ta bort", lambda: answers.append("ja"), danger=True)
    next(button for button in box().findChildren(QPushButton) if button.text() == "Ta bort").click()
    assert answers == ["ja"]


def test_a_bug_is_a_report_to_copy(messages: Messages) -> None:
    messages.failed(ZeroDivisionError("delat med noll"))
    next(button for button in bug().findChildren(QPushButton) if "opiera" in button.text()).click()
    assert "ZeroDivisionError: delat med noll" in QGuiApplication.clipboard().text()


def test_a_problem_of_the_program_is_a_sentence_and_a_report(messages: Messages) -> None:
    messages.failed(Problem(ProblemKind.SHEET_NOT_CONFORMING, title="Uppföljning", findings="6.2.3 fel"))
    assert any("Bladet Uppföljning följer inte" in each.text() for each in bug().findChildren(QLabel))
    assert "6.2.3 fel" in bug().findChildren(type(bug()._report))[0].get_text()


def test_one_bug_at_a_time(messages: Messages) -> None:
    messages.failed(ValueError("första"))
    first = bug()
    messages.failed(ValueError("andra"))
    assert bug() is first
    first.close()
    messages.failed(ValueError("tredje"))
    assert "tredje" in bug().findChildren(type(first._report))[0].get_text()


def test_a_report_names_no_home() -> None:
    report = report_of(ValueError(f"{Path.home()}/hemligt.regdesk"))
    assert str(Path.home()) not in report
    assert "~/hemligt.regdesk" in report


def test_what_nobody_caught_is_told(
    messages: Messages, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    messages.take_over_excepthook()
    error = ValueError("ingen tog hand om mig")
    sys.excepthook(ValueError, error, None)
    assert isinstance(bug(), BugDialog)
    assert "ingen tog hand om mig" in capsys.readouterr().err
