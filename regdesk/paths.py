"""Where the program's own files lie, and where it may keep what it remembers of a user."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import platformdirs

DataFolder = Literal["resources", "i18n"]


def data_folder(name: DataFolder) -> Path:
    """The folder `name`, be the program frozen, installed from a wheel or run from a checkout.

    Raises FileNotFoundError where it is in none of them: the program is then not whole.
    """
    for root in _roots():
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"{name}/ is missing from this copy of the program")


def state_folder() -> Path:
    """The user's own folder for recent files, logs and crash copies; made when it is missing."""
    return platformdirs.user_state_path("regdesk", appauthor=False, ensure_exists=True)


def _roots() -> Iterator[Path]:
    package = Path(__file__).resolve().parent
    if frozen := getattr(sys, "_MEIPASS", None):
        yield Path(frozen)
    yield package / "_data"
    yield package.parent
