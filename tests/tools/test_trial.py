"""What is built is tried, and what fails is named."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.trial import tried


def program(folder: Path, body: str) -> list[str]:
    """A program that does as `body` says."""
    path = folder / "program.py"
    path.write_text(f"import sys\n{body}\n", encoding="utf-8")
    return [sys.executable, str(path)]


def test_a_program_that_does_all_has_nothing_to_tell(tmp_path: Path) -> None:
    assert list(tried(program(tmp_path, "pass"), tmp_path)) == []


def test_each_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    failing = program(tmp_path, "sys.exit('ingen kalender' if 'calendar' in sys.argv else 0)")
    assert list(tried(failing, tmp_path)) == ["calendar exempel.regdesk -o år.ics: ingen kalender"]
