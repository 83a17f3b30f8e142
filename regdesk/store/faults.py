"""SQLite's errors as problems that a person can be told of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from regdesk.domain.problems import Problem, ProblemKind

_BY_CODE = {
    sqlite3.SQLITE_BUSY: ProblemKind.REGISTER_LOCKED,
    sqlite3.SQLITE_LOCKED: ProblemKind.REGISTER_LOCKED,
    sqlite3.SQLITE_READONLY: ProblemKind.REGISTER_READ_ONLY,
    sqlite3.SQLITE_FULL: ProblemKind.DISK_FULL,
    sqlite3.SQLITE_IOERR: ProblemKind.REGISTER_UNREADABLE,
    sqlite3.SQLITE_CANTOPEN: ProblemKind.REGISTER_UNREADABLE,
    sqlite3.SQLITE_PERM: ProblemKind.REGISTER_UNREADABLE,
    sqlite3.SQLITE_AUTH: ProblemKind.REGISTER_UNREADABLE,
    sqlite3.SQLITE_CORRUPT: ProblemKind.REGISTER_DAMAGED,
    sqlite3.SQLITE_NOTADB: ProblemKind.NOT_A_REGISTER,
    sqlite3.SQLITE_TOOBIG: ProblemKind.TEXT_TOO_LONG,
}


def problem_of(error: sqlite3.Error) -> Problem:
    """The problem that an error of SQLite stands for, with SQLite's own words as `detail`."""
    if isinstance(error, sqlite3.IntegrityError):
        in_use = "FOREIGN KEY" in str(error)
        return Problem(ProblemKind.ROW_IN_USE if in_use else ProblemKind.RULE_BROKEN, detail=str(error))
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return Problem(_BY_CODE.get(code, ProblemKind.REGISTER_DAMAGED), detail=str(error))


@contextmanager
def told() -> Iterator[None]:
    """Turn whatever SQLite raises within into a problem."""
    try:
        yield
    except sqlite3.Error as error:
        raise problem_of(error) from error
