"""Starts the window: the application, its language, look and icon, and the shell with its pages."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from regdesk import __version__
from regdesk.i18n import current_language, set_language
from regdesk.paths import data_folder
from regdesk.ui.garbage import Garbage
from regdesk.ui.page import PageSpec
from regdesk.ui.pages import PAGES
from regdesk.ui.settings import Settings
from regdesk.ui.shell import APP, Shell
from regdesk.ui.theme import Theme

_SIZES = (16, 24, 32, 48, 64, 128, 256)


def run(path: Path | None = None, pages: Sequence[PageSpec] = PAGES) -> int:
    """Show the window, with the register at `path` open if one is given, until it is closed. Gives the exit code."""
    app = make_app(sys.argv)
    settings = Settings()
    speak(app, settings)
    shell = Shell(Theme(app, settings.appearance, settings.text_size), settings, pages)
    shell.messages.take_over_excepthook()
    # Opened before the window is seen, so that nothing else is laid out and painted first.
    if path is not None:
        shell.open_register(path)
    shell.show()
    return app.exec()


def make_app(arguments: Sequence[str]) -> QApplication:
    """The application with its names and icon, and what collects its garbage.

    Sizes are those the screen asks for, never rounded.
    """
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(list(arguments))
    app.setApplicationName(APP)
    app.setOrganizationName(APP)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP.lower())
    app.setWindowIcon(app_icon())
    Garbage(app)
    return app


def app_icon() -> QIcon:
    folder = data_folder("resources") / "app"
    made = QIcon()
    for size in _SIZES:
        made.addFile(str(folder / f"regdesk-{size}.png"))
    return made


def speak(app: QApplication, settings: Settings) -> None:
    """Let the program and Qt's own words use the language the user chose, or else that of the environment."""
    if settings.language is not None:
        set_language(settings.language)
    language = current_language()
    QLocale.setDefault(QLocale("sv_SE" if language == "sv" else "en_SE"))
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
