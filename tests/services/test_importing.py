"""Approved plans become part of a register in one step, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from regdesk.domain.ids import new_id
from regdesk.domain.model import Goal, Import
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.importing import import_records, imported_before
from regdesk.services.registers import check_register
from regdesk.store.connection import LENGTH_LIMIT
from tests.registers import open_example

_SHA256 = "0" * 64


def test_a_plan_comes_and_goes_in_one_step(tmp_path: Path) -> None:
    session, example = open_example(tmp_path)
    with session:
        goal = replace(example.goal, id=new_id())
        import_records(session, [goal], {}, file_name="plan.docx", sha256=_SHA256)
        assert imported_before(session, _SHA256)
        session.undo()
        assert not imported_before(session, _SHA256)
        assert goal.id not in {each.id for each in session.all(Goal)}


@pytest.mark.parametrize("big", ["picture", "texts"])
def test_a_plan_that_is_too_large_for_a_register(tmp_path: Path, big: str) -> None:
    session, example = open_example(tmp_path)
    blobs = {"": bytes(LENGTH_LIMIT + 1)} if big == "picture" else {}
    text = "x" * (LENGTH_LIMIT // 2) if big == "texts" else ""
    goals = [replace(example.goal, id=new_id(), text=text) for _ in range(2)]
    with session:
        head = session.head
        with pytest.raises(Problem) as caught:
            import_records(session, goals, blobs, file_name="plan.docx", sha256=_SHA256)
        assert (caught.value.kind, caught.value.params) == (ProblemKind.FILE_TOO_LARGE, {"name": "plan.docx"})
        assert (session.head, session.all(Import)) == (head, [])
        check_register(session)
