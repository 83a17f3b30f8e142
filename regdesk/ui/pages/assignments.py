"""The page of the uppdrag: what is open by age, what is late and what is to be reported, with each one beside it."""

from __future__ import annotations

from collections.abc import Mapping

from regdesk.i18n import _
from regdesk.ui.actions import Handler
from regdesk.ui.dialogs.report import ReportDialog
from regdesk.ui.pages.work_page import WorkPage
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.assignment_list import NOTHING, VIEWS, AssignmentView, assignment_list
from regdesk.viewmodels.rows import RowSource


class AssignmentsPage(WorkPage):
    """Every uppdrag, with its report-backs."""

    plural = "assignments"
    views = VIEWS
    offers = (Verb.REPORT_BACK, Verb.SWITCH_DONE, None, *WorkPage.offers)

    def source(self) -> RowSource:
        return assignment_list(self.context.session, AssignmentView(self.view))

    def missing(self) -> tuple[str, str]:
        return _("Inga uppdrag än"), _("Lägg till det som nämnden har fått eller gett i uppdrag och vill följa upp.")

    def nothing(self) -> tuple[str, str]:
        if self.has_filter:
            return super().nothing()
        heading, text = NOTHING[self.view]
        return _(heading), _(text)

    def deeds(self, record_id: str) -> Mapping[Verb, Handler]:
        return {**super().deeds(record_id), Verb.REPORT_BACK: self._report_back}

    def _report_back(self) -> None:
        self.panel.commit()
        ReportDialog(self.context.session, self.chosen_id, self).open()
