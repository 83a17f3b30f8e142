"""The facts of a meeting as a form, each of which is stored when it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.ui.answers import Answer
from regdesk.ui.context import Context
from regdesk.ui.forms import Form
from regdesk.ui.pages.meetings.attachments import AttachmentsPart
from regdesk.ui.text import label
from regdesk.ui.tokens import Space
from regdesk.viewmodels.forms import RecordForm, apply, form_of

_KIND = "meetings"


class FactsPart(QScrollArea):
    """Scrolls where the window is low. Nothing is shown before `show_meeting`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._session, self._messages = context.session, context.messages
        self._attachments = AttachmentsPart(context)
        self._meeting_id = ""
        self._form: Form | None = None
        self._locked = label(quiet=True, wrap=True)
        self._column = QVBoxLayout()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._lay_out())

    def show_meeting(self, meeting_id: str) -> None:
        """Store what is being written of one meeting, and show another."""
        self.commit()
        self._meeting_id = meeting_id
        read = form_of(self._session, _KIND, meeting_id)
        if self._form is None:
            self._form = Form(read.fields, read.values, paired=True)
            self._form.edited.connect(self._store)
            self._column.insertWidget(1, self._form)
        else:
            self._form.refresh(read.values, read.fields)
            self._form.load(read.values)
        self._lock(read)
        self._attachments.show_record(meeting_id)

    def refresh(self) -> None:
        """Show what the register says now; what is being written stays."""
        if self._form is not None:
            read = form_of(self._session, _KIND, self._meeting_id)
            self._form.refresh(read.values, read.fields)
            self._lock(read)
            self._attachments.refresh()

    def commit(self) -> None:
        """Store what is still being written."""
        if self._form is not None:
            self._form.commit()

    def answer(self, key: str) -> Answer:
        """The field that answers `key`. Raises KeyError."""
        if self._form is None:
            raise KeyError(key)
        return self._form.answer(key)

    def fault(self, key: str) -> str:
        """What is wrong with the answer to `key`, or nothing."""
        return self._form.fault(key) if self._form else ""

    def begin(self) -> None:
        """Put the keyboard on the first question."""
        if self._form is not None:
            self.answer("title").setFocus()
            self.ensureWidgetVisible(self.answer("title"))

    def _store(self, key: str, text: str) -> None:
        if self._form is None:
            return
        try:
            faults = apply(self._session, _KIND, self._meeting_id, {key: text})
        except Problem as problem:
            self._messages.failed(problem)
            self.refresh()
            return
        self._form.refuse(faults, form_of(self._session, _KIND, self._meeting_id).values)

    def _lock(self, read: RecordForm) -> None:
        if self._form is not None:
            self._form.set_read_only(bool(read.locked))
        self._locked.setText(read.locked)
        self._locked.setVisible(bool(read.locked))

    def _lay_out(self) -> QWidget:
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, Space.M, Space.M, Space.M)
        self._column.setSpacing(Space.M)
        self._column.addWidget(self._locked)
        self._column.addWidget(self._attachments)
        self._column.addStretch()
        return holder
