"""Meetings added and listed from the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from regdesk.cli.choices import meeting_of
from regdesk.domain.codes import PeriodKind
from regdesk.domain.model import AgendaItem, Meeting, ReportingPeriod
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.assessing import tasks_of
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.registers import board_of, opened
from tests.cli.conftest import Regdesk
from tests.registers import Example, open_example


@pytest.fixture
def filled(tmp_path: Path) -> tuple[Path, Example]:
    """A register with a small plan."""
    session, example = open_example(tmp_path)
    session.close()
    return session.path, example


def test_a_meeting_takes_up_everything_in_one_step(regdesk: Regdesk, filled: tuple[Path, Example]) -> None:
    path, example = filled
    period = ("--period-from", "1 januari 2024", "--period-to", "2024-04-30", "--period-label", "Tertial 1")
    when = ("--date", "14 maj 2024", "--time", "9", "--place", "Regionens hus", "--title", "Majmötet")
    with opened(path) as session:
        before = session.head.seq
    said = regdesk("meeting", path, *when, *period, "--all")
    with opened(path) as session:
        (meeting,) = session.all(Meeting, "date")
        (kept,) = session.all(ReportingPeriod, "id")
        assert said.out == f"{meeting.id}\n"
        assert (meeting.date, meeting.starts_at, meeting.place) == (date(2024, 5, 14), "09.00", "Regionens hus")
        assert (kept.id, kept.label, kept.kind) == (meeting.period_id, "Tertial 1", PeriodKind.FOUR_MONTHS)
        assert meeting.body_id == board_of(session).id
        assessed = [task.item.id for task in tasks_of(session, meeting.id)]
        assert assessed == [
            example.number.id,
            example.yes_no.id,
            *(parameter.id for parameter in example.parameters),
            example.cluster.id,
        ]
        assert session.head.seq == before + 1


def test_two_meetings_may_follow_up_the_same_period(regdesk: Regdesk, register: Path) -> None:
    for day in ("2024-05-14", "2024-06-11"):
        said = regdesk("meeting", register, "--date", day, "--period-from", "2024-01-01", "--period-to", "2024-04-30")
        assert said.code == 0
    with opened(register) as session:
        (period,) = session.all(ReportingPeriod, "id")
        assert [meeting.period_id for meeting in session.all(Meeting, "date")] == [period.id] * 2
        assert session.all(AgendaItem) == []


@pytest.mark.parametrize("days", [("--period-from", "2024-01-01"), ("--period-to", "2024-01-01")])
def test_half_a_period_is_refused(regdesk: Regdesk, register: Path, days: tuple[str, str]) -> None:
    said = regdesk("meeting", register, "--date", "2024-05-14", *days)
    assert said.code == 2
    assert said.err.startswith("En period behöver både --period-from och --period-to, i den ordningen; ")
    with opened(register) as session:
        assert session.all(Meeting, "date") == []


def test_meetings_are_listed_by_date(regdesk: Regdesk, filled: tuple[Path, Example]) -> None:
    path, _ = filled
    assert regdesk("meetings", path).out == "Registret har inga sammanträden.\n"
    late = regdesk("meeting", path, "--date", "2024-06-11", "--title", "Junimötet", "--time", "13.30", "--all").out
    early = regdesk("meeting", path, "--date", "2024-05-14", "--place", "Sal Å").out
    assert regdesk("meetings", path).out == (
        f"{early.strip()}  2024-05-14  Sal Å\n{late.strip()}  2024-06-11 13.30  Junimötet  0 av 5 bedömda\n"
    )
    shown = json.loads(regdesk("meetings", path, "--json").out)
    assert [meeting["id"] for meeting in shown["meetings"]] == [early.strip(), late.strip()]


def test_a_meeting_is_found_by_id_by_its_beginning_and_by_date(tmp_path: Path) -> None:
    session, _ = open_example(tmp_path)
    with session:
        may = add_meeting(session, new_meeting(date(2024, 5, 14)))
        add_meeting(session, new_meeting(date(2024, 6, 11), title="Första"))
        add_meeting(session, new_meeting(date(2024, 6, 11), title="Andra"))
        assert meeting_of(session, may.id) == may
        assert meeting_of(session, may.id[:-1].upper()) == may
        assert meeting_of(session, "14 maj 2024") == may
        for text, kind in (
            ("2024-06-11", ProblemKind.MEETING_AMBIGUOUS),
            (may.id[0], ProblemKind.MEETING_AMBIGUOUS),
            ("2024-07-01", ProblemKind.MEETING_UNKNOWN),
            ("majmötet", ProblemKind.MEETING_UNKNOWN),
            ("", ProblemKind.MEETING_UNKNOWN),
        ):
            with pytest.raises(Problem) as told:
                meeting_of(session, text)
            assert (text, told.value.kind) == (text, kind)
