"""Light, dark and text size as the user chooses them, remembered until chosen anew."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QActionGroup

from regdesk.ui.actions import Actions
from regdesk.ui.settings import Settings
from regdesk.ui.theme import TEXT_SIZES, Appearance, Theme
from regdesk.ui.verbs import Verb

_VERBS: Final = {
    Verb.FOLLOW_SYSTEM: Appearance.SYSTEM,
    Verb.USE_LIGHT: Appearance.LIGHT,
    Verb.USE_DARK: Appearance.DARK,
}


class Look:
    """Ties the actions of appearance and text size to the theme and the settings."""

    def __init__(self, actions: Actions, theme: Theme, settings: Settings) -> None:
        self._theme, self._settings = theme, settings
        group = QActionGroup(actions)
        for verb, appearance in _VERBS.items():
            group.addAction(actions[verb])
            actions[verb].setChecked(appearance is theme.appearance)
        actions.handle(
            {
                Verb.FOLLOW_SYSTEM: lambda: self._wear(Appearance.SYSTEM),
                Verb.USE_LIGHT: lambda: self._wear(Appearance.LIGHT),
                Verb.USE_DARK: lambda: self._wear(Appearance.DARK),
                Verb.LARGER_TEXT: lambda: self._resize(1),
                Verb.SMALLER_TEXT: lambda: self._resize(-1),
                Verb.NORMAL_TEXT: lambda: self._resize(-len(TEXT_SIZES)),
            }
        )

    def _wear(self, appearance: Appearance) -> None:
        self._theme.set_appearance(appearance)
        self._settings.appearance = appearance

    def _resize(self, steps: int) -> None:
        self._theme.step_text_size(steps)
        self._settings.text_size = self._theme.text_size
