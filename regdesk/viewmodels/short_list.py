"""A list that is read as a whole each time, and sorted and filtered here: for what a register holds dozens of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from regdesk.domain.collation import sort_key
from regdesk.viewmodels.rows import Column, Row


class ShortList:
    """Rows as `read` gives them, until a column is sorted by; dates sort as they are written."""

    def __init__(self, columns: Sequence[Column], read: Callable[[], Sequence[Row]]) -> None:
        self.columns = columns
        self._read = read
        self._words: list[str] = []
        self._key = ""
        self._descending = False
        self._rows: list[Row] = []

    def count(self) -> int:
        return len(self._found())

    def page(self, after: Row | None, limit: int) -> list[Row]:
        """The first page reads anew, so that it shows the register as it is now."""
        if after is None:
            self._rows = self._found()
        start = 1 + next(place for place, row in enumerate(self._rows) if row.id == after.id) if after else 0
        return self._rows[start : start + limit]

    def set_filter(self, text: str) -> None:
        """Only rows that hold every word, or its beginning or end, in some cell."""
        self._words = text.casefold().split()

    def set_order(self, key: str, *, descending: bool) -> None:
        self._key, self._descending = key, descending

    def _found(self) -> list[Row]:
        rows = [row for row in self._read() if self._holds(row)]
        keys = [column.key for column in self.columns]
        if self._key not in keys:
            return rows
        place = keys.index(self._key)
        # What says nothing comes last, whichever way the others are turned.
        said = [row for row in rows if row.cells[place].text]
        said.sort(key=lambda row: sort_key(row.cells[place].text), reverse=self._descending)
        return said + [row for row in rows if not row.cells[place].text]

    def _holds(self, row: Row) -> bool:
        text = " ".join(cell.text for cell in row.cells).casefold()
        return all(word in text for word in self._words)
