"""Widths of a list's columns: shares of the whole until the user moves one, then as the user left them.

No column is given less than its title needs; what the narrow ones take beyond their shares the wide ones give.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from regdesk.ui.settings import Settings
from regdesk.ui.tokens import BASE_POINTS, Space
from regdesk.viewmodels.rows import Column

LEAST: Final = 48
_MARK: Final = 12  # of the column that the list is sorted by


class ColumnWidths(QObject):
    """Watches one list. Asking a view to fit its columns to their contents would read every row, so nothing does."""

    def __init__(self, view: QTableView, name: str, columns: Sequence[Column], settings: Settings) -> None:
        super().__init__(view)
        self._view, self._name, self._settings = view, name, settings
        self._columns = tuple(columns)
        self._shares = [column.width for column in columns]
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
        return shared(self._view.viewport().width(), self._shares, self._needs())

    def _needs(self) -> list[int]:
        """Room for the longest line of each title; Qt's own hint has room for a sort mark as wide as it is high."""
        font = QFont(self._view.horizontalHeader().font())
        font.setWeight(QFont.Weight.DemiBold)
        titles, texts = QFontMetrics(font), self._view.fontMetrics()
        mark = _MARK if self._view.horizontalHeader().isSortIndicatorShown() else 0
        # The style sheet lets paddings grow with the text, and Qt some air of its own.
        growth = max(font.pointSizeF() / BASE_POINTS, 1.0) - 1
        air = 2 * Space.S + growth * (2 * Space.S + Space.M)
        needs = (
            round(air) + max(titles.size(0, each.title).width() + mark, each.letters * texts.averageCharWidth())
            for each in self._columns
        )
        return [max(LEAST, need) for need in needs]

    def _set(self, widths: Sequence[int]) -> None:
        self._sharing = True
        # The last one takes what is left, but no less than it was once given.
        for place, width in enumerate(widths):
            self._view.setColumnWidth(place, width)
        self._sharing = False

    def _note(self, section: int, _old: int, _new: int) -> None:
        if self._sharing or section == len(self._shares) - 1:
            return
        self._is_own = True
        header = self._view.horizontalHeader()
        self._settings.set_columns(self._name, [header.sectionSize(place) for place in range(header.count())])


def shared(width: int, shares: Sequence[float], needs: Sequence[int]) -> list[int]:
    """`width` by shares, where none gets less than it needs; more than `width` only when all the needs are more."""
    fixed: dict[int, int] = {}
    while True:
        free = [place for place in range(len(shares)) if place not in fixed]
        room = width - sum(fixed.values())
        whole = sum(shares[place] for place in free) or 1
        short = {place: needs[place] for place in free if room * shares[place] / whole < needs[place]}
        if not short:
            given = {place: int(room * shares[place] / whole) for place in free}
            return [(fixed | given)[place] for place in range(len(shares))]
        fixed |= short
