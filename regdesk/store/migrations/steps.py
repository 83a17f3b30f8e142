"""The steps themselves: each is told in SQL of its own and imports nothing that may change later."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from sqlite_utils import Database, Migrations

migrations = Migrations("regdesk")


def _statements(name: str) -> Iterator[str]:
    """The statements of an SQL file one by one, since executescript would commit the transaction around them."""
    statement = ""
    for line in files("regdesk.store.migrations").joinpath(name).read_text("utf-8").splitlines(keepends=True):
        if line.startswith("--") and not statement:
            continue
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


def _run(db: Database, name: str) -> None:
    for statement in _statements(name):
        if statement:
            db.conn.execute(statement)


@migrations()
def m0001(db: Database) -> None:
    """Everything that the first released program keeps."""
    _run(db, "0001.sql")


@migrations()
def m0002(db: Database) -> None:
    """Work that is followed up."""
    _run(db, "0002.sql")
