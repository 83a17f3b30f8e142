"""Labels, buttons and tool tips that show texts as they are: nothing a register holds is ever read as markup."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from regdesk.ui.icons import icon
from regdesk.ui.tokens import Step

# Wider than high: icons are drawn in the middle, which gives the text beside them some air.
BUTTON_ICON: Final = QSize(24, 16)
BAR_ICON: Final = QSize(28, 20)


def label(text: str = "", step: Step = Step.BODY, *, quiet: bool = False, wrap: bool = False) -> QLabel:
    """A plain text in a step of the type scale; `wrap` for running text, which can then also be selected."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("step", step.value)
    made.setProperty("quiet", quiet)
    made.setWordWrap(wrap)
    if wrap:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def button(text: str, icon_name: str = "", *, kind: str = "") -> QPushButton:
    """A button; `kind` is "primary" for the one thing most will want, "danger", "link" or empty."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if icon_name:
        role = QPalette.ColorRole
        made.setIconSize(BUTTON_ICON)
        made.setIcon(icon(icon_name, role.BrightText if kind == "primary" else role.ButtonText))
    if kind:
        made.setProperty(kind, True)
    return made


def rule() -> QFrame:
    """A thin line between two parts of a page."""
    made = QFrame()
    made.setProperty("rule", True)
    return made


def tip(text: str) -> str:
    """`text` for a tool tip, which Qt would otherwise read as markup when it looks like some."""
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if text else ""


def set_flag(widget: QWidget, name: str, value: bool | str) -> None:
    """Set a property that the style sheet knows, and have the widget dressed anew."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
