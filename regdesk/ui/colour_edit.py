"""A colour is typed as it is written, #0B5563; the swatch in the field shows it, and opens a dialog to choose it in."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QLineEdit

from regdesk.i18n import _
from regdesk.ui.editors import LineEdit
from regdesk.ui.icons import icon
from regdesk.viewmodels.look import colour_of

_SWATCH: Final = 32
_CORNER: Final = 6


class ColourEdit(LineEdit):
    """A text that is no colour has an empty swatch."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("#0B5563")
        self._swatch = QAction(_("Färgen"), self)
        self._button = QAction(icon("edit"), _("Välj färg …"), self)
        for action, place in (
            (self._swatch, QLineEdit.ActionPosition.LeadingPosition),
            (self._button, QLineEdit.ActionPosition.TrailingPosition),
        ):
            action.triggered.connect(self.open_colours)
            self.addAction(action, place)
        self.altered.connect(self._show)
        self._show()

    def open_colours(self) -> None:
        """Show all colours at the field's own."""
        from PySide6.QtWidgets import QColorDialog

        dialog = QColorDialog(QColor(colour_of(self.text()) or "#000000"), self)
        dialog.setWindowTitle(_("Välj färg"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._take)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The same key as for a list of choices.
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._button.trigger()
        else:
            super().keyPressEvent(event)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        for action in (self._swatch, self._button):
            action.setEnabled(not read_only)

    def _take(self, colour: QColor) -> None:
        self.setText(colour.name().upper())
        self.left.emit()

    def _show(self) -> None:
        self._swatch.setIcon(QIcon(self._drawn(colour_of(self.text()))))

    def _drawn(self, colour: str) -> QPixmap:
        """A square of the colour, with an edge so that also white is seen."""
        made = QPixmap(_SWATCH, _SWATCH)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.setBrush(QColor(colour) if colour else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRect(1, 1, _SWATCH - 3, _SWATCH - 3), _CORNER, _CORNER)
        painter.end()
        return made
