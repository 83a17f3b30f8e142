"""Tries a built program as a user would: `python -m tools.trial FOLDER`, where FOLDER is dist/regdesk.

What is built apart from its Python can lack a file that a library reads but never imports; only use shows that.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from regdesk.sheets.kinds import SHEETS

_REGISTER: Final = "exempel.regdesk"
_MEETING: Final = "2026-02-17"
_SETTLED_S: Final = 8.0
"""After which a window that is still there has come up."""


def main(arguments: Sequence[str]) -> int:
    """Try both programs in the folder; each that fails is named with what it said."""
    (folder,) = map(Path, arguments)
    suffix = ".exe" if sys.platform == "win32" else ""
    with TemporaryDirectory() as home:
        failed = [*tried([str(folder.resolve() / f"regdesk{suffix}")], Path(home))]
        failed += [*_window(folder.resolve() / f"regdesk-window{suffix}", Path(home))]
    print("\n".join(failed) or f"What was built in {folder} works.")
    return 1 if failed else 0


def tried(program: Sequence[str], home: Path) -> Iterator[str]:
    """What failed of the commands, each with the last that it said."""
    for command in _commands():
        done = subprocess.run(
            [*program, *command], cwd=home, env=_environment(home), capture_output=True, text=True, encoding="utf-8"
        )
        if done.returncode:
            yield f"{' '.join(command)}: {(done.stderr or done.stdout).strip()[-500:]}"


def _commands() -> Iterator[tuple[str, ...]]:
    """The whole job: a register, every sheet of it as every kind of file, a calendar, and a plan read from Word."""
    yield "example", "goal_areas", "-o", _REGISTER
    for code in SHEETS:
        for suffix in ("pdf", "docx", "txt"):
            yield "sheet", _REGISTER, code, "--meeting", _MEETING, "-o", f"{code}.{suffix}"
    yield "calendar", _REGISTER, "-o", "år.ics"
    yield "show", _REGISTER, "--json"
    yield "new", "ny.regdesk", "--organisation", "Region Exempel", "--board", "Nämnden", "--period", "2026-2028"
    yield "import", "ny.regdesk", "report.docx"
    yield "check", "ny.regdesk"


def _window(program: Path, home: Path) -> Iterator[str]:
    """What is wrong with the window, if it does not come up with a register in it."""
    environment = {**_environment(home), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([program, _REGISTER], cwd=home, env=environment, stderr=subprocess.PIPE) as window:
        try:
            _out, said = window.communicate(timeout=_SETTLED_S)
        except subprocess.TimeoutExpired:
            window.kill()
        else:
            yield f"the window ended with {window.returncode}: {said.decode(errors='replace').strip()[-500:]}"


def _environment(home: Path) -> dict[str, str]:
    """Without what leads to this Python, and with settings of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return {**kept, "HOME": str(home), "XDG_STATE_HOME": str(home), "XDG_CONFIG_HOME": str(home)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
