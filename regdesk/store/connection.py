"""Connections to a register's file, always with the same settings."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path
from urllib.parse import quote

LENGTH_LIMIT = 27_000_000
"""Longest text or blob, in bytes: more than the largest attachment that is kept."""

_SETTINGS = (
    # TRUNCATE + EXTRA loses nothing at a power cut and, unlike WAL, works on a share.
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = EXTRA",
    # A file comes from outside: nothing in its schema is trusted, every cell is checked.
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


def file_uri(path: Path, mode: str) -> str:
    """The file as SQLite wants it named; drive letters and shares (//server/share) included."""
    name = quote(os.fsencode(path.absolute().as_posix()))
    return f"file:{'' if name.startswith('/') else '/'}{name}?mode={mode}"


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """Open the file without looking at it. One connection belongs to one thread. `mode` is ro, rw or rwc."""
    connection = sqlite3.connect(file_uri(path, mode), uri=True, isolation_level=None, timeout=1.0)
    connection.row_factory = sqlite3.Row
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LENGTH_LIMIT)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    return connection


def apply_settings(connection: sqlite3.Connection) -> None:
    """Make the connection fit for a register; called after the gate has looked at who the file is."""
    for setting in _SETTINGS:
        connection.execute(setting)
    connection.execute("PRAGMA foreign_keys = ON")


def close(connection: sqlite3.Connection) -> None:
    """Close so that no journal is left lying beside the file."""
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error:
        # Another program is reading or the disk is gone: the empty journal may stay, it harms nothing.
        connection.rollback()
    connection.close()
