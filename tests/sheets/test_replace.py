"""A file is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.sheets.replace import write_whole


def test_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    write_whole(b"new", target)
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(step, fail)
    with pytest.raises(Problem) as caught:
        write_whole(b"new", target)
    monkeypatch.undo()
    assert caught.value.kind is ProblemKind.FILE_NOT_WRITTEN
    assert caught.value.params["path"] == str(target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_file_that_is_held_for_a_moment_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, pauses = Path.replace, list[float]()

    def held(self: Path, target: Path) -> Path:
        if len(pauses) < 3:
            raise PermissionError(13, "Access is denied")
        return replace(self, target)

    monkeypatch.setattr("regdesk.sheets.replace._MAY_BE_HELD", True)
    monkeypatch.setattr("time.sleep", pauses.append)
    monkeypatch.setattr(Path, "replace", held)
    write_whole(b"new", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert pauses == sorted(pauses)
