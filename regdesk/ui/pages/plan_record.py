"""The detail of a record of the plan: its form, its indicators if it has any, its facts, and how it was assessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.ui.context import Context
from regdesk.ui.editors import text_field
from regdesk.ui.forms import Form
from regdesk.ui.pages.plan_parts import Facts, Head
from regdesk.ui.text import label, set_flag
from regdesk.ui.tokens import Space
from regdesk.viewmodels.forms import RecordForm, apply, form_of
from regdesk.viewmodels.kinds import ASSESSED

if TYPE_CHECKING:
    from regdesk.ui.pages.plan_indicators import GoalIndicators
    from regdesk.ui.pages.plan_trail import Trail

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
        self._indicators = _indicators(context, kind)
        self._trail = _trail(context, kind)
        self._form = Form([])
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.L)
        for part in (self._head, self._lock, self._indicators, self._form, self._facts, self._trail):
            if part is not None:
                self._layout.addWidget(part)
        if self._indicators is not None:
            self._indicators.opened.connect(self.opened)
        self._facts.setMaximumWidth(_WIDEST)
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
        if self._indicators is not None:
            self._indicators.show_goal(record_id)

    def refresh(self) -> None:
        """Show what the register says now; a field that is being written in keeps that."""
        shown = self._read()
        if self._form.fits(shown.fields):
            self._form.refresh(shown.values, shown.fields)
        else:
            self._replace_form(shown)
        self._tell(shown)
        if self._indicators is not None:
            self._indicators.refresh()

    def commit(self) -> None:
        self._form.commit()
        if self._indicators is not None:
            self._indicators.commit()

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
        if self._trail is not None:
            self._trail.show_item(shown.id)

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


# What the first record shown has no use for is imported when there is one that has.


def _indicators(context: Context, kind: str) -> GoalIndicators | None:
    if kind != "goals":
        return None
    from regdesk.ui.pages.plan_indicators import GoalIndicators

    return GoalIndicators(context)


def _trail(context: Context, kind: str) -> Trail | None:
    if kind not in ASSESSED:
        return None
    from regdesk.ui.pages.plan_trail import Trail

    return Trail(context)
