"""Text is kept to the letter, pastes have a limit, and an undo that a field cannot use goes on to the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from regdesk.ui.editors import LINE_LIMIT, MOST_LINES, TEXT_LIMIT, LineEdit, TextEdit, TextField, text_field

NBSP_TEXT = "1 234,5\u00a0mnkr\nrad två"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=[LineEdit, TextEdit])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> TextField:
    made: TextField = request.param()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def text(qtbot: QtBot) -> TextEdit:
    made = TextEdit()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def undone(field: TextField, qtbot: QtBot) -> Iterator[list[str]]:
    """What the window's own undo was asked for, with the field in focus."""
    calls: list[str] = []
    window = QMainWindow()
    qtbot.addWidget(window)
    action = QAction(window)
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(lambda: calls.append("undo"))
    window.addAction(action)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(field)
    window.setCentralWidget(holder)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    yield calls
    window.close()


def test_text_is_kept_to_the_letter(text: TextEdit) -> None:
    text.set_text(NBSP_TEXT)
    assert text.get_text() == NBSP_TEXT


def test_copied_text_is_kept_to_the_letter(text: TextEdit) -> None:
    text.set_text(NBSP_TEXT)
    text.selectAll()
    text.copy()
    assert QGuiApplication.clipboard().text() == NBSP_TEXT


def test_markup_is_pasted_as_plain_text(text: TextEdit) -> None:
    data = QMimeData()
    data.setHtml("<b>fet</b>")
    data.setText("<b>fet</b>")
    text.insertFromMimeData(data)
    assert text.get_text() == "<b>fet</b>"


def test_a_paste_beyond_the_limit_is_cut_with_a_word(text: TextEdit, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("x" * (TEXT_LIMIT + 1))
    with qtbot.waitSignal(text.overfull):
        text.insertFromMimeData(data)
    assert len(text.get_text()) == TEXT_LIMIT


def test_a_long_line_is_cut_with_a_word(qtbot: QtBot) -> None:
    line = LineEdit()
    qtbot.addWidget(line)
    QGuiApplication.clipboard().setText("x" * (LINE_LIMIT + 1))
    with qtbot.waitSignal(line.overfull):
        line.paste()
    assert len(line.get_text()) == LINE_LIMIT


def test_what_the_register_holds_is_never_cut(field: TextField) -> None:
    long = "å" * (LINE_LIMIT + 10)
    field.set_text(long)
    assert field.get_text() == long


def test_a_field_undoes_its_own_writing_first(field: TextField, undone: list[str]) -> None:
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert (field.get_text(), undone) == ("", [])
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert undone == ["undo"]


def test_what_is_settled_is_undone_by_the_register(field: TextField, undone: list[str]) -> None:
    QTest.keyClicks(field, "abc")
    field.settle()
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert (field.get_text(), undone) == ("abc", ["undo"])


def test_tab_leaves_a_text(text: TextEdit) -> None:
    assert text.tabChangesFocus()


def test_only_fields_are_text_fields(field: TextField, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    assert text_field(field) is field
    assert text_field(other) is None
    assert text_field(None) is None


def test_a_text_is_as_high_as_what_is_written_within_bounds(qtbot: QtBot) -> None:
    field = TextEdit(lines=2)
    qtbot.addWidget(field)
    field.resize(400, 100)
    field.show()
    line = field.fontMetrics().lineSpacing()
    empty = field.sizeHint().height()
    field.set_text("ett\ntvå\ntre\nfyra")
    assert field.sizeHint().height() == empty + 2 * line
    field.set_text("rad\n" * 500)
    assert field.sizeHint().height() == empty + (MOST_LINES - 2) * line
