"""The append-only history: who changed what, chained by hashes in the order of its sequence, never of a clock."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from regdesk.domain.model import RECORDS
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.store.faults import told
from regdesk.store.mapping import Cell
from regdesk.store.repository import Repository

START = "0" * 64
"""What the first entry follows."""

Image = dict[str, Cell] | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None where there was or is no row."""

    plural: str
    id: str
    before: Image
    after: Image

    def inverse(self) -> RowChange:
        return RowChange(self.plural, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change in a line. `action` is a code, `subject` the name of what was changed."""

    seq: int
    at: datetime
    who: str
    action: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Line):
    """One change as history keeps it, with every row that it touched."""

    changes: tuple[RowChange, ...]
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry's number and hash; printed on reports and kept in backups."""

    seq: int
    hash: str


def head(repository: Repository) -> Head:
    rows = repository.rows("SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1")
    return Head(rows[0]["seq"], rows[0]["hash"]) if rows else Head(0, START)


def append(
    repository: Repository, *, at: datetime, who: str, action: str, subject: str, changes: list[RowChange]
) -> Head:
    """Write the entry that follows the last one, inside the caller's transaction."""
    last = head(repository)
    text = _canonical([[change.plural, change.id, change.before, change.after] for change in changes])
    row = (last.seq + 1, at.isoformat(), who, action, subject, text, last.hash)
    with told():
        entry_hash = _hash(row)
        repository.connection.execute("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, entry_hash))
    return Head(last.seq + 1, entry_hash)


def lines(repository: Repository, *, before: int | None = None, limit: int = 100) -> list[Line]:
    """The newest changes first, a page at a time: those with a lower number than `before`."""
    rows = repository.rows(
        "SELECT seq, at, who, action, subject FROM history WHERE seq < ? ORDER BY seq DESC LIMIT ?",
        (before or 2**62, limit),
    )
    return [
        Line(
            seq=row["seq"],
            at=datetime.fromisoformat(row["at"]),
            who=row["who"],
            action=row["action"],
            subject=row["subject"],
        )
        for row in rows
    ]


def entries(repository: Repository, *, before: int | None = None, limit: int = 100) -> list[Entry]:
    """The newest entries first, a page at a time: those with a lower number than `before`."""
    rows = repository.rows("SELECT * FROM history WHERE seq < ? ORDER BY seq DESC LIMIT ?", (before or 2**62, limit))
    return [
        Entry(
            seq=row["seq"],
            at=datetime.fromisoformat(row["at"]),
            who=row["who"],
            action=row["action"],
            subject=row["subject"],
            changes=tuple(RowChange(*change) for change in json.loads(row["changes"])),
            hash=row["hash"],
        )
        for row in rows
    ]


def verify(repository: Repository) -> None:
    """Read the whole history and hold every row of the register against its last entry.

    Raises Problem(HISTORY_BROKEN) with the first entry or row that is not as it was written.
    """
    latest: dict[tuple[str, str], Image] = {}
    previous = START
    for number, row in enumerate(repository.rows("SELECT * FROM history ORDER BY seq"), start=1):
        said = tuple(row)[:7]
        if row["seq"] != number or row["previous_hash"] != previous or row["hash"] != _hash(said):
            raise Problem(ProblemKind.HISTORY_BROKEN, seq=number)
        previous = row["hash"]
        for plural, row_id, _, after in json.loads(row["changes"]):
            latest[plural, row_id] = after
    _compare(repository, {key: image for key, image in latest.items() if image is not None})


def _compare(repository: Repository, latest: dict[tuple[str, str], Image]) -> None:
    """Every row must be its last image, and every last image must be a row."""
    for plural in RECORDS:
        for row in repository.rows(f'SELECT * FROM "{plural}"'):
            if latest.pop((plural, row["id"]), None) != dict(row):
                raise Problem(ProblemKind.HISTORY_BROKEN, plural=plural, id=row["id"])
    if latest:
        plural, row_id = next(iter(latest))
        raise Problem(ProblemKind.HISTORY_BROKEN, plural=plural, id=row_id)


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _hash(row: tuple[object, ...]) -> str:
    return hashlib.sha256(_canonical(list(row)).encode()).hexdigest()
