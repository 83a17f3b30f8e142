"""What a page shows while it has nothing to show: what is missing, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from regdesk.ui.actions import Actions, plain
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import SPECS, Verb

_WIDTH = 520


class EmptyState(QWidget):
    """A heading, a text, and a button for each of some ways on, of which the first is what most will want."""

    def __init__(self, heading: str, text: str, ways: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        column = QVBoxLayout()
        column.setSpacing(Space.M)
        self._heading, self._text = label(step=Step.TITLE, wrap=True), label(quiet=True, wrap=True)
        self.tell(heading, text)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        column.addLayout(_side_by_side(ways))
        holder = QWidget()
        holder.setLayout(column)
        holder.setMaximumWidth(_WIDTH)
        # Stretches centre it; an alignment would take no notice of how many lines the text has.
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(holder, 1)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)
        if ways:
            self.setFocusProxy(ways[0])

    def event(self, event: QEvent) -> bool:
        """Be as high as the lines of the text need, also where what it stands in asks for no height by width."""
        is_done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self.setMinimumHeight(self.heightForWidth(self.width()))
        return is_done

    def tell(self, heading: str, text: str) -> None:
        """Say something else is missing."""
        self._heading.setText(heading)
        self._text.setText(text)


def way(actions: Actions, verb: Verb, kind: str = "") -> QPushButton:
    """A button that follows its action: does what it does, and can be chosen when it can.

    It has no letter to press with Alt: that of the menu would be somebody else's on the page.
    """
    action = actions[verb]
    made = button(plain(action.text()), SPECS[verb].icon, kind=kind)
    made.setToolTip(action.toolTip())
    made.setAccessibleDescription(action.statusTip())
    made.clicked.connect(action.trigger)
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    made.setAutoDefault(True)
    return made


def _side_by_side(ways: Sequence[QPushButton]) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(Space.M)
    for each in ways:
        made.addWidget(each)
    made.addStretch()
    return made
