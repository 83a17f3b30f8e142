"""The plan in few words, as cheap as it is shown often."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regdesk.domain.codes import Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Attachment, Section
from regdesk.services.assessing import assess, latest_assessments
from regdesk.services.branches import branches_of, latest_verdicts
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

    assert latest_verdicts(session) == {
        item: assessment.verdict for item, assessment in latest_assessments(session).items()
    }
    assert latest_verdicts(session)[example.yes_no.id] is Verdict.YES
