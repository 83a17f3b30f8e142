"""What every page of the window is: made when first shown, told of changes while in sight, filtered by one field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.verbs import Verb


class Page(QWidget):
    """One page on one register. Subclasses fill it, and override what they have a use for."""

    drop_filter = Signal()
    """Sent when a page is to show something whatever the filter says."""

    filter_hint = ""
    """What the filter field asks for; a page without a hint has no filter."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def handlers(self) -> Mapping[Verb, Handler]:
        """The verbs that this page answers while it is the one in sight."""
        return {}

    def set_filter(self, text: str) -> None:
        """Show only what holds the words of `text`."""

    def refresh(self, changed: Changed | None) -> None:
        """Show what the register says now; None when much may have changed while the page was out of sight."""

    def stand_on(self, record_id: str) -> None:
        """Show this record and put the keyboard on it."""

    def holds_back(self, then: Callable[[], object]) -> bool:  # noqa: ARG002 - for those that have words to lose
        """Whether closing the window would lose words: then the page asks, and calls `then` when they may be lost."""
        return False

    def commit(self) -> None:
        """Store what is still being written: the page is about to leave sight or the register to be closed."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page by the verb that goes to it, which also has its name and icon."""

    verb: Verb
    make: Callable[[Context], Page]
