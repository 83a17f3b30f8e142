"""Which schema a file has, which ones are known, and how an older file is brought up to date."""

from __future__ import annotations

import hashlib
import sqlite3
from datetime import UTC, datetime

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.store import history
from regdesk.store.mapping import Cell
from regdesk.store.repository import Repository

APPLICATION_ID = 0x52676473
"""The four letters "Rgds": tells a register from any other SQLite file."""

SCHEMA_HASHES = {
    1: "38ad96f93be952fe8e4f76de903726cd3b76b9b9487b069f03e5a79bf7d80d68",
    2: "b9caaaec29beae8fbafd01513c2060d1e0ae1a3ea84be49b5d6f8b750d58ac14",
}
"""What `schema_hash` gives for every released version; a hostile file hides triggers and views in its schema."""

SCHEMA_VERSION = max(SCHEMA_HASHES)


MIGRATED = "migrate_register"
"""What history calls the change that a new schema makes to rows; its subject is the version."""

_ROWS_AN_ENTRY = 1_000
_Images = dict[tuple[str, str], dict[str, Cell]]


def application_id(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def user_version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def schema_hash(connection: sqlite3.Connection) -> str:
    """A hash of every table, index, trigger and view with its text, whatever the order they were made in."""
    # FTS5 makes the search_ tables itself, in words that may differ between versions of SQLite.
    rows = connection.execute(
        """SELECT type, name, tbl_name, CASE WHEN name LIKE 'search!_%' ESCAPE '!' THEN '' ELSE coalesce(sql, '') END
           FROM sqlite_master ORDER BY type, name"""
    )
    digest = hashlib.sha256()
    for row in rows:
        digest.update("\x1f".join(row).encode())
        digest.update(b"\x1e")
    return digest.hexdigest()


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the present schema: all steps, what they did to rows as history, the new version, or nothing.

    Raises Problem(RULE_BROKEN) when the steps would leave a row pointing at nothing.
    """
    from sqlite_utils import Database  # heavy: only when there is something to migrate

    from regdesk.store.migrations.steps import migrations

    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        before = _images(connection)
        migrations.apply(Database(connection, execute_plugins=False))
        _tell_history(connection, before, _images(connection))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken:
            raise Problem(ProblemKind.RULE_BROKEN, detail=str(tuple(broken)))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _images(connection: sqlite3.Connection) -> _Images:
    """Every row that history knows, as it stands."""
    tables = connection.execute(
        """SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'
           AND name NOT IN ('items', 'blobs', 'history', '_sqlite_migrations')"""
    ).fetchall()
    images: _Images = {}
    for (table,) in tables:
        found = connection.execute(f'SELECT * FROM "{table}"')
        names = [column[0] for column in found.description]
        for row in found:
            image = dict(zip(names, row, strict=True))
            images[table, image["id"]] = image
    return images


def _tell_history(connection: sqlite3.Connection, before: _Images, after: _Images) -> None:
    """Rows that a new schema makes look otherwise are a change like any: every row is as its last entry says."""
    changed = [key for key in before | after if before.get(key) != after.get(key)]
    for start in range(0, len(changed), _ROWS_AN_ENTRY):
        rows = [
            history.RowChange(*key, before.get(key), after.get(key)) for key in changed[start : start + _ROWS_AN_ENTRY]
        ]
        history.append(
            Repository(connection),
            at=datetime.now(UTC),
            who="",
            action=MIGRATED,
            subject=str(SCHEMA_VERSION),
            changes=rows,
        )
