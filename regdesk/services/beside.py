"""Reads the open register in another thread than the one it is open in, so that the window need not wait for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from regdesk.services.session import Session
from regdesk.store.reading import beside, steadily

T = TypeVar("T")


def read_beside(path: Path, read: Callable[[Session], T], go_on: Callable[[], object] = lambda: None) -> T:
    """What `read` finds in the register at `path`, as it stands at one moment; it may not change anything.

    `go_on` is called again and again while it reads, and may raise to end it. Raises what `store.reading.beside` and
    `read` raise.
    """
    with beside(path, go_on) as repository:
        return steadily(repository, lambda: read(Session(repository, path)))
