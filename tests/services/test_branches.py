"""The plan in few words, as cheap as it is shown often."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment, Attachment, Meeting, Section
from regdesk.services.assessing import assess, latest_assessments
from regdesk.services.branches import (
    branches_found,
    branches_of,
    branches_under,
    latest_verdicts,
    owners_of,
    top_branches,
)
from regdesk.services.editing import add, reorder
from regdesk.services.session import Session
from tests.registers import Example, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def test_what_stands_under_a_goal_comes_in_its_order(opened: tuple[Session, Example]) -> None:
    session, example = opened
    reorder(session, [example.cluster, example.number, example.yes_no])

    under = [
        each.id for each in branches_of(session) if (each.plural, each.owner_id) == ("indicators", example.goal.id)
    ]

    assert under == [example.cluster.id, example.number.id, example.yes_no.id]


def test_a_part_without_a_title_is_told_by_the_start_of_its_text(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    add(session, Section(id=new_id(), text="x" * 1000))
    add(session, Attachment(id=new_id(), title="Uppsikt", included_in_decision=False))

    told = {each.plural: each for each in branches_of(session)}

    assert told["sections"].title == "x" * 300
    assert told["attachments"].code == "outside"


def test_all_is_read_with_one_query_however_large_the_plan_is(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    asked: list[str] = []
    session.repository.connection.set_trace_callback(asked.append)
    branches_of(session)
    session.repository.connection.set_trace_callback(None)

    assert len(asked) == 1


def test_the_latest_verdicts_are_those_of_the_latest_assessments(opened: tuple[Session, Example]) -> None:
    session, example = opened
    for verdict in (Verdict.NO, Verdict.YES):
        assess(session, example.yes_no.id, verdict)
    assess(session, example.number.id, Verdict.PARTLY)

    assert latest_verdicts(session, [example.yes_no.id, example.number.id]) == {
        item: assessment.verdict for item, assessment in latest_assessments(session).items()
    }
    assert latest_verdicts(session, [example.yes_no.id])[example.yes_no.id] is Verdict.YES


def test_no_verdicts_are_read_but_those_asked_for(opened: tuple[Session, Example]) -> None:
    session, example = opened
    assess(session, example.yes_no.id, Verdict.NO)

    assert latest_verdicts(session, [example.number.id]) == {}


def test_the_top_of_the_plan_is_read_without_what_stands_below(opened: tuple[Session, Example]) -> None:
    session, example = opened
    risen = add(session, Assignment(id=new_id(), text="Utan mål"))

    assert [(each.id, each.owns) for each in top_branches(session)] == [(example.area.id, True), (risen.id, False)]


def test_what_stands_right_under_some_parts_is_read_at_once(opened: tuple[Session, Example]) -> None:
    session, example = opened

    under = branches_under(session, [example.area.id, example.cluster.id])

    assert {(each.id, each.owner_id) for each in under} == {
        (example.goal.id, example.area.id),
        *((parameter.id, example.cluster.id) for parameter in example.parameters),
    }
    owning = {each.id: each.owns for each in branches_under(session, [example.goal.id])}
    assert (owning[example.cluster.id], owning[example.number.id]) == (True, False)


def test_what_is_found_comes_with_all_that_it_stands_under(opened: tuple[Session, Example]) -> None:
    session, example = opened
    part = add(session, Assignment(id=new_id(), goal_id=example.goal.id, parent_id=example.assignments[1].id, text="Ö"))
    add(session, Meeting(id=new_id(), date=date(2024, 5, 14), title="Övningar"))

    assert {each.id for each in branches_found(session, "övn", 10)} == {
        *(example.area.id, example.goal.id, example.cluster.id, example.parameters[0].id)
    }
    assert {each.id for each in branches_found(session, "ö", 10)} >= {part.id, example.assignments[1].id}
    assert branches_found(session, "finns ej", 10) == []
    assert branches_found(session, " ", 10) == []


def test_no_more_is_found_than_asked_for(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    for number in range(4):
        add(session, Attachment(id=new_id(), title=f"Bilaga {number}"))

    assert len(branches_found(session, "bilaga", 3)) == 3


def test_a_part_knows_what_it_stands_under(opened: tuple[Session, Example]) -> None:
    session, example = opened

    assert owners_of(session, example.parameters[1].id) == [example.cluster.id, example.goal.id, example.area.id]
    assert owners_of(session, example.area.id) == []
    assert owners_of(session, new_id()) == []
