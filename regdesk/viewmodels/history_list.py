"""The history as a list that is read a page at a time, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from regdesk.services.session import Session
from regdesk.viewmodels.rows import Column, Row
from regdesk.viewmodels.steps import history_columns, history_rows


class HistoryList:
    """Every step that was ever taken; it has one order and is not filtered."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._columns = history_columns()

    @property
    def columns(self) -> Sequence[Column]:
        return self._columns

    def count(self) -> int:
        return self._session.head.seq

    def page(self, after: Row | None, limit: int) -> list[Row]:
        return history_rows(self._session, after, limit)

    def set_filter(self, text: str) -> None:
        """History is told whole."""

    def set_order(self, key: str, *, descending: bool) -> None:
        """There is but one."""
