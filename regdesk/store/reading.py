"""A register that is only read: another's, never brought up to date, or the one that is open, in a thread beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.store import schema
from regdesk.store.connection import connect
from regdesk.store.faults import problem_of
from regdesk.store.mapping import Cell
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


@contextmanager
def beside(path: Path, go_on: Callable[[], object]) -> Iterator[Repository]:
    """The register at `path`, which has passed the gate and is open elsewhere in the program, to be read beside that.

    Between two questions no lock is held, so nobody who writes waits for long; `steadily` makes the answers belong
    together. `go_on` is called before each question, and may raise. Raises Problem(REGISTER_FOREIGN_SCHEMA) for a file
    that has been put in its place, and what SQLite finds wrong.
    """
    connection = _told(path, lambda: connect(path, "ro"))
    try:
        _told(path, lambda: _settle(connection))
        yield _Asking(connection, go_on)
    finally:
        connection.close()


def steadily(repository: Repository, read: Callable[[], T]) -> T:
    """What `read` finds, all of it as the register stood at one moment: read anew where somebody wrote meanwhile."""
    while True:
        before = _writes(repository)
        try:
            found = read()
        except Exception:
            if _writes(repository) == before:
                raise
            continue  # half of it was read before, half of it after: no wonder
        if _writes(repository) == before:
            return found


class _Asking(Repository):
    """Asks whether to go on before each question to the file."""

    def __init__(self, connection: sqlite3.Connection, go_on: Callable[[], object]) -> None:
        super().__init__(connection)
        self._go_on = go_on

    def rows(self, sql: str, values: Sequence[Cell] | Mapping[str, Cell] = ()) -> list[sqlite3.Row]:
        self._go_on()
        return super().rows(sql, values)


def _writes(repository: Repository) -> int:
    """A number that is another one when somebody else has written to the file."""
    return int(repository.rows("PRAGMA data_version")[0][0])


def version_of(repository: Repository) -> int:
    """Which schema the file has."""
    return schema.user_version(repository.connection)


def _pass_gate(connection: sqlite3.Connection, path: Path) -> None:
    if schema.application_id(connection) != schema.APPLICATION_ID:
        raise Problem(ProblemKind.NOT_A_REGISTER)
    version = schema.user_version(connection)
    if version > schema.SCHEMA_VERSION:
        raise Problem(ProblemKind.REGISTER_TOO_NEW, version=version)
    _apply(connection)
    # One transaction from here on, so that what is read belongs together.
    connection.execute("BEGIN")
    if not is_sound(connection, path):
        raise Problem(ProblemKind.REGISTER_DAMAGED)
    if schema.schema_hash(connection) != schema.SCHEMA_HASHES.get(version):
        raise Problem(ProblemKind.REGISTER_FOREIGN_SCHEMA)


def _settle(connection: sqlite3.Connection) -> None:
    _apply(connection)
    if schema.schema_hash(connection) != schema.SCHEMA_HASHES[schema.SCHEMA_VERSION]:
        raise Problem(ProblemKind.REGISTER_FOREIGN_SCHEMA)


def _apply(connection: sqlite3.Connection) -> None:
    for setting in _SETTINGS:
        connection.execute(setting)


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
