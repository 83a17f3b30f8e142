"""A part of a record's detail that answers verbs of the window for as long as it is in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QHideEvent, QShowEvent

from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.pages.record_part import RecordPart
from regdesk.ui.verbs import Verb


class VerbPart(RecordPart):
    """Subclasses say what they answer in `answers`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._release: Callable[[], None] = _nothing

    def answers(self) -> Mapping[Verb, Handler]:
        """What is done when a verb is chosen."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._release()
        self._release = self._context.actions.handle(self.answers())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._release()
            self._release = _nothing


def _nothing() -> None:
    """What releasing comes to while no verb is answered."""
