"""Keys that mean what is listed while the keyboard is in a list within a page, whatever they mean elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from regdesk.ui.shortcuts import SHORTCUTS
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView

Deeds = Mapping[Verb | str, Callable[[], None]]
"""What is done by the keys of a verb, or by a key that is named."""


class ListKeys(QObject):
    """Watches one list; `deeds` is asked at each key."""

    def __init__(self, view: ListView, deeds: Callable[[], Deeds]) -> None:
        super().__init__(view)
        self._deeds = deeds
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and (deed := self._deed(event)) is not None:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                deed()
                return True
        return super().eventFilter(watched, event)

    def _deed(self, event: QKeyEvent) -> Callable[[], None] | None:
        pressed = QKeySequence(event.keyCombination())
        for name, deed in self._deeds().items():
            keys = SHORTCUTS[name] if isinstance(name, Verb) else (name,)
            if any(pressed == QKeySequence(each) for each in keys):
                return deed
        return None
