"""Draws the pictures of README and handbook: the real window, off screen and twice as sharp, on the richest example."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from regdesk.exchange.examples.build import build_example
from regdesk.i18n import SOURCE_LANGUAGE, set_language
from regdesk.ui.app import make_app, speak
from regdesk.ui.pages import PAGES
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.theme import Appearance, Theme
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.examples import example_choices, example_file, example_name

ROOT: Final = Path(__file__).resolve().parent.parent
PICTURES: Final = ROOT / "docs" / "pictures"
SIZE: Final = (1280, 800)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture by its file's name: the page that a verb goes to, in light or dark."""

    name: str
    verb: Verb
    appearance: Appearance = Appearance.LIGHT


SHOTS: Final = (
    Shot("main-window", Verb.GO_PLAN),
    Shot("main-window-dark", Verb.GO_PLAN, Appearance.DARK),
    Shot("indicators", Verb.GO_INDICATORS),
    Shot("economy", Verb.GO_ECONOMY),
    Shot("meetings", Verb.GO_MEETINGS),
    Shot("sheets", Verb.GO_SHEETS),
)


def main() -> None:
    """Take every picture anew."""
    PICTURES.mkdir(exist_ok=True)
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"}
    with TemporaryDirectory(prefix="regdesk-shots-") as folder:
        os.environ["XDG_STATE_HOME"] = folder
        register = _example_register(Path(folder))
        app = make_app(sys.argv)
        settings = Settings(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        set_language(SOURCE_LANGUAGE)
        speak(app, settings)
        theme = Theme(app, Appearance.LIGHT, settings.text_size)
        shell = Shell(theme, settings, PAGES)
        shell.resize(*SIZE)
        shell.show()
        shell.open_register(register)
        for shot in SHOTS:
            _take(app, shell, theme, shot)
        shell.close()


def _example_register(folder: Path) -> Path:
    code = example_choices()[0].code
    register = folder / example_name(code)
    build_example(example_file(code), register, "Exempel")
    return register


def _take(app: QApplication, shell: Shell, theme: Theme, shot: Shot) -> None:
    theme.set_appearance(shot.appearance)
    shell.verbs[shot.verb].trigger()
    app.processEvents()
    while shell.worker.is_busy:
        app.processEvents()
    shell.grab().save(str(PICTURES / f"{shot.name}.png"))
    print(f"docs/pictures/{shot.name}.png")


if __name__ == "__main__":
    main()
