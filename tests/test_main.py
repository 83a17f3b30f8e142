"""`python -m regdesk`: a window, a window with a register in it, or a command."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from regdesk.__main__ import main


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """A window that only notes what it was opened with."""
    opened: list[Path | None] = []

    def run(path: Path | None) -> int:
        opened.append(path)
        return 7

    monkeypatch.setitem(sys.modules, "regdesk.ui.app", SimpleNamespace(run=run))
    return opened


@pytest.mark.parametrize(
    ("arguments", "path"),
    [([], None), (["plan.regdesk"], Path("plan.regdesk")), (["open", "plan"], Path("plan.regdesk")), (["open"], None)],
)
def test_the_window_opens(
    window: list[Path | None], monkeypatch: pytest.MonkeyPatch, arguments: list[str], path: Path | None
) -> None:
    monkeypatch.setattr(sys, "argv", ["regdesk", *arguments])
    assert main() == 7
    assert window == [path]


def test_a_command_is_run(
    window: list[Path | None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["regdesk", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("Regdesk ")
    assert window == []


@pytest.mark.parametrize("arguments", [[], ["open"], ["plan.regdesk"]])
def test_a_window_that_cannot_open_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.setitem(sys.modules, "regdesk.ui.app", None)
    monkeypatch.setattr(sys, "argv", ["regdesk", *arguments])
    assert main() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Fönstret går inte att öppna (")
    assert said.err.endswith("): installera det som saknas och försök igen.\n")
