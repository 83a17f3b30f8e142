"""The detail of a record: its form, its facts, and what parts its kind has beside them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.ui.context import Context
from regdesk.ui.editors import text_field
from regdesk.ui.forms import Form
from regdesk.ui.pages.plan_parts import Facts, Head
from regdesk.ui.pages.record_parts import parts_above, parts_below
from regdesk.ui.text import label, set_flag
from regdesk.ui.tokens import Space
from regdesk.viewmodels.forms import RecordForm, apply, form_of

_WIDEST = 960


class RecordDetail(QWidget):
    """A record of one kind; the same widget shows another of that kind. `opened` sends what to show instead."""

    opened = Signal(str)

    def __init__(self, context: Context, kind: str, record_id: str) -> None:
        super().__init__()
        self.kind = kind
        self._context = context
        self._head, self._facts = Head(), Facts()
        self._lock = label(wrap=True)
        set_flag(self._lock, "tone", "partly")
        above, below = parts_above(context, kind), parts_below(context, kind)
        self._parts = (*above, *below)
        self._form = Form([])
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.L)
        for widget in (self._head, self._lock, *above, self._form, self._facts, *below):
            self._layout.addWidget(widget)
        for part in self._parts:
            part.opened.connect(self.opened)
        for narrow in (self._facts, *below):
            narrow.setMaximumWidth(_WIDEST)
        self.show_record(record_id)

    def show_record(self, record_id: str) -> None:
        """Show another record of the same kind."""
        self._id = record_id
        shown = self._read()
        if self._form.fits(shown.fields):
            self._form.load(shown.values, shown.fields)
        else:
            self._replace_form(shown)
        self._tell(shown)
        for part in self._parts:
            part.show_record(record_id)

    def refresh(self) -> None:
        """Show what the register says now; a field that is being written in keeps that."""
        shown = self._read()
        if self._form.fits(shown.fields):
            self._form.refresh(shown.values, shown.fields)
        else:
            self._replace_form(shown)
        self._tell(shown)
        for part in self._parts:
            part.refresh()

    def commit(self) -> None:
        self._form.commit()
        for part in self._parts:
            part.commit()

    def enter(self) -> None:
        self._form.enter()

    def write_over(self, key: str) -> None:
        answer = self._form.answer(key)
        answer.setFocus()
        if field := text_field(answer):
            field.selectAll()

    def _read(self) -> RecordForm:
        return form_of(self._context.session, self.kind, self._id)

    def _replace_form(self, shown: RecordForm) -> None:
        """Other questions are asked now; the keyboard stays on the one it is on."""
        focused = QApplication.focusWidget()
        key = focused.objectName() if focused is not None and self._form.isAncestorOf(focused) else ""
        old, self._form = self._form, Form(shown.fields, shown.values, paired=True)
        self._form.setMaximumWidth(_WIDEST)
        self._form.edited.connect(self._store)
        self._layout.replaceWidget(old, self._form)
        old.hide()
        old.deleteLater()
        self._form.show()
        if key in shown.values:
            self._form.answer(key).setFocus()

    def _tell(self, shown: RecordForm) -> None:
        self._head.tell(shown.heading, shown.title)
        self._lock.setText(shown.locked)
        self._lock.setVisible(bool(shown.locked))
        self._form.set_read_only(bool(shown.locked))
        self._facts.tell(shown.facts)

    def _store(self, key: str, text: str) -> None:
        """One answer is one step."""
        try:
            faults = apply(self._context.session, self.kind, self._id, {key: text})
        except Problem as problem:
            self._context.messages.failed(problem)
            self._form.load(self._read().values)
        else:
            if faults:
                self._form.refuse(faults, self._read().values)
