"""Pieces of the page Ekonomi: the bar above the budget, the note of a cell, what was refused, the financial goals."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.budget import set_unit, unit_of
from regdesk.ui.answers import ChoiceBox, TickBox
from regdesk.ui.context import Context
from regdesk.ui.editors import LineEdit
from regdesk.ui.meeting.announce import announce
from regdesk.ui.models import RowsModel
from regdesk.ui.text import button, label, set_flag
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.budget_cell import cell_told, unit_choices, write_note
from regdesk.viewmodels.financial_goals import financial_goals
from regdesk.viewmodels.problems import sentence


class BudgetBar(QWidget):
    """The unit of amounts that say none, and whether those of other units are counted in it."""

    one_unit = Signal(bool)
    add_column = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._unit = ChoiceBox(unit_choices())
        self._unit.setMinimumContentsLength(5)
        self._unit.setAccessibleName(_("Enhet"))
        self._unit.left.connect(self._choose)
        name = QLabel(_("&Enhet"))
        name.setBuddy(self._unit)
        self._tick = TickBox("")
        self._tick.toggled.connect(self.one_unit)
        add = button(_("Lägg till &år …"), "add")
        add.clicked.connect(self.add_column)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.M)
        for part in (name, self._unit, self._tick):
            layout.addWidget(part)
        layout.addStretch()
        layout.addWidget(add)
        self.refresh()

    def refresh(self) -> None:
        unit = unit_of(self._context.session)
        self._unit.set_text(unit)
        self._tick.setText(_("&Räkna om allt till {unit}").format(unit=unit))

    def _choose(self) -> None:
        set_unit(self._context.session, self._unit.get_text())


class CellNote(QWidget):
    """Which cell one stands in, what its amount is, and a line to say something of it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._place = ("", "")
        self._title = label(step=Step.STRONG)
        self._text = label(quiet=True, wrap=True)
        self._note = LineEdit()
        self._note.setAccessibleName(_("Kommentar till beloppet"))
        self._note.left.connect(self.commit)
        self._name = QLabel(_("&Kommentar"))
        self._name.setBuddy(self._note)
        told = QHBoxLayout()
        told.setSpacing(Space.M)
        told.addWidget(self._title)
        told.addWidget(self._text, 1)
        said = QHBoxLayout()
        said.setSpacing(Space.M)
        said.addWidget(self._name)
        said.addWidget(self._note, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(told)
        layout.addLayout(said)

    def show_cell(self, row_id: str, key: str) -> None:
        if (row_id, key) != self._place:
            self.commit()
        self._place = (row_id, key)
        told = cell_told(self._context.session, row_id, key)
        self._title.setText(told.title)
        self._text.setText(told.text)
        self._note.setEnabled(told.takes_note)
        if told.note != self._note.get_text() and not self._note.hasFocus():
            self._note.set_text(told.note)
        self._note.setModified(False)
        self._note.setPlaceholderText("" if told.takes_note else _("Ett belopp kan få en kommentar"))

    def commit(self) -> None:
        """Store what was written of the cell that is shown."""
        if self._note.isEnabled() and self._note.isModified():
            self._note.setModified(False)
            write_note(self._context.session, *self._place, self._note.get_text())


class Refusal(QFrame):
    """A sentence beside the cell that was not written, until one goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label(wrap=True)
        set_flag(self._words, "tone", "bad")
        self.setProperty("card", True)
        self._view: ListView | None = None
        self._place = (-1, -1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        layout.addWidget(self._words)
        self.hide()

    @property
    def text(self) -> str:
        """What is said while it is in sight."""
        return self._words.text() if self.isVisible() else ""

    def watch(self, view: ListView) -> None:
        """Be about this list from now on."""
        self._view = view
        self.setParent(view.viewport())
        view.selectionModel().currentChanged.connect(self.hide)
        view.model().dataChanged.connect(self.hide)
        view.verticalScrollBar().valueChanged.connect(self.hide)
        view.horizontalScrollBar().valueChanged.connect(self.hide)

    def tell(self, problem: Problem, index: QModelIndex) -> None:
        """Say what is wrong with a cell, once the key that left it has had its way."""
        self._words.setText(f"⚠ {sentence(problem)}")
        self._place = (index.row(), index.column())
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        index = view.model().index(*self._place)
        view.setCurrentIndex(index)
        cell, room = view.visualRect(index), view.viewport().rect()
        self.setMaximumWidth(room.width())
        self._words.setFixedWidth(min(room.width() - 2 * Space.M, 44 * self.fontMetrics().averageCharWidth()))
        self.adjustSize()
        below = cell.bottom() + 1
        top = below if below + self.height() <= room.bottom() else max(cell.top() - self.height(), 0)
        self.move(max(min(cell.left(), room.width() - self.width()), 0), top)
        self.show()
        self.raise_()
        announce(view, self._words.text())


class FinancialGoals(QWidget):
    """Goals that are ticked as financial, with how their indicators stand; Enter shows one in the plan."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._model = RowsModel(financial_goals(context.session), self)
        title = _("Finansiella mål")
        self._view = ListView("financial_goals", title, self._model, context.theme, context.settings)
        self._view.set_lines(2)
        self._view.horizontalHeader().setSectionsClickable(False)
        self._view.horizontalHeader().setSortIndicatorShown(False)
        self._view.opened.connect(lambda record_id: context.go(Verb.GO_PLAN, record_id))
        self._none = label(
            _("Inget mål är märkt som finansiellt. Kryssa för det i målets formulär på sidan Plan."),
            quiet=True,
            wrap=True,
        )
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for part in (self._view, self._none):
            self._stack.addWidget(part)
        heading = label(title, Step.STRONG)
        heading.setBuddy(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(heading)
        layout.addWidget(self._stack, 1)
        self._show_what_there_is()

    def refresh(self) -> None:
        self._model.set_source(financial_goals(self._context.session))
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        self._stack.setCurrentWidget(self._view if self._model.rowCount() else self._none)
