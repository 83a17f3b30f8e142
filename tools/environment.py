"""Makes the virtual environments that the verbs run in, from the lock file and nothing else."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools import system
from tools.pythons import Python

ROOT: Final = Path(__file__).resolve().parent.parent
LOCK: Final = ROOT / "requirements.lock"
BENCH_LOCK: Final = ROOT / "requirements-bench.lock"


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment in `folder`, installed or not."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.program("python")

    def program(self, name: str) -> Path:
        """A command that one of its packages brings."""
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin") / name

    @property
    def stamp(self) -> Path:
        """Tells which Python and lock it was installed for; written last, so half an installation has none."""
        return self.folder / "regdesk.stamp"


def ensure(python: Python, folder: Path, lock: Path | None = None) -> Environment:
    """The environment in `folder`, made anew with `python` unless it already is just what the lock says."""
    environment, lock = Environment(folder), lock or LOCK
    wanted = f"{python.version} {hashlib.sha256(lock.read_bytes()).hexdigest()}\n"
    if environment.stamp.is_file() and environment.stamp.read_text(encoding="utf-8") == wanted:
        return environment
    print(f"Installing {lock.name} for Python {python.version} in {folder.name}/", flush=True)
    _make(python, folder)
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    install += ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    subprocess.run([environment.python, *install], check=True, cwd=ROOT)
    environment.stamp.write_text(wanted, encoding="utf-8")
    return environment


def _make(python: Python, folder: Path) -> None:
    """Debian keeps the part of venv that installs pip in a package of its own."""
    if subprocess.call([python.path, "-c", "import ensurepip"], stderr=subprocess.DEVNULL) != 0:
        system.install([f"python{python.version}-venv"], f"Python {python.version} cannot make environments")
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONHOME"}
    subprocess.run([python.path, "-m", "venv", "--clear", folder], check=True, env=clean)
