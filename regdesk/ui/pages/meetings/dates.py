"""The part of a meeting that holds its dates, from kallelse to laga kraft, by their rules."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.empty import way
from regdesk.ui.forms import Form
from regdesk.ui.text import label
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.meeting_dates import meeting_dates, store


class DatesPart(QScrollArea):
    """Each answer is stored when it is left; what is counted from it follows.

    Nothing is shown before `show_meeting`.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._meeting_id = ""
        self.form = Form([])
        self._none = label(_("Inga datumregler är påslagna för möten."), quiet=True, wrap=True)
        self._rules = way(context.actions, Verb.GO_RULES)
        self._layout = QVBoxLayout()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._lay_out())

    def show_meeting(self, meeting_id: str) -> None:
        """Store what is being written of one meeting, and show another."""
        self.commit()
        self._meeting_id = meeting_id
        self._read(fresh=True)

    def refresh(self) -> None:
        """Show what the register says now; what is being written stays."""
        if self._meeting_id:
            self._read(fresh=False)

    def commit(self) -> None:
        """Store what is still being written."""
        self.form.commit()

    def _read(self, *, fresh: bool) -> None:
        read = meeting_dates(self._context.session, self._meeting_id)
        if not self.form.fits(read.fields):
            old, self.form = self.form, Form(read.fields, read.values, paired=True)
            self.form.edited.connect(self._store)
            self._layout.replaceWidget(old, self.form)
            old.hide()
            old.deleteLater()
            self.form.show()
        elif fresh:
            self.form.load(read.values, read.fields)
        else:
            self.form.refresh(read.values, read.fields)
        self._none.setVisible(not read.fields)

    def _store(self, key: str, text: str) -> None:
        try:
            fault = store(self._context.session, self._meeting_id, key, text)
        except Problem as problem:
            self._context.messages.failed(problem)
            fault = ""
        if fault:
            self.form.refuse({key: fault}, meeting_dates(self._context.session, self._meeting_id).values)

    def _lay_out(self) -> QWidget:
        holder = QWidget()
        self._layout = QVBoxLayout(holder)
        self._layout.setContentsMargins(0, Space.M, Space.M, Space.M)
        self._layout.setSpacing(Space.L)
        self._layout.addWidget(self._none)
        self._layout.addWidget(self.form)
        self._layout.addWidget(self._rules, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addStretch()
        return holder
