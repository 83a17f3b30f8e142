"""A choice of a few views of a page, beside each other; what was chosen last is remembered."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar

from regdesk.ui.settings import Settings

_VIEW = "view"


class Segments(QTabBar):
    """`choices` are words by code; `name` is what the choice is remembered by, `title` what is read aloud."""

    picked = Signal(str)

    def __init__(self, name: str, title: str, choices: Mapping[str, str], settings: Settings) -> None:
        super().__init__()
        self._codes = list(choices)
        self.setAccessibleName(title)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        for text in choices.values():
            self.addTab(text)
        self.pick(remembered(name, choices, settings))
        self.currentChanged.connect(lambda: settings.set_answers(name, {_VIEW: self.code}))
        self.currentChanged.connect(lambda: self.picked.emit(self.code))

    @property
    def code(self) -> str:
        """What is chosen."""
        return self._codes[self.currentIndex()]

    def pick(self, code: str) -> None:
        """Choose this one."""
        self.setCurrentIndex(self._codes.index(code))


def remembered(name: str, choices: Mapping[str, str], settings: Settings) -> str:
    """What was chosen last of these, or the first."""
    chosen = settings.answers(name).get(_VIEW, "")
    return chosen if chosen in choices else next(iter(choices))
