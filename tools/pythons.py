"""Finds the Pythons of this machine that really start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# The tests run on each of these that is present; the first is the oldest that the project supports.
TESTED: Final = ("3.11", "3.12", "3.13")


@dataclass(frozen=True, slots=True)
class Python:
    """An interpreter: its path and its version, such as 3.12."""

    path: str
    version: str


def current() -> Python:
    """The one that runs this, outside any virtual environment."""
    return Python(getattr(sys, "_base_executable", sys.executable), "{}.{}".format(*sys.version_info))


def others() -> list[Python]:
    """One for each tested version but the current one, as far as this machine has them.

    REGDESK_PYTHONS, a list of interpreters, is asked instead of PATH where it is set; empty means none.
    """
    found = {python.version: python for command in _candidates() if (python := _ask(command))}
    return [found[version] for version in TESTED if version in found and version != current().version]


def _candidates() -> Iterator[list[str]]:
    listed = os.environ.get("REGDESK_PYTHONS")
    if listed is not None:
        yield from ([path] for path in listed.split(os.pathsep) if path)
        return
    for version in TESTED:
        yield [f"python{version}"]
        if sys.platform == "win32":
            yield ["py", f"-{version}"]


def _ask(command: list[str]) -> Python | None:
    """None where the command is missing or is a mere stand-in, as pyenv's for versions that are not active."""
    if shutil.which(command[0]) is None:
        return None
    probe = "import sys; print(sys.executable, *sys.version_info[:2], sep='\\n')"
    active = {**os.environ, "PYENV_VERSION": command[0].removeprefix("python")}
    answer = subprocess.run(
        [*command, "-c", probe], check=False, capture_output=True, text=True, encoding="utf-8", env=active
    )
    if answer.returncode != 0:
        return None
    path, major, minor = answer.stdout.splitlines()
    return Python(path, f"{major}.{minor}")
