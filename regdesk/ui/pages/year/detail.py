"""The chosen date beside the list: what it is, why it falls on that day, and what can be done about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.services.annual_entries import Entry
from regdesk.ui.context import Context
from regdesk.ui.empty import way
from regdesk.ui.meeting.pill import PillLabel
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.annual_list import Year
from regdesk.viewmodels.annual_words import day_words, status_cell, why


class DateDetail(QWidget):
    """Nothing is shown before `show_entry`. `open_button` leads to what the date is about."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._title = label(step=Step.TITLE, wrap=True)
        self._day = label(wrap=True)
        self._status = PillLabel(context.theme)
        self._why = label(quiet=True, wrap=True)
        self.open_button: QPushButton = button(_("Öppna"), "forward")
        self._ways = QWidget()
        self._move, self._restore = way(context.actions, Verb.MOVE_DATE), way(context.actions, Verb.RESTORE_DATE)
        self._lay_out()
        self.show_nothing()

    def show_entry(self, year: Year, entry: Entry, today: date) -> None:
        """Show one date of a year."""
        cell = status_cell(entry, today)
        self._title.setText(year.titles[entry.key])
        self._day.setText(day_words(entry))
        self._status.show_cell(cell)
        self._status.setVisible(bool(cell.text))
        self._why.setText("\n".join(why(entry)))
        self._why.setVisible(bool(self._why.text()))
        self._restore.setVisible(entry.is_edited)
        self._ways.show()

    def show_nothing(self) -> None:
        """No date is chosen."""
        self._title.clear()
        self._day.setText(_("Välj ett datum i listan."))
        for part in (self._status, self._why, self._ways):
            part.hide()

    def _lay_out(self) -> None:
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(Space.S)
        for each in (self.open_button, self._move, self._restore):
            ways.addWidget(each)
        ways.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._texts())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.S, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._ways)

    def _texts(self) -> QWidget:
        days = QHBoxLayout()
        days.setSpacing(Space.M)
        days.addWidget(self._day, 1)
        days.addWidget(self._status, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, Space.M, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._title)
        layout.addLayout(days)
        layout.addWidget(self._why)
        layout.addStretch()
        return holder
