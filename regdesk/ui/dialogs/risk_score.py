"""The dialog in which a risk is scored: by its questions, or in the matrix beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.risks import matrix_in_force
from regdesk.services.session import Session
from regdesk.ui.context import Context
from regdesk.ui.forms import Form
from regdesk.ui.matrix_view import MatrixView
from regdesk.ui.text import button, label, set_flag
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.heat_map import Place, picture, place_words
from regdesk.viewmodels.problems import sentence
from regdesk.viewmodels.risk_scores import score_beginning, score_questions, store_score

_SIZE = (1_040, 620)
_SHARE_OF_SCREEN = 0.9
_LEAST = 34
"""Letters that the questions have room for beside the matrix."""


def open_scoring(context: Context, risk_id: str, parent: QWidget) -> None:
    """Ask what a risk is worth; tells why where the matrix cannot be read."""
    try:
        dialog = ScoreDialog(context.session, context.theme, risk_id, parent)
    except Problem as problem:
        context.messages.failed(problem)
    else:
        dialog.open()


class ScoreDialog(QDialog):
    """Raises Problem(MATRIX_UNREADABLE)."""

    def __init__(self, session: Session, theme: Theme, risk_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Värdera risk"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._risk_id = session, risk_id
        self._picture = picture(matrix_in_force(session))
        self.form = Form(score_questions(session), score_beginning(session, risk_id))
        self.matrix = MatrixView(_("Riskmatris"), self._picture, theme)
        self.value = label(step=Step.STRONG, wrap=True)
        self._fault = label(wrap=True)
        set_flag(self._fault, "tone", "bad")
        self._fault.hide()
        for key in ("likelihood", "impact"):
            self.form.answer(key).altered.connect(self._show_value)
        self.matrix.pressed.connect(self._take)
        self._lay_out()
        self._show_value()

    def _place(self) -> Place | None:
        answers = self.form.values()
        found = answers["likelihood"], answers["impact"]
        return (int(found[0]), int(found[1])) if all(found) else None

    def _take(self, place: Place) -> None:
        for key, number in zip(("likelihood", "impact"), place, strict=True):
            self.form.answer(key).set_text(str(number))

    def _show_value(self) -> None:
        place = self._place()
        if place is None:
            self.value.setText(_("Välj sannolikhet och konsekvens, eller en ruta i matrisen."))
            return
        self.matrix.stand_on(place)
        self.value.setText(f"{self._picture.cell_at(place).cell.symbol} {place_words(self._picture, place)}")

    def _go(self) -> None:
        if not self.form.check():
            return
        try:
            faults = store_score(self._session, self._risk_id, self.form.values())
        except Problem as problem:
            self._fault.setText(f"⚠ {sentence(problem)}")
            self._fault.show()
            return
        if faults:
            self.form.refuse(faults, self.form.values())
        else:
            self.accept()

    # Its looks

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(Space.XL)
        columns.addWidget(self._scrolled(), 4)
        columns.addLayout(self._right(), 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(self.windowTitle(), Step.TITLE))
        layout.addLayout(columns, 1)
        layout.addWidget(self._fault)
        layout.addWidget(self._buttons())
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))
        self.form.answer("likelihood").setFocus()

    def _scrolled(self) -> QScrollArea:
        made = QScrollArea()
        made.setWidgetResizable(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setMinimumWidth(_LEAST * self.fontMetrics().averageCharWidth())
        made.setWidget(self.form)
        return made

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        column.addWidget(
            label(_("Sannolikhet nedifrån och upp, konsekvens från vänster till höger"), quiet=True, wrap=True)
        )
        column.addWidget(self.matrix, 1)
        column.addWidget(self.value)
        return column

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        go = button(_("&Värdera"), kind="primary")
        go.setDefault(True)
        go.clicked.connect(self._go)
        cancel = button(_("Avbryt"))
        cancel.clicked.connect(self.reject)
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        return buttons
