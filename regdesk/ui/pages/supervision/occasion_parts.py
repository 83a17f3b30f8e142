"""Parts of an occasion's detail: what can be done with it, and the answers side by side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.supervision import answer
from regdesk.ui.context import Context
from regdesk.ui.editors import TextEdit
from regdesk.ui.pages.record_part import RecordPart
from regdesk.ui.pages.supervision.turn_steps import TurnSteps
from regdesk.ui.text import label
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.occasions import AnswerCell, AnswerTable, answer_table, turn_facts
from regdesk.viewmodels.supervision_lists import turn_of_occasion

_LETTERS = 26
"""Of an answer that stands beside others, so many are seen in a line at least."""


class OccasionSteps(RecordPart):
    """The plan's words on the turn in one line, and what can be done with it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._id = ""
        self._told = label(step=Step.CAPTION, quiet=True, wrap=True)
        self._steps = TurnSteps(context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._told)
        layout.addWidget(self._steps)

    def show_record(self, record_id: str) -> None:
        self._id = record_id
        self.refresh()

    def refresh(self) -> None:
        session = self._context.session
        turn = turn_of_occasion(session, self._id)
        self._told.setText(" · ".join(fact.text for fact in turn_facts(session, turn)))
        self._steps.show_turn(turn)

    def commit(self) -> None:
        """There is nothing to write here."""


class OccasionAnswers(RecordPart):
    """Questions down, subjects across. Each answer is stored when it is left."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._id = ""
        self._table = AnswerTable(questions=(), subjects=(), cells=())
        self._edits: dict[str, _AnswerEdit] = {}
        self._questions: list[QLabel] = []
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.horizontalScrollBar().rangeChanged.connect(self._fit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(label(_("Frågor och svar"), Step.STRONG))
        layout.addWidget(self._scroll)

    def show_record(self, record_id: str) -> None:
        self._id = record_id
        self._table = answer_table(self._context.session, record_id)
        self._write()

    def refresh(self) -> None:
        """Show what the register says now; an answer that is being written stays."""
        table = answer_table(self._context.session, self._id)
        if _asked(table) != _asked(self._table):
            self.show_record(self._id)
            return
        self._table = table
        for cell in _cells(table):
            self._edits[cell.id].show_stored(cell.text)

    def commit(self) -> None:
        for edit in self._edits.values():
            self._store(edit)

    def _store(self, edit: _AnswerEdit) -> None:
        text = edit.get_text()
        if text == edit.stored:
            return
        edit.stored = text
        edit.settle()
        try:
            answer(self._context.session, edit.answer_id, text)
        except Problem as problem:
            self._context.messages.failed(problem)

    # Making

    def _write(self) -> None:
        self._edits, self._questions = {}, []
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        across = len(self._table.subjects)
        for place, subject in enumerate(self._table.subjects if across > 1 else ()):
            grid.addWidget(label(subject or _("Utan namn"), Step.CAPTION, quiet=True), 0, place)
        for row, (question, cells) in enumerate(zip(self._table.questions, self._table.cells, strict=True)):
            asked = label(question, wrap=True)
            self._questions.append(asked)
            grid.addWidget(asked, 2 * row + 1, 0, 1, max(across, 1))
            for place, cell in enumerate(cells):
                if cell is not None:
                    grid.addWidget(self._edit(cell, question, self._table.subjects[place]), 2 * row + 2, place)
        for place in range(across):
            grid.setColumnStretch(place, 1)
        holder.installEventFilter(self)
        self._scroll.setWidget(holder)
        self.setVisible(bool(self._table.questions))
        self._fit()

    def _edit(self, cell: AnswerCell, question: str, subject: str) -> _AnswerEdit:
        made = _AnswerEdit(cell)
        made.setAccessibleName(f"{subject}: {question}" if subject else question)
        made.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        made.left.connect(lambda: self._store(made))
        self._edits[cell.id] = made
        return made

    def _fit(self) -> None:
        """As high as the answers, and the bar below them where they are wider than the panel; questions never are."""
        holder = self._scroll.widget()
        for each in self._questions:
            each.setMaximumWidth(self._scroll.viewport().width())
            each.setMinimumHeight(each.heightForWidth(self._scroll.viewport().width()))
        if holder is not None:
            bar = self._scroll.horizontalScrollBar()
            layout = holder.layout()
            width = max(self._scroll.viewport().width(), holder.minimumSizeHint().width())
            high = layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else 0
            wanted = max(high, holder.sizeHint().height())
            self._scroll.setFixedHeight(wanted + (bar.sizeHint().height() if bar.maximum() else 0))

    # Qt tells

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        return super().eventFilter(watched, event)


class _AnswerEdit(TextEdit):
    """One answer; `stored` is what the register has."""

    def __init__(self, cell: AnswerCell) -> None:
        super().__init__(cell.text, lines=2)
        self.answer_id = cell.id
        self.stored = cell.text

    def show_stored(self, text: str) -> None:
        if text != self.stored:
            self.stored = text
            self.set_text(text)


def _asked(table: AnswerTable) -> tuple[object, ...]:
    return table.questions, table.subjects, [[cell.id if cell else "" for cell in row] for row in table.cells]


def _cells(table: AnswerTable) -> list[AnswerCell]:
    return [cell for row in table.cells for cell in row if cell is not None]
