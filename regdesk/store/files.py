"""Register files as files: made beside, checked, put in place, opened through the gate, backed up."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.store import schema
from regdesk.store.connection import apply_settings, close, connect, file_uri
from regdesk.store.faults import problem_of, told
from regdesk.store.soundness import is_sound

SUFFIX = ".regdesk"


def open_file(path: Path, backups: Path | None = None) -> sqlite3.Connection:
    """Open a register after looking at who it is; an older one is backed up into `backups` and brought up to date.

    Raises Problem: REGISTER_MISSING, NOT_A_REGISTER, REGISTER_TOO_NEW, REGISTER_DAMAGED, REGISTER_FOREIGN_SCHEMA,
    REGISTER_LOCKED, REGISTER_READ_ONLY, REGISTER_UNREADABLE; the file is then as it was.
    """
    if not _is_file(path):
        raise Problem(ProblemKind.REGISTER_MISSING, path=path)
    try:
        connection = connect(path)
    except sqlite3.Error as error:
        raise _named(problem_of(error), path) from error
    try:
        _pass_gate(connection, path, backups)
    except Problem as problem:
        connection.close()
        raise _named(problem, path) from problem
    except Exception as error:
        # A damaged file raises more than sqlite3's errors (UnicodeDecodeError, MemoryError …).
        connection.close()
        known = problem_of(error) if isinstance(error, sqlite3.Error) else Problem(ProblemKind.REGISTER_DAMAGED)
        raise _named(known, path) from error
    return connection


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long, a folder that may not be looked into
        return False


def _named(problem: Problem, path: Path) -> Problem:
    problem.params.setdefault("path", path)
    return problem


def _pass_gate(connection: sqlite3.Connection, path: Path, backups: Path | None) -> None:
    if schema.application_id(connection) != schema.APPLICATION_ID:
        raise Problem(ProblemKind.NOT_A_REGISTER)
    version = schema.user_version(connection)
    if version > schema.SCHEMA_VERSION:
        raise Problem(ProblemKind.REGISTER_TOO_NEW, version=version)
    apply_settings(connection)
    if not is_sound(connection, path):
        raise Problem(ProblemKind.REGISTER_DAMAGED)
    if schema.schema_hash(connection) != schema.SCHEMA_HASHES.get(version):
        raise Problem(ProblemKind.REGISTER_FOREIGN_SCHEMA)
    if version < schema.SCHEMA_VERSION:
        back_up(connection, (backups or path.parent) / f"{backup_stem(path)}-v{version}{SUFFIX}")
        schema.migrate(connection)


@contextmanager
def new_file(path: Path) -> Iterator[sqlite3.Connection]:
    """A fresh register beside `path`, put in place when the block ends well and gone when it does not.

    Raises Problem(REGISTER_EXISTS) rather than writing over anything, Problem(FILE_NOT_WRITTEN) when it cannot write.
    """
    try:
        if path.exists():
            raise Problem(ProblemKind.REGISTER_EXISTS, path=path)
    except OSError as error:
        raise Problem(ProblemKind.FILE_NOT_WRITTEN, path=path, detail=str(error)) from error
    draft = path.with_name(f".{path.name}.new")
    _remove(draft)
    try:
        connection = connect(draft, "rwc")
    except sqlite3.Error as error:
        raise Problem(ProblemKind.FILE_NOT_WRITTEN, path=path, detail=str(error)) from error
    try:
        with told():
            apply_settings(connection)
            schema.migrate(connection)
        yield connection
        close(connection)
        put_in_place(draft, path)
    finally:
        connection.close()
        _remove(draft)


def backup_stem(path: Path) -> str:
    """What the backups of a register are called: its name and a mark of its place, where others have its name too."""
    place = hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:8]
    return f"{path.stem}-{place}"


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """A checked copy of the register at `target`, right even while somebody writes."""
    draft = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove(draft)
        connection.execute("VACUUM INTO ?", (file_uri(draft, "rwc"),))
        copy = connect(draft, "ro")
        sound = copy.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        copy.close()
        if not sound:
            raise Problem(ProblemKind.REGISTER_DAMAGED, path=target)
        put_in_place(draft, target)
    except (OSError, sqlite3.Error) as error:
        raise Problem(ProblemKind.FILE_NOT_WRITTEN, path=target, detail=str(error)) from error
    finally:
        _remove(draft)


def put_in_place(draft: Path, path: Path) -> None:
    """Give a finished file its name. A stale journal of the old file would damage the new one, so it goes first."""
    for suffix in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    for wait in (0.05, 0.1, 0.2, 0.4, 0.8, None):
        try:
            draft.replace(path)
            return
        except PermissionError:
            # Windows: an antivirus or indexer holds the file for a moment (WinError 5, 32, 33).
            if wait is None or os.name != "nt":
                raise
            time.sleep(wait)


def prune_backups(folder: Path, stem: str, keep: tuple[int, int, int] = (12, 10, 9)) -> None:
    """Keep the newest backup of each of the last 12 days, 10 weeks and 9 months; names are `stem-YYYY-MM-DD`."""
    dated: dict[date, Path] = {}
    for file in folder.glob(f"{stem}-????-??-??{SUFFIX}"):
        with suppress(ValueError):
            dated[date.fromisoformat(file.stem[-10:])] = file
    kept: set[date] = set()
    for count, slot in zip(keep, ("%Y-%m-%d", "%G-%V", "%Y-%m"), strict=True):
        slots: dict[str, date] = {}
        for day in sorted(dated):
            slots[day.strftime(slot)] = day
        kept.update(sorted(slots.values())[-count:])
    for day in dated.keys() - kept:
        dated[day].unlink(missing_ok=True)


def _remove(draft: Path) -> None:
    for suffix in ("", "-journal"):
        with suppress(OSError):
            draft.with_name(draft.name + suffix).unlink(missing_ok=True)
