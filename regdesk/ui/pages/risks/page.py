"""The page of risks under three tabs: the list, the map and the internal-control plan."""

from __future__ import annotations

from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.pages.risks.controls import ControlsPage
from regdesk.ui.pages.risks.heat_map import HeatMapPage
from regdesk.ui.pages.risks.list import RiskList
from regdesk.ui.pages.tabbed_page import TabbedPage
from regdesk.viewmodels.control_list import is_control
from regdesk.viewmodels.kinds import many_of


class RisksPage(TabbedPage):
    """A risk is stood on in the list, a kontrollmoment in the plan of them."""

    def __init__(self, context: Context) -> None:
        self.filter_hint = _("Sök bland risker och kontrollmoment")
        self.risks, self.map, self.controls = RiskList(context), HeatMapPage(context), ControlsPage(context)
        pages = (
            (many_of("risks"), self.risks),
            (_("Riskkarta"), self.map),
            (_("Internkontrollplan"), self.controls),
        )
        super().__init__(context, many_of("risks"), pages)

    def stand_on(self, record_id: str) -> None:
        page = self.controls if is_control(self.context.session, record_id) else self.risks
        self.show_part(page)
        page.stand_on(record_id)
