"""Forms made of a list of fields: label, buddy, accessible name, help, check and undo are set here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.actions import plain
from regdesk.ui.answers import Answer, ChoiceBox, RecurrenceAnswer, answer_to
from regdesk.ui.editors import TEXT_LIMIT, LineEdit, TextEdit
from regdesk.ui.text import label, set_flag
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.fields import Field, FieldKind

_PAIR: Final = 60
"""Letters of the present size that a form must have room for before two short answers stand beside each other."""

_SHORT: Final = {FieldKind.LINE, FieldKind.CHOICE, FieldKind.DATE, FieldKind.COLOUR}


class Form(QWidget):
    """The questions of `fields`, one below the other, answered by texts; `paired` lets short ones stand two and two.

    `edited` is sent with key and text when the user leaves a field that was changed and whose answer will do: that is
    one step of the register's. A form in a dialog is read as a whole instead, with `check` and `values`.
    """

    edited = Signal(str, str)

    def __init__(
        self, fields: Sequence[Field], values: Mapping[str, str] | None = None, *, paired: bool = False
    ) -> None:
        super().__init__()
        self._questions = {field.key: _Question(field) for field in fields}
        self._left_out: set[str] = set()
        self._headings = {field.key: _heading(field) for field in fields if field.heading}
        self._paired = paired
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.XL)
        self._grid.setVerticalSpacing(Space.L)
        self._grid.setRowStretch(len(fields) + len(self._headings) + 1, 1)
        self._lay_out(1)
        for question in self._questions.values():
            question.committed.connect(self.edited)
            if isinstance(question.answer, RecurrenceAnswer):
                question.answer.first_day = self._text_of(question.field.counted_from)
        self.load(values or {})

    def values(self) -> dict[str, str]:
        """The answers as they stand, by key."""
        return {key: question.answer.get_text() for key, question in self._questions.items()}

    def _text_of(self, key: str) -> Callable[[], str]:
        """What stands as the answer to another question, if it is asked."""
        return lambda: self._questions[key].answer.get_text() if key in self._questions else ""

    def fits(self, fields: Sequence[Field]) -> bool:
        """Whether these are the same questions, but for their helps and choices."""
        return [_question(field) for field in fields] == [_question(each.field) for each in self._questions.values()]

    def ask(self, field: Field) -> None:
        """Ask the same question with other help and other choices; what is being written stays."""
        self._questions[field.key].ask(field)

    def enter(self) -> None:
        """Put the keyboard on the first answer."""
        for question in self._questions.values():
            question.answer.setFocus()
            return

    def load(self, values: Mapping[str, str], fields: Sequence[Field] = ()) -> None:
        """Show the answers of another record; whatever was being written is gone. `fields` as for `refresh`."""
        for field in fields:
            self._questions[field.key].ask(field)
        for key, question in self._questions.items():
            question.load(values.get(key, ""))

    def refresh(self, values: Mapping[str, str], fields: Sequence[Field] = ()) -> None:
        """Show what the register says now. A field whose stored answer is the same keeps what is being written.

        `fields` are the same questions with their helps and choices as they are now.
        """
        for field in fields:
            self._questions[field.key].ask(field)
        for key, question in self._questions.items():
            if values.get(key, "") != question.stored:
                question.load(values.get(key, ""))

    def refuse(self, faults: Mapping[str, str], values: Mapping[str, str]) -> None:
        """Say why answers were not stored; `values` are those that still are. What was written stays to be mended."""
        for key, words in faults.items():
            self._questions[key].refuse(words, values.get(key, ""))

    def commit(self) -> None:
        """Send what is still being written, before the form goes away."""
        for question in self._questions.values():
            question.commit()

    def check(self) -> bool:
        """Mark every answer that will not do and stand on the first one; True when all will."""
        faulty = [question for question in self._questions.values() if not (question.isHidden() or question.check())]
        if faulty:
            faulty[0].answer.setFocus()
        return not faulty

    def show_question(self, key: str, shown: bool) -> None:
        """Ask this question, or leave it out of sight and unchecked, as another answer decides."""
        if shown is (key in self._left_out):
            self._left_out ^= {key}
            self._questions[key].setVisible(shown)
            across, self._across = self._across, 0
            self._lay_out(across)

    def set_read_only(self, read_only: bool) -> None:
        for question in self._questions.values():
            question.answer.set_read_only(read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _PAIR * self.fontMetrics().averageCharWidth()
        self._lay_out(2 if self._paired and wide else 1)

    def _lay_out(self, across: int) -> None:
        """Put so many short questions beside each other; a text has the whole width."""
        if across == self._across:
            return
        self._across = across
        row = column = 0
        for key, question in self._questions.items():
            if key in self._left_out:
                continue
            if key in self._headings:
                row, column = row + 1, across
                self._grid.addWidget(self._headings[key], row, 0, 1, across)
            span = 1 if question.is_short else across
            if column + span > across:
                row, column = row + 1, 0
            self._grid.addWidget(question, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
        for place in range(2):
            self._grid.setColumnStretch(place, int(place < across))

    def answer(self, key: str) -> Answer:
        """The widget that answers `key`."""
        return self._questions[key].answer

    def fault(self, key: str) -> str:
        """What is wrong with the answer to `key`, in the words that the form shows."""
        return self._questions[key].fault


def _question(field: Field) -> tuple[object, ...]:
    """What makes a field the same question for another record."""
    return field.key, field.label, field.kind, field.required, field.heading


def _heading(field: Field) -> QLabel:
    """What stands above the first question of a group."""
    made = label(field.heading, Step.TITLE)
    made.setContentsMargins(0, Space.M, 0, 0)
    return made


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

    @property
    def is_short(self) -> bool:
        return self.field.kind in _SHORT

    def ask(self, field: Field) -> None:
        """The same question with other help and other choices."""
        if field.choices != self.field.choices and isinstance(self.answer, ChoiceBox | RecurrenceAnswer):
            self.answer.set_choices(field.choices)
        told = self._note.text() == self.field.help
        self.field = field
        if told:
            self._tell("", faulty=False)

    def refuse(self, words: str, stored: str) -> None:
        self.stored = stored
        self._tell(words, faulty=True)

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
