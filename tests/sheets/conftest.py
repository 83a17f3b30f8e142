"""The registers that the program comes with, built once for all tests of sheets, and opened for one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from regdesk.exchange.examples.build import build_example
from regdesk.services.registers import opened
from regdesk.services.session import Session
from regdesk.viewmodels.examples import example_file
from tests.sheets.meetings import Held, held


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Gives the file of an example by its code."""
    folder = tmp_path_factory.mktemp("shipped")

    def path(code: str) -> Path:
        register = folder / f"{code}.regdesk"
        if not register.exists():
            build_example(example_file(code), register, "Testaren")
        return register

    return path


@pytest.fixture
def shipped(built: Callable[[str], Path]) -> Iterator[Callable[[str], Session]]:
    """Opens an example by its code. Tests leave it as it is: others read it too."""
    with ExitStack() as stack:
        yield lambda code: stack.enter_context(opened(built(code), "Testaren"))


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Held]:
    """A small register with a meeting."""
    with held(tmp_path) as found:
        yield found
