"""The juridiska personer with the yearly decision on each, and a word of those that still lack one."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from regdesk.services.session import Changed
from regdesk.ui.context import Context
from regdesk.ui.pages.lists import LegalEntitiesPage
from regdesk.ui.text import label, set_flag
from regdesk.viewmodels.supervision_lists import missing_reviews


class CompaniesTab(LegalEntitiesPage):
    """The list of juridiska personer under a line on what is missing of this year."""

    def __init__(self, context: Context) -> None:
        self._missing = label(wrap=True)
        set_flag(self._missing, "tone", "partly")
        super().__init__(context)

    def refresh(self, changed: Changed | None) -> None:
        super().refresh(changed)
        self._tell()

    def lay_out(self, column: QWidget) -> None:
        layout = column.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self._missing)
        super().lay_out(column)
        self._tell()

    def _tell(self) -> None:
        words = missing_reviews(self.context.session, date.today().year)
        self._missing.setText(words)
        self._missing.setVisible(bool(words))
