"""What is known of the chosen piece of a plan: its text to the letter, what it becomes, and what to look at."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from regdesk.exchange.proposal import NodeKind, ProposedNode, Unplaced
from regdesk.i18n import _
from regdesk.ui.actions import plain
from regdesk.ui.answers import ChoiceBox
from regdesk.ui.editors import TextEdit
from regdesk.ui.importing.rows import full_text, sentences
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.proposal import level_choices, node_word, reason_text


class Detail(QWidget):
    """Shows one node. What the user chooses of it is sent as a code; `placed` asks for a place in the tree."""

    kind_chosen = Signal(str)
    level_chosen = Signal(str)
    placed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind, self._level = ChoiceBox(()), ChoiceBox(())
        self._text = TextEdit(lines=2)
        self._text.setReadOnly(True)
        self._notes = label(wrap=True)
        self._place = button(_("&Placera i trädet"), "import")
        self._place.setToolTip(_("Ställ texten vid det som är valt i trädet"))
        self._kind_name, self._level_name = label(_("&Blir"), Step.STRONG), label(_("&Nivå"), Step.STRONG)
        text_name = label(_("&Text i filen"), Step.STRONG)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        for name, part in ((self._kind_name, self._kind), (self._level_name, self._level), (text_name, self._text)):
            name.setBuddy(part)
            part.setAccessibleName(plain(name.text()))
            layout.addWidget(name)
            layout.addWidget(part)
        layout.setStretchFactor(self._text, 1)
        layout.addWidget(self._notes)
        layout.addWidget(self._place)
        self._kind.left.connect(lambda: self.kind_chosen.emit(self._kind.get_text()))
        self._level.left.connect(lambda: self.level_chosen.emit(self._level.get_text()))
        self._place.clicked.connect(self.placed)
        self.clear()

    def clear(self) -> None:
        """Show that nothing is chosen."""
        self._show("", [])
        self._offer(kind=False, level=False, place=False)

    def show_node(self, node: ProposedNode, kinds: Iterable[NodeKind]) -> None:
        """Show a node of the tree, which may become any of `kinds`."""
        is_goal = node.kind is NodeKind.GOAL
        _fill(self._kind, ((kind, node_word(kind)) for kind in kinds), node.kind)
        _fill(self._level, level_choices() if is_goal else (), node.said("level_kind"))
        self._kind.setEnabled(self._kind.count() > 1)
        self._show(full_text(node), sentences(node))
        self._offer(kind=True, level=is_goal, place=False)

    def show_unplaced(self, left: Unplaced) -> None:
        """Show what is not in the tree."""
        self._show(full_text(left.node), [f"{reason_text(left.reason)}.", *sentences(left.node)])
        self._offer(kind=False, level=False, place=True)

    def ask_for_kind(self) -> None:
        """Open the choice of kinds, by the keyboard."""
        if self._kind.isVisible() and self._kind.isEnabled():
            self._kind.setFocus()
            self._kind.showPopup()

    def _show(self, text: str, notes: list[str]) -> None:
        self._text.set_text(text)
        self._notes.setText("\n".join(f"⚠ {note}" for note in notes))
        self._notes.setVisible(bool(notes))

    def _offer(self, *, kind: bool, level: bool, place: bool) -> None:
        for part, is_offered in ((self._kind, kind), (self._kind_name, kind), (self._level, level)):
            part.setVisible(is_offered)
        self._level_name.setVisible(level)
        self._place.setVisible(place)


def _fill(box: ChoiceBox, choices: Iterable[tuple[str, str]], chosen: str) -> None:
    with QSignalBlocker(box):
        box.clear()
        for code, text in choices:
            box.addItem(text, str(code))
        box.set_text(str(chosen))
