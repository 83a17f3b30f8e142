"""What poppler, a reader that shares no code with the program, finds in a PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

_WITHIN_A_WORD = re.compile("\u00ad\\s*")
_STROKES = re.compile("[-/‐–]")


def missing() -> str:
    """What this machine lacks, in a sentence; empty where it lacks nothing."""
    absent = [name for name in ("pdfinfo", "pdftotext") if shutil.which(name) is None]
    return f"{' and '.join(absent)} of poppler-utils are not installed" if absent else ""


def structure_words(path: Path) -> list[str]:
    """The words of the structure tree, in its order."""
    lines = _said("pdfinfo", "-struct-text", "-enc", "UTF-8", str(path)).splitlines()
    texts = (line.strip().strip('"') for line in lines if line.strip().startswith('"'))
    return words_of(" ".join(texts))


def page_words(path: Path) -> list[str]:
    """The words on the pages, in the order in which they are drawn."""
    return words_of(_said("pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"))


def words_of(text: str) -> list[str]:
    """The words of `text`: whole where a hyphen parts them, and parted where a line may end after a stroke."""
    return _STROKES.sub(r"\g<0> ", _WITHIN_A_WORD.sub("", text)).split()


def _said(*command: str) -> str:
    program = str(shutil.which(command[0]))
    said = subprocess.run([program, *command[1:]], capture_output=True, check=True).stdout
    return said.decode(errors="replace")  # pdfinfo writes the texts of attributes as they stand in the file
