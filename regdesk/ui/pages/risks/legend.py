"""What the levels of the matrix are called."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from regdesk.ui.meeting.pill import PillLabel
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space
from regdesk.viewmodels.heat_map import HeatMap
from regdesk.viewmodels.rows import Cell


class Legend(QWidget):
    """A pill for each level, from the lowest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._told: tuple[Cell, ...] = ()
        self._pills = QHBoxLayout(self)
        self._pills.setContentsMargins(0, 0, 0, 0)
        self._pills.setSpacing(Space.S)

    def tell(self, shown: HeatMap) -> None:
        if shown.legend != self._told:
            self._told = shown.legend
            self._write()

    def _write(self) -> None:
        while item := self._pills.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for cell in self._told:
            pill = PillLabel(self._theme)
            pill.show_cell(cell)
            self._pills.addWidget(pill)
        self._pills.addStretch()
