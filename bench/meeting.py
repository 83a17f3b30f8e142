"""A key in meeting mode until its verdict is on disk, and until the window shows it, beside a bare commit."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from bench.measuring import Figure, in_ms, in_turns, percentile, ratio
from bench.registers import make_register
from regdesk.domain.codes import Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Meeting
from regdesk.services.registers import opened
from regdesk.store.connection import apply_settings, close, connect
from regdesk.viewmodels.meeting_mode import MeetingMode

PRESSES = 400
INDICATORS = 2_000
ASSESSMENTS = 20_000

_VERDICTS = (*tuple(Verdict)[1:], Verdict.YES)
"""Never what the register says of a card already, since that would not be written again."""


def figures(folder: Path) -> Iterator[Figure]:
    """Half of all presses and 99 of 100, in a register with 20,000 assessments."""
    path = folder / "meeting.regdesk"
    make_register(path, indicators=INDICATORS, assessments=ASSESSMENTS)
    bare = _bare_file(folder / "bare.sqlite")
    verdict, enter, commit = _without_window(path, bare)
    yield from _figures("a verdict to disk", verdict, commit)
    yield from _figures("Enter to the next card", enter)
    verdict, enter = _in_window(path)
    yield from _figures("a verdict's key to disk and shown", verdict)
    yield from _figures("the Enter key to the next card shown", enter)
    close(bare)


def _figures(what: str, keys: list[float], commits: Sequence[float] = ()) -> Iterator[Figure]:
    half, floor = percentile(keys, 0.5), percentile(commits, 0.5) if commits else 0.0
    yield Figure(
        what=f"{what}, p50",
        figure=in_ms(half),
        beside=f"{ratio(half, floor)} a bare commit of {in_ms(floor)}" if commits else "",
        mark="≤ 5 ms, ≤ 2 ×" if commits else "≤ 5 ms",
    )
    yield Figure(what=f"{what}, p99", figure=in_ms(percentile(keys, 0.99)), mark="≤ 25 ms")


def _without_window(path: Path, bare: sqlite3.Connection) -> list[list[float]]:
    verdicts = cycle(_VERDICTS)
    with opened(path) as session:
        mode = MeetingMode(session, session.all(Meeting, "date DESC")[0].id)
        mode.go_to(0)

        return in_turns([lambda: mode.verdict(next(verdicts)), mode.next, lambda: _commit(bare)], PRESSES)


def _in_window(path: Path) -> list[list[float]]:
    """A letter and Enter as Qt hands them to the view, and all that is painted for each."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from bench.window import sitting_at_last_meeting

    letters = cycle((Qt.Key.Key_D, Qt.Key.Key_N, Qt.Key.Key_K, Qt.Key.Key_J))
    with sitting_at_last_meeting(path):

        def press(key: Qt.Key) -> None:
            focused = QApplication.focusWidget()
            assert focused is not None  # noqa: S101 - the view sees to it
            QTest.keyClick(focused, key)
            QApplication.processEvents()

        return in_turns([lambda: press(next(letters)), lambda: press(Qt.Key.Key_Return)], PRESSES)


def _bare_file(path: Path) -> sqlite3.Connection:
    connection = connect(path, "rwc")
    apply_settings(connection)
    connection.execute("CREATE TABLE verdicts (id TEXT PRIMARY KEY, verdict TEXT, words TEXT) STRICT")
    return connection


def _commit(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO verdicts VALUES (?, ?, ?)", (new_id(), Verdict.YES.value, ""))
    connection.execute("COMMIT")
