"""The program starts light: one window, its own words in the right language, and nothing heavy imported."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from regdesk.i18n import current_language
from regdesk.ui.app import app_icon, speak
from regdesk.ui.settings import Settings

HEAVY = ("reportlab", "openpyxl", "docx", "pikepdf", "pypdfium2", "lxml", "sqlite_utils", "babel")

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from regdesk.ui import app
made = app.make_app(["regdesk"])
app.make_app = lambda arguments: made
QTimer.singleShot(0, lambda: QTimer.singleShot(0, made.closeAllWindows))
code = app.run(Path(sys.argv[1]))
print(sorted({name.partition(".")[0] for name in sys.modules} & set(sys.argv[2].split())))
raise SystemExit(code)
"""


@pytest.fixture
def own_words(qapp: QApplication) -> Iterator[None]:
    """Takes away the translators that a test puts in."""
    before, locale = set(qapp.findChildren(QTranslator)), QLocale()
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)


def test_nothing_heavy_is_imported_to_open_a_register(register: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, str(register), " ".join(HEAVY)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


@pytest.mark.usefixtures("own_words")
def test_qt_speaks_swedish(qapp: QApplication, settings: Settings) -> None:
    speak(qapp, settings)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"
    assert QLocale().language() == QLocale.Language.Swedish


@pytest.mark.usefixtures("own_words")
def test_the_chosen_language_wins(qapp: QApplication, settings: Settings) -> None:
    settings.language = "en"
    speak(qapp, settings)
    assert current_language() == "en"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_icon_has_a_picture_for_every_size() -> None:
    assert {size.width() for size in app_icon().availableSizes()} == {16, 24, 32, 48, 64, 128, 256}
