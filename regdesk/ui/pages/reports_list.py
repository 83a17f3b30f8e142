"""The list of what was reported of an uppdrag; a new report also says how the uppdrag stands."""

from __future__ import annotations

from regdesk.ui.context import Context
from regdesk.ui.dialogs.report import ReportDialog
from regdesk.ui.pages.below_list import BelowList
from regdesk.viewmodels.below import Below


class ReportsList(BelowList):
    """Reports are long; each has two lines."""

    def __init__(self, context: Context, below: Below) -> None:
        super().__init__(context, below)
        self.view.set_lines(2)

    def add(self) -> None:
        ReportDialog(self._context.session, self._owner, self).open()
