"""A new meeting is asked for with the answers that mostly are right, and becomes one step of the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import ItemKind, PeriodKind
from regdesk.domain.model import AgendaItem, Meeting, ReportingPeriod
from regdesk.services.assessing import tasks_of
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.periods import kept_period, period_of
from regdesk.services.registers import board_of
from regdesk.services.session import Session
from regdesk.viewmodels.fields import YES
from regdesk.viewmodels.new_meeting import (
    EVERYTHING,
    OTHER,
    OWN_DAYS,
    PERIOD,
    TEMPLATE,
    make_meeting,
    period_choices,
    questions,
    usual_answers,
)
from tests.registers import open_example

AUTUMN = date(2024, 9, 12)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made, _plan = open_example(tmp_path)
    yield made
    made.close()


def answers(session: Session, **changed: str) -> dict[str, str]:
    return usual_answers(session, AUTUMN) | changed


def test_the_questions_begin_with_when_and_where(session: Session) -> None:
    asked = questions(session, AUTUMN)
    assert [field.key for field in asked] == [
        "date",
        "starts_at",
        "place",
        "title",
        PERIOD,
        OWN_DAYS,
        TEMPLATE,
        EVERYTHING,
    ]
    assert set(usual_answers(session, AUTUMN)) == {field.key for field in asked}


def test_time_and_place_are_those_of_the_last_meeting(session: Session) -> None:
    assert usual_answers(session, AUTUMN)["place"] == ""
    add_meeting(session, new_meeting(date(2024, 6, 1), place="Sal B", starts_at="13.00"))
    add_meeting(session, new_meeting(date(2024, 2, 1), place="Sal A"))
    usual = usual_answers(session, AUTUMN)
    assert (usual["date"], usual["place"], usual["starts_at"]) == ("2024-09-12", "Sal B", "13.00")


@pytest.mark.parametrize(
    ("held_on", "period"),
    [
        (date(2024, 2, 8), "2023-01-01–2023-12-31"),
        (date(2024, 5, 21), "2024-01-01–2024-04-30"),
        (AUTUMN, "2024-01-01–2024-08-31"),
    ],
)
def test_the_period_is_the_last_that_had_ended(session: Session, held_on: date, period: str) -> None:
    usual = usual_answers(session, held_on)[PERIOD]
    assert usual == period
    assert usual in {choice.code for choice in period_choices(session, held_on)}


def test_a_period_that_is_known_is_chosen_instead_of_made(session: Session) -> None:
    known = kept_period(session, period_of(date(2024, 1, 1), date(2024, 8, 31), "Delår 2"))
    assert usual_answers(session, AUTUMN)[PERIOD] == known.id
    texts = [choice.text for choice in period_choices(session, AUTUMN)]
    assert texts[0] == "Delår 2"
    assert "januari–augusti 2024" not in texts
    assert texts[-2:] == ["Annan period …", "Ingen period"]
    make_meeting(session, answers(session))
    assert session.all(ReportingPeriod) == [known]


def test_the_answers_become_a_meeting_in_one_step(session: Session) -> None:
    before = session.head.seq
    made = make_meeting(session, answers(session, title="Septembermötet", starts_at="9.30"))
    assert session.head.seq == before + 1
    meeting = session.get(Meeting, made.meeting_id)
    (period,) = session.all(ReportingPeriod)
    (item,) = session.all(AgendaItem)
    assert (meeting.date, meeting.starts_at, meeting.body_id) == (AUTUMN, "09.30", board_of(session).id)
    assert (period.id, period.kind, period.ends_on) == (meeting.period_id, PeriodKind.INTERIM, date(2024, 8, 31))
    assert (item.title, item.kind) == ("Uppföljning av planen", ItemKind.DECISION)
    assert len(tasks_of(session, meeting.id)) == 5
    session.undo()
    assert session.all(Meeting) == []


def test_a_meeting_may_have_no_period_and_an_empty_agenda(session: Session) -> None:
    made = make_meeting(session, answers(session, **{PERIOD: "", EVERYTHING: ""}))
    assert session.get(Meeting, made.meeting_id).period_id is None
    assert session.all(AgendaItem) == []


def test_days_of_ones_own_make_a_period(session: Session) -> None:
    refused = make_meeting(session, answers(session, **{PERIOD: OTHER, OWN_DAYS: "våren"}))
    assert refused.faults == {OWN_DAYS: "Skriv den första och den sista dagen, som 2026-01-01–2026-06-30."}
    assert session.all(Meeting) == []
    make_meeting(session, answers(session, **{PERIOD: OTHER, OWN_DAYS: "2024-02-01–2024-06-30", EVERYTHING: YES}))
    (period,) = session.all(ReportingPeriod)
    assert (period.starts_on, period.ends_on) == (date(2024, 2, 1), date(2024, 6, 30))


def test_a_date_that_is_none_is_said(session: Session) -> None:
    made = make_meeting(session, answers(session, date="någon gång"))
    assert set(made.faults) == {"date"}
    assert made.meeting_id == ""
