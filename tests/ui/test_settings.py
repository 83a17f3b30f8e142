"""Settings come back as the types they were, and rubbish in the file is as good as nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from regdesk.ui.settings import RECENT_LIMIT, Settings
from regdesk.ui.theme import Appearance

OLD = Path("register") / "nämnden 2025.regdesk"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def at(file: Path) -> Settings:
    store = QSettings(str(file), QSettings.Format.IniFormat)
    store.sync()
    return Settings(store)


def test_everything_comes_back(file: Path) -> None:
    before = at(file)
    before.appearance = Appearance.DARK
    before.text_size = 150
    before.language = "en"
    before.folder = Path("planer") / "2026"
    before.set_splitter("plan", [200, 600])
    before.set_answers("sheets", {"kind": "follow-up", "appendix": "", "subject": "meeting:1=2"})
    before.set_columns("indicators", [120, 80])
    before.set_geometry("main", QByteArray(b"\x00\x01"))
    before.remember(OLD)
    del before
    after = at(file)
    assert (after.appearance, after.text_size, after.language) == (Appearance.DARK, 150, "en")
    assert after.folder == Path("planer") / "2026"
    assert after.answers("sheets") == {"kind": "follow-up", "appendix": "", "subject": "meeting:1=2"}
    assert after.answers("other") == {}
    assert (after.splitter("plan"), after.columns("indicators")) == ([200, 600], [120, 80])
    assert after.geometry("main") == QByteArray(b"\x00\x01")
    assert after.recent == [OLD]


def test_an_empty_file_gives_the_programs_own(settings: Settings) -> None:
    assert (settings.appearance, settings.text_size, settings.language) == (Appearance.SYSTEM, 100, None)
    assert settings.folder is None
    assert settings.recent == []
    assert settings.splitter("plan") == settings.columns("indicators") == []
    assert settings.geometry("main").isEmpty()


def test_rubbish_is_as_good_as_nothing(file: Path) -> None:
    store = QSettings(str(file), QSettings.Format.IniFormat)
    for key, value in {"appearance": "rosa", "text_size": "många", "language": "xx", "splitter/plan": "1 två"}.items():
        store.setValue(key, value)
    settings = Settings(store)
    assert (settings.appearance, settings.text_size, settings.language) == (Appearance.SYSTEM, 100, None)
    assert settings.splitter("plan") == []


def test_recent_registers_are_few_and_once_each(settings: Settings) -> None:
    for number in range(RECENT_LIMIT + 3):
        settings.remember(Path(f"{number}.regdesk"))
    settings.remember(Path("5.regdesk"))
    assert len(settings.recent) == RECENT_LIMIT
    assert settings.recent[0] == Path("5.regdesk")
    assert settings.recent.count(Path("5.regdesk")) == 1
    settings.forget(Path("5.regdesk"))
    assert Path("5.regdesk") not in settings.recent
