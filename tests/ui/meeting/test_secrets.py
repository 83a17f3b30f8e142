"""A projector shows nothing that is secret, nor what is said for the inside, until somebody asks for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from regdesk.domain.codes import Party, Verdict
from regdesk.domain.model import Meeting
from regdesk.services.assessing import assess
from regdesk.services.editing import add
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.ui.shell import Shell
from regdesk.viewmodels.comments import begun_comment
from tests.registers import Example
from tests.ui.meeting.conftest import Board, hold

Key = Qt.Key
HIDDEN = "Sekretess"


@pytest.fixture
def with_secret(shell: Shell, register_with_meeting: tuple[Path, Example, Meeting]) -> Board:
    """The first thing is secret and has a verdict; the second has two comments, one of them for the inside."""
    path, plan, meeting = register_with_meeting
    with Session.open(path) as session:
        assess(session, plan.number.id, Verdict.NO, "Långt kvar.", meeting_id=meeting.id)
        mark_secret(session, plan.number.id, "OSL 18:13", date(2024, 9, 1), "Region Exempel")
        for internal, text in ((False, "Bemannat."), (True, "Oro i gruppen.")):
            comment = begun_comment(session, plan.yes_no.id)
            add(session, replace(comment, party=Party.UNION, text=text, internal=internal))
    sitting = hold(shell, path, meeting)
    assert shell.session is not None
    return Board(shell, shell.session, plan, meeting, sitting)


def test_a_secret_card_is_hidden_until_asked_for(with_secret: Board) -> None:
    board = with_secret
    board.press(Key.Key_Home)
    assert (board.title, board.chosen) == (HIDDEN, [])
    assert board.view.footer.comment.get_text() == ""
    board.press(Key.Key_J)
    assert board.verdicts == [(Verdict.NO, "Långt kvar.")]
    assert board.view.footer.told == "Det här är dolt. Tryck V för att visa det innan ni bedömer."

    board.press(Key.Key_V)
    assert (board.title, board.chosen) == ("Nöjda besökare", ["Nej"])
    board.press(Key.Key_J)
    board.press(Key.Key_Escape)
    assert board.verdicts[-1][0] is Verdict.YES
    board.press(Key.Key_Right)
    board.press(Key.Key_Left)
    assert board.title == HIDDEN


def test_the_list_beside_the_card_never_names_it(with_secret: Board) -> None:
    board = with_secret
    board.press(Key.Key_L)
    model = board.view.tasks.model()
    assert model.index(0, 0).data() == "Uppgifter omfattas av sekretess"
    assert model.index(1, 0).data() == "Samverkan har vuxit"


def test_undo_does_not_name_what_is_hidden(with_secret: Board) -> None:
    board = with_secret
    board.press(Key.Key_Home)
    board.press(Key.Key_V)
    board.press(Key.Key_J)
    board.press(Key.Key_Escape)
    board.press(Key.Key_Right)
    board.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert board.title == HIDDEN
    assert "Nöjda" not in board.view.footer.told


def test_comments_for_the_inside_are_hidden_too(with_secret: Board) -> None:
    board = with_secret
    board.view.go_to(1)
    card = board.view.current
    assert card
    assert [[remark.text for remark in voice.remarks] for voice in card.voices] == [[], [], ["Bemannat."]]
    board.press(Key.Key_V)
    card = board.view.current
    assert card
    assert [remark.text for voice in card.voices for remark in voice.remarks] == ["Bemannat.", "Oro i gruppen."]
