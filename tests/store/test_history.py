"""The history: append-only, chained, and the measure that every row is held against."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.registers import check_register
from regdesk.services.session import Session
from regdesk.store import history
from tests.registers import open_example


@pytest.fixture
def register(tmp_path: Path) -> Path:
    session, _ = open_example(tmp_path)
    session.close()
    return session.path


def _broken(path: Path, *statements: str) -> bool:
    """Whether the check notices what somebody did behind the program's back, its triggers taken away and put back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        triggers = other.execute("SELECT name, sql FROM sqlite_master WHERE name LIKE '%!_no!_%' ESCAPE '!'").fetchall()
        for name, _ in triggers:
            other.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert other.execute(statement).rowcount > 0
        for _, sql in triggers:
            other.execute(sql)
    with Session.open(path) as session:
        try:
            check_register(session)
        except Problem as problem:
            return problem.kind is ProblemKind.HISTORY_BROKEN
    return False


def test_an_honest_register_passes(register: Path) -> None:
    assert not _broken(register)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE goals SET title = 'Något annat' WHERE printed_number = '1.1'",
        "UPDATE \"values\" SET raw = replace(raw, ' ', '') WHERE raw = '39 % '",
        "DELETE FROM assignments WHERE position = 1",
        "INSERT INTO org_units VALUES ('00000000-0000-0000-0000-000000000000', 'X', '', 0)",
        "UPDATE history SET who = 'Någon annan' WHERE seq = 2",
        "UPDATE history SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 1",
        "DELETE FROM history WHERE seq = 1",
    ],
)
def test_what_was_changed_behind_the_programs_back_is_found(register: Path, statement: str) -> None:
    assert _broken(register, statement)


@pytest.mark.parametrize("statement", ["UPDATE history SET who = ''", "DELETE FROM history"])
def test_history_itself_lets_nobody_change_it(register: Path, statement: str) -> None:
    with Session.open(register) as session, pytest.raises(sqlite3.IntegrityError):
        session.repository.connection.execute(statement)


def test_entries_come_newest_first_and_in_pages(register: Path) -> None:
    with Session.open(register) as session:
        last = history.head(session.repository)
        newest = history.entries(session.repository, limit=1)
        older = history.entries(session.repository, before=newest[0].seq, limit=10)
        assert (newest[0].seq, newest[0].hash) == (last.seq, last.hash)
        assert [entry.seq for entry in older] == list(range(last.seq - 1, 0, -1))
        assert older[-1].action == "create_register"
        assert newest[0].who == "Testaren"


def test_lines_tell_what_entries_tell_without_what_was_touched(register: Path) -> None:
    with Session.open(register) as session:
        entries, lines = session.entries(), session.lines()
        assert [(line.seq, line.at, line.who, line.action, line.subject) for line in lines] == [
            (entry.seq, entry.at, entry.who, entry.action, entry.subject) for entry in entries
        ]
        assert session.lines(before=lines[0].seq) == lines[1:]
