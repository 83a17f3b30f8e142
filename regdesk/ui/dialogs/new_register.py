"""The dialog that makes a register: whose it is, which years, how the plan is built, and where the file is put."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.registers import create_register, user_name
from regdesk.ui.editors import LineEdit
from regdesk.ui.forms import Form
from regdesk.ui.text import button, label, set_flag
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.new_register import (
    ModelChoice,
    fields,
    file_name,
    model_choices,
    register_path,
    wanted,
)
from regdesk.viewmodels.problems import sentence

_SIZE = (600, 780)
_SHARE_OF_SCREEN = 0.9


class NewRegisterDialog(QDialog):
    """Makes the file itself; `made` tells where it is. What went wrong is told in the dialog, which stays open."""

    made = Signal(Path)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Nytt register"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = Form(fields())
        self._models = ModelChoices(_("Så är planen uppbyggd"), model_choices())
        self._place = PlaceField(folder)
        self._fault = label(wrap=True)
        self._fault.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self._fault.hide()
        set_flag(self._fault, "tone", "bad")
        self._form.answer("board").altered.connect(self._follow_board)
        self._follow_board()
        self._lay_out()

    def _create(self) -> None:
        if not self._form.check():
            return
        path = self._place.path()
        try:
            create_register(path, wanted(self._form.values(), self._models.chosen, self._models.levels), user_name())
        except Problem as problem:
            self._tell(sentence(problem))
        else:
            self.accept()
            self.made.emit(path)

    def _tell(self, words: str) -> None:
        self._fault.setText(f"⚠ {words}")
        self._fault.show()
        self._place.tell(words)

    def _follow_board(self) -> None:
        self._place.propose(file_name(self._form.answer("board").get_text()))

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        column.setSpacing(Space.L)
        for part in (self._form, self._models, self._place):
            column.addWidget(part)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.XL, 0, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self._heading())
        layout.addWidget(scroll, 1)
        layout.addWidget(self._fault)
        layout.addWidget(self._buttons())
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

    def _heading(self) -> QWidget:
        heading = label(_("Nytt register"), Step.TITLE)
        heading.setContentsMargins(Space.XL, 0, Space.XL, 0)
        return heading

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.setContentsMargins(Space.XL, 0, Space.XL, 0)
        create = button(_("&Skapa registret"), kind="primary")
        create.setDefault(True)
        create.clicked.connect(self._create)
        cancel = button(_("Avbryt"))
        cancel.clicked.connect(self.reject)
        buttons.addButton(create, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        return buttons


class ModelChoices(QWidget):
    """Some choices, each with a line that explains it; the first one is chosen until somebody chooses another."""

    altered = Signal()

    def __init__(self, title: str, choices: Sequence[ModelChoice]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda _place: self.altered.emit())
        self._codes: list[str] = []
        self._levels = LineEdit()
        self._levels.setObjectName("levels")
        self._levels.setAccessibleName(_("Nivåernas namn"))
        self._levels.setPlaceholderText(_("Fokusområde, Inriktning"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(label(title, Step.STRONG))
        for choice in choices:
            self._add(choice, layout)
        self._group.idToggled.connect(self._follow)
        self._group.button(0).setChecked(True)
        layout.addWidget(self._levels)

    @property
    def chosen(self) -> str:
        """Code of what is chosen."""
        return self._codes[self._group.checkedId()]

    @property
    def levels(self) -> str:
        """The names of one's own levels, as they were written."""
        return self._levels.text()

    def choose(self, code: str) -> None:
        self._group.button(self._codes.index(code)).click()

    def _follow(self) -> None:
        """Names are asked for only where the levels are one's own; that is the last of the choices."""
        self._levels.setVisible(self._group.checkedId() == len(self._codes) - 1)

    def _add(self, choice: ModelChoice, layout: QVBoxLayout) -> None:
        radio = QRadioButton(choice.title)
        radio.setAccessibleDescription(choice.explanation)
        self._group.addButton(radio, len(self._codes))
        self._codes.append(choice.code)
        explanation = label(choice.explanation, Step.CAPTION, quiet=True, wrap=True)
        explanation.setContentsMargins(Space.XL + Space.XS, 0, 0, Space.XS)
        layout.addWidget(radio)
        layout.addWidget(explanation)


class PlaceField(QWidget):
    """The file to be: follows a proposed name until somebody writes or chooses another."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._proposed = ""
        self._line = LineEdit()
        self._line.setObjectName("place")
        self._line.setAccessibleName(_("Spara registret som"))
        name = label(_("Spara &registret som"), Step.STRONG)
        name.setBuddy(self._line)
        choose = button(_("&Välj …"), "folder")
        choose.setAccessibleName(_("Välj mapp och namn"))
        choose.clicked.connect(self._choose)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self._line, 1)
        line.addWidget(choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(name)
        layout.addLayout(line)
        self._line.altered.connect(lambda: self.tell(""))

    def path(self) -> Path:
        """Where the register is to be; a bare name is put into the folder."""
        return self._folder / register_path(self._line.text() or self._proposed)

    def propose(self, name: str) -> None:
        """Let the file be called `name`, unless the user has had another thought."""
        if self._line.text() == self._proposed:
            self._proposed = str(self._folder / name)
            self._line.set_text(self._proposed)

    def tell(self, words: str) -> None:
        """Mark the field as what is wrong, or as right for no words."""
        set_flag(self._line, "faulty", bool(words))
        self._line.setAccessibleDescription(words)
        if words:
            self._line.setFocus()

    def _choose(self) -> None:
        dialog = QFileDialog(self, _("Spara registret som"), str(self.path()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # A register that exists is never written over, so there is nothing to confirm.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(_("Register (*.regdesk)"))
        dialog.selectFile(self.path().name)
        dialog.fileSelected.connect(lambda name: self._line.set_text(str(register_path(name))))
        dialog.open()
