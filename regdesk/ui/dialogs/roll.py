"""The dialog that rolls the plan to its next period: what goes on is ticked, and what will happen is told."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.rolling import roll_plan
from regdesk.services.session import Session
from regdesk.ui.check_tree import CheckDelegate, CheckModel
from regdesk.ui.forms import Form
from regdesk.ui.text import button, label, set_flag
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.ui.views import TreeView
from regdesk.viewmodels.problems import sentence
from regdesk.viewmodels.rolling import (
    KEEPABLE,
    RollAnswers,
    everything_kept,
    keep_tree,
    kept_at_first,
    read_roll,
    roll_beginning,
    roll_questions,
    told_before,
)

_SIZE = (780, 760)
_SHARE_OF_SCREEN = 0.9
_LINES = 7
"""The tree is never lower than so many lines; all scrolls where the screen has no room for that."""

_HIGH = 28
"""A screen with room for so many lines of text is a high one."""


class RollDialog(QDialog):
    """Nothing is written before the button is pressed, and then it is one step."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Rulla till nästa period"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._every = session, everything_kept(session)
        self.form = Form(roll_questions(), roll_beginning(session), paired=True)
        self.model = CheckModel(KEEPABLE, kept_at_first(session), self)
        self.model.set_nodes(keep_tree(session))
        self.tree = TreeView(_("Det som följer med"), self.model, theme, {})
        self.tree.setItemDelegate(CheckDelegate(theme, self.tree))
        self.tree.setMinimumHeight(_LINES * (self.tree.fontMetrics().height() + Space.M))
        self.told, self._fault = label(wrap=True), label(wrap=True)
        set_flag(self._fault, "tone", "bad")
        self.tree.expandAll()
        self._room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self._lay_out()
        self.model.ticked_changed.connect(self._tell)
        self.form.edited.connect(self._tell)
        self._tell()

    def _read(self) -> RollAnswers:
        return read_roll(self._session, self.form.values(), self._every - self.model.ticked)

    def _tell(self) -> None:
        """What would happen as the answers and ticks stand now."""
        roll = self._read().roll
        self._fault.hide()
        self.told.setText("\n".join(told_before(self._session, roll)) if roll else "")

    def _go(self) -> None:
        if not self.form.check():
            return
        read = self._read()
        if read.roll is None:
            self.form.refuse(read.faults, self.form.values())
            self.form.answer(next(iter(read.faults))).setFocus()
            return
        try:
            roll_plan(self._session, read.roll, date.today())
        except Problem as problem:
            self._fault.setText(f"⚠ {sentence(problem)}")
            self._fault.show()
        else:
            self.accept()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        column.setSpacing(Space.M)
        column.addWidget(self.form)
        title = label(_("&Det som följer med"), Step.STRONG)
        title.setBuddy(self.tree)
        column.addWidget(title)
        column.addWidget(label(_why(), quiet=True, wrap=True))
        column.addWidget(self.tree, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        heading = label(_("Rulla till nästa period"), Step.TITLE)
        heading.setContentsMargins(Space.XL, 0, Space.XL, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.XL, 0, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(heading)
        layout.addWidget(scroll, 1)
        self._lay_out_told(column, layout)
        layout.addWidget(self._buttons())
        room = self._room
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

    def _lay_out_told(self, column: QVBoxLayout, layout: QVBoxLayout) -> None:
        """What will happen stays in sight below all that scrolls, if the screen is high enough for the text."""
        is_high = self._room.height() >= _HIGH * self.fontMetrics().height()
        for part in (label(_("Det här kommer att hända"), Step.STRONG), self.told, self._fault):
            side = Space.XL if is_high else 0
            part.setContentsMargins(side, 0, side, 0)
            (layout if is_high else column).addWidget(part)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.setContentsMargins(Space.XL, 0, Space.XL, 0)
        go = button(_("&Rulla planen"), kind="primary")
        go.setDefault(True)
        go.clicked.connect(self._go)
        cancel = button(_("Avbryt"))
        cancel.clicked.connect(self.reject)
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        return buttons


def _why() -> str:
    return _(
        "Det som inte är kryssat avslutas med allt under, och finns kvar under Avslutat i planen. "
        "Det som är genomfört eller avfört är okryssat från början."
    )
