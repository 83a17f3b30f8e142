"""The verbs of dev.py: one function each, whose first line is its help."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from tools import environment, pythons, system
from tools.environment import ROOT, Environment
from tools.pythons import Python

Arguments = list[str]


def demo(arguments: Arguments) -> int:
    """Make a demo register, import a plan, assess it, print its sheets, and open the window."""
    return _call([_ready(on_screen=_has_screen()).python, "-m", "regdesk.cli", "demo", *arguments])


def run_window(arguments: Arguments) -> int:
    """Open the window; a register may be named."""
    return _call([_ready(on_screen=True).python, "-m", "regdesk", *arguments])


def test(arguments: Arguments) -> int:
    """Run the tests on this Python and, without the slow ones, on the other tested Pythons that are present."""
    here = _ready()
    system.ensure_pdf_checkers()
    results = {pythons.current().version: _pytest(here, arguments)}
    for python in pythons.others():
        beside = _ready(python, folder=f".venv-{python.version}")
        print(f"\nThe same tests on Python {python.version}, but for the slow ones:", flush=True)
        results[python.version] = _pytest(beside, ["-m", "not slow", *arguments])
    failed = [version for version, code in results.items() if code != 0]
    print(f"\nTested on Python {', '.join(results)}: " + (f"fails on {', '.join(failed)}." if failed else "passes."))
    return 1 if failed else 0


def lint(_arguments: Arguments) -> int:
    """Check style, types, the arrows between the rooms, and that the catalogues are fresh."""
    here = _ready()
    checks: list[list[str | Path]] = [
        [here.python, "-m", "ruff", "check"],
        [here.python, "-m", "ruff", "format", "--check"],
        [here.python, "-m", "mypy"],
        [here.program("lint-imports"), "--no-logo"],
        [here.python, "-m", "tools.catalogues", "check"],
    ]
    return max(_call(check) for check in checks)


def texts(_arguments: Arguments) -> int:
    """Bring the catalogues in i18n/ in step with the texts of the program."""
    return _call([_ready().python, "-m", "tools.catalogues", "update"])


def shots(arguments: Arguments) -> int:
    """Draw the pictures of README and handbook anew."""
    return _call([_ready().python, "-m", "tools.shots", *arguments])


def bench(arguments: Arguments) -> int:
    """Measure what a person waits for."""
    here = _ready()
    if not arguments or "sheets" in arguments:
        environment.ensure(pythons.current(), ROOT / ".venv-bench", environment.BENCH_LOCK)
        system.ensure_pango()
    return _call([here.python, "-m", "bench", *arguments])


def build(_arguments: Arguments) -> int:
    """Build wheel, source archive and the program's own folder for this system, all in dist/, and try the last."""
    python = _ready().python
    steps: list[list[str | Path]] = [
        [python, "-m", "hatchling", "build", "-d", "dist"],
        [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"],
        [python, "-m", "tools.trial", ROOT / "dist" / "regdesk"],
    ]
    return next((code for code in map(_call, steps) if code), 0)


def lock(_arguments: Arguments) -> int:
    """Choose the newest versions that pyproject.toml allows and write them with hashes, for every system."""
    choices = ["--universal", "--python-version", pythons.TESTED[0], "--upgrade"]
    shape = ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"]
    compiled: list[str | Path] = [
        _ready().program("uv"),
        "pip",
        "compile",
        *choices,
        *shape,
        "--quiet",
        "--output-file",
    ]
    whole = _call([*compiled, environment.LOCK.name, "pyproject.toml", "--group", "dev"])
    return whole or _call([*compiled, environment.BENCH_LOCK.name, "--group", "bench"])


VERBS: Final[dict[str, Callable[[Arguments], int]]] = {
    "demo": demo,
    "run": run_window,
    "test": test,
    "lint": lint,
    "texts": texts,
    "shots": shots,
    "bench": bench,
    "build": build,
    "lock": lock,
}


def run(arguments: Arguments) -> int:
    """Run a verb with the arguments that follow it; without one, say what there is."""
    verb = VERBS.get(arguments[0]) if arguments else None
    if verb is None:
        print("usage: python3 dev.py VERB [ARGUMENT …]\n")
        print("\n".join(f"  {name:6} {(verb.__doc__ or '').splitlines()[0]}" for name, verb in VERBS.items()))
        return 2
    try:
        return verb(arguments[1:])
    except subprocess.CalledProcessError as failure:
        print(f"This step failed: {' '.join(map(str, failure.cmd))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _ready(python: Python | None = None, *, folder: str = ".venv", on_screen: bool = False) -> Environment:
    ready = environment.ensure(python or pythons.current(), ROOT / folder)
    system.ensure_qt_libraries(ready.python, on_screen=on_screen)
    return ready


def _has_screen() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _pytest(where: Environment, arguments: Arguments) -> int:
    """On every core; `-n 0` among the arguments keeps to one process."""
    return _call([where.python, "-m", "pytest", "-n", "auto", *arguments])


def _call(command: Sequence[str | Path]) -> int:
    return subprocess.call(command, cwd=ROOT)
