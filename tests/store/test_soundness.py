"""A file that was looked through ahead of time is opened at once, and never on the word of what is no longer so."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.store.connection import connect
from regdesk.store.files import open_file
from regdesk.store.soundness import is_sound, look_ahead
from tests.registers import make_register

LOOK = "PRAGMA quick_check(1)"


@contextmanager
def asked(path: Path) -> Iterator[tuple[sqlite3.Connection, list[str]]]:
    """A connection to a file, and the statements it is asked."""
    statements: list[str] = []
    with closing(connect(path)) as connection:
        connection.set_trace_callback(statements.append)
        yield connection, statements


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return make_register(tmp_path)


def test_what_was_looked_at_ahead_is_not_looked_at_again(register: Path) -> None:
    look_ahead(register)
    with asked(register) as (connection, statements):
        assert is_sound(connection, register)
        assert statements == []
        assert is_sound(connection, register), "one look is good for one opening"
        assert statements == [LOOK]


def test_a_file_that_was_written_since_is_looked_at_again(register: Path) -> None:
    os.utime(register, (1, 1))
    look_ahead(register)
    os.utime(register, (2, 2))
    with asked(register) as (connection, statements):
        assert is_sound(connection, register)
        assert statements == [LOOK]


def test_a_damaged_file_is_told_of_when_it_is_opened(register: Path) -> None:
    content = bytearray(register.read_bytes())
    content[4096 * 3 : 4096 * 8] = bytes(4096 * 5)
    register.write_bytes(content)
    look_ahead(register)
    with pytest.raises(Problem) as caught:
        open_file(register)
    assert caught.value.kind is ProblemKind.REGISTER_DAMAGED


@pytest.mark.parametrize("content", [None, b"", b"no register at all" * 500])
def test_what_is_no_register_is_told_of_when_it_is_opened(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "annat.regdesk"
    if content is not None:
        path.write_bytes(content)
    look_ahead(path)
    with pytest.raises(Problem):
        open_file(path)
