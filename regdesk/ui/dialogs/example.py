"""The dialog that asks which example to open, and where its register is to lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _
from regdesk.ui.dialogs.new_register import ModelChoices, PlaceField
from regdesk.ui.text import button, label, set_flag
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.examples import example_choices, example_name
from regdesk.viewmodels.problems import sentence

_LETTERS = 64


class ExampleDialog(QDialog):
    """`wanted` tells which example is to be built and where; a register that exists is never written over."""

    wanted = Signal(str, Path)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Öppna ett exempel"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices = ModelChoices(_("Vad exemplet visar"), example_choices())
        self._place = PlaceField(folder)
        self._fault = label(wrap=True)
        self._fault.hide()
        set_flag(self._fault, "tone", "bad")
        self._choices.altered.connect(self._follow_choice)
        self._follow_choice()
        self._lay_out()

    def _go(self) -> None:
        path = self._place.path()
        if path.exists():
            words = sentence(Problem(ProblemKind.REGISTER_EXISTS, path=path))
            self._fault.setText(f"⚠ {words}")
            self._fault.show()
            self._place.tell(words)
            return
        self.accept()
        self.wanted.emit(self._choices.chosen, path)

    def _follow_choice(self) -> None:
        self._place.propose(example_name(self._choices.chosen))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.L)
        layout.addWidget(label(_("Öppna ett exempel"), Step.TITLE))
        about = _(
            "Ett eget register att prova i. Organisationer, siffror och beslut är påhittade: allt är exempeldata."
        )
        layout.addWidget(label(about, quiet=True, wrap=True))
        for part in (self._choices, self._place, self._fault):
            layout.addWidget(part)
        layout.addStretch()
        layout.addWidget(self._buttons())
        self.resize(_LETTERS * self.fontMetrics().averageCharWidth(), self.sizeHint().height())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        go = button(_("Ö&ppna exemplet"), kind="primary")
        go.setDefault(True)
        go.clicked.connect(self._go)
        cancel = button(_("Avbryt"))
        cancel.clicked.connect(self.reject)
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        return buttons
