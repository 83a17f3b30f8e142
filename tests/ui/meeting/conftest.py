"""A meeting with five things to assess, in front of the board: two indicators, and a cluster of two parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from regdesk.domain.codes import ClusterRule, ItemKind, Verdict
from regdesk.domain.model import Assessment, Meeting
from regdesk.services.editing import set_cluster_rule
from regdesk.services.meetings import add_agenda_item, add_meeting, everything_to_assess, new_meeting
from regdesk.services.session import Session
from regdesk.ui.meeting.sitting import Sitting
from regdesk.ui.meeting.view import MeetingView
from regdesk.ui.page import Page, PageSpec
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.theme import Theme
from regdesk.ui.verbs import Verb
from tests.registers import Example, open_example

_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@dataclass
class Board:
    """The meeting as those around the table have it: a screen, a keyboard, and the file that remembers."""

    shell: Shell
    session: Session
    plan: Example
    meeting: Meeting
    sitting: Sitting

    @property
    def view(self) -> MeetingView:
        return self.sitting.view

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NO_MODIFIER) -> None:
        """A key, where the keyboard stands."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)

    def write(self, text: str) -> None:
        """Letters, where the keyboard stands."""
        focused = QApplication.focusWidget()
        assert focused is not None
        for letter in text:
            QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, 0, _NO_MODIFIER, letter))

    @property
    def verdicts(self) -> list[tuple[Verdict, str]]:
        """What the file says, superseded records too, in the order it was recorded."""
        with Session.open(self.session.path) as other:
            found = other.all(Assessment, "recorded_at, id")
        return [(each.verdict, each.justification) for each in found]

    @property
    def title(self) -> str:
        """What stands on the card in large type."""
        return self.view.card.title

    @property
    def chosen(self) -> list[str]:
        """The verdicts that are filled; at most one."""
        return [button.text() for button in self.view.footer.verdicts.buttons if button.isChecked()]

    @property
    def is_on_card(self) -> bool:
        """Whether letters are verdicts now."""
        return self.view.footer.verdicts.hasFocus()

    @property
    def is_writing(self) -> bool:
        """Whether letters are the comment's now."""
        return self.view.footer.comment.hasFocus()

    def cost(self, deed: Callable[[], object]) -> tuple[int, int]:
        """Entries of the history and queries that a deed costs."""
        asked: list[str] = []
        before = self.session.head.seq
        self.session.repository.connection.set_trace_callback(asked.append)
        deed()
        self.session.repository.connection.set_trace_callback(None)
        return self.session.head.seq - before, len(asked)


@pytest.fixture
def register_with_meeting(tmp_path: Path) -> tuple[Path, Example, Meeting]:
    """The example plan with a meeting that takes all of it up under § 64."""
    session, plan = open_example(tmp_path)
    set_cluster_rule(session, plan.cluster, ClusterRule.ALL_YES)
    meeting = add_meeting(session, new_meeting(date(2024, 9, 12), title="Septembermötet"))
    subjects = everything_to_assess(session)
    add_agenda_item(
        session, meeting.id, "Uppföljning av målen", kind=ItemKind.DECISION, section_no="64", subjects=subjects
    )
    session.close()
    return session.path, plan, meeting


class Room(Page):
    """A page that holds a meeting, and ends it when the register is closed."""

    sitting: Sitting | None = None

    def hold(self, meeting_id: str) -> Sitting:
        self.sitting = Sitting(self.context, meeting_id, self._ended)
        QApplication.processEvents()
        return self.sitting

    def commit(self) -> None:
        if self.sitting:
            self.sitting.end()

    def _ended(self) -> None:
        self.sitting = None


@pytest.fixture
def shell(theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[Shell]:
    """The window with one page, in sight and with no register open."""
    made = Shell(theme, settings, [PageSpec(Verb.GO_MEETINGS, Room)])
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()


def hold(shell: Shell, path: Path, meeting: Meeting) -> Sitting:
    """Open a register and begin to assess at one of its meetings."""
    shell.open_register(path)
    assert shell.desk is not None
    assert isinstance(shell.desk.page, Room)
    return shell.desk.page.hold(meeting.id)


@pytest.fixture
def board(shell: Shell, register_with_meeting: tuple[Path, Example, Meeting]) -> Board:
    """The meeting mode in a window that is in sight."""
    path, plan, meeting = register_with_meeting
    sitting = hold(shell, path, meeting)
    assert shell.session is not None
    return Board(shell, shell.session, plan, meeting, sitting)
