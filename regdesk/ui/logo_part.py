"""The logo as a part of a form: the picture as paper shows it, and the buttons that choose another or none."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.ui.settings import Settings
from regdesk.ui.text import button, label, set_flag
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.problems import sentence

_ROOM: Final = (240, 72)


class LogoPart(QWidget):
    """`chosen` has the bytes of a new picture, nothing of them for none, None while the logo is the register's.

    `altered` tells of another.
    """

    altered = Signal()

    def __init__(self, kept: bytes, settings: Settings) -> None:
        super().__init__()
        self._kept, self._settings = kept, settings
        self.chosen: bytes | None = None
        self.picture, self._fault = label(), label(step=Step.CAPTION, wrap=True)
        self.choose_button = button(_("Välj &bild …"), "open")
        self.choose_button.clicked.connect(self._choose)
        self.remove_button = button(_("Ta b&ort logotypen"), "delete")
        self.remove_button.clicked.connect(lambda: self._take(b""))
        self._lay_out()
        self._show()

    @property
    def has_logo(self) -> bool:
        return bool(self._kept if self.chosen is None else self.chosen)

    def take_file(self, path: Path) -> None:
        """Choose the picture in a file, or say why it will not do."""
        from regdesk.sheets.pdf.pictures import read_logo

        try:
            self._take(read_logo(path))
        except Problem as problem:
            self._tell(sentence(problem))

    def _choose(self) -> None:
        folder = self._settings.folder or Path.home()
        dialog = QFileDialog(self, _("Välj logotyp"), str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Bilder (*.png *.jpg *.jpeg)"))
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def _take(self, picture: bytes) -> None:
        self.chosen = picture
        self._tell("")
        self._show()
        self.altered.emit()

    def _tell(self, words: str) -> None:
        self._fault.setText(f"⚠ {words}")
        self._fault.setVisible(bool(words))

    def _show(self) -> None:
        self.remove_button.setEnabled(self.has_logo)
        set_flag(self.picture, "paper", self.has_logo)
        if not self.has_logo:
            self.picture.setText(_("Ingen logotyp"))
            return
        shown, ratio = QPixmap(), self.devicePixelRatioF()
        shown.loadFromData(self._kept if self.chosen is None else self.chosen)
        across, down = (round(side * ratio) for side in _ROOM)
        shown = shown.scaled(
            across, down, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)

    def _lay_out(self) -> None:
        set_flag(self._fault, "tone", "bad")
        self._fault.hide()
        self.picture.setAccessibleName(_("Logotypen"))
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(label(_("Logotyp"), Step.STRONG))
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)
        column.addWidget(self._fault)
