"""Reading lists as a person scrolls them, and counting what that costs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from regdesk.services.session import Session
from regdesk.viewmodels.rows import Row, RowSource


def all_rows(source: RowSource, limit: int = 2) -> list[Row]:
    """Every row of a list, read in pages as small as they come."""
    rows: list[Row] = []
    while page := source.page(rows[-1] if rows else None, limit):
        assert len(page) <= limit
        rows += page
    return rows


def texts(source: RowSource, column: str, limit: int = 2) -> list[str]:
    """The texts of one column, row by row."""
    place = [each.key for each in source.columns].index(column)
    return [row.cells[place].text for row in all_rows(source, limit)]


@contextmanager
def counted_queries(session: Session) -> Iterator[list[str]]:
    """The statements that the register was asked within the block; those of the search index itself are not counted."""
    asked: list[str] = []
    session.repository.connection.set_trace_callback(
        lambda statement: None if statement.startswith("--") else asked.append(statement)
    )
    try:
        yield asked
    finally:
        session.repository.connection.set_trace_callback(None)
