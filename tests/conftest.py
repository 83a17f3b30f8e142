"""What every test stands on: no screen, no settings of the user's, Swedish texts, no windows left behind."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from regdesk.i18n import SOURCE_LANGUAGE, set_language
from regdesk.ui.garbage import collect_due

os.environ["QT_QPA_PLATFORM"] = "offscreen"
gc.disable()

# No test here fails for being slow on a busy machine.
settings.register_profile("regdesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("regdesk")

SHARED_DOCUMENTS = Path(__file__).resolve().parents[2] / "shared" / "documents"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Garbage goes between tests, in this thread: never while Qt is at work, nor in one of a test runner's threads."""
    try:
        return (yield)
    finally:
        collect_due()


@pytest.fixture(autouse=True)
def swedish() -> None:
    """A test that sets another language leaves it behind for none."""
    set_language(SOURCE_LANGUAGE)


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of settings and state for each test, for this process and those it starts."""
    home = tmp_path_factory.mktemp("home")
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    for folder in ("APPDATA", "LOCAL_APPDATA"):
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{folder}", str(home / folder.lower()))
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings

        for layout in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(layout, QSettings.Scope.UserScope, str(home / "config"))
    return home


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Fails the test that leaves a window open, since the next one would find it there."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication

    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"windows left open: {left}"


@pytest.fixture
def shared_documents() -> Path:
    """The folder of the three real plans that may lie beside the checkout."""
    if not SHARED_DOCUMENTS.is_dir():
        pytest.skip("the folder shared/documents with the real plans is not beside this checkout")
    return SHARED_DOCUMENTS


def pytest_sessionfinish() -> None:
    """Nothing that Python made is left on the clipboard: without a screen Qt lets go of it when Python is no more."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is not None:
        QApplication.clipboard().setText("")
