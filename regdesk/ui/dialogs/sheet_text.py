"""A sheet as plain text: what a screen reader says of it, to be read, searched by eye and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.editors import TextEdit
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step

_SIZE = (760, 640)


class SheetTextDialog(QDialog):
    """Shows the text, in the order in which it is read aloud."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Bladet som text"))
        self._text = TextEdit(text)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_("Bladet som text"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(_("Bladet som text"), Step.TITLE))
        layout.addWidget(label(_("Så här läser en skärmläsare bladet."), quiet=True))
        layout.addWidget(self._text, 1)
        layout.addWidget(self._buttons())
        self.resize(*_SIZE)
        self._text.setFocus()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        copy = button(_("&Kopiera texten"), "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text.get_text()))
        close = button(_("&Stäng"))
        close.clicked.connect(self.reject)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        return buttons
