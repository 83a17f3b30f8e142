"""`python -m regdesk` opens the window; with a register's file it opens that; with a command it is the command line."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Final

from regdesk.store.files import SUFFIX
from regdesk.store.soundness import look_ahead

_WITHOUT_QT: Final = (
    "regdesk.services.registers",
    "regdesk.viewmodels.problems",
    "regdesk.viewmodels.steps",
    "regdesk.viewmodels.titles",
    "regdesk.viewmodels.plan_tree",
    "regdesk.viewmodels.forms",
)
"""What the first page stands on. PySide reads the source of all that is imported after it, so this comes before."""


def main() -> int:
    """What the program was started for, done; gives the exit code."""
    arguments = sys.argv[1:]
    if not arguments:
        return _open_window(None)
    if len(arguments) == 1 and arguments[0].endswith(SUFFIX):
        return _open_window(Path(arguments[0]))
    from regdesk.cli import main as run_command

    return run_command(arguments)


def _open_window(register: Path | None) -> int:
    """Straight to the window: what commands need would make its start longer."""
    if register is not None:
        look_ahead(register)
    for name in _WITHOUT_QT:
        import_module(name)
    try:
        from regdesk.ui.app import run
    except ImportError:
        from regdesk.cli import main as run_command

        return run_command(["open"])  # fails in the same way, and says in a sentence why
    return run(register)


if __name__ == "__main__":
    sys.exit(main())
