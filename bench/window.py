"""The program's window with a meeting in it, for benches that press keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from regdesk.domain.model import Meeting
from regdesk.ui.app import make_app
from regdesk.ui.meeting.sitting import Sitting
from regdesk.ui.page import Page, PageSpec
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.theme import Theme
from regdesk.ui.verbs import Verb


@contextmanager
def sitting_at_last_meeting(path: Path) -> Iterator[None]:
    """The register's last meeting in front of the board, on its first card, with the keyboard on the verdicts."""
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else make_app([])
    settings = Settings(QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat))
    shell = Shell(Theme(app), settings, [PageSpec(Verb.GO_MEETINGS, Page)])
    shell.show()
    shell.open_register(path)
    assert shell.context is not None  # noqa: S101 - it was just opened
    meeting = shell.context.session.all(Meeting, "date DESC")[0]
    sitting = Sitting(shell.context, meeting.id, lambda: None)
    sitting.view.go_to(0)
    app.processEvents()
    yield
    sitting.end()
    shell.close()
