"""What the levels of the matrix are called, and what a thick edge says."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from regdesk.ui.meeting.pill import PillLabel
from regdesk.ui.text import label
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.heat_map import HeatMap
from regdesk.viewmodels.rows import Cell


class Legend(QWidget):
    """A pill for each level, and the limit in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._told: tuple[Cell, ...] = ()
        self._pills = QHBoxLayout()
        self._pills.setSpacing(Space.S)
        self._limit = label(step=Step.CAPTION, quiet=True, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addLayout(self._pills)
        layout.addWidget(self._limit)

    def tell(self, shown: HeatMap) -> None:
        if shown.legend != self._told:
            self._told = shown.legend
            self._write()
        self._limit.setText(shown.limit)
        self._limit.setVisible(bool(shown.limit))

    def _write(self) -> None:
        while item := self._pills.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for cell in self._told:
            pill = PillLabel(self._theme)
            pill.show_cell(cell)
            self._pills.addWidget(pill)
        self._pills.addStretch()
