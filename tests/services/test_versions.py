"""A version keeps the plan whole, and what differs between two of them is found, nothing else."""

from __future__ import annotations

import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regdesk.domain.codes import AssignmentRole, RiskStatus, StateKind, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Activity,
    Assignment,
    ClusterParameter,
    Goal,
    GoalState,
    Indicator,
    InterimGoal,
    Level,
    Record,
    Register,
    Risk,
    plural_of,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.editing import add, edit, remove, write_value
from regdesk.services.session import Session
from regdesk.services.versions import (
    Change,
    Difference,
    differences,
    snapshot_of,
    take_version,
    version_numbered,
    version_snapshot,
    versions_of,
)
from tests.registers import Example, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def since(session: Session, number: str = "1") -> list[Difference]:
    return differences(version_snapshot(session, version_numbered(session, number)), snapshot_of(session))


def test_a_version_says_what_was_decided_and_where_history_stood(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    stood = session.head.hash
    taken = take_version(session, "Beslutad plan", decided_on=date(2023, 11, 29), section_no="64", dnr="23RS106")
    assert (taken.number, taken.section_no, taken.history_hash) == (1, "64", stood)
    assert take_version(session, "Reviderad plan").number == 2
    assert [each.number for each in versions_of(session)] == [2, 1]
    session.undo()
    assert [each.title for each in versions_of(session)] == ["Beslutad plan"]
    with pytest.raises(Problem) as raised:
        version_numbered(session, "2")
    assert raised.value.kind is ProblemKind.VERSION_UNKNOWN


def test_a_version_holds_what_the_register_held(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    before = snapshot_of(session)
    take_version(session, "Beslutad plan")
    assert version_snapshot(session, versions_of(session)[0]) == before
    assert since(session) == []


@pytest.mark.parametrize("content", [b"no zlib", zlib.compress(b"{"), zlib.compress(b"{}")[:-5]])
def test_a_version_that_is_damaged_is_told(opened: tuple[Session, Example], content: bytes) -> None:
    session, _ = opened
    taken = take_version(session, "Beslutad plan")
    with session.change(Action.EDIT) as change:
        broken = change.update(replace(taken, sha256=change.put_blob(content)))
    with pytest.raises(Problem) as raised:
        version_snapshot(session, broken)
    assert raised.value.kind is ProblemKind.REGISTER_DAMAGED


def test_added_removed_and_changed_are_told_apart(opened: tuple[Session, Example]) -> None:
    session, example = opened
    take_version(session, "Beslutad plan")
    risk = add(session, Risk(id=new_id(), title="Brist på personal"))
    remove(session, example.yes_no)
    edit(session, example.goal, title="Vården är nära alla")
    assert [(each.change, each.plural, each.id, each.title) for each in since(session)] == [
        (Change.CHANGED, "goals", example.goal.id, "Vården är nära alla"),
        (Change.REMOVED, "indicators", example.yes_no.id, "Samverkan har vuxit"),
        (Change.ADDED, "risks", risk.id, "Brist på personal"),
    ]


def test_a_target_is_told_under_its_indicator_and_an_outcome_is_no_part_of_the_plan(
    opened: tuple[Session, Example],
) -> None:
    session, example = opened
    take_version(session, "Beslutad plan")
    write_value(session, example.number.id, example.outcome.id, "44 %")
    write_value(session, example.number.id, example.target.id, ">50 %")
    (found,) = since(session)
    assert (found.plural, found.id, found.field) == ("values", example.number.id, example.target.id)
    assert (found.before, found.after) == (">45 %", ">50 %")


def test_the_order_alone_is_no_difference_but_where_a_level_stands_is(opened: tuple[Session, Example]) -> None:
    session, example = opened
    take_version(session, "Beslutad plan")
    edit(session, example.number, position=9)
    assert since(session) == []
    edit(session, session.all(Level)[1], position=4)
    assert [(each.plural, each.field, each.after) for each in since(session)] == [("levels", "position", 4)]


def _records(session: Session, example: Example) -> list[Record]:
    return [
        *(session.all(Register)[0], session.all(Level)[0], example.area, example.goal, example.number),
        *(example.parameters[0], example.assignments[0]),
        *session.all(Activity),
        *session.all(GoalState),
        *session.all(InterimGoal),
        *session.all(Risk),
    ]


_EDITS: dict[type[Record], dict[str, st.SearchStrategy[object]]] = {
    Register: {"plan_title": st.text(), "period_end": st.integers(2026, 2100), "dnr": st.text()},
    Level: {"name": st.text(), "name_plural": st.text()},
    Goal: {"title": st.text(), "printed_number": st.text(), "text": st.text(), "closed_on": st.dates()},
    Indicator: {"title": st.text(), "criterion": st.text(), "is_cluster": st.booleans()},
    ClusterParameter: {"name": st.text(), "criterion": st.text()},
    Activity: {"title": st.text(), "status": st.sampled_from(WorkStatus), "due_on": st.dates()},
    Assignment: {"text": st.text(), "role": st.sampled_from(AssignmentRole), "dnr": st.text()},
    GoalState: {"text": st.text(), "year": st.integers(2000, 2100)},
    InterimGoal: {"text": st.text(), "year": st.integers(2000, 2100)},
    Risk: {"title": st.text(), "status": st.sampled_from(RiskStatus), "cause": st.text()},
}


@contextmanager
def filled() -> Iterator[tuple[Session, Example]]:
    folder = Path(tempfile.mkdtemp())
    session, example = open_example(folder)
    goal = example.goal.id
    add(session, Activity(id=new_id(), goal_id=goal, title="Kartlägg"))
    add(session, GoalState(id=new_id(), goal_id=goal, kind=StateKind.CURRENT, text="Köer"))
    add(session, InterimGoal(id=new_id(), goal_id=goal, text="Halva kön"))
    add(session, Risk(id=new_id(), title="Brist"))
    try:
        yield session, example
    finally:
        session.close()
        shutil.rmtree(folder)


@settings(max_examples=60)
@given(data=st.data())
def test_whatever_is_edited_is_found_and_nothing_else(data: st.DataObject) -> None:
    with filled() as (session, example):
        before = snapshot_of(session)
        assert differences(before, before) == []
        record = data.draw(st.sampled_from(_records(session, example)))
        field = data.draw(st.sampled_from(sorted(_EDITS[type(record)])))
        value = data.draw(_EDITS[type(record)][field].filter(_can_be_kept))
        present = session.get(type(record), record.id)
        edit(session, present, **{field: value})
        found = differences(before, snapshot_of(session))
        assert differences(before, snapshot_of(session)) == found, "told alike each time"
        same = getattr(present, field) == value
        expected = [] if same else [(plural_of(type(record)), record.id, field)]
        assert [(each.plural, each.id, each.field) for each in found] == expected


def _can_be_kept(value: object) -> bool:
    """SQLite keeps no half of a surrogate pair."""
    return not isinstance(value, str) or value.isprintable()
