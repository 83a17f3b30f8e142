"""A board goes through five things by keyboard, changes its mind, leaves, and finds everything as it was left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from regdesk.domain.codes import Verdict
from regdesk.domain.model import Meeting
from tests.registers import Example
from tests.ui.meeting.conftest import Board, hold

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_a_meeting_from_the_first_thing_to_the_last(board: Board) -> None:
    assert (board.title, board.is_on_card, board.chosen) == ("Nöjda besökare", True, [])
    assert board.view.header.progress == "0 av 5 bedömda"

    # a verdict and its comment, in one go
    board.press(Key.Key_D)
    assert (board.chosen, board.is_writing) == (["Delvis"], True)
    board.write("Jämn ökning, men inte ända dit.")
    board.press(Key.Key_Return)
    assert (board.title, board.is_on_card) == ("Samverkan har vuxit", True)

    # a verdict without a comment
    board.press(Key.Key_J)
    board.press(Key.Key_Return)

    # the parameters, then what the rule makes of them
    assert (board.title, board.view.card.cluster) == ("Övningar", "Beredskapen har stärkts")
    board.press(Key.Key_J)
    board.press(Key.Key_Return)
    board.press(Key.Key_N)
    board.press(Key.Key_Return)
    assert (board.title, board.view.footer.suggestion) == ("Beredskapen har stärkts", "Regeln föreslår Delvis")
    board.press(Key.Key_S)
    assert (board.chosen, board.view.footer.suggestion) == (["Delvis"], "")
    board.press(Key.Key_Return)
    assert board.view.footer.told == "Allt är bedömt. Esc lämnar bedömningen."

    # a change of mind
    board.press(Key.Key_Z, CTRL)
    assert (board.chosen, board.is_on_card) == ([], True)
    assert board.view.footer.told == "Ångrat: Godta förslag för Beredskapen har stärkts"
    board.press(Key.Key_N)
    board.press(Key.Key_Escape)
    board.press(Key.Key_Home)
    assert (board.title, board.chosen) == ("Nöjda besökare", ["Delvis"])
    board.press(Key.Key_J)
    board.write(" Nu är vi där.")
    board.press(Key.Key_Escape)
    board.press(Key.Key_Escape)
    assert board.shell.menuBar().isVisible()


def test_all_is_found_as_it_was_left(board: Board, register_with_meeting: tuple[Path, Example, Meeting]) -> None:
    path, _plan, meeting = register_with_meeting
    test_a_meeting_from_the_first_thing_to_the_last(board)
    board.shell.close_register()
    again = hold(board.shell, path, meeting)
    seen = []
    for _thing in range(5):
        card = again.view.current
        assert card is not None
        seen.append((card.subject.title, card.verdict, card.justification))
        again.view.next()
    assert seen == [
        ("Nöjda besökare", Verdict.YES, "Jämn ökning, men inte ända dit. Nu är vi där."),
        ("Samverkan har vuxit", Verdict.YES, ""),
        ("Övningar", Verdict.YES, ""),
        ("Parameter 2", Verdict.NO, ""),
        ("Beredskapen har stärkts", Verdict.NO, ""),
    ]


def test_every_key_is_on_disk_at_once_as_one_step_or_none(board: Board) -> None:
    keys: list[tuple[Key, Qt.KeyboardModifier, int]] = [
        (Key.Key_Right, Qt.KeyboardModifier.NoModifier, 0),
        (Key.Key_Left, Qt.KeyboardModifier.NoModifier, 0),
        (Key.Key_D, Qt.KeyboardModifier.NoModifier, 1),
        (Key.Key_D, ALT, 0),
        (Key.Key_N, ALT, 1),
        (Key.Key_A, Qt.KeyboardModifier.NoModifier, 0),
        (Key.Key_J, ALT, 1),
        (Key.Key_B, Qt.KeyboardModifier.NoModifier, 0),
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier, 1),
        (Key.Key_Z, CTRL, 1),
        (Key.Key_Y, CTRL, 1),
        (Key.Key_K, Qt.KeyboardModifier.NoModifier, 1),
        (Key.Key_X, Qt.KeyboardModifier.NoModifier, 0),
        (Key.Key_Return, CTRL, 1),
        (Key.Key_L, Qt.KeyboardModifier.NoModifier, 0),
        (Key.Key_End, Qt.KeyboardModifier.NoModifier, 0),
        (Key.Key_S, Qt.KeyboardModifier.NoModifier, 0),
    ]
    for key, modifier, steps in keys:
        entries, queries = board.cost(lambda key=key, modifier=modifier: board.press(key, modifier))  # type: ignore[misc]
        assert (key, entries) == (key, steps)
        assert queries <= 30, key
