"""What stands above the card: the item of the agenda, how far one has come, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.meeting.rows import sized
from regdesk.ui.meeting.sizes import Size
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space
from regdesk.viewmodels.cards import Card


class Header(QWidget):
    """`list_switched` and `left` come of its two buttons."""

    list_switched = Signal()
    left = Signal()

    def __init__(self, meeting: str) -> None:
        super().__init__()
        self._meeting = meeting
        self._agenda = sized(Size.BODY)
        self._agenda.setMinimumWidth(1)
        self._progress = label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Bedömda"))
        self._list = _link(_("Lista (L)"), "list")
        self._list.clicked.connect(self.list_switched)
        self._leave = _link(_("Lämna (Esc)"), "close")
        self._leave.clicked.connect(self.left)
        self._lay_out()

    @property
    def progress(self) -> str:
        """How far one has come, in words."""
        return self._progress.text()

    def show_card(self, card: Card | None) -> None:
        """Name the item of the agenda and count what is done; the meeting itself when there is no card."""
        words = " ".join(filter(None, (card.section, card.agenda_title))) if card else ""
        self._agenda.setText(words or self._meeting)
        self._progress.setText(_("{progress} bedömda").format(progress=card.progress) if card else "")
        self._bar.setMaximum(card.total if card else 1)
        self._bar.setValue(card.done if card else 0)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(Space.XL, Space.M, Space.L, Space.M)
        line.setSpacing(Space.L)
        line.addWidget(self._agenda, 1)
        line.addWidget(self._progress)
        line.addWidget(self._list)
        line.addWidget(self._leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self._bar)


def _link(text: str, icon: str) -> QPushButton:
    made = button(text, icon, kind="link")
    # A click leaves the keyboard where it is; Tab comes here all the same.
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
