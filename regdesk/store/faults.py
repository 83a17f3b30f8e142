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


_MOVED = sqlite3.SQLITE_READONLY_DBMOVED
"""The file went away under the open connection: moved, deleted, or replaced by a program that keeps folders in step."""


def problem_of(error: sqlite3.Error) -> Problem:
    """The problem that an error of SQLite stands for, with SQLite's own words as `detail`."""
    detail = str(error)
    if isinstance(error, sqlite3.IntegrityError):
        return Problem(ProblemKind.ROW_IN_USE if "FOREIGN KEY" in detail else ProblemKind.RULE_BROKEN, detail=detail)
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if code == _MOVED:
        return Problem(ProblemKind.REGISTER_UNREADABLE, detail=detail)
    return Problem(_BY_CODE.get(code & 0xFF, ProblemKind.REGISTER_DAMAGED), detail=detail)


@contextmanager
def told() -> Iterator[None]:
    """Turn whatever the file, the disk or a text does wrong within into a problem.

    What the program itself does wrong stays an error: a misspelt statement must not be told as a damaged register.
    """
    try:
        yield
    except sqlite3.Error as error:
        if _is_bug(error):
            raise
        raise problem_of(error) from error
    except (UnicodeEncodeError, OverflowError) as error:
        # Half of a surrogate pair, or a number of more than 64 bits: no file can hold them.
        raise Problem(ProblemKind.RULE_BROKEN) from error


def _is_bug(error: sqlite3.Error) -> bool:
    misused = isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError)
    return misused or getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR
