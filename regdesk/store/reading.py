"""A register that is only read: opened beside one's own, never brought up to date, never changed by a byte."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.store import schema
from regdesk.store.connection import connect
from regdesk.store.faults import problem_of
from regdesk.store.repository import Repository
from regdesk.store.soundness import is_sound

T = TypeVar("T")

_SETTINGS: Final = (
    "PRAGMA query_only = ON",
    # As for a register that is opened: nothing in a foreign file is trusted.
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
)


@contextmanager
def reading(path: Path) -> Iterator[Repository]:
    """The register at `path` to be read, all of it as it stood at one moment; an older one as it is.

    Raises Problem: REGISTER_MISSING, NOT_A_REGISTER, REGISTER_TOO_NEW, REGISTER_DAMAGED, REGISTER_FOREIGN_SCHEMA,
    REGISTER_LOCKED, REGISTER_UNREADABLE.
    """
    try:
        is_file = path.is_file()
    except OSError:  # a name that is too long, a folder that may not be looked into
        is_file = False
    if not is_file:
        raise Problem(ProblemKind.REGISTER_MISSING, path=path)
    connection = _told(path, lambda: connect(path, "ro"))
    try:
        _told(path, lambda: _pass_gate(connection, path))
        yield Repository(connection)
    except Problem as problem:
        problem.params.setdefault("path", path)
        raise
    except ValueError as error:  # a cell that says nothing of what its column is for
        raise Problem(ProblemKind.REGISTER_DAMAGED, path=path) from error
    finally:
        connection.close()


def version_of(repository: Repository) -> int:
    """Which schema the file has."""
    return schema.user_version(repository.connection)


def _pass_gate(connection: sqlite3.Connection, path: Path) -> None:
    if schema.application_id(connection) != schema.APPLICATION_ID:
        raise Problem(ProblemKind.NOT_A_REGISTER)
    version = schema.user_version(connection)
    if version > schema.SCHEMA_VERSION:
        raise Problem(ProblemKind.REGISTER_TOO_NEW, version=version)
    for setting in _SETTINGS:
        connection.execute(setting)
    # One transaction from here on, so that what is read belongs together.
    connection.execute("BEGIN")
    if not is_sound(connection, path):
        raise Problem(ProblemKind.REGISTER_DAMAGED)
    if schema.schema_hash(connection) != schema.SCHEMA_HASHES.get(version):
        raise Problem(ProblemKind.REGISTER_FOREIGN_SCHEMA)


def _told(path: Path, call: Callable[[], T]) -> T:
    """What a file does wrong, as a problem with its path; a damaged one raises more than sqlite3's errors."""
    try:
        return call()
    except Problem as problem:
        problem.params.setdefault("path", path)
        raise
    except sqlite3.Error as error:
        raise Problem(problem_of(error).kind, path=path, detail=str(error)) from error
    except Exception as error:
        raise Problem(ProblemKind.REGISTER_DAMAGED, path=path) from error
