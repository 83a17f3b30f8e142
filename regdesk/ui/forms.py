"""Forms made of a list of fields: label, buddy, accessible name, help, check and undo are set here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.actions import plain
from regdesk.ui.answers import Answer, answer_to
from regdesk.ui.editors import TEXT_LIMIT, LineEdit, TextEdit
from regdesk.ui.text import label, set_flag
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.fields import Field, FieldKind


class Form(QWidget):
    """The questions of `fields`, one below the other, answered by texts.

    `edited` is sent with key and text when the user leaves a field that was changed and whose answer will do: that is
    one step of the register's. A form in a dialog is read as a whole instead, with `check` and `values`.
    """

    edited = Signal(str, str)

    def __init__(self, fields: Sequence[Field], values: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._questions = {field.key: _Question(field) for field in fields}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.L)
        for question in self._questions.values():
            layout.addWidget(question)
            question.committed.connect(self.edited)
        layout.addStretch()
        self.load(values or {})

    def values(self) -> dict[str, str]:
        """The answers as they stand, by key."""
        return {key: question.answer.get_text() for key, question in self._questions.items()}

    def load(self, values: Mapping[str, str]) -> None:
        """Show the answers of another record; whatever was being written is gone."""
        for key, question in self._questions.items():
            question.load(values.get(key, ""))

    def refresh(self, values: Mapping[str, str]) -> None:
        """Show what the register says now. A field whose stored answer is the same keeps what is being written."""
        for key, question in self._questions.items():
            if values.get(key, "") != question.stored:
                question.load(values.get(key, ""))

    def commit(self) -> None:
        """Send what is still being written, before the form goes away."""
        for question in self._questions.values():
            question.commit()

    def check(self) -> bool:
        """Mark every answer that will not do and stand on the first one; True when all will."""
        faulty = [question for question in self._questions.values() if not question.check()]
        if faulty:
            faulty[0].answer.setFocus()
        return not faulty

    def set_read_only(self, read_only: bool) -> None:
        for question in self._questions.values():
            question.answer.set_read_only(read_only)

    def answer(self, key: str) -> Answer:
        """The widget that answers `key`."""
        return self._questions[key].answer

    def fault(self, key: str) -> str:
        """What is wrong with the answer to `key`, in the words that the form shows."""
        return self._questions[key].fault


class _Question(QWidget):
    """One field: its label, below it its answer, and below that its help or what is wrong."""

    committed = Signal(str, str)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.answer = answer_to(field)
        self.stored = ""
        self.fault = ""
        self._note = label(field.help, Step.CAPTION, wrap=True)
        self._lay_out()
        self._name()
        self._tell("", faulty=False)
        self.answer.left.connect(self.commit)
        self.answer.altered.connect(self._check_again)
        if isinstance(self.answer, LineEdit | TextEdit):
            self.answer.overfull.connect(self._tell_overfull)

    def load(self, text: str) -> None:
        self.stored = text
        self.answer.set_text(text)
        self._tell("", faulty=False)

    def commit(self) -> None:
        text = self.answer.get_text()
        if text != self.stored and self.check():
            self.stored = text
            self.answer.settle()
            self.committed.emit(self.field.key, text)

    def check(self) -> bool:
        text = self.answer.get_text()
        missing = self.field.required and not text.strip()
        self._tell(_("Detta måste fyllas i.") if missing else self.field.check(text), faulty=True)
        return not self.fault

    def _check_again(self) -> None:
        if self.fault:
            self.check()

    def _tell_overfull(self) -> None:
        limit = self.answer.maxLength() if isinstance(self.answer, LineEdit) else TEXT_LIMIT
        self._tell(_("Allt fick inte plats. Fältet rymmer {limit} tecken.").format(limit=limit), faulty=False)

    def _tell(self, words: str, *, faulty: bool) -> None:
        """Show `words` below the answer, or the help when there are none."""
        self.fault = words if faulty else ""
        self._note.setText(f"⚠ {words}" if words else self.field.help)
        self._note.setVisible(bool(words or self.field.help))
        set_flag(self._note, "tone", "bad" if words else "")
        set_flag(self._note, "quiet", not words)
        set_flag(self.answer, "faulty", bool(self.fault))
        self.answer.setAccessibleDescription(words or self.field.help)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        if self.field.kind is not FieldKind.TICK:
            layout.addWidget(self._make_label())
        layout.addWidget(self.answer)
        layout.addWidget(self._note)
        self.setFocusProxy(self.answer)

    def _make_label(self) -> QLabel:
        made = label(self.field.label, Step.STRONG)
        made.setBuddy(self.answer)
        return made

    def _name(self) -> None:
        name = plain(self.field.label)
        self.answer.setObjectName(self.field.key)
        self.answer.setAccessibleName(_("{name}, måste fyllas i").format(name=name) if self.field.required else name)
