"""The dialog in which the organisation makes its risk matrix: words, size and levels, with the matrix beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.session import Session
from regdesk.ui.dialogs.matrix_parts import LevelRows, ScaleRows
from regdesk.ui.matrix_view import MatrixView
from regdesk.ui.text import button, label, set_flag
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.heat_map import Place
from regdesk.viewmodels.matrix_draft import MatrixDraft, shipped_choices
from regdesk.viewmodels.problems import sentence

_SIZE = (1_180, 720)
_SHARES = (560, 560)
_SHARE_OF_SCREEN = 0.94
_LEAST = 50
"""Letters that the words have room for beside the matrix."""


class MatrixDialog(QDialog):
    """Nothing is stored before its button is pressed, and that is one step to take back."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Riskmatris"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.draft = MatrixDraft(session)
        self.likelihood = ScaleRows(_("Sannolikhet"), self.draft.set_likelihood)
        self.impact = ScaleRows(_("Konsekvens"), self.draft.set_impact)
        self.levels = LevelRows(self.draft)
        self.matrix = MatrixView(_("Riskmatris"), self.draft.picture(), theme)
        self._fault = label(wrap=True)
        set_flag(self._fault, "tone", "bad")
        for part in (self.likelihood, self.impact, self.levels):
            part.altered.connect(self._show)
            part.resized.connect(self._resize)
        self.matrix.pressed.connect(self._cycle)
        self._lay_out()
        self._write()
        self.likelihood.labels[0].setFocus()

    # What is shown

    def _write(self) -> None:
        """Show the draft from the beginning: its rows have come or gone."""
        self.likelihood.show_steps(self.draft.matrix.likelihood)
        self.impact.show_steps(self.draft.matrix.impact)
        self.levels.show_levels()
        self._show()

    def _show(self) -> None:
        self.matrix.show_map(self.draft.picture())
        fault = self.draft.fault()
        self._fault.setText(f"⚠ {fault}" if fault else "")
        self._fault.setVisible(bool(fault))
        self.store_button.setEnabled(not fault)

    def _resize(self) -> None:
        self.draft.resize(self.likelihood.count, self.impact.count)
        self.draft.set_levels(self.levels.count)
        self._write()

    def _cycle(self, place: Place) -> None:
        self.draft.cycle(place)
        self.levels.show_starts()
        self._show()

    def _begin_as(self, code: str) -> None:
        self.draft.begin_as(code)
        self._write()

    def _store(self) -> None:
        try:
            self.draft.store()
        except Problem as problem:
            self._fault.setText(f"⚠ {sentence(problem)}")
            self._fault.show()
        else:
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter leaves a word; only the button makes a new matrix of the words.
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    # Its looks

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(_scrolled(self._words()))
        splitter.addWidget(self._picture())
        splitter.setSizes(list(_SHARES))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(self._head())
        layout.addWidget(splitter, 1)
        layout.addWidget(self._fault)
        layout.addWidget(self._buttons())
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

    def _head(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(self.windowTitle(), Step.TITLE))
        row.addStretch()
        row.addWidget(label(_("Börja om med"), quiet=True))
        for choice in shipped_choices():
            begin = button(choice.text)
            begin.setAccessibleName(_("Börja om med {size}").format(size=choice.text))
            begin.clicked.connect(lambda _checked, code=choice.code: self._begin_as(code))
            row.addWidget(begin)
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(label(self._consequence(), quiet=True, wrap=True))
        return column

    def _consequence(self) -> str:
        version = self.draft.makes_version
        if not version:
            return _("Risker värderas i denna matris. Ingen är värderad i den än, så den kan ändras fritt.")
        return _(
            "Risker är värderade i denna matris. Ändringen blir version {version}; det som redan är värderat "
            "står kvar som det värderades."
        ).format(version=version)

    def _words(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.L)
        for part in (self.likelihood, self.impact, self.levels):
            column.addWidget(part)
        column.addStretch()
        return made

    def _picture(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(label(_("↑ Sannolikhet, → Konsekvens"), quiet=True))
        column.addWidget(self.matrix, 1)
        column.addWidget(
            label(_("Klicka på en ruta, eller tryck Retur i den, för att ge den nästa nivå."), quiet=True, wrap=True)
        )
        return made

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        version = self.draft.makes_version
        text = _("&Ny version {version}").format(version=version) if version else _("&Spara")
        self.store_button: QPushButton = button(text, kind="primary")
        self.store_button.clicked.connect(self._store)
        cancel = button(_("Avbryt"))
        cancel.clicked.connect(self.reject)
        buttons.addButton(self.store_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        return buttons


def _scrolled(widget: QWidget) -> QScrollArea:
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setMinimumWidth(_LEAST * widget.fontMetrics().averageCharWidth())
    made.setWidget(widget)
    return made
