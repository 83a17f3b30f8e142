"""Whether a record is secret, within its detail: told in words beside a lock at the top, marked and unmarked below."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.secrecy import unmark_secret
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.lock_line import LockLine
from regdesk.ui.pages.record_part import RecordPart
from regdesk.ui.pages.verb_part import VerbPart
from regdesk.ui.text import button
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.secrecy_state import secrecy_answers, secrecy_fields, secrecy_state, store_secrecy


class SecrecyLine(RecordPart):
    """A lock and the marking that covers the record; nothing for one that anybody may read."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._id = context, ""
        self.line = LockLine()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)

    def show_record(self, record_id: str) -> None:
        self._id = record_id
        self.refresh()

    def refresh(self) -> None:
        self.line.show_words(secrecy_state(self._context.session, self._id).words)
        self.setVisible(bool(self.line.words))


class SecrecyPart(VerbPart):
    """Only what carries a marking itself is unmarked; what stands below it follows."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._id = ""
        self.mark_button = button("", "lock")
        self.mark_button.clicked.connect(self._mark)
        self.unmark_button = button(_("Häv sekretessmarkeringen"), "unlock", kind="link")
        self.unmark_button.clicked.connect(self._unmark)
        self._lay_out()

    def show_record(self, record_id: str) -> None:
        self._id = record_id
        self.refresh()

    def refresh(self) -> None:
        state = secrecy_state(self._context.session, self._id)
        self.unmark_button.setVisible(state.is_own)
        self.mark_button.setText(_("Ändra …") if state.is_own else _("Sekretessmarkera …"))
        self.mark_button.setAccessibleName(_("Ändra sekretess …") if state.is_own else "")

    def _mark(self) -> None:
        session, record_id = self._context.session, self._id

        def store(answers: Mapping[str, str]) -> Mapping[str, str]:
            return store_secrecy(session, record_id, answers)

        values = secrecy_answers(session, record_id, date.today())
        FormDialog(_("Sekretessmarkering"), _("&Markera"), secrecy_fields(), values, store, self).open()

    def _unmark(self) -> None:
        try:
            unmark_secret(self._context.session, self._id)
        except Problem as problem:
            self._context.messages.failed(problem)

    def answers(self) -> Mapping[Verb, Handler]:
        return {Verb.MARK_SECRET: self._mark}

    def _lay_out(self) -> None:
        layout = self.lay_out_under(_("Sekretess"), self.mark_button)
        layout.addWidget(self.unmark_button, 0, Qt.AlignmentFlag.AlignLeft)
