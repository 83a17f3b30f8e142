"""Records in and out of a register. Reads stand open to services; writes go through a change alone."""

from __future__ import annotations

import hashlib
import itertools
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from regdesk.domain.model import RECORDS, Record, plural_of
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.store import search
from regdesk.store.faults import told
from regdesk.store.mapping import Cell, R, columns, from_row, to_row


class Repository:
    """Everything that is asked of and told to one open file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    # Reading

    def get(self, kind: type[R], record_id: str) -> R:
        """The record with that id. Raises Problem(ROW_MISSING)."""
        found = self.find(kind, record_id)
        if found is None:
            raise Problem(ProblemKind.ROW_MISSING, plural=plural_of(kind), id=record_id)
        return found

    def find(self, kind: type[R], record_id: str) -> R | None:
        """The record with that id, or None."""
        return next(iter(self.select(kind, "WHERE id = ?", (record_id,))), None)

    def all(self, kind: type[R], order: str = "", **where: Cell) -> list[R]:
        """The records whose columns have the given values; by position and id where `order` says nothing else."""
        tests = " AND ".join(f'"{column}" IS ?' for column in where)
        by = order or ("position, id" if "position" in columns(kind) else "id")
        return self.select(kind, f"{'WHERE ' + tests if tests else ''} ORDER BY {by}", tuple(where.values()))

    def select(self, kind: type[R], tail: str, values: Sequence[Cell] = ()) -> list[R]:
        """Records by the end of a SELECT (WHERE, ORDER BY, LIMIT) written by the caller, never by a user."""
        names = ", ".join(f'"{name}"' for name in columns(kind))
        rows = self.rows(f'SELECT {names} FROM "{plural_of(kind)}" {tail}', values)
        return [from_row(kind, row) for row in rows]

    def rows(self, sql: str, values: Sequence[Cell] | Mapping[str, Cell] = ()) -> list[sqlite3.Row]:
        """The rows of a query, read to the end so that no reader is left open."""
        with told():
            return self.connection.execute(sql, values).fetchall()

    def count(self, kind: type[Record]) -> int:
        return int(self.rows(f'SELECT count(*) FROM "{plural_of(kind)}"')[0][0])

    def row(self, plural: str, record_id: str) -> dict[str, Cell] | None:
        """One row as it stands, for history and checks; `plural` is a name in RECORDS."""
        found = self.rows(f'SELECT * FROM "{_known(plural)}" WHERE id = ?', (record_id,))
        return dict(found[0]) if found else None

    def check_file(self) -> None:
        """Let SQLite read the whole file. Raises Problem(REGISTER_DAMAGED)."""
        verdict = self.rows("PRAGMA integrity_check(1)")[0][0]
        broken = self.rows("PRAGMA foreign_key_check")
        if verdict != "ok" or broken:
            raise Problem(ProblemKind.REGISTER_DAMAGED, detail=verdict)

    # Writing

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Takes the write lock at once, so that what is read within is what is changed."""
        with self._enclosed("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"):
            yield

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of a transaction that may fail by itself: what it wrote is then taken back, the rest stays."""
        with self._enclosed("SAVEPOINT part", "RELEASE part", "ROLLBACK TO part", "RELEASE part"):
            yield

    @contextmanager
    def _enclosed(self, begin: str, end: str, *instead: str) -> Iterator[None]:
        with told():
            self.connection.execute(begin)
        try:
            yield
            with told():
                self.connection.execute(end)
        except BaseException:
            # A full disk or a damaged page may have made SQLite roll all back already.
            for statement in instead if self.connection.in_transaction else ():
                self.connection.execute(statement)
            raise

    def insert_row(self, plural: str, row: dict[str, Cell]) -> None:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        with told():
            self.connection.execute(f'INSERT INTO "{_known(plural)}" ({names}) VALUES ({marks})', tuple(row.values()))
            search.add(self.connection, plural, [row])

    def update_row(self, plural: str, row: dict[str, Cell]) -> None:
        names = ", ".join(f'"{name}" = ?' for name in row)
        with told():
            self.connection.execute(f'UPDATE "{_known(plural)}" SET {names} WHERE id = ?', (*row.values(), row["id"]))
            search.change(self.connection, plural, row)

    def delete_row(self, plural: str, record_id: str) -> None:
        with told():
            search.remove(self.connection, plural, record_id)
            self.connection.execute(f'DELETE FROM "{_known(plural)}" WHERE id = ?', (record_id,))

    def insert_records(self, records: Iterable[Record]) -> None:
        """Many records of any kinds, in order; a run of the same kind is one statement."""
        with told():
            for kind, run in itertools.groupby(records, type):
                rows = [to_row(record) for record in run]
                self.connection.executemany(_insert_statement(kind), [tuple(row.values()) for row in rows])
                search.add(self.connection, plural_of(kind), rows)

    # Blobs

    def put_blob(self, content: bytes) -> str:
        """Keep bytes under their hash; the same bytes are kept once."""
        digest = hashlib.sha256(content).hexdigest()
        with told():
            self.connection.execute("INSERT OR IGNORE INTO blobs VALUES (?, ?)", (digest, content))
        return digest

    def blob(self, digest: str) -> bytes:
        """The bytes with that hash. Raises Problem(ROW_MISSING)."""
        found = self.rows("SELECT content FROM blobs WHERE sha256 = ?", (digest,))
        if not found:
            raise Problem(ProblemKind.ROW_MISSING, plural="blobs", id=digest)
        return bytes(found[0][0])


def _known(plural: str) -> str:
    if plural not in RECORDS:
        raise KeyError(plural)
    return plural


def _insert_statement(kind: type[Record]) -> str:
    names = ", ".join(f'"{name}"' for name in columns(kind))
    return f'INSERT INTO "{plural_of(kind)}" ({names}) VALUES ({", ".join("?" * len(columns(kind)))})'
