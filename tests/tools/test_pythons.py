"""Which Pythons of a machine are found, and which only seem to be there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tools import pythons
from tools.pythons import Python

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, alone on PATH, on a machine that runs 3.11."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("REGDESK_PYTHONS", raising=False)
    monkeypatch.setattr(pythons, "current", lambda: Python("/here/python3.11", "3.11"))
    return tmp_path


def stand_in(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_each_tested_version_on_the_path_is_found_once(folder: Path) -> None:
    for minor in (11, 12, 13):
        stand_in(folder / f"python3.{minor}", f"printf '/opt/python3.{minor}\\n3\\n{minor}\\n'")
    assert pythons.others() == [Python("/opt/python3.12", "3.12"), Python("/opt/python3.13", "3.13")]


def test_one_that_does_not_start_is_none(folder: Path) -> None:
    stand_in(folder / "python3.12", "exit 127")
    assert pythons.others() == []


def test_a_version_manager_is_asked_for_the_version_that_its_stand_in_is_named_for(folder: Path) -> None:
    stand_in(folder / "python3.13", "printf '/managed/%s\\n3\\n13\\n' \"$PYENV_VERSION\"")
    assert pythons.others() == [Python("/managed/3.13", "3.13")]


def test_a_list_is_asked_instead_of_the_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(folder / "python3.12", "printf '/opt/python3.12\\n3\\n12\\n'")
    listed = stand_in(folder / "mine", "printf '/opt/mine\\n3\\n13\\n'")
    monkeypatch.setenv("REGDESK_PYTHONS", f"{listed}{os.pathsep}{folder / 'missing'}")
    assert pythons.others() == [Python("/opt/mine", "3.13")]
    monkeypatch.setenv("REGDESK_PYTHONS", "")
    assert pythons.others() == []


def test_the_current_one_lies_outside_any_environment() -> None:
    here = pythons.current()
    assert here.version == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert not Path(here.path).is_relative_to(sys.prefix) or sys.prefix == sys.base_prefix
