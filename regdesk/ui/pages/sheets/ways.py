"""The ways to get a sheet out of the program, below its questions, and what came of the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from regdesk.ui.actions import Actions, plain
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import SPECS, Verb

if TYPE_CHECKING:
    from regdesk.sheets.blocks import Paper, Sheet

_WAYS: Final = {
    Verb.PRINT: "primary",
    Verb.SAVE_PDF: "",
    Verb.SAVE_WORD: "",
    Verb.SAVE_SEPARATELY: "",
    Verb.SHOW_PRINTS: "",
    Verb.SHOW_AS_TEXT: "",
}


class Ways(QWidget):
    """A button for each way, those that suit the sheet."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._remark, self._note = label(quiet=True, wrap=True), label(quiet=True, wrap=True)
        self._open = self._button(Verb.OPEN_SAVED, "link")
        self._buttons = {verb: self._button(verb, kind) for verb, kind in _WAYS.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (self._remark, self._note, self._open, *self._buttons.values()):
            column.addWidget(part)
        self._open.hide()
        self.tell("")
        self.remark("")

    def suit(self, document: Sheet | Paper, *, of_meeting: bool) -> None:
        """Offer what can be done with this document: only a paper is several files, only a meeting has its prints."""
        from regdesk.sheets.blocks import Paper

        self._buttons[Verb.SAVE_SEPARATELY].setVisible(isinstance(document, Paper))
        self._buttons[Verb.SHOW_PRINTS].setVisible(of_meeting)

    def tell(self, words: str) -> None:
        """Say what came of the last way that was taken, or nothing."""
        _say(self._note, words)

    def remark(self, words: str) -> None:
        """Say what is to be known of the paper itself, or nothing."""
        _say(self._remark, words)

    def offer_saved(self) -> None:
        """Let the file that was saved be looked at."""
        self._open.show()

    def _button(self, verb: Verb, kind: str) -> QPushButton:
        action = self._actions[verb]
        made = button(plain(action.text()), SPECS[verb].icon, kind=kind)
        made.setToolTip(action.toolTip())
        made.clicked.connect(action.trigger)
        return made


def _say(where: QLabel, words: str) -> None:
    where.setText(words)
    where.setVisible(bool(words))
