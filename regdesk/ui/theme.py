"""The look of the program: follows the system's light or dark, or the user's choice, and tells when it changes."""

from __future__ import annotations

from enum import StrEnum, auto
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from regdesk.paths import data_folder
from regdesk.ui.stylesheet import points, stylesheet
from regdesk.ui.tokens import (
    DARK,
    FAMILY,
    FONT_FILES,
    LIGHT,
    SYMBOL_FAMILY,
    TYPE_SCALE,
    Colours,
    Pill,
    Step,
)
from regdesk.viewmodels.rows import Tone

TEXT_SIZES: Final = (100, 115, 130, 150, 175, 200)


class Appearance(StrEnum):
    """What the user asked for; SYSTEM follows the desktop."""

    SYSTEM = auto()
    LIGHT = auto()
    DARK = auto()


_SCHEMES: Final = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Holds the present colours and text size and dresses the application in them."""

    changed = Signal()

    def __init__(
        self, app: QApplication, appearance: Appearance = Appearance.SYSTEM, text_size: int = TEXT_SIZES[0]
    ) -> None:
        super().__init__(app)
        self._app = app
        self._appearance = appearance
        self._text_size = text_size
        self._controls = data_folder("resources") / "controls"
        load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def appearance(self) -> Appearance:
        return self._appearance

    @property
    def text_size(self) -> int:
        """Percent of the program's own size."""
        return self._text_size

    @property
    def colours(self) -> Colours:
        return DARK if self.is_dark else LIGHT

    @property
    def is_dark(self) -> bool:
        if self._appearance is Appearance.SYSTEM:
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._appearance is Appearance.DARK

    def pill(self, tone: Tone) -> Pill:
        return self.colours.pills[tone]

    def lane(self, lane: str) -> Pill:
        """The colours of a part of the board's year."""
        return self.colours.lanes[lane]

    def font(self, step: Step) -> QFont:
        """For what is painted by hand; labels name their step and take the size from the style sheet."""
        kind = TYPE_SCALE[step]
        font = QFont(self._app.font())
        font.setPointSizeF(points(kind.share, self._scale))
        font.setWeight(QFont.Weight(kind.weight))
        return font

    def set_appearance(self, appearance: Appearance) -> None:
        if appearance is not self._appearance:
            self._appearance = appearance
            self._apply()

    def set_text_size(self, percent: int) -> None:
        if percent != self._text_size:
            self._text_size = percent
            self._apply()

    def step_text_size(self, steps: int) -> None:
        """`steps` larger, or smaller when negative; stops at the ends of TEXT_SIZES."""
        place = TEXT_SIZES.index(self._text_size) if self._text_size in TEXT_SIZES else 0
        self.set_text_size(TEXT_SIZES[min(max(place + steps, 0), len(TEXT_SIZES) - 1)])

    @property
    def _scale(self) -> float:
        return self._text_size / 100

    def _follow_system(self) -> None:
        if self._appearance is Appearance.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        # Title bars and native dialogs follow too, on the systems that can be asked.
        self._app.styleHints().setColorScheme(_SCHEMES[self._appearance])
        font = QFont([FAMILY, SYMBOL_FAMILY])
        font.setPointSizeF(points(1.0, self._scale))
        self._app.setFont(font)
        self._app.setPalette(palette(self.colours))
        self._app.setStyleSheet(stylesheet(self.colours, self._scale, self._controls))
        self.changed.emit()


def load_fonts() -> None:
    """Make the shipped families known to Qt; those it already has are not read again."""
    if FAMILY in QFontDatabase.families():
        return
    folder = data_folder("resources") / "fonts"
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(folder / name))


def palette(colours: Colours) -> QPalette:
    """The colours in the roles that Fusion paints by."""
    role = QPalette.ColorRole
    made = QPalette(QColor(colours.window))
    for where, colour in {
        role.Window: colours.window,
        role.WindowText: colours.ink,
        role.Base: colours.surface,
        role.AlternateBase: colours.window,
        role.Text: colours.ink,
        role.Button: colours.surface,
        role.ButtonText: colours.ink,
        role.BrightText: colours.on_accent,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.ink,
        role.PlaceholderText: colours.quiet,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Accent: colours.accent,
        role.Highlight: colours.chosen,
        role.HighlightedText: colours.on_chosen,
    }.items():
        made.setColor(where, QColor(colour))
    _set_groups(made, colours)
    return made


def _set_groups(made: QPalette, colours: Colours) -> None:
    """A list without focus shows its choice quietly; what is disabled is grey."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made.setColor(group.Inactive, role.Highlight, QColor(colours.chosen_quiet))
    made.setColor(group.Inactive, role.HighlightedText, QColor(colours.ink))
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(group.Disabled, where, QColor(colours.disabled))
    made.setColor(group.Disabled, role.Highlight, QColor(colours.sunken))
