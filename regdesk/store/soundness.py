"""SQLite's own look at a file, which takes a while for a large one and can be taken ahead of time."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Thread
from typing import Final

from regdesk.store.connection import connect

_ahead: Final[dict[Path, _Look]] = {}


def look_ahead(path: Path) -> None:
    """Begin to look through the file beside what this thread goes on to do before it opens it."""
    look = _ahead[path] = _Look(path)
    look.start()


def is_sound(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether SQLite finds the file whole; a look that was taken ahead holds while the file is as it was.

    Raises sqlite3.Error and whatever else a damaged file makes of reading it.
    """
    look = _ahead.pop(path, None)
    return (look is not None and look.found_sound()) or _finds_sound(connection)


class _Look(Thread):
    """One look through one file, over a connection of its own. It finds nothing of a file that cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(daemon=True)
        self._path = path
        self._sound = False
        self._seen = _mark(path)

    def run(self) -> None:
        try:
            connection = connect(self._path, "ro")
            try:
                self._sound = _finds_sound(connection)
            finally:
                connection.close()
        except Exception:
            # Whatever a damaged file raises, it comes again when the file is opened, and is told of then.
            self._sound = False

    def found_sound(self) -> bool:
        self.join()
        return self._sound and self._seen is not None and self._seen == _mark(self._path)


def _finds_sound(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def _mark(path: Path) -> tuple[int, int] | None:
    """What tells a file from what it was: when it was written and how long it is."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
