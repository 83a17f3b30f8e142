"""The ways to get a sheet out of the program, below its questions, what came of the last one, and what is beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.actions import Actions, plain
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import SPECS, Verb

if TYPE_CHECKING:
    from regdesk.sheets.blocks import Paper, Sheet

_SAVING: Final = (Verb.SAVE_PDF, Verb.SAVE_WORD, Verb.SAVE_SEPARATELY)


class Ways(QWidget):
    """Print and save, always in sight; `besides`, to stand where there is room, is what can be looked at as well.

    Only what suits the sheet is offered.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._remark, self._note = label(quiet=True, wrap=True), label(quiet=True, wrap=True)
        self._saved = self._button(Verb.OPEN_SAVED, "link")
        self._prints = self._button(Verb.SHOW_PRINTS, "link")
        self.besides = QWidget()
        self._save = button(_("&Spara"), "save")
        menu = QMenu(self._save)
        menu.addActions([actions[verb] for verb in _SAVING])
        self._save.setMenu(menu)
        self._lay_out()
        self._saved.hide()
        self.tell("")
        self.remark("")

    def suit(self, document: Sheet | Paper, *, of_meeting: bool) -> None:
        """Offer what can be done with this document: only a paper is several files, only a meeting has its prints."""
        from regdesk.sheets.blocks import Paper

        self._actions[Verb.SAVE_SEPARATELY].setVisible(isinstance(document, Paper))
        self._prints.setVisible(of_meeting)

    def offer(self, there_is_paper: bool) -> None:
        """Whether there is anything to get out."""
        for part in (self, self.besides):
            part.setEnabled(there_is_paper)

    def tell(self, words: str) -> None:
        """Say what came of the last way that was taken, or nothing."""
        _say(self._note, words)

    def remark(self, words: str) -> None:
        """Say what is to be known of the paper itself, or nothing."""
        _say(self._remark, words)

    def offer_saved(self) -> None:
        """Let the file that was saved be looked at."""
        self._saved.show()

    def _lay_out(self) -> None:
        main = QHBoxLayout()
        main.setSpacing(Space.S)
        main.addWidget(self._button(Verb.PRINT, "primary"), 3)
        main.addWidget(self._save, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._remark)
        column.addWidget(self._note)
        column.addWidget(self._saved)
        column.addLayout(main)
        links = QVBoxLayout(self.besides)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(Space.S)
        for link in (self._button(Verb.SHOW_AS_TEXT, "link"), self._prints, self._button(Verb.EDIT_LOOK, "link")):
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _button(self, verb: Verb, kind: str) -> QPushButton:
        action = self._actions[verb]
        made = button(plain(action.text()), SPECS[verb].icon, kind=kind)
        made.setToolTip(action.toolTip())
        made.clicked.connect(action.trigger)
        return made


def _say(where: QLabel, words: str) -> None:
    where.setText(words)
    where.setVisible(bool(words))
