"""The meeting mode keeps what is typed, says why something was refused, and lets keys, mouse and list do the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from regdesk.domain.codes import Verdict
from regdesk.domain.model import Meeting
from regdesk.services.assessing import assess
from regdesk.services.meetings import close_meeting
from regdesk.services.session import Session
from regdesk.ui.meeting import announce
from regdesk.ui.theme import Appearance
from regdesk.ui.verbs import Verb
from tests.registers import Example
from tests.ui.meeting.conftest import Board, hold

Key = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def question() -> QMessageBox:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


# The window


def test_it_has_the_window_to_itself(board: Board) -> None:
    shell = board.shell
    assert board.view.isVisible()
    assert not any(part.isVisible() for part in (shell.menuBar(), shell.statusBar()))
    offered = {verb for verb in Verb if shell.verbs[verb].isEnabled()}
    assert {Verb.FULL_SCREEN, Verb.LARGER_TEXT, Verb.USE_DARK} <= offered
    assert not offered & {Verb.QUIT, Verb.GO_MEETINGS, Verb.CLOSE_REGISTER, Verb.OPEN_PALETTE}


def test_full_screen_ends_with_it(board: Board) -> None:
    board.press(Key.Key_F11)
    assert board.shell.isFullScreen()
    board.press(Key.Key_Escape)
    assert not board.shell.isFullScreen()


def test_its_type_follows_the_window(board: Board) -> None:
    small = board.view.card.font().pixelSize()
    board.shell.resize(1920, 1080)
    QApplication.processEvents()
    assert board.view.card.font().pixelSize() > small


def test_large_type_does_not_keep_the_window_large(board: Board) -> None:
    board.shell.resize(2400, 1500)
    QApplication.processEvents()
    board.shell.resize(1000, 700)
    QApplication.processEvents()
    assert (board.shell.width(), board.shell.height()) == (1000, 700)


def test_it_can_be_seen_in_the_dark(board: Board) -> None:
    board.shell.theme.set_appearance(Appearance.DARK)
    board.press(Key.Key_J)
    assert board.view.grab().toImage().pixelColor(2, 2).lightness() < 60


# Typing


def test_letters_are_text_while_one_writes(board: Board) -> None:
    board.press(Key.Key_D)
    board.write("jdnksl")
    assert (board.chosen, board.view.footer.comment.get_text()) == (["Delvis"], "jdnksl")
    board.press(Key.Key_Return, SHIFT)
    board.write("rad två")
    board.press(Key.Key_Escape)
    board.press(Key.Key_N)
    assert board.verdicts == [
        (Verdict.PARTLY, ""),
        (Verdict.PARTLY, "jdnksl\nrad två"),
        (Verdict.NO, "jdnksl\nrad två"),
    ]


def test_a_letter_with_alt_is_a_verdict_anywhere(board: Board) -> None:
    board.press(Key.Key_D)
    board.write("Nja")
    board.press(Key.Key_N, ALT)
    assert (board.chosen, board.is_writing) == (["Nej"], True)
    board.write(", nej")
    board.press(Key.Key_PageDown)
    assert board.is_on_card
    assert board.verdicts == [(Verdict.PARTLY, ""), (Verdict.NO, "Nja"), (Verdict.NO, "Nja, nej")]


def test_the_field_undoes_its_own_first(board: Board) -> None:
    board.press(Key.Key_J)
    board.write("a")
    board.press(Key.Key_Z, CTRL)
    assert (board.view.footer.comment.get_text(), board.chosen) == ("", ["Ja"])
    board.press(Key.Key_Y, CTRL)
    assert board.view.footer.comment.get_text() == "a"
    board.press(Key.Key_Z, CTRL)
    board.press(Key.Key_Z, CTRL)
    assert board.chosen == []
    board.press(Key.Key_Y, CTRL)
    assert board.chosen == ["Ja"]


def test_nothing_to_undo_is_said(board: Board) -> None:
    board.press(Key.Key_Z, CTRL)
    board.view.undo()
    assert board.view.footer.told == "Det finns inget steg att ångra."


def test_a_held_key_decides_once(board: Board) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_J, Qt.KeyboardModifier.NoModifier, "j", autorep=True)
    QApplication.sendEvent(focused, held)
    assert board.chosen == []
    right = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", autorep=True)
    QApplication.sendEvent(focused, right)
    assert board.title == "Samverkan har vuxit"


def test_words_before_a_verdict_wait_and_are_not_lost_on_leaving(board: Board) -> None:
    board.press(Key.Key_Tab)
    board.write("Vi väntar på siffror.")
    board.press(Key.Key_Return)
    assert board.title == "Samverkan har vuxit"
    board.press(Key.Key_Escape)
    assert board.title == "Nöjda besökare"
    assert question().text() == (
        "Den här kommentaren väntar på en bedömning och sparas inte utan den. Vill du lämna ändå?"
    )
    question().reject()
    board.view.setFocus()
    board.press(Key.Key_K)
    assert board.verdicts == [(Verdict.CANNOT_ASSESS, "Vi väntar på siffror.")]
    board.press(Key.Key_Escape)
    board.press(Key.Key_Escape)
    assert board.shell.menuBar().isVisible()


def test_one_may_leave_without_them(board: Board) -> None:
    board.press(Key.Key_Tab)
    board.write("Vi väntar på siffror.")
    board.press(Key.Key_Escape)
    board.press(Key.Key_Escape)
    go = next(each for each in question().buttons() if each.text() == "Lämna utan att spara")
    go.click()
    assert board.shell.menuBar().isVisible()
    assert board.verdicts == []


def test_closing_the_register_stores_what_is_being_typed(board: Board) -> None:
    board.press(Key.Key_N)
    board.write("Kvar att göra.")
    board.shell.close_register()
    assert board.verdicts == [(Verdict.NO, ""), (Verdict.NO, "Kvar att göra.")]


# Refusals


def test_what_another_program_wrote_is_shown_and_the_words_stay(board: Board) -> None:
    board.press(Key.Key_J)
    board.write("Klart.")
    with Session.open(board.session.path) as other:
        assess(other, board.plan.number.id, Verdict.NO, "Nej.", meeting_id=board.meeting.id)
    board.press(Key.Key_Return)
    assert board.view.footer.told == (
        "exempel.regdesk har ändrats av ett annat program: se hur det ser ut nu och gör om ändringen."
    )
    assert (board.title, board.chosen) == ("Nöjda besökare", ["Nej"])
    assert (board.view.footer.comment.get_text(), board.is_writing) == ("Klart.", True)
    board.press(Key.Key_J, ALT)
    assert board.verdicts[-1] == (Verdict.YES, "Klart.")
    assert board.view.footer.told == ""


def test_a_closed_meeting_can_be_looked_through_and_not_changed(
    board: Board, register_with_meeting: tuple[Path, Example, Meeting]
) -> None:
    path, _plan, meeting = register_with_meeting
    board.press(Key.Key_D)
    board.sitting.end()
    close_meeting(board.session, meeting.id)
    view = hold(board.shell, path, meeting).view
    view.go_to(0)
    assert not any(button.isEnabled() for button in view.footer.verdicts.buttons)
    assert view.footer.comment.isReadOnly()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Key.Key_J)
    assert view.footer.told.startswith("Sammanträdet Septembermötet är avslutat och ändras inte")
    assert [verdict for verdict, _words in board.verdicts] == [Verdict.PARTLY]


# Mouse and list


def test_a_click_decides_and_lets_one_write(board: Board) -> None:
    nej = board.view.footer.verdicts.buttons[2]
    QTest.mouseClick(nej, Qt.MouseButton.LeftButton)
    assert (board.chosen, board.is_writing) == (["Nej"], True)
    QTest.mouseClick(board.view.header, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert board.is_on_card


def test_the_list_follows_and_leads(board: Board) -> None:
    tasks = board.view.tasks
    assert not tasks.isVisible()
    board.press(Key.Key_L)
    assert tasks.isVisible()
    board.press(Key.Key_Right)
    assert tasks.currentIndex().row() == 1
    tasks.setFocus()
    board.press(Key.Key_Down)
    assert (board.title, tasks.hasFocus()) == ("Övningar", True)
    assert tasks.currentIndex().data() == "Övningar · Beredskapen har stärkts"
    board.press(Key.Key_N)
    assert (board.chosen, board.is_writing) == (["Nej"], True)
    assert tasks.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Övningar · Beredskapen har stärkts, Nej, §\u00a064"
    )
    tasks.setFocus()
    board.press(Key.Key_Return)
    assert board.is_on_card
    tasks.setFocus()
    board.press(Key.Key_L, ALT)
    assert (tasks.isVisible(), board.is_on_card) == (False, True)


def test_ctrl_enter_goes_to_what_is_left(board: Board) -> None:
    board.press(Key.Key_Right)
    board.press(Key.Key_J)
    board.press(Key.Key_End)
    board.press(Key.Key_Escape)
    board.press(Key.Key_End)
    board.press(Key.Key_Return, CTRL)
    assert board.title == "Nöjda besökare"
    board.press(Key.Key_Return, CTRL)
    assert board.title == "Övningar"
    board.press(Key.Key_End)
    board.press(Key.Key_Return)
    assert board.view.footer.told == "Det här är den sista. Ctrl+Enter går till nästa som inte är bedömd."


def test_tab_goes_round_within_the_mode(board: Board) -> None:
    seen = set()
    for _stop in range(12):
        board.press(Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert board.view.isAncestorOf(focused)
        seen.add(focused.accessibleName() or type(focused).__name__)
    assert {"Kommentar", "Nöjda besökare"} <= seen


# For those who listen


def test_cards_and_verdicts_are_said(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    class Listener:
        @staticmethod
        def isActive() -> bool:
            return True

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            said.append(event.message())

    monkeypatch.setattr(announce, "QAccessible", Listener)
    board.press(Key.Key_J)
    board.press(Key.Key_Return)
    board.press(Key.Key_Z, CTRL)
    assert said[0] == "Ja. 1 av 5."
    assert said[1].startswith("Punkt 2 av 5. Indikator: Samverkan har vuxit. Bedömning: Ej bedömd.")
    assert said[2] == "Ångrat: Bedöm Nöjda besökare"


def test_the_card_is_described_where_the_keyboard_stands(board: Board) -> None:
    row = board.view.footer.verdicts
    assert row.accessibleName() == "Nöjda besökare"
    assert "Målnivå 2024: >45 %" in row.accessibleDescription()
    assert [button.accessibleDescription() for button in row.buttons] == [
        "Tangent J",
        "Tangent D",
        "Tangent N",
        "Tangent K",
    ]
