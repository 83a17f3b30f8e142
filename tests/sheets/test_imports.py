"""Blocks and plain text are there before any library that draws them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("reportlab", "pikepdf", "pypdfium2", "docx")


def test_blocks_and_plain_text_import_no_library_that_draws() -> None:
    code = f"import sys, regdesk.sheets.blocks, regdesk.sheets.plain; print([m for m in {HEAVY} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT, encoding="utf-8")
    assert result.stdout.strip() == "[]"
