"""The page of supervision: four tabs, each a page of its own that is made when first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from regdesk.i18n import _, mark
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.page import Page
from regdesk.ui.pages.supervision.boards import BoardsTab
from regdesk.ui.pages.supervision.companies import CompaniesTab
from regdesk.ui.pages.supervision.events import EventsTab
from regdesk.ui.pages.supervision.turns import TurnsTab
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.supervision_lists import is_company, is_turn

_TABS: Final[tuple[tuple[str, Callable[[Context], Page]], ...]] = (
    (mark("Uppsiktsplan"), EventsTab),
    (mark("Årets tillfällen"), TurnsTab),
    (mark("Juridiska personer"), CompaniesTab),
    (mark("Nämnder"), BoardsTab),
)
_EVENTS, _TURNS, _COMPANIES, _BOARDS = range(4)


class SupervisionPage(Page):
    """What the window asks of the page it asks of the tab in sight."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.filter_hint = _("Sök i uppsikten")
        self._filter = ""
        self._stale: set[int] = set()
        self._pages: dict[int, Page] = {}
        self._withdraw: Callable[[], None] = _nothing
        self._tabs = QTabWidget()
        self._holders = [_Holder() for _tab in _TABS]
        for holder, (title, _make) in zip(self._holders, _TABS, strict=True):
            self._tabs.addTab(holder, _(title))
        self._tabs.currentChanged.connect(self._enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        self._enter()

    @property
    def tab(self) -> Page:
        """The tab in sight."""
        return self._pages[self._tabs.currentIndex()]

    # What a page does

    def handlers(self) -> Mapping[Verb, Handler]:
        return {Verb.EDIT_LISTS: self._edit_lists}

    def set_filter(self, text: str) -> None:
        self._filter = text
        self.tab.set_filter(text)

    def refresh(self, changed: Changed | None) -> None:
        self._stale = set(self._pages) - {self._tabs.currentIndex()}
        self.tab.refresh(changed)

    def stand_on(self, record_id: str) -> None:
        session = self.context.session
        place = _TURNS if is_turn(session, record_id) else _COMPANIES if is_company(session, record_id) else _EVENTS
        self._tabs.setCurrentIndex(place)
        self.tab.stand_on(record_id)

    def commit(self) -> None:
        for page in self._pages.values():
            page.commit()

    # Tabs

    def _enter(self) -> None:
        """Show the tab that was gone to as the register and the filter are now."""
        place = self._tabs.currentIndex()
        if place not in self._pages:
            self._make(place)
        # What is stored now has the tab that was gone to read again.
        for other in self._pages.values():
            other.commit()
        if place in self._stale:
            self.tab.refresh(None)
        self._stale.discard(place)
        self.tab.set_filter(self._filter)
        self.setFocusProxy(self.tab)
        self._offer()

    def _make(self, place: int) -> None:
        made = _TABS[place][1](self.context)
        made.drop_filter.connect(self.drop_filter)
        self._pages[place] = made
        self._holders[place].column.addWidget(made)
        made.show()

    def _offer(self) -> None:
        """Let the verbs be those of the tab in sight, while the page is."""
        self._withdraw()
        self._withdraw = self.context.actions.handle(self.tab.handlers()) if self.isVisible() else _nothing

    def _edit_lists(self) -> None:
        from regdesk.ui.dialogs.base_lists import BaseListsDialog

        self.tab.commit()
        BaseListsDialog(self.context, self).open()

    # Qt tells

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._withdraw()
            self._withdraw = _nothing


class _Holder(QWidget):
    """The place of a tab until it is made."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, Space.M, 0, 0)


def _nothing() -> None:
    """What there is to withdraw while nothing is offered."""
