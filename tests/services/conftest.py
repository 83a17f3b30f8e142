"""An open register with the example plan, for services that need no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regdesk.services.session import Session
from tests.registers import Example, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    """A session and the records of its example plan."""
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


@pytest.fixture
def session(opened: tuple[Session, Example]) -> Session:
    """The session alone."""
    return opened[0]


@pytest.fixture
def example(opened: tuple[Session, Example]) -> Example:
    """The records alone, as they are stored."""
    return opened[1]
