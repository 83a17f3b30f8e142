"""Commands run as they are from a terminal, in this process unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from regdesk.cli import main


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str


Regdesk = Callable[..., Said]


@pytest.fixture
def regdesk(capsys: pytest.CaptureFixture[str]) -> Regdesk:
    """Runs `regdesk` with these words."""

    def run(*arguments: object) -> Said:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run


@pytest.fixture
def register(tmp_path: Path, regdesk: Regdesk) -> Path:
    """An empty register made by the command."""
    path = tmp_path / "nämnden.regdesk"
    said = regdesk("new", path, "--organisation", "Region Å", "--board", "Patientnämnden", "--period", "2024–2026")
    assert (said.code, said.err) == (0, "")
    return path
