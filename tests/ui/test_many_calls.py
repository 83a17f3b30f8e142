"""Calls into Qt that return nothing cost no reference to None, of which a Python has only so many."""

from __future__ import annotations

import subprocess
import sys

CALLS = 20_000

# PySide6 6.12.0 on Python 3.11 dies after some 5,700 of them; hence the markers in pyproject.toml.
PROBE = f"""
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
answers = {{label.setEnabled(True) for _ in range({CALLS})}}
print(answers)
"""


def test_many_calls_that_return_nothing_are_survived() -> None:
    seen = subprocess.run([sys.executable, "-c", PROBE], check=False, capture_output=True, text=True, encoding="utf-8")
    assert (seen.returncode, seen.stdout.strip()) == (0, "{None}"), seen.stderr
