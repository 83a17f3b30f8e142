"""An environment is made from the lock once, and again only when the lock or the Python is another."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tools import environment, system
from tools.pythons import Python

ROOT = Path(__file__).resolve().parents[2]


class Commands(list[str]):
    """What would have been run, a line each."""

    def run(self, command: list[str | Path], **_options: object) -> None:
        self.append(" ".join(map(str, command)))
        if "venv" in command:
            Path(command[-1]).mkdir(exist_ok=True)

    def call(self, command: list[str | Path], **options: object) -> int:
        self.run(command, **options)
        return 0


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Nothing is really run, and the lock is one of the test's own."""
    recorded = Commands()
    monkeypatch.setattr(subprocess, "run", recorded.run)
    monkeypatch.setattr(subprocess, "call", recorded.call)
    monkeypatch.setattr(environment, "LOCK", tmp_path / "requirements.lock")
    environment.LOCK.write_text("babel==2.18.0", encoding="utf-8")
    return recorded


def test_it_is_installed_by_hash_from_the_lock_alone(tmp_path: Path, commands: Commands) -> None:
    made = environment.ensure(Python("/opt/python3.12", "3.12"), tmp_path / "venv")
    probe, create, install = commands
    assert probe == "/opt/python3.12 -c import ensurepip"
    assert create == f"/opt/python3.12 -m venv --clear {tmp_path / 'venv'}"
    assert install.startswith(f"{made.python} -m pip install")
    assert "--require-hashes" in install
    assert install.endswith(f"--requirement {environment.LOCK}")


def test_it_is_made_anew_only_when_lock_or_python_change(tmp_path: Path, commands: Commands) -> None:
    def steps_for(version: str) -> int:
        before = len(commands)
        environment.ensure(Python(f"/opt/python{version}", version), tmp_path / "venv")
        return len(commands) - before

    assert [steps_for("3.12"), steps_for("3.12"), steps_for("3.13")] == [3, 0, 3]
    environment.LOCK.write_text("babel==2.18.1", encoding="utf-8")
    assert [steps_for("3.13"), steps_for("3.13")] == [3, 0]


def test_each_environment_has_the_lock_that_it_is_made_from(tmp_path: Path, commands: Commands) -> None:
    lock = tmp_path / "requirements-bench.lock"
    lock.write_text("typst==0.15.2", encoding="utf-8")
    environment.ensure(Python("/opt/python3.12", "3.12"), tmp_path / "venv", lock)
    assert commands[-1].endswith(f"--requirement {lock}")


def test_half_an_installation_is_begun_again(
    tmp_path: Path, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(command: list[str | Path], **options: object) -> None:
        commands.run(command, **options)
        if "pip" in command:
            raise subprocess.CalledProcessError(1, ["pip"])

    python = Python("/opt/python3.12", "3.12")
    with monkeypatch.context() as broken:
        broken.setattr(subprocess, "run", fail)
        with pytest.raises(subprocess.CalledProcessError):
            environment.ensure(python, tmp_path / "venv")
    commands.clear()
    environment.ensure(python, tmp_path / "venv")
    assert len(commands) == 3


def test_a_debian_without_venv_is_given_it(tmp_path: Path, commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(subprocess, "call", lambda _command, **_options: 1)
    monkeypatch.setattr(system, "install", lambda names, _reason: installed.extend(names))
    environment.ensure(Python("/usr/bin/python3", "3.11"), tmp_path / "venv")
    assert installed == ["python3.11-venv"]
    assert len(commands) == 2


@pytest.mark.parametrize("lock", [environment.LOCK, environment.BENCH_LOCK], ids=lambda lock: lock.name)
def test_the_lock_names_versions_and_hashes_and_no_host(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    pinned = [line for line in lines if not line.startswith("    --hash=sha256:")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[^ ]+( ; [^\\]+)? \\", line) for line in pinned)
    assert not any("://" in line for line in lines)


def test_a_python_that_qt_6_12_would_kill_gets_an_older_one() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    (minor,) = re.findall(r"^pyside6-essentials==6\.(\d+)\.\d+ ; python_full_version < '3\.12'", lock, re.MULTILINE)
    assert int(minor) < 12
