"""What can be done with a turn: begin it, write how it ended, call it off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QPushButton, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.supervision import Turn, cancel_occasion
from regdesk.ui.context import Context
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.text import button
from regdesk.ui.tokens import Space
from regdesk.viewmodels.occasions import (
    asked_before,
    begin,
    can_be_cancelled,
    ending_answers,
    ending_fields,
    finish,
    whom_to_ask,
)


class TurnSteps(QWidget):
    """Buttons, of which the first is what comes next. Nothing is shown before `show_turn`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._turn: Turn | None = None
        self._begin = button(_("&Påbörja tillfället"), "forward", kind="primary")
        self._finish = button(_("&Avsluta tillfället …"), "check")
        self._cancel = button(_("&Ställ in"), "close")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.S)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for each, deed in ((self._begin, self._ask), (self._finish, self._end), (self._cancel, self._call_off)):
            each.clicked.connect(deed)
            self._row.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch()

    def show_turn(self, turn: Turn) -> None:
        """Be about this turn."""
        self._turn = turn
        self._begin.setVisible(turn.occasion is None)
        self._cancel.setVisible(can_be_cancelled(turn))
        self._turn_row()

    def enter(self) -> None:
        """Put the keyboard on what comes next."""
        (self._begin if self._begin.isVisibleTo(self) else self._finish).setFocus()

    def minimumSizeHint(self) -> QSize:
        """No wider than the widest button: where they have no room beside each other they stand below each other."""
        return QSize(max(each.sizeHint().width() for each in self._shown()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_row()

    def _turn_row(self) -> None:
        shown = self._shown()
        wanted = sum(each.sizeHint().width() for each in shown) + Space.S * (len(shown) - 1)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wanted <= self.width() else direction.TopToBottom)
        self.updateGeometry()

    def _shown(self) -> list[QPushButton]:
        return [each for each in (self._begin, self._finish, self._cancel) if not each.isHidden()]

    def _ask(self) -> None:
        """Begin; where the event does not say whom it is about, ask that first."""
        if self._turn is None:
            return
        session, turn = self._context.session, self._turn
        if fields := whom_to_ask(session, turn):
            title, store = _("Vilka ska svara?"), partial(begin, session, turn)
            FormDialog(title, _("&Påbörja"), fields, asked_before(session, turn), store, self).open()
        else:
            self._try(partial(begin, session, turn, {}))

    def _end(self) -> None:
        if self._turn is None:
            return
        session, turn = self._context.session, self._turn
        fields, answers = ending_fields(session, turn), ending_answers(turn)
        FormDialog(_("Avsluta tillfället"), _("&Spara"), fields, answers, partial(finish, session, turn), self).open()

    def _call_off(self) -> None:
        if self._turn is not None:
            turn = self._turn
            self._try(lambda: cancel_occasion(self._context.session, turn.event.id, turn.due_on))

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except Problem as problem:
            self._context.messages.failed(problem)
