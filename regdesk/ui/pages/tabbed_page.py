"""A page made of several, each under a tab; the one in sight is answered for as if it were alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout

from regdesk.services.session import Changed
from regdesk.ui.context import Context
from regdesk.ui.page import Page


class TabbedPage(Page):
    """`pages` by what their tabs say. A page out of sight is read again when it comes into sight after a change."""

    def __init__(self, context: Context, title: str, pages: Sequence[tuple[str, Page]]) -> None:
        super().__init__(context)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(title)
        self.tabs.tabBar().setDrawBase(False)
        self._pages = [page for _name, page in pages]
        self._stale: set[Page] = set()
        self._release: Callable[[], None] = _nothing
        for name, page in pages:
            page.drop_filter.connect(self.drop_filter)
            self.tabs.addTab(page, name)
        self.tabs.currentChanged.connect(self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.setFocusProxy(self.tabs)

    @property
    def part(self) -> Page:
        """The page in sight."""
        return self._pages[self.tabs.currentIndex()]

    def show_part(self, page: Page) -> None:
        """Turn to a page."""
        self.tabs.setCurrentIndex(self._pages.index(page))

    # What the window asks

    def set_filter(self, text: str) -> None:
        for page in self._pages:
            page.set_filter(text)

    def refresh(self, changed: Changed | None) -> None:
        self._stale = set(self._pages) - {self.part}
        self.part.refresh(changed)

    def commit(self) -> None:
        for page in self._pages:
            page.commit()

    # Which page is in sight

    def _turn(self) -> None:
        if self.part in self._stale:
            self._stale.discard(self.part)
            self.part.refresh(None)
        self.setFocusProxy(self.part)
        self._offer()

    def _offer(self) -> None:
        self._release()
        self._release = self.context.actions.handle(self.part.handlers()) if self.isVisible() else _nothing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocusProxy(self.part)
        self._offer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._release()
            self._release = _nothing


def _nothing() -> None:
    """What releasing comes to while no verb is answered."""
