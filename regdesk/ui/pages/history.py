"""The history of the register: who did what and when, newest first."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from regdesk.i18n import _
from regdesk.services.session import Changed
from regdesk.ui.context import Context
from regdesk.ui.models import RowsModel
from regdesk.ui.page import Page
from regdesk.ui.text import label
from regdesk.ui.tokens import Space
from regdesk.ui.views import ListView
from regdesk.viewmodels.history_list import HistoryList


class HistoryPage(Page):
    """A list to read. It is never empty: a register begins with the step that made it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._model = RowsModel(HistoryList(context.session), self)
        self._view = ListView("history", _("Historik"), self._model, context.theme, context.settings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.M)
        layout.addWidget(label(_what_it_is(), quiet=True, wrap=True))
        layout.addWidget(self._view, 1)
        self.setFocusProxy(self._view)

    def refresh(self, _changed: Changed | None) -> None:
        self._model.refresh()


def _what_it_is() -> str:
    return _(
        "Varje ändring som har gjorts i registret, den senaste först. Inget kan tas bort härifrån; "
        "det som ångras står kvar som ett eget steg."
    )
