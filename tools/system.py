"""Gets what pip cannot bring: Debian and Ubuntu packages, installed for root, else named in a command to run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from ctypes.util import find_library
from pathlib import Path
from typing import Final

# Qt draws with these even where there is no screen; the second group opens windows and finds printers.
OFFSCREEN: Final = (
    "lib/libQt6Svg.so.*",
    "lib/libQt6PrintSupport.so.*",
    "plugins/platforms/libqoffscreen.so",
)
ON_SCREEN: Final = (
    "plugins/platforms/libqxcb.so",
    "plugins/platforms/libqwayland*.so",
    "plugins/xcbglintegrations/*.so",
    "plugins/wayland-graphics-integration-client/*.so",
    "plugins/printsupport/*.so",
)

# Programs and files by which PDFs are held against what others wrote, and the packages that bring them.
CHECKERS: Final = {
    "javac": "default-jdk-headless",
    "/usr/share/java/jaxb-runtime.jar": "libjaxb-java",
    "pdfinfo": "poppler-utils",
}

# Libraries that WeasyPrint draws with, which only the bench has use for.
PANGO: Final = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}

# Names that Debian's rule for naming packages after libraries does not give.
_IRREGULAR: Final = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}


def ensure_qt_libraries(python: Path, *, on_screen: bool) -> None:
    """See to it that the Qt beside `python` finds every library of the system that it is linked to."""
    if sys.platform != "linux":
        return
    patterns = (*OFFSCREEN, *ON_SCREEN) if on_screen else OFFSCREEN
    if missing := missing_libraries(python, patterns):
        install({package_of(library) for library in missing}, "Qt needs libraries that this system lacks")


def ensure_pdf_checkers() -> None:
    """See to it that the tests can hold PDFs against veraPDF and poppler; where that fails they say so and go on."""
    packages = {
        package for needed, package in CHECKERS.items() if shutil.which(needed) is None and not Path(needed).exists()
    }
    if sys.platform != "linux" or not packages:
        return
    try:
        install(packages, "The reference check of PDFs needs programs that this system lacks")
    except (SystemExit, subprocess.CalledProcessError) as stopped:
        print(f"{stopped}\nUntil then the tests of the reference check are skipped.", flush=True)


def ensure_pango() -> None:
    """See to it that WeasyPrint finds the libraries that it draws with."""
    packages = {package for library, package in PANGO.items() if find_library(library) is None}
    if sys.platform == "linux" and packages:
        install(packages, "WeasyPrint, beside which sheets are measured, needs libraries that this system lacks")


def missing_libraries(python: Path, patterns: Iterable[str]) -> set[str]:
    """The sonames that ldd cannot find for the files of Qt that match."""
    (qt,) = python.parent.parent.glob("lib/python3.*/site-packages/PySide6/Qt")
    files = [str(file) for pattern in patterns for file in qt.glob(pattern)]
    linked = subprocess.run(["ldd", *files], check=False, capture_output=True, text=True, encoding="utf-8")  # noqa: S607
    return set(re.findall(r"(\S+) => not found", linked.stdout))


def package_of(library: str) -> str:
    """Debian's package of a shared library: libX11.so.6 lies in libx11-6, libGL.so.1 in libgl1."""
    if library in _IRREGULAR:
        return _IRREGULAR[library]
    name, _so, version = library.lower().partition(".so.")
    return f"{name}-{version}" if name[-1].isdigit() else f"{name}{version}"


def install(packages: Iterable[str], reason: str) -> None:
    """Install Debian packages as root; otherwise stop with the exact command that somebody has to run."""
    names = sorted(packages)
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *names]
    if shutil.which("apt-get") is None:
        sys.exit(f"{reason}. Install what Debian calls: {' '.join(names)}")
    if sys.platform == "win32" or os.geteuid() != 0:
        sys.exit(f"{reason}. Run this and try again:\n    sudo {' '.join(command)}")
    print(f"{reason}: installing {' '.join(names)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "--quiet"], command):
        subprocess.run(step, check=True, env=environment, stdout=subprocess.DEVNULL)
