"""resources/ and i18n/ are found wherever the program runs from."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import platformdirs
import pytest

from regdesk import paths

ROOT = Path(__file__).resolve().parent.parent


def test_in_a_checkout() -> None:
    assert paths.data_folder("resources") == ROOT / "resources"
    assert paths.data_folder("i18n") == ROOT / "i18n"


def test_in_a_frozen_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "i18n").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.data_folder("i18n") == tmp_path / "i18n"


@pytest.mark.slow
def test_in_an_installed_wheel(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    probe = (
        f"import sys; sys.path.insert(0, {str(site)!r})\n"
        "from regdesk import i18n, paths\n"
        "i18n.set_language('en'); i18n._('~')\n"
        "print(paths.data_folder('resources')); print(paths.data_folder('i18n'))"
    )
    seen = subprocess.run(
        [sys.executable, "-I", "-c", probe], cwd=tmp_path, check=True, capture_output=True, text=True, encoding="utf-8"
    )
    data = site / "regdesk" / "_data"
    assert [Path(line) for line in seen.stdout.splitlines()] == [data / "resources", data / "i18n"]
    assert (data / "resources" / "fonts" / "SourceSans3-Regular.ttf").is_file()


def test_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "regdesk" / "paths.py"))
    with pytest.raises(FileNotFoundError, match="resources/ is missing"):
        paths.data_folder("resources")


def test_the_state_folder_is_the_users_own_and_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def user_state_path(*arguments: object, **options: object) -> Path:
        asked.append((*arguments, *sorted(options.items())))
        return tmp_path

    monkeypatch.setattr(platformdirs, "user_state_path", user_state_path)
    assert paths.state_folder() == tmp_path
    assert asked == [("regdesk", ("appauthor", False), ("ensure_exists", True))]


def test_tests_have_a_state_folder_of_their_own(own_settings: Path) -> None:
    folder = paths.state_folder()
    assert folder.is_dir()
    assert folder.is_relative_to(own_settings)
