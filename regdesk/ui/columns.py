"""Widths of a list's columns: shares of the whole until the user moves one, then as the user left them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

from regdesk.ui.settings import Settings

LEAST: Final = 48


class ColumnWidths(QObject):
    """Watches one list. Asking a view to fit its columns to their contents would read every row, so nothing does."""

    def __init__(self, view: QTableView, name: str, shares: Sequence[float], settings: Settings) -> None:
        super().__init__(view)
        self._view, self._name, self._settings = view, name, settings
        self._shares = list(shares)
        self._sharing = False
        kept = settings.columns(name)
        self._is_own = len(kept) == len(self._shares)
        header = view.horizontalHeader()
        header.setMinimumSectionSize(LEAST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self._set(kept if self._is_own else self._shared())
        header.sectionResized.connect(self._note)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self._is_own:
            self._set(self._shared())
        return super().eventFilter(watched, event)

    def _shared(self) -> list[int]:
        whole = sum(self._shares) or 1
        width = self._view.viewport().width()
        return [max(LEAST, int(width * share / whole)) for share in self._shares]

    def _set(self, widths: Sequence[int]) -> None:
        self._sharing = True
        # The last one takes what is left.
        for place, width in enumerate(widths[:-1]):
            self._view.setColumnWidth(place, width)
        self._sharing = False

    def _note(self, section: int, _old: int, _new: int) -> None:
        if self._sharing or section == len(self._shares) - 1:
            return
        self._is_own = True
        header = self._view.horizontalHeader()
        self._settings.set_columns(self._name, [header.sectionSize(place) for place in range(header.count())])
