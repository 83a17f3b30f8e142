"""The lists of the plan's records: indicators with values to write in, and juridiska personer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtWidgets import QPushButton

from regdesk.i18n import _
from regdesk.ui.actions import Handler
from regdesk.ui.empty import way
from regdesk.ui.grid import GridModel, GridView
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.list_page import ListPage
from regdesk.ui.pages.records_page import RecordsPage
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.indicator_list import indicator_list
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.legal_entity_list import legal_entity_list
from regdesk.viewmodels.rows import RowSource, SheetSource


class IndicatorsPage(ListPage):
    """Every indicator; outcomes and targets are written in the list."""

    plural = "indicators"
    offers = (Verb.SHOW_IN_PLAN, Verb.ADD)

    def source(self) -> SheetSource:
        return indicator_list(self.context.session)

    def make_view(self, source: RowSource) -> tuple[ListView, RowsModel]:
        model = GridModel(cast("SheetSource", source))
        model.refused.connect(self.context.messages.failed)
        view = GridView(self.plural, many_of(self.plural), model, self.context.theme, self.context.settings)
        return view, model

    def missing(self) -> tuple[str, str]:
        return (
            _("Här finns inga indikatorer än"),
            _("Läs in nämndens plan, eller lägg till indikatorer under målen på sidan Plan."),
        )

    def ways(self) -> Sequence[QPushButton]:
        return way(self.context.actions, Verb.IMPORT_PLAN, "primary"), way(self.context.actions, Verb.GO_PLAN)

    def handlers(self) -> Mapping[Verb, Handler]:
        return {**super().handlers(), Verb.ADD: self._add_year}

    def _add_year(self) -> None:
        from regdesk.ui.dialogs.form_dialog import FormDialog
        from regdesk.viewmodels.new_column import add_column, column_form

        form, session = column_form(self.context.session), self.context.session
        store = partial(add_column, session)
        FormDialog(_("Nytt år med värden"), _("&Lägg till"), form.fields, form.values, store, self).open()

    def commit(self) -> None:
        if isinstance(self._view, GridView):
            self._view.commit()


class LegalEntitiesPage(RecordsPage):
    """Every juridisk person."""

    plural = "legal_entities"

    def source(self) -> RowSource:
        return legal_entity_list(self.context.session)

    def missing(self) -> tuple[str, str]:
        return (
            _("Inga juridiska personer än"),
            _("Lägg till de bolag, förbund och föreningar som nämnden har uppsikt över."),
        )
