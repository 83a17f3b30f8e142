"""The page of perspectives and all else that runs across the plan, with what each touches beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.empty import way
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.list_page import ListPage
from regdesk.ui.text import label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.carriers import Crossing, CrossingList, carrier_columns, carrier_rows
from regdesk.viewmodels.link_list import NEW, add_perspectives, new_perspectives
from regdesk.viewmodels.rows import GivenRows, RowSource

_SHARES: Final = (520, 500)
_LEAST: Final = 280


class PerspectivesPage(ListPage):
    """Enter on what is touched shows it in the plan."""

    plural = "perspectives"
    offers = (Verb.ADD,)

    def __init__(self, context: Context) -> None:
        self._carriers = RowsModel(GivenRows(carrier_columns(), []))
        self.touched = ListView("carriers", _("Berörs"), self._carriers, context.theme, context.settings)
        self._carriers.setParent(self.touched)
        self._beside = QWidget()
        self._name = label(step=Step.TITLE, wrap=True)
        super().__init__(context)
        self.touched.set_lines(2)
        self.touched.opened.connect(lambda record_id: context.go(Verb.GO_PLAN, record_id))
        self._show_touched()

    def source(self) -> RowSource:
        return CrossingList(self.context.session)

    def missing(self) -> tuple[str, str]:
        return (
            _("Inga perspektiv än"),
            _("Lägg till dem som nämnden följer, som barn eller miljö."),
        )

    def ways(self) -> Sequence[QPushButton]:
        return (way(self.context.actions, Verb.ADD, "primary"),)

    def handlers(self) -> Mapping[Verb, Handler]:
        return {Verb.ADD: self.add}

    def refresh(self, changed: Changed | None) -> None:
        # The source is read as a whole, so it is made anew.
        self._model.set_source(self.source())
        super().refresh(changed)
        self._show_touched()

    def set_filter(self, text: str) -> None:
        super().set_filter(text)
        self._show_touched()

    def open_record(self, record_id: str) -> None:
        """Go to what the chosen one touches."""
        if record_id:
            self.touched.setFocus()

    def add(self) -> None:
        """Tick the perspectives that the board follows, or write others."""
        from regdesk.ui.dialogs.pick import Pick, PickDialog

        session = self.context.session
        pick = Pick(
            window=_("Lägg till perspektiv"),
            title=_("Vilka perspektiv följer nämnden?"),
            lead=_("Kryssa för dem som ska finnas att koppla till. Skriv i sökfältet för att lägga till ett eget."),
            tree=_("Perspektiv"),
            search=_("Sök eller skriv ett namn"),
            go=_("&Lägg till de valda"),
            kinds=(NEW,),
            nodes=lambda text: new_perspectives(session, text),
        )
        PickDialog(pick, (), lambda chosen: add_perspectives(session, chosen), self.context.theme, self).open()

    def _dressed(self, view: ListView, model: RowsModel) -> tuple[ListView, RowsModel]:
        view.chosen.connect(self._choose)
        return super()._dressed(view, model)

    def _choose(self) -> None:
        """While the page is being made there is nothing to show yet."""
        if hasattr(self, "_view"):
            self._show_touched()

    def _show_touched(self) -> None:
        chosen = self._view.current_id
        self._beside.setVisible(bool(chosen))
        if chosen:
            index = self._view.currentIndex()
            self._name.setText(str(index.siblingAtColumn(1).data()))
            self._carriers.set_source(carrier_rows(self.context.session, Crossing.of(chosen)))

    def lay_out(self, column: QWidget) -> None:
        right = QVBoxLayout(self._beside)
        right.setContentsMargins(Space.L, 0, 0, 0)
        right.setSpacing(Space.S)
        right.addWidget(self._name)
        right.addWidget(self.touched, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        for part in (column, self._beside):
            part.setMinimumWidth(_LEAST)
            splitter.addWidget(part)
        settings, name = self.context.settings, "perspectives"
        splitter.setSizes(settings.splitter(name) or list(_SHARES))
        splitter.splitterMoved.connect(lambda: settings.set_splitter(name, splitter.sizes()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
