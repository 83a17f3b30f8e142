"""The risks in a list with the one that one stands on beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from regdesk.i18n import _
from regdesk.ui.actions import Handler
from regdesk.ui.dialogs.risk_score import open_scoring
from regdesk.ui.pages.records_page import RecordsPage
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.risk_list import risk_list
from regdesk.viewmodels.rows import RowSource


class RiskList(RecordsPage):
    """Every risk, scored or not."""

    plural = "risks"
    offers: ClassVar[tuple[Verb | None, ...]] = (
        Verb.ADD,
        Verb.EDIT,
        Verb.SCORE_RISK,
        Verb.REMOVE,
        None,
        Verb.SHOW_IN_PLAN,
    )

    def source(self) -> RowSource:
        return risk_list(self.context.session)

    def missing(self) -> tuple[str, str]:
        return _("Inga risker än"), _("Lägg till det som kan hindra nämnden från att nå målen.")

    def deeds(self, record_id: str) -> Mapping[Verb, Handler]:
        return {**super().deeds(record_id), Verb.SCORE_RISK: lambda: self._score(record_id)}

    def _score(self, risk_id: str) -> None:
        self.panel.commit()
        open_scoring(self.context, risk_id, self)
