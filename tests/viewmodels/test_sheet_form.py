"""What is asked before a sheet is made, and what the answers come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from regdesk.domain.codes import PeriodKind
from regdesk.domain.ids import new_id
from regdesk.domain.look import Look
from regdesk.domain.model import ReportingPeriod
from regdesk.services.editing import add
from regdesk.services.look import set_look
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.registers import edit_register
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.fields import YES, Choice
from regdesk.viewmodels.sheet_form import (
    LANDSCAPE,
    file_name,
    fitting,
    has_goals,
    request_of,
    sheet_fields,
    subject_choices,
)
from regdesk.viewmodels.sheet_form import first_answers as first_answers_of
from regdesk.viewmodels.sheet_options import COMMENTS, LEGEND, Option, Scope, choice
from tests.registers import Example

TODAY = date(2026, 2, 17)
SORT = choice("sort", "&Ordning", {"age": "Äldst först", "goal": "Efter mål"})


@dataclass(frozen=True)
class Kind:
    """As much of a kind of sheet as a form asks of it."""

    scope: Scope = Scope.VERDICTS
    code: str = "follow-up"
    title: str = "Uppföljning per mål"
    options: tuple[Option, ...] = (COMMENTS, LEGEND, SORT)
    appendix: str = "1"


def first(session: Session, kind: Kind | None = None, **answers: str) -> dict[str, str]:
    return first_answers_of(session, kind or Kind(), TODAY) | answers


def subjects(session: Session, scope: Scope = Scope.VERDICTS) -> list[Choice]:
    return [*subject_choices(session, scope)]


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
    request = request_of(session, first(session, subject=chosen, date="2026-03-01"), TODAY)
    assert (request.meeting_id, request.period_id, request.printed_on) == (meeting.id, None, date(2026, 3, 1))
    newest = request_of(session, first(session, date="snart"), TODAY)
    assert (newest.meeting_id, newest.period_id, newest.printed_on) == (None, None, TODAY)
    assert request_of(session, first(session, subject="period:x"), TODAY).period_id == "x"


def test_a_remembered_answer_is_kept_while_it_is_a_choice(session: Session) -> None:
    fields = sheet_fields(session, Kind())
    remembered = {"orientation": LANDSCAPE, "subject": "meeting:gone", "legend": "", "sort": "size", "old": "x"}
    kept = fitting(fields, remembered, first(session))
    assert kept == first(session, orientation=LANDSCAPE, legend="")


def test_a_kind_asks_its_own_questions_last_and_they_go_into_the_request(session: Session) -> None:
    fields = sheet_fields(session, Kind())
    assert [field.key for field in fields[-3:]] == ["comments", "legend", "sort"]
    assert [choice.text for choice in fields[-1].choices] == ["Äldst först", "Efter mål"]
    usual = request_of(session, first(session), TODAY)
    assert (usual.has(COMMENTS), usual.answer(SORT), usual.appendix) == (True, "age", "1")
    chosen = request_of(session, first(session, comments="", sort="goal", appendix="7"), TODAY)
    assert (chosen.has(COMMENTS), chosen.has(LEGEND), chosen.answer(SORT), chosen.appendix) == (
        False,
        True,
        "goal",
        "7",
    )
    assert first(session)["legend"] == YES


def test_a_sheet_of_a_meeting_is_of_the_next_one_or_else_the_last(session: Session) -> None:
    kind = Kind(scope=Scope.MEETING)
    assert (subjects(session, Scope.MEETING), first(session, kind)["subject"]) == ([], "")
    assert "subject" not in {field.key for field in sheet_fields(session, kind)}
    past, coming, later = (
        add_meeting(session, new_meeting(day)).id for day in (date(2026, 1, 20), date(2026, 3, 3), date(2026, 5, 5))
    )
    assert request_of(session, first(session, kind), TODAY).meeting_id == coming
    after_all = first_answers_of(session, kind, date(2026, 12, 1))
    assert request_of(session, after_all, TODAY).meeting_id == later
    assert [choice.code.partition(":")[2] for choice in subjects(session, Scope.MEETING)] == [later, coming, past]


def test_a_sheet_of_a_year_is_of_the_one_nearest_today(session: Session) -> None:
    edit_register(session, period_start=2023, period_end=2025)
    assert [choice.text for choice in subjects(session, Scope.YEAR)] == ["2023", "2024", "2025"]
    request = request_of(session, first(session, Kind(scope=Scope.YEAR)), TODAY)
    assert (request.asked_year, request.year) == (2025, 2025)
    assert request_of(session, first(session), TODAY).year == 2026


def named(session: Session, **answers: str) -> str:
    return file_name(Kind().title, request_of(session, first(session) | answers, TODAY))


def test_a_file_is_named_after_sheet_and_day_unless_the_organisation_has_a_pattern(session: Session) -> None:
    assert named(session) == "uppföljning per mål 2026-02-17"
    edit_register(session, dnr="RS 2026/17")
    set_look(session, Look(file_name="{dnr}_{bilaga}_{nämnd}: {blad}"))
    assert named(session, appendix="2") == "RS 2026-17_bilaga 2_Regionstyrelsen uppföljning per mål"
    assert named(session, appendix="", edition=Edition.INTERNAL).endswith("uppföljning per mål internt")


def test_a_sheet_is_for_everybody_unless_it_is_said_to_be_internal(session: Session) -> None:
    assert request_of(session, first(session), TODAY).edition is Edition.PUBLIC
    internal = first(session, edition=Edition.INTERNAL)
    assert request_of(session, internal, TODAY).edition is Edition.INTERNAL
    assert fitting(sheet_fields(session, Kind()), internal, first(session)) == internal
    assert named(session, edition=Edition.INTERNAL) == "uppföljning per mål internt 2026-02-17"


def test_a_date_that_is_none_is_told(session: Session) -> None:
    check = next(field.check for field in sheet_fields(session, Kind()) if field.key == "date")
    assert (check("2026-02-17"), bool(check("i morgon"))) == ("", True)


def test_a_register_with_goals_has_something_to_follow_up(session: Session, example: Example) -> None:
    assert example.goal.id
    assert has_goals(session)
