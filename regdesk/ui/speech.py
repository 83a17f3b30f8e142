"""The language of the program as the user chooses it; it is spoken from the next start on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QActionGroup

from regdesk.i18n import Language, _, current_language, mark
from regdesk.ui.actions import Actions
from regdesk.ui.messages import Messages
from regdesk.ui.settings import Settings
from regdesk.ui.verbs import Verb

_VERBS: Final[Mapping[Verb, Language]] = {Verb.SPEAK_SWEDISH: "sv", Verb.SPEAK_ENGLISH: "en"}
_LATER: Final[Mapping[Language, str]] = {
    "sv": mark("Regdesk visas på svenska nästa gång det startas."),
    "en": mark("Regdesk visas på engelska nästa gång det startas."),
}


class Speech:
    """Ties the actions of language to the settings."""

    def __init__(self, actions: Actions, settings: Settings, messages: Messages) -> None:
        self._settings, self._messages = settings, messages
        group = QActionGroup(actions)
        chosen = settings.language or current_language()
        for verb, language in _VERBS.items():
            group.addAction(actions[verb])
            actions[verb].setChecked(language == chosen)
        actions.handle(
            {
                Verb.SPEAK_SWEDISH: lambda: self._speak("sv"),
                Verb.SPEAK_ENGLISH: lambda: self._speak("en"),
            }
        )

    def _speak(self, language: Language) -> None:
        self._settings.language = language
        if language != current_language():
            self._messages.tell(_(_LATER[language]))
