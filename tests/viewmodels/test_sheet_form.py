"""What is asked before a sheet is made, and what the answers come to."""

from __future__ import annotations

from datetime import date

from regdesk.domain.codes import PeriodKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import ReportingPeriod
from regdesk.services.editing import add
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.fields import YES, Choice
from regdesk.viewmodels.sheet_form import (
    LANDSCAPE,
    PARTS,
    first_answers,
    fitting,
    has_goals,
    pdf_name,
    request_of,
    sheet_fields,
)
from tests.registers import Example

KINDS = (Choice("follow-up", "Uppföljning per mål"),)
TODAY = date(2026, 2, 17)


def first(**answers: str) -> dict[str, str]:
    return first_answers(KINDS, TODAY) | answers


def subjects(session: Session) -> list[Choice]:
    return [*next(field.choices for field in sheet_fields(session, KINDS) if field.key == "subject")]


def test_meetings_and_periods_are_offered_newest_first(session: Session) -> None:
    add(session, ReportingPeriod(id=new_id(), kind=PeriodKind.YEAR, starts_on=date(2025, 1, 1), ends_on=TODAY))
    for day in (date(2026, 1, 20), TODAY):
        add_meeting(session, new_meeting(day, title="Februarimötet" if day == TODAY else ""))
    texts = [choice.text for choice in subjects(session)]
    assert texts[:3] == ["De senaste", "2026-02-17 Februarimötet", "2026-01-20 Sammanträde"]
    assert texts[3].startswith("Period: ")


def test_answers_become_a_request(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(TODAY))
    chosen = next(choice.code for choice in subjects(session) if meeting.id in choice.code)
    request = request_of(session, first(subject=chosen, date="2026-03-01"), TODAY)
    assert (request.meeting_id, request.period_id, request.printed_on) == (meeting.id, None, date(2026, 3, 1))
    newest = request_of(session, first(date="snart"), TODAY)
    assert (newest.meeting_id, newest.period_id, newest.printed_on) == (None, None, TODAY)
    assert request_of(session, first(subject="period:x"), TODAY).period_id == "x"


def test_a_remembered_answer_is_kept_while_it_is_a_choice(session: Session) -> None:
    fields = sheet_fields(session, KINDS)
    kept = fitting(fields, {"orientation": LANDSCAPE, "subject": "meeting:gone", "legend": "", "old": "x"}, first())
    assert kept == first(orientation=LANDSCAPE, legend="")


def test_every_part_is_on_the_paper_at_first() -> None:
    assert {first()[part] for part in PARTS} == {YES}


def test_a_pdf_is_named_after_sheet_and_day() -> None:
    assert pdf_name("Uppföljning per mål", first(), TODAY) == "uppföljning per mål 2026-02-17.pdf"


def test_a_sheet_is_for_everybody_unless_it_is_said_to_be_internal(session: Session) -> None:
    assert request_of(session, first(), TODAY).edition is Edition.PUBLIC
    internal = first(edition=Edition.INTERNAL)
    assert request_of(session, internal, TODAY).edition is Edition.INTERNAL
    assert fitting(sheet_fields(session, KINDS), internal, first()) == internal
    assert pdf_name("Uppföljning per mål", internal, TODAY) == "uppföljning per mål internt 2026-02-17.pdf"


def test_a_date_that_is_none_is_told(session: Session) -> None:
    check = next(field.check for field in sheet_fields(session, KINDS) if field.key == "date")
    assert (check("2026-02-17"), bool(check("i morgon"))) == ("", True)


def test_a_register_with_goals_has_something_to_follow_up(session: Session, example: Example) -> None:
    assert example.goal.id
    assert has_goals(session)
