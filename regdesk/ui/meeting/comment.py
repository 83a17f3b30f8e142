"""The field for what the board says of its verdict: Enter stores it and goes on, letters with Alt are no text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from regdesk.i18n import _
from regdesk.ui.editors import TextEdit
from regdesk.ui.meeting.keys import is_letter
from regdesk.viewmodels.cards import Card

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_NOT_TEXT: Final = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_LINES: Final = 2


class CommentField(TextEdit):
    """Keeps what is being typed until the register has it: showing the same thing again takes nothing away.

    Keys that are not for writing are left to the view around it.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__(lines=_LINES)
        self._item_id = ""
        self._stored = ""
        self.setAccessibleName(_("Kommentar"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_unsaved(self) -> bool:
        """Whether something stands here that the register has not."""
        return self.get_text() != self._stored

    def show_card(self, card: Card) -> None:
        """Show the words of this card; what is being typed on it stays."""
        unsaved = self.is_unsaved and card.subject.item_id == self._item_id
        same = card.justification == self.get_text()
        self._item_id, self._stored = card.subject.item_id, card.justification
        if same:
            self.settle()
        elif not unsaved:
            self.set_text(card.justification)
        self.set_read_only(not card.takes_verdict and not self.is_unsaved)
        self.setPlaceholderText(_hint(card))

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and plain and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif event.key() in _ENTER or event.key() in _NOT_TEXT or _is_alt_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


def _is_alt_letter(event: QKeyEvent) -> bool:
    # AltGr, which writes letters too, comes as a modifier of its own or as Ctrl+Alt.
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and is_letter(event.key())


def _hint(card: Card) -> str:
    if not card.takes_verdict:
        return ""
    return _("Skriv gärna varför") if card.asks_for_justification else _("Kommentar till bedömningen")
