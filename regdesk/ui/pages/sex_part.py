"""Women, men and all beside each other, within the detail of an indicator whose values are split by sex."""

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
from regdesk.viewmodels.by_sex import sex_columns, sex_rows
from regdesk.viewmodels.rows import GivenRows


class SexPart(RecordPart):
    """Read only: values are written in their cells, as the plan writes them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._id = context, ""
        self._model = RowsModel(GivenRows(sex_columns(), []), self)
        self.view = ListView("by_sex", _("Könsuppdelade värden"), self._model, context.theme, context.settings)
        self.view.horizontalHeader().setSectionsClickable(False)
        self.view.horizontalHeader().setSortIndicatorShown(False)
        FittedHeight(self.view, self._model, context.theme)
        heading = label(_("Könsuppdelade värden"), Step.STRONG)
        heading.setBuddy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(heading)
        layout.addWidget(self.view)

    def show_record(self, record_id: str) -> None:
        self._id = record_id
        self.refresh()

    def refresh(self) -> None:
        self._model.set_source(sex_rows(self._context.session, self._id))
        self.setVisible(self._model.rowCount() > 0)
