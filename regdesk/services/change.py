"""The rows that one change writes, remembered so that history and undo know them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from regdesk.domain.codes import MeetingStatus
from regdesk.domain.collation import sort_key
from regdesk.domain.model import Assessment, Meeting, Record, plural_of
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.store.history import RowChange
from regdesk.store.mapping import R, to_row
from regdesk.store.repository import Repository


class Change:
    """Writes records within a session's transaction. Made by `Session.change`, never by hand."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self.rows: list[RowChange] = []

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of the change that leaves nothing behind when it fails."""
        before = len(self.rows)
        try:
            with self._repository.part():
                yield
        except BaseException:
            del self.rows[before:]
            raise

    def insert(self, record: R) -> R:
        """Add a record; its sort keys are worked out here. Gives the record as it was stored."""
        return self.insert_all([record])[0]

    def insert_all(self, records: Sequence[R]) -> list[R]:
        """Add records in order, so that what is pointed at comes before what points."""
        keyed = [with_keys(record) for record in records]
        self._repository.insert_records(keyed)
        self.rows.extend(RowChange(plural_of(type(record)), record.id, None, to_row(record)) for record in keyed)
        return keyed

    def update(self, record: R) -> R:
        """Store a changed record under its id; a record that is as it was costs nothing.

        Raises Problem(ROW_MISSING), Problem(RULE_BROKEN).
        """
        plural, keyed = plural_of(type(record)), with_keys(record)
        before, after = self._repository.row(plural, record.id), to_row(keyed)
        if before is None:
            raise Problem(ProblemKind.ROW_MISSING, plural=plural, id=record.id)
        if before != after:
            self._repository.update_row(plural, after)
            self.rows.append(RowChange(plural, record.id, before, after))
        return keyed

    def delete(self, record: Record) -> None:
        """Remove a record. Raises Problem(ROW_IN_USE) while anything points at it."""
        plural = plural_of(type(record))
        before = self._repository.row(plural, record.id)
        if before is None:
            raise Problem(ProblemKind.ROW_MISSING, plural=plural, id=record.id)
        self._repository.delete_row(plural, record.id)
        self.rows.append(RowChange(plural, record.id, before, None))

    def delete_all(self, records: Iterable[Record]) -> None:
        for record in records:
            self.delete(record)

    def put_blob(self, content: bytes) -> str:
        """Keep bytes; gives their hash. Blobs stay when the record that named them goes, so undo finds them."""
        return self._repository.put_blob(content)

    def replay(self, row: RowChange) -> None:
        """Bring one row to `row.after`, provided that it still is as `row.before` says.

        Raises Problem(CHANGED_BY_OTHER) otherwise, Problem(MEETING_CLOSED) for a verdict of a closed meeting.
        """
        if self._repository.row(row.plural, row.id) != row.before:
            raise Problem(ProblemKind.CHANGED_BY_OTHER)
        if row.plural == plural_of(Assessment):
            self._refuse_when_closed((row.before or row.after or {}).get("meeting_id"))
        if row.after is None:
            self._repository.delete_row(row.plural, row.id)
        elif row.before is None:
            self._repository.insert_row(row.plural, row.after)
        else:
            self._repository.update_row(row.plural, row.after)
        self.rows.append(row)

    def _refuse_when_closed(self, meeting_id: object) -> None:
        if isinstance(meeting_id, str):
            meeting = self._repository.get(Meeting, meeting_id)
            if meeting.status is MeetingStatus.CLOSED:
                raise Problem(ProblemKind.MEETING_CLOSED, meeting=meeting.title)


def with_keys(record: R) -> R:
    """The record with every `…_key` worked out from the text it sorts by."""
    keys = {
        field.name: sort_key(getattr(record, field.name.removesuffix("_key")))
        for field in dataclasses.fields(record)
        if field.name.endswith("_key")
    }
    return dataclasses.replace(record, **keys) if keys else record
