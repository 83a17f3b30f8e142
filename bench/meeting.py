"""A key in meeting mode until the verdict is on disk and the next card is made, beside a bare commit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
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


def figures(folder: Path) -> Iterator[Figure]:
    """Half of all presses and 99 of 100, in a register with 20,000 assessments."""
    path = folder / "meeting.regdesk"
    make_register(path, indicators=INDICATORS, assessments=ASSESSMENTS)
    bare = _bare_file(folder / "bare.sqlite")
    verdicts = cycle((*tuple(Verdict)[1:], Verdict.YES))  # never what was said before
    with opened(path) as session:
        mode = MeetingMode(session, session.all(Meeting, "date DESC")[0].id)
        mode.go_to(0)

        def press() -> None:
            mode.verdict(next(verdicts))
            mode.next()

        keys, commits = in_turns([press, lambda: _commit(bare)], PRESSES)
    close(bare)
    half, floor = percentile(keys, 0.5), percentile(commits, 0.5)
    beside = f"{ratio(half, floor)} a bare commit of {in_ms(floor)}"
    yield Figure(what="key to disk and next card, p50", figure=in_ms(half), beside=beside, mark="≤ 5 ms, ≤ 2 ×")
    yield Figure(what="key to disk and next card, p99", figure=in_ms(percentile(keys, 0.99)), mark="≤ 25 ms")


def _bare_file(path: Path) -> sqlite3.Connection:
    connection = connect(path, "rwc")
    apply_settings(connection)
    connection.execute("CREATE TABLE verdicts (id TEXT PRIMARY KEY, verdict TEXT, words TEXT) STRICT")
    return connection


def _commit(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO verdicts VALUES (?, ?, ?)", (new_id(), Verdict.YES.value, ""))
    connection.execute("COMMIT")
