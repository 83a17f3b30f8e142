"""The widgets that answer a field; all are read and written as texts, and say when they were left or altered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from regdesk.i18n import _
from regdesk.ui.colour_edit import ColourEdit
from regdesk.ui.editors import LineEdit, TextEdit
from regdesk.ui.icons import icon
from regdesk.ui.text import button, tip
from regdesk.ui.tokens import Space
from regdesk.viewmodels.fields import YES, Choice, Field, FieldKind
from regdesk.viewmodels.recurrences import recurrence_words

_LEAST: Final = 12  # letters of a choice that are always seen


class ChoiceBox(QComboBox):
    """One of a few; answers with its code. A code that is not among the choices is kept and shown as it is."""

    left = Signal()
    altered = Signal()

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        # A form is as wide as its window, however long the name of a goal may be.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST)
        self.set_choices(choices)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentIndexChanged.connect(lambda: self.altered.emit())
        self.currentTextChanged.connect(lambda text: self.setToolTip(tip(text)))
        self.activated.connect(lambda: self.left.emit())

    def get_text(self) -> str:
        return str(self.currentData() or "")

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer these; what was chosen stays chosen."""
        chosen = self.get_text()
        with QSignalBlocker(self):
            self.clear()
            for choice in choices:
                self.addItem(choice.text, choice.code)
            self.set_text(chosen)

    def set_text(self, text: str) -> None:
        place = self.findData(text)
        if place < 0 and text:
            self.addItem(text, text)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def settle(self) -> None:
        """A choice has no undo of its own."""

    def set_read_only(self, read_only: bool) -> None:
        self.setEnabled(not read_only)

    def paintEvent(self, _event: QPaintEvent) -> None:
        # As Qt paints it, but a text that is too long ends in an ellipsis and not in half a letter.
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() - Space.S
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel is for scrolling the form; it must not change an answer on the way past.
        event.ignore()


class RecurrenceAnswer(QWidget):
    """A choice with a button that opens the editor. `first_day` tells the text of the date that it counts from."""

    left = Signal()
    altered = Signal()

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self.first_day: Callable[[], str] = str
        self.box = ChoiceBox(choices)
        self.own = button("", "edit")
        self.own.setToolTip(tip(_("Egen upprepning …")))
        self.own.clicked.connect(self.open_editor)
        self.box.left.connect(self.left)
        self.box.altered.connect(self.altered)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.own)
        self.setFocusProxy(self.box)

    def get_text(self) -> str:
        return self.box.get_text()

    def set_text(self, text: str) -> None:
        """Choose a rule; one that is not among the choices is offered beside them in its words."""
        if self.box.findData(text) < 0:
            self.box.addItem(recurrence_words(text), text)
        self.box.set_text(text)

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer these; what was chosen stays chosen."""
        chosen = self.get_text()
        self.box.set_choices(choices)
        self.set_text(chosen)

    def settle(self) -> None:
        """A choice has no undo of its own."""

    def set_read_only(self, read_only: bool) -> None:
        self.setEnabled(not read_only)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)
        self.own.setAccessibleName(_("{name}: egen upprepning").format(name=name))

    def open_editor(self) -> None:
        """Let a rule be made by hand, counted from the first day, or today where none is given."""
        from regdesk.ui.dialogs.recurrence import RecurrenceDialog

        dialog = RecurrenceDialog(self.get_text(), self.first_day(), date.today(), self)
        dialog.chosen.connect(self._take)
        dialog.open()

    def _take(self, rule: str) -> None:
        self.set_text(rule)
        self.left.emit()


class TickBox(QCheckBox):
    """Yes or nothing; its label is its own text."""

    left = Signal()
    altered = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.toggled.connect(lambda: self.altered.emit())
        self.clicked.connect(lambda: self.left.emit())

    def get_text(self) -> str:
        return YES if self.isChecked() else ""

    def set_text(self, text: str) -> None:
        self.setChecked(text == YES)

    def settle(self) -> None:
        """A tick has no undo of its own."""

    def set_read_only(self, read_only: bool) -> None:
        self.setEnabled(not read_only)


class DateEdit(LineEdit):
    """A date is typed as it is written, 2026-03-14; the calendar behind the button writes it the same way."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("ÅÅÅÅ-MM-DD"))
        self._button = QAction(icon("calendar"), _("Välj i kalender"), self)
        self._button.triggered.connect(self.open_calendar)
        self.addAction(self._button, QLineEdit.ActionPosition.TrailingPosition)

    def open_calendar(self) -> None:
        """Show a month with week numbers at the field's own date, or today's."""
        from regdesk.ui.month import open_month  # rarely opened, and long to import

        open_month(self, self.text(), self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The same key as for a list of choices.
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._button.trigger()
        else:
            super().keyPressEvent(event)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._button.setEnabled(not read_only)

    def _take(self, day: date) -> None:
        self.setText(day.isoformat())
        self.left.emit()


Answer = LineEdit | TextEdit | ChoiceBox | TickBox | RecurrenceAnswer


def answer_to(field: Field) -> Answer:
    """The widget that answers `field`."""
    match field.kind:
        case FieldKind.CHOICE if field.counted_from:
            return RecurrenceAnswer(field.choices)
        case FieldKind.CHOICE:
            return ChoiceBox(field.choices)
        case FieldKind.TICK:
            return TickBox(field.label)
        case FieldKind.DATE:
            return DateEdit()
        case FieldKind.COLOUR:
            return ColourEdit()
        case FieldKind.TEXT:
            text = TextEdit(lines=field.lines)
            text.setPlaceholderText(field.hint)
            return text
    line = LineEdit()
    line.setPlaceholderText(field.hint)
    return line
