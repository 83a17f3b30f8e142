"""The turn that one stands on: what the plan says of it, and once it is begun its answers and what it came to."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.ui.context import Context
from regdesk.ui.pages.plan_parts import Facts, Head
from regdesk.ui.pages.record_panel import RecordPanel
from regdesk.ui.pages.supervision.turn_steps import TurnSteps
from regdesk.ui.tokens import Space
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.occasions import turn_facts
from regdesk.viewmodels.supervision_lists import turn_at

_KIND = "supervision_occasions"


class TurnPanel(QStackedWidget):
    """`key` is that of the row in the list of turns; nothing is shown while it is empty."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.key = ""
        self._head, self._facts, self._steps = Head(), Facts(), TurnSteps(context)
        self._planned = self._lay_out()
        self._record = RecordPanel(context)
        self._occasion_id = ""
        self.addWidget(self._planned)
        self.addWidget(self._record)

    def show_turn(self, key: str) -> None:
        """Show another turn."""
        self.key, self._occasion_id = key, ""
        self.refresh()

    def refresh(self) -> None:
        """Show what the register says now of the turn; one whose event is gone is left until the list moves on."""
        if not self.key:
            return
        try:
            turn = turn_at(self._context.session, self.key)
        except Problem:
            return
        if turn.occasion is None:
            self._occasion_id = ""
            self._head.tell(one_of(_KIND), turn.event.title)
            self._facts.tell(turn_facts(self._context.session, turn))
            self._steps.show_turn(turn)
        elif turn.occasion.id == self._occasion_id:
            self._record.refresh_record()
        else:
            self._occasion_id = turn.occasion.id
            self._record.show_record(_KIND, turn.occasion.id)
        self.setCurrentWidget(self._record if turn.occasion else self._planned)

    def commit(self) -> None:
        if self._occasion_id:
            self._record.commit()

    def enter(self) -> None:
        """Put the keyboard on the first thing here."""
        if self.currentWidget() is self._record:
            self._record.enter()
        else:
            self._steps.enter()

    def _lay_out(self) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(Space.L, 0, Space.L, Space.XL)
        layout.setSpacing(Space.L)
        for part in (self._head, self._steps, self._facts):
            layout.addWidget(part)
        layout.addStretch()
        made = QScrollArea()
        made.setWidgetResizable(True)
        made.setFrameShape(QScrollArea.Shape.NoFrame)
        made.setWidget(holder)
        return made
