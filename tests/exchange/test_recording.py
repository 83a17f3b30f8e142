"""Verdicts of a file: each row finds what it is about, or nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Assessment, Goal, Indicator, InterimGoal, Level, Meeting
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.recording import record_verdicts
from regdesk.exchange.verdicts_csv import VerdictRow
from regdesk.services.actions import Action, Step
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_agenda_item, add_meeting, close_meeting, new_meeting
from regdesk.services.session import Session
from tests.registers import Example, open_example

Opened = tuple[Session, Example, Meeting]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """The example plan with a meeting that takes up its indicators under § 12."""
    session, example = open_example(tmp_path)
    with session:
        meeting = add_meeting(session, new_meeting(date(2024, 5, 14)))
        subjects = [example.number.id, example.yes_no.id, example.cluster.id]
        add_agenda_item(session, meeting.id, "Uppföljning", section_no="12", subjects=subjects)
        yield session, example, meeting


def row_of(**said: str) -> VerdictRow:
    return replace(VerdictRow(line=4, verdict=Verdict.PARTLY, justification="På väg."), **said)  # type: ignore[arg-type]


def about(opened: Opened, **said: str) -> str:
    """The id of what a row with these columns is about."""
    session, _, meeting = opened
    (assessment,) = record_verdicts(session, meeting.id, [row_of(**said)], "fil.csv")
    return assessment.item_id


@pytest.mark.parametrize(
    "said",
    [
        {"name": "nöjda  BESÖKARE"},
        {"name": "Nöjda besökare", "kind": "indicator"},
        {"name": "Nöjda besökare", "goal": "Vården är nära"},
        {"name": "Nöjda besökare", "goal": "1"},
        {"name": "Nöjda besökare", "goal": "1.1 Vården är nära"},
    ],
)
def test_an_indicator_is_found_by_its_name(opened: Opened, said: dict[str, str]) -> None:
    assert about(opened, **said) == opened[1].number.id


@pytest.mark.parametrize("said", [{"goal": "1.1"}, {"goal": "Vården är nära"}, {"name": "1.1", "kind": "goal"}])
def test_a_goal_is_found_by_number_and_title(opened: Opened, said: dict[str, str]) -> None:
    assert about(opened, **said) == opened[1].goal.id


def test_an_indicator_is_found_by_the_text_of_its_cell(opened: Opened) -> None:
    assert about(opened, name="Samverkan har vuxit (ja/delvis/nej)") == opened[1].yes_no.id


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"parameter": "Övningar"}, 0),
        ({"parameter": "2", "name": "Beredskapen har stärkts"}, 1),
        ({"name": "övningar", "kind": "cluster_parameter"}, 0),
    ],
)
def test_a_parameter_is_found_by_name_or_number(opened: Opened, said: dict[str, str], place: int) -> None:
    assert about(opened, **said) == opened[1].parameters[place].id


def test_other_kinds_are_found_by_their_texts(opened: Opened) -> None:
    session, example, _ = opened
    interim = add(session, InterimGoal(id=new_id(), goal_id=example.goal.id, text="Halvvägs i maj"))
    activity = add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Öva med kommunerna"))
    assert about(opened, name="Halvvägs i maj") == interim.id
    assert about(opened, name="Öva med kommunerna", kind="activity") == activity.id
    assert about(opened, name="Se till att stödet räcker") == example.assignments[1].id


def test_a_verdict_is_recorded_with_its_meeting_and_section(opened: Opened) -> None:
    session, example, meeting = opened
    (assessment,) = record_verdicts(session, meeting.id, [row_of(item_id=example.number.id)], "fil.csv")
    assert (assessment.verdict, assessment.justification) == (Verdict.PARTLY, "På väg.")
    assert (assessment.meeting_id, assessment.section_no) == (meeting.id, "12")
    assert session.undo_step == Step(Action.ASSESS_FROM_FILE, "fil.csv")


def test_a_row_may_name_the_section_itself(opened: Opened) -> None:
    session, example, meeting = opened
    item = add_agenda_item(session, meeting.id, "Beredskap", section_no="13")
    rows = [row_of(item_id=example.number.id, section_no="13"), row_of(item_id=example.yes_no.id, section_no="99")]
    first, second = record_verdicts(session, meeting.id, rows, "fil.csv")
    assert (first.agenda_item_id, first.section_no) == (item.id, "13")
    assert second.section_no == "12"


def test_a_name_of_several_things_means_the_one_on_the_agenda(opened: Opened) -> None:
    session, example, _ = opened
    other = Goal(id=new_id(), level_id=session.all(Level)[1].id, parent_id=example.area.id, title="Ett annat mål")
    add(session, other)
    add(session, replace(example.number, id=new_id(), goal_id=other.id))
    assert about(opened, name="Nöjda besökare") == example.number.id


def test_a_name_of_several_things_on_the_agenda_is_told_with_its_line(opened: Opened) -> None:
    session, example, meeting = opened
    edit(session, session.get(Indicator, example.yes_no.id), title="Nöjda besökare")
    with pytest.raises(Problem) as told:
        record_verdicts(session, meeting.id, [row_of(name="Nöjda besökare")], "fil.csv")
    assert told.value.kind is ProblemKind.CSV_AMBIGUOUS_ITEM
    assert told.value.params == {"line": 4, "text": "Nöjda besökare"}


@pytest.mark.parametrize(
    "said",
    [
        {"name": "Något annat"},
        {"item_id": "0190"},
        {"name": "Nöjda besökare", "kind": "activity"},
        {"name": "Nöjda besökare", "goal": "Ett annat mål"},
        {"parameter": "3", "name": "Beredskapen har stärkts"},
        {"goal": "Nöjda besökare"},
    ],
)
def test_what_is_not_there_is_told_with_its_line_and_nothing_is_written(opened: Opened, said: dict[str, str]) -> None:
    session, example, meeting = opened
    head = session.head
    with pytest.raises(Problem) as told:
        record_verdicts(session, meeting.id, [row_of(item_id=example.number.id), row_of(**said)], "fil.csv")
    assert told.value.kind is ProblemKind.CSV_UNKNOWN_ITEM
    assert told.value.params["line"] == 4
    assert session.head == head
    assert session.all(Assessment) == []


def test_the_same_file_twice_says_nothing_new(opened: Opened) -> None:
    session, example, meeting = opened
    rows = [row_of(item_id=example.number.id), row_of(item_id=example.yes_no.id)]
    assert len(record_verdicts(session, meeting.id, rows, "fil.csv")) == 2
    head = session.head
    assert record_verdicts(session, meeting.id, rows, "fil.csv") == []
    assert session.head == head
    changed = [replace(rows[0], verdict=Verdict.YES), rows[1]]
    (corrected,) = record_verdicts(session, meeting.id, changed, "fil.csv")
    assert corrected.supersedes_id is not None


def test_a_closed_meeting_takes_no_file(opened: Opened) -> None:
    session, example, meeting = opened
    close_meeting(session, meeting.id)
    with pytest.raises(Problem) as told:
        record_verdicts(session, meeting.id, [row_of(item_id=example.number.id)], "fil.csv")
    assert told.value.kind is ProblemKind.MEETING_CLOSED
