"""The turns of a year: what is planned, held and overdue, and beside the list the one that one stands on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.empty import EmptyState
from regdesk.ui.models import RowsModel
from regdesk.ui.page import Page
from regdesk.ui.pages.supervision.turn_panel import TurnPanel
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.short_list import ShortList
from regdesk.viewmodels.supervision_lists import key_of, turn_list, turns_text, year_of

_NAME: Final = "turns"
_SHARES: Final = (580, 540)
_LEAST: Final = 280
_YEARS: Final = (1900, 2200)


class TurnsTab(Page):
    """Nothing is stored of a turn until something is written of it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._year = date.today().year
        self._filter = ""
        self.panel = TurnPanel(context)
        self._model = RowsModel(self._source(), self)
        self.view = ListView(_NAME, _("Årets tillfällen"), self._model, context.theme, context.settings)
        self.view.set_lines(2)
        self.view.chosen.connect(self._show_chosen)
        self.view.opened.connect(self.panel.enter)
        self._told = label(step=Step.CAPTION, quiet=True)
        self._shown_year = label(step=Step.TITLE)
        self._stack = QStackedWidget()
        self._lay_out()
        self._show_year()

    # What a page does

    def handlers(self) -> Mapping[Verb, Handler]:
        return {Verb.EDIT: self.panel.enter}

    def set_filter(self, text: str) -> None:
        self._filter = text
        self._model.set_filter(text)
        self._stand()

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - whatever changed, all is read anew
        self._model.refresh()
        self._show_what_there_is()
        if self.view.current_id == self.panel.key:
            self.panel.refresh()
        else:
            self._show_chosen()

    def stand_on(self, record_id: str) -> None:
        """Go to the year of an occasion and stand on it."""
        session = self.context.session
        self._go(year_of(session, record_id))
        self.view.choose(key_of(session, record_id))
        self.view.setFocus()

    def commit(self) -> None:
        self.panel.commit()

    # Years

    def _go(self, year: int) -> None:
        if year != self._year and _YEARS[0] <= year <= _YEARS[1]:
            self.panel.commit()
            self._year = year
            self._show_year()

    def _show_year(self) -> None:
        source = self._source()
        source.set_filter(self._filter)
        self._model.set_source(source)
        self._shown_year.setText(str(self._year))
        self.view.setAccessibleName(_("Tillfällen {year}").format(year=self._year))
        self._stand()
        self._show_what_there_is()

    def _source(self) -> ShortList:
        return turn_list(self.context.session, self._year, date.today())

    # What is shown

    def _stand(self) -> None:
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._model.index(0, 0))
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Show the turn that one stands on; the same one is left as it stands."""
        key = self.view.current_id
        if key != self.panel.key:
            self.panel.commit()
            self.panel.show_turn(key)
        self.panel.setVisible(bool(key))

    def _show_what_there_is(self) -> None:
        any_rows = self._model.rowCount() > 0 or bool(self._filter)
        self._stack.setCurrentIndex(0 if any_rows else 1)
        self.setFocusProxy(self.view if any_rows else self._earlier)
        self._told.setText(turns_text(self.context.session, self._year, date.today()))

    # Making

    def _lay_out(self) -> None:
        self._earlier = self._year_button("back", _("Föregående år"), -1)
        self._later = self._year_button("forward", _("Nästa år"), 1)
        years = QHBoxLayout()
        years.setSpacing(Space.S)
        for part in (self._earlier, self._shown_year, self._later):
            years.addWidget(part)
        years.addSpacing(Space.L)
        years.addWidget(self._told)
        years.addStretch()
        self._stack.addWidget(self._parts())
        self._stack.addWidget(
            EmptyState(
                _("Inga tillfällen det här året"),
                _("Tillfällena räknas fram ur uppsiktsplanen: ge en händelse en första dag och hur ofta den upprepas."),
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(years)
        layout.addWidget(self._stack, 1)

    def _year_button(self, icon_name: str, name: str, step: int) -> QPushButton:
        made = button("", icon_name)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.clicked.connect(lambda: self._go(self._year + step))
        return made

    def _parts(self) -> QWidget:
        settings = self.context.settings
        made = QSplitter(Qt.Orientation.Horizontal)
        made.setChildrenCollapsible(False)
        for part in (self.view, self.panel):
            part.setMinimumWidth(_LEAST)
            made.addWidget(part)
        made.setSizes(settings.splitter(_NAME) or list(_SHARES))
        made.splitterMoved.connect(lambda: settings.set_splitter(_NAME, made.sizes()))
        return made
