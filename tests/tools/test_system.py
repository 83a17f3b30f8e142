"""Libraries of the system: how their packages are called, and what is said where they cannot be installed."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tools import system


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libcups.so.2", "libcups2"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libwayland-egl.so.1", "libwayland-egl1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_debians_name_for_a_library(library: str, package: str) -> None:
    assert system.package_of(library) == package


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves Qt's libraries to the system")
def test_nothing_is_missing_where_these_tests_run() -> None:
    python = Path(sys.prefix) / "bin" / "python"
    assert system.missing_libraries(python, system.OFFSCREEN) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves Qt's libraries to the system")
def test_a_missing_library_is_found(tmp_path: Path) -> None:
    platforms = tmp_path / "lib/python3.11/site-packages/PySide6/Qt/plugins/platforms"
    platforms.mkdir(parents=True)
    real = next(Path(sys.prefix).glob("lib/python3.*/site-packages/PySide6/Qt/plugins/platforms/libqoffscreen.so"))
    shutil.copy(real, platforms)
    missing = system.missing_libraries(tmp_path / "bin" / "python", system.OFFSCREEN)
    assert "libQt6Gui.so.6" in missing


def test_who_may_not_install_gets_the_command_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit) as stopped:
        system.install({"libgl1", "libegl1"}, "Qt needs libraries that this system lacks")
    assert str(stopped.value) == (
        "Qt needs libraries that this system lacks. Run this and try again:\n"
        "    sudo apt-get install --yes --no-install-recommends libegl1 libgl1"
    )


def test_where_there_is_no_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(SystemExit, match="Install what Debian calls: libegl1 libgl1"):
        system.install({"libgl1", "libegl1"}, "Qt needs libraries")


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(Path, "exists", lambda _path: False)


@pytest.mark.usefixtures("nothing_installed")
def test_what_checks_pdfs_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(system, "install", lambda names, _reason: installed.extend(sorted(names)))
    system.ensure_pdf_checkers()
    assert installed == ["default-jdk-headless", "libjaxb-java", "poppler-utils"]


@pytest.mark.usefixtures("nothing_installed")
def test_without_what_checks_pdfs_the_tests_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    system.ensure_pdf_checkers()
    told = capsys.readouterr().out
    assert "sudo apt-get install --yes --no-install-recommends default-jdk-headless libjaxb-java" in told
    assert told.endswith("Until then the tests of the reference check are skipped.\n")


def test_what_checks_pdfs_is_left_alone_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system, "install", lambda *_arguments: pytest.fail("installed again"))
    system.ensure_pdf_checkers()
