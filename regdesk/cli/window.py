"""`regdesk open`: the window."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from regdesk.cli.choices import register_argument
from regdesk.cli.speech import Command
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _


def command() -> Command:
    """The command in the present language."""
    return Command("open", open_window, _("Öppna fönstret."), register_argument(required=False))


def open_window(register: Path | None) -> int:
    """Show the window until it is closed; gives its exit code. Raises Problem(WINDOW_UNAVAILABLE)."""
    try:
        from regdesk.ui.app import run
    except ImportError as error:  # a library of the system that Qt needs, most often
        raise Problem(ProblemKind.WINDOW_UNAVAILABLE, detail=str(error)) from error
    return run(register)


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether somebody may be there to see a window: not on a build machine, and on Linux where there is a display."""
    if environment.get("CI"):
        return False
    return platform != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
