"""The light lines of a meeting's tasks say the same as the tasks themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Meeting, Risk
from regdesk.services.actions import Action
from regdesk.services.assessing import assess, tasks_of
from regdesk.services.meetings import add_agenda_item, add_meeting, everything_to_assess, new_meeting
from regdesk.services.session import Session
from regdesk.services.tasks import Progress, progress_of_agenda_items, progress_of_meetings, task_lines
from tests.registers import Example, open_example


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[tuple[Session, Example, Meeting]]:
    session, example = open_example(tmp_path)
    yield session, example, add_meeting(session, new_meeting(date(2024, 9, 12)))
    session.close()


def test_lines_are_the_tasks_in_their_order(plan: tuple[Session, Example, Meeting]) -> None:
    session, example, meeting = plan
    wanted = everything_to_assess(session)
    add_agenda_item(session, meeting.id, "Klustret först", subjects=wanted[2:])
    add_agenda_item(session, meeting.id, "Resten", subjects=[*wanted[:2], example.assignments[0].id, example.goal.id])
    lines = task_lines(session, meeting.id)
    assert [(line.agenda_item_id, line.item_id, line.cluster_id) for line in lines] == [
        (task.agenda_item.id, task.item.id, task.cluster_id) for task in tasks_of(session, meeting.id)
    ]
    assert [(line.kind, line.title) for line in lines] == [
        ("cluster_parameter", "Övningar"),
        ("cluster_parameter", ""),
        ("indicator", "Beredskapen har stärkts"),
        ("indicator", "Nöjda besökare"),
        ("indicator", "Samverkan har vuxit"),
        ("assignment", "Följa hur väntetiderna utvecklas"),
        ("goal", "Vården är nära"),
    ]


def test_what_takes_no_verdict_is_no_task(plan: tuple[Session, Example, Meeting]) -> None:
    session, example, meeting = plan
    risk = Risk(id=new_id(), title="Brist på personal (exempeldata)")
    with session.change(Action.ADD) as change:
        change.insert(risk)
    item = add_agenda_item(session, meeting.id, "Risker", subjects=[risk.id, example.number.id])
    assert [line.item_id for line in task_lines(session, meeting.id)] == [example.number.id]
    assert progress_of_agenda_items(session, [item.id]) == {item.id: Progress(0, 1)}


def test_progress_leaves_out_meetings_with_nothing_to_assess(plan: tuple[Session, Example, Meeting]) -> None:
    session, example, meeting = plan
    other = add_meeting(session, new_meeting(date(2024, 10, 1)))
    add_agenda_item(session, meeting.id, "Uppföljning", subjects=[example.cluster.id])
    assess(session, example.parameters[1].id, Verdict.CANNOT_ASSESS, meeting_id=meeting.id)
    assess(session, example.cluster.id, Verdict.NO, meeting_id=other.id)
    assert progress_of_meetings(session, [meeting.id, other.id]) == {meeting.id: Progress(1, 3)}
