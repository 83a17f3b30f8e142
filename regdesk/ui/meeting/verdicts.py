"""The four verdicts as large buttons with their keys; the one that was given is filled with its colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from regdesk.i18n import _
from regdesk.ui.meeting.sizes import SHARES, Size, scaled
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Pill, Space
from regdesk.viewmodels.cards import Card
from regdesk.viewmodels.meeting_mode import Choice, choices

_WORD: Final = 1.15
_RADIUS: Final = 8
_LINE: Final = 3
RING: Final = _LINE + Space.XS
"""What the ring around the row takes at each side."""
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter


class VerdictButton(QAbstractButton):
    """One verdict: its key, its symbol and its word."""

    def __init__(self, choice: Choice, theme: Theme) -> None:
        super().__init__()
        self.choice = choice
        self._theme = theme
        self._keys_lead_here = False
        self.setCheckable(True)
        self.setText(choice.cell.text)
        self.setAccessibleName(choice.cell.text)
        self.setAccessibleDescription(_("Tangent {key}").format(key=choice.key))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def light_key(self, lit: bool) -> None:
        """Show that the key works just now, or that letters go elsewhere."""
        self._keys_lead_here = lit
        self.update()

    def nextCheckState(self) -> None:
        """A click asks for the verdict; whether it was given the register says."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._word_font())
        return QSize(self._content(metrics) + 2 * Space.M, round(metrics.height() * 1.9))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = self._theme.pill(self.choice.cell.tone)
        self._paint_ground(painter, pill)
        metrics = QFontMetrics(self._word_font())
        left = (self.width() - self._content(metrics)) // 2
        left = self._paint_key(painter, left, metrics)
        painter.setFont(self._word_font())
        painter.setPen(QColor(self._ink(pill)))
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), _LEFT, self._words)

    def _paint_ground(self, painter: QPainter, pill: Pill) -> None:
        colours = self._theme.colours
        fill = (
            pill.edge if self.isChecked() else pill.fill if self.underMouse() and self.isEnabled() else colours.surface
        )
        painter.setPen(QPen(QColor(pill.edge if self.isEnabled() or self.isChecked() else colours.line), 2))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _paint_key(self, painter: QPainter, left: int, metrics: QFontMetrics) -> int:
        """The key as a small cap; gives where the words begin."""
        side = metrics.height() - Space.XS
        cap = QRect(left, (self.height() - side) // 2, side, side)
        ink = self._ink(self._theme.pill(self.choice.cell.tone))
        painter.setOpacity(1.0 if self._keys_lead_here and self.isEnabled() else 0.45)
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), Space.XS, Space.XS)
        painter.setFont(self._key_font())
        painter.drawText(cap, _CENTRE, self.choice.key)
        painter.setOpacity(1.0)
        return left + side + Space.M

    def _content(self, metrics: QFontMetrics) -> int:
        """Width of key and words."""
        return metrics.height() - Space.XS + Space.M + metrics.horizontalAdvance(self._words)

    def _ink(self, pill: Pill) -> str:
        if self.isChecked():
            return self._theme.colours.surface
        return pill.ink if self.isEnabled() else self._theme.colours.disabled

    @property
    def _words(self) -> str:
        return f"{self.choice.cell.symbol} {self.choice.cell.text}"

    def _word_font(self) -> QFont:
        return scaled(self.font(), _WORD, QFont.Weight.DemiBold)

    def _key_font(self) -> QFont:
        return scaled(self.font(), SHARES[Size.CAPTION])


class VerdictRow(QWidget):
    """Where the keyboard stands when letters are verdicts. `chosen` sends the choice whose button was clicked."""

    chosen = Signal(Choice)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.buttons = [VerdictButton(choice, theme) for choice in choices()]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(RING, RING, RING, RING)
        layout.setSpacing(Space.M)
        for button in self.buttons:
            layout.addWidget(button, 1)
            button.clicked.connect(lambda _checked, button=button: self.chosen.emit(button.choice))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_card(self, card: Card) -> None:
        """Fill the verdict that was given."""
        for button in self.buttons:
            button.setChecked(button.choice.verdict == card.verdict)
            button.setEnabled(card.takes_verdict)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.colours.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS + _LINE, _RADIUS + _LINE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._light_keys(lit=True)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._light_keys(lit=False)

    def _light_keys(self, *, lit: bool) -> None:
        for button in self.buttons:
            button.light_key(lit)
        self.update()
