"""How an item was assessed, within its detail: every assessment, the superseded ones too."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.plan_parts import FittedHeight
from regdesk.ui.pages.record_part import RecordPart
from regdesk.ui.text import label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.views import ListView
from regdesk.viewmodels.rows import GivenRows
from regdesk.viewmodels.trail import trail_columns, trail_rows


class Trail(RecordPart):
    """Out of sight for what was never assessed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._session, self._item_id = context.session, ""
        self._model = RowsModel(GivenRows(trail_columns(), []), self)
        view = ListView("trail", _("Bedömningar"), self._model, context.theme, context.settings)
        FittedHeight(view, self._model, context.theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        heading = label(_("Bedömningar"), Step.STRONG)
        heading.setBuddy(view)
        layout.addWidget(heading)
        layout.addWidget(view)

    def show_record(self, record_id: str) -> None:
        self._item_id = record_id
        self.refresh()

    def refresh(self) -> None:
        rows = trail_rows(self._session, self._item_id)
        self._model.set_source(GivenRows(trail_columns(), rows))
        self.setVisible(bool(rows))
