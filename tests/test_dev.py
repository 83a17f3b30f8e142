"""dev.py: too old a Python hands over or says so; verbs are found, told of, and given what follows them."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tools import verbs

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def old_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))


def test_dev_can_be_read_by_older_pythons() -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.usefixtures("old_python")
def test_an_old_python_hands_over_to_a_newer_one(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    called: list[list[str]] = []

    def call(command: list[str], **_options: object) -> int:
        called.append(command)
        return 7 if command[1].endswith("dev.py") else 0

    monkeypatch.setattr(shutil, "which", lambda name: name if name == "python3.12" else None)
    monkeypatch.setattr(subprocess, "call", call)
    assert dev.main(["test", "-k", "undo"]) == 7
    assert called[-1] == ["python3.12", dev.__file__, "test", "-k", "undo"]
    assert capfd.readouterr().out == (
        "Regdesk needs Python 3.11 or newer, and this is 3.9: going on with python3.12.\n"
    )


@pytest.mark.usefixtures("old_python")
def test_an_old_python_alone_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert dev.main(["test"]) == 1
    assert capfd.readouterr().out == (
        "Regdesk needs Python 3.11 or newer, and this is 3.9: install a newer one and try again.\n"
    )


def test_this_python_is_new_enough_and_a_broken_one_is_not(tmp_path: Path) -> None:
    assert dev.is_new_enough([sys.executable])
    assert not dev.is_new_enough([str(tmp_path / "missing")])


def test_without_a_verb_all_are_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert verbs.run([]) == verbs.run(["unheard-of"]) == 2
    told = capsys.readouterr().out
    assert all(f"  {name} " in told for name in verbs.VERBS)


def test_a_verb_gets_what_follows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(verbs.VERBS, "bench", len)
    assert verbs.run(["bench", "-n", "5"]) == 2


def test_a_step_that_fails_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_arguments: list[str]) -> int:
        raise subprocess.CalledProcessError(9, ["pip", "install"])

    monkeypatch.setitem(verbs.VERBS, "build", fail)
    assert verbs.run(["build"]) == 1
    assert capsys.readouterr().err == "This step failed: pip install\n"
