"""When a kontrollmoment is to be done next, and what it showed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.almanac import occurrences
from regdesk.domain.codes import ControlOutcome
from regdesk.domain.ids import new_id
from regdesk.domain.model import Control, ControlResult
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.controls import due_on, record_result, results_of
from tests.registers import open_example

START = date(2024, 3, 31)
QUARTERLY = "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"


def control(rule: str = QUARTERLY, starts_on: date | None = START) -> Control:
    return Control(id=new_id(), text="Stickprov på attester", starts_on=starts_on, recurrence=rule)


@pytest.mark.parametrize(
    ("checked", "due"),
    [
        ([], date(2024, 3, 31)),
        ([date(2024, 3, 31)], date(2024, 6, 30)),
        ([date(2024, 3, 28)], date(2024, 6, 30)),
        ([date(2024, 4, 3)], date(2024, 6, 30)),
        ([date(2024, 4, 3), date(2024, 6, 27)], date(2024, 9, 30)),
        ([date(2024, 3, 1), date(2024, 3, 28)], date(2024, 6, 30)),
        ([date(2024, 8, 1)], date(2024, 9, 30)),
        ([date(2024, 6, 27), date(2024, 3, 28)], date(2024, 9, 30)),
        ([date.max], None),
    ],
)
def test_what_is_due_next(checked: list[date], due: date | None) -> None:
    assert due_on(control(), checked) == due


def test_what_has_no_first_day_is_never_due() -> None:
    assert due_on(control(starts_on=None), []) is None


def test_what_comes_once_is_done_once() -> None:
    once = control(rule="")
    assert due_on(once, []) == START
    assert due_on(once, [date(2024, 2, 1)]) is None


def test_a_rule_that_ends_ends() -> None:
    assert due_on(control(rule="FREQ=YEARLY;COUNT=1"), [START]) is None


@given(
    st.lists(st.integers(-200, 1_500).map(lambda days: START + timedelta(days=days)), max_size=12),
    st.sampled_from(["FREQ=WEEKLY", "FREQ=MONTHLY;BYMONTHDAY=1", QUARTERLY, "FREQ=YEARLY"]),
)
def test_what_is_due_is_a_day_of_the_rule_after_the_last_check(checked: list[date], rule: str) -> None:
    due = due_on(control(rule), checked)
    assert due is not None
    assert due in occurrences(rule, START, START, due)
    assert all(day < due for day in checked if day >= START)
    assert due_on(control(rule), [*checked, due]) == occurrences(rule, START, due, due + timedelta(days=400))[1]


def test_a_result_is_noted_and_taken_back(tmp_path: Path) -> None:
    session, _example = open_example(tmp_path)
    with session.change(Action.ADD) as change:
        made = change.insert(control())
    first = record_result(session, made.id, ControlOutcome.NO_DEVIATION, START)
    second = record_result(
        session, made.id, ControlOutcome.DEVIATION, date(2024, 6, 30), deviation="Två saknades", action="Ny rutin"
    )
    assert results_of(session, made.id) == [second, first]
    session.undo()
    assert results_of(session, made.id) == [first]
    with pytest.raises(Problem) as raised:
        record_result(session, new_id(), ControlOutcome.NO_DEVIATION, START)
    assert raised.value.kind is ProblemKind.ROW_MISSING
    session.undo()
    assert session.all(ControlResult) == []
    session.close()
