"""The plan goes on to its next period: the old one is kept, what is done is closed, the past stays, in one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import RegisterStatus, ValueKind, Verdict, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Assignment, Goal, Indicator, Meeting, Value, ValueColumn
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.assessing import assess, latest_assessments
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_meeting
from regdesk.services.outline import Outline
from regdesk.services.registers import check_register, edit_register, register_of
from regdesk.services.rolling import Roll, finished, next_target_years, roll_plan
from regdesk.services.session import Session
from regdesk.services.versions import differences, snapshot_of, version_snapshot, versions_of
from tests.registers import Example, open_example

TODAY = date(2026, 12, 1)
ROLL = Roll(start=2027, end=2029, target_years=(2027, 2029), title="Planen 2024–2026", years="2027–2029")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def test_the_old_period_is_kept_as_a_version_and_the_new_one_is_a_draft(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    edit_register(session, status=RegisterStatus.ADOPTED)
    before = snapshot_of(session)
    roll_plan(session, ROLL, TODAY)
    register = register_of(session)
    assert (register.period_start, register.period_end, register.status) == (2027, 2029, RegisterStatus.DRAFT)
    (version,) = versions_of(session)
    assert version.title == "Planen 2024–2026"
    assert differences(before, version_snapshot(session, version)) == []
    check_register(session)


def test_a_roll_is_one_step(opened: tuple[Session, Example]) -> None:
    session, example = opened
    before, head = snapshot_of(session), session.head.seq
    roll_plan(session, Roll(start=2027, end=2027, target_years=(2027,), closing=frozenset({example.area.id})), TODAY)
    assert session.head.seq == head + 1
    session.undo()
    assert snapshot_of(session) == before
    assert versions_of(session) == []


def test_new_years_get_blank_targets_where_there_were_targets_and_older_ones_are_kept_out_of_sight(
    opened: tuple[Session, Example],
) -> None:
    session, example = opened
    roll_plan(session, ROLL, TODAY)
    outline = Outline.read(session)
    shown = [(column.kind, column.year) for column in outline.columns]
    assert shown == [(ValueKind.OUTCOME, 2023), (ValueKind.TARGET, 2027), (ValueKind.TARGET, 2029)]
    assert [value.raw for value in outline.values[example.number.id]] == ["39 % ", "", ""]
    assert example.yes_no.id not in outline.values
    kept = session.all(Value, indicator_id=example.number.id, column_id=example.target.id)
    assert [value.raw for value in kept] == [">45 %"]


def test_a_target_that_lies_in_the_new_period_already_stays(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    early = add(session, ValueColumn(id=new_id(), kind=ValueKind.TARGET, year=2027, position=2))
    roll_plan(session, ROLL, TODAY)
    assert [column.id for column in Outline.read(session).columns if column.year == 2027] == [early.id]


def test_what_is_done_or_dropped_is_finished_but_not_an_uppdrag_with_parts_to_do(
    opened: tuple[Session, Example],
) -> None:
    session, example = opened
    parent, part = example.assignments
    edit(session, parent, status=WorkStatus.DONE)
    edit(session, part, parent_id=parent.id)
    dropped = add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Mät", status=WorkStatus.DROPPED))
    add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Räkna", status=WorkStatus.DELAYED))
    assert finished(session) == {dropped.id}
    edit(session, part, status=WorkStatus.DROPPED)
    assert finished(session) == {dropped.id, parent.id, part.id}


def test_what_does_not_go_on_is_closed_and_keeps_its_verdicts(opened: tuple[Session, Example]) -> None:
    session, example = opened
    meeting = add_meeting(session, Meeting(id=new_id(), date=date(2025, 5, 14)))
    assess(session, example.number.id, Verdict.NO, meeting_id=meeting.id)
    closing = frozenset({example.number.id, example.assignments[0].id})
    roll_plan(session, Roll(start=2027, end=2029, closing=closing), TODAY)
    assert session.get(Indicator, example.number.id).closed_on == TODAY
    assert session.get(Assignment, example.assignments[0].id).closed_on == TODAY
    assert session.get(Goal, example.goal.id).closed_on is None
    assert latest_assessments(session)[example.number.id].verdict is Verdict.NO


def test_years_with_targets_are_proposed_as_far_into_the_new_period(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    add(session, ValueColumn(id=new_id(), kind=ValueKind.TARGET, year=2026, position=2))
    add(session, ValueColumn(id=new_id(), kind=ValueKind.TARGET, year=2022, position=3))
    assert next_target_years(session, 2027) == (2027, 2029)


@pytest.mark.parametrize(("start", "end"), [(2024, 2026), (2020, 2022), (2028, 2027)])
def test_the_new_period_comes_after_the_old_one(opened: tuple[Session, Example], start: int, end: int) -> None:
    session, _ = opened
    with pytest.raises(Problem) as raised:
        roll_plan(session, Roll(start=start, end=end), TODAY)
    assert raised.value.kind is ProblemKind.PERIOD_NOT_LATER
    assert versions_of(session) == []
