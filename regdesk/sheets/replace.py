"""Puts a whole file in the place of another, or leaves that one as it was."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import Final

from regdesk.domain.problems import Problem, ProblemKind

_MAY_BE_HELD: Final = os.name == "nt"  # by a virus scanner or a viewer, for a while (WinError 5, 32, 33)
_ATTEMPTS: Final = 6
_FIRST_PAUSE: Final = 0.05  # seconds, doubled after each attempt


def write_whole(data: bytes, target: Path) -> None:
    """Write `data` beside `target` and then put it there. Raises Problem(FILE_NOT_WRITTEN, path, reason)."""
    try:
        beside = _write_beside(data, target)
        try:
            _replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise Problem(ProblemKind.FILE_NOT_WRITTEN, path=str(target), reason=error.strerror or str(error)) from error


def _write_beside(data: bytes, target: Path) -> Path:
    path = target.with_name(f".regdesk-{os.getpid()}-{threading.get_ident()}.part")
    try:
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def _replace(beside: Path, target: Path) -> None:
    for attempt in range(_ATTEMPTS):
        try:
            beside.replace(target)
        except PermissionError:
            if attempt == _ATTEMPTS - 1 or not _MAY_BE_HELD:
                raise
            time.sleep(_FIRST_PAUSE * 2**attempt)
        else:
            return
