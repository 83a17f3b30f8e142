"""A dialog that asks the questions of a form and stays open until the answers will do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.ui.forms import Form
from regdesk.ui.text import button, label, set_flag
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.fields import Field
from regdesk.viewmodels.problems import sentence

Store = Callable[[Mapping[str, str]], Mapping[str, str]]
"""Puts answers into the register; gives a sentence for each that will not do, by key. May raise Problem."""

_SHARE_OF_SCREEN = 0.9


class FormDialog(QDialog):
    """`title` is what the dialog is called, `go` what its button says; `store` is called when that is pressed."""

    def __init__(
        self, title: str, go: str, fields: Sequence[Field], values: Mapping[str, str], store: Store, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form(fields, values, paired=True)
        self._store, self._window = store, parent.window()
        self._inner, self._scroll = QWidget(), QScrollArea()
        self._across = QHBoxLayout()
        self._room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self._fault = label(wrap=True)
        self._fault.hide()
        set_flag(self._fault, "tone", "bad")
        self._lay_out(title, go)

    def add_below(self, part: QWidget) -> None:
        """Show something more below the questions."""
        layout = self._inner.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.count() - 2, part)

    def add_above(self, part: QWidget) -> None:
        """Show something more above the questions."""
        layout = self._inner.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, part)

    def add_beside(self, part: QWidget, width: int) -> None:
        """Show something more to the right of the questions, so many pixels wide where the screen has them."""
        self._across.addWidget(part, 1)
        self._across.setContentsMargins(0, 0, Space.XL, 0)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.resize(min(self.width() + width, self._room.width()), self.height())

    def _go(self) -> None:
        if not self.form.check():
            return
        values = self.form.values()
        try:
            faults = self._store(values)
        except Problem as problem:
            self._tell(sentence(problem))
            return
        if faults:
            self.form.refuse(faults, values)
            self.form.answer(next(iter(faults))).setFocus()
        else:
            self.accept()

    def _tell(self, words: str) -> None:
        self._fault.setText(f"⚠ {words}")
        self._fault.show()

    def _lay_out(self, title: str, go: str) -> None:
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        column.setSpacing(Space.L)
        column.addWidget(self.form)
        column.addWidget(self._fault)
        column.addStretch()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inner)
        heading = label(title, Step.TITLE)
        heading.setContentsMargins(Space.XL, 0, Space.XL, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.XL, 0, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(heading)
        self._across.addWidget(self._scroll, 1)
        layout.addLayout(self._across, 1)
        layout.addWidget(self._buttons(go))
        self.resize(min(72 * self.fontMetrics().averageCharWidth(), self._room.width()), self._room.height())

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the form wants to be, if the screen has room for it."""
        super().showEvent(event)
        layout = self._inner.layout()
        if layout is not None:
            self._scroll.setMinimumWidth(self._least_width())
            rest = self.height() - self._scroll.height()
            wanted = max(layout.totalHeightForWidth(self._scroll.viewport().width()), layout.totalSizeHint().height())
            self.resize(self.width(), min(rest + wanted, self._room.height()))
            self.move(self._window.frameGeometry().center() - self.rect().center())

    def _least_width(self) -> int:
        """What the questions need beside a scroll bar, if the screen has that much."""
        wanted = self._inner.minimumSizeHint().width() + self._scroll.verticalScrollBar().sizeHint().width()
        return min(wanted, self._room.width() * 2 // 3)

    def _buttons(self, go: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.setContentsMargins(Space.XL, 0, Space.XL, 0)
        accept = button(go, kind="primary")
        accept.setDefault(True)
        accept.clicked.connect(self._go)
        cancel = button(_("Avbryt"))
        cancel.clicked.connect(self.reject)
        buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        return buttons
