"""The head of a sheet: who speaks, of what and when, and what ties the paper to its register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import PeriodKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, ReportingPeriod
from regdesk.services.editing import edit
from regdesk.services.meetings import add_period
from regdesk.services.registers import edit_register
from regdesk.viewmodels.sheet_head import SheetHead, sheet_head
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.sheets.plans import goal_areas
from tests.sheets.plans.goal_areas import GoalAreas

TODAY = date(2024, 9, 13)


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[GoalAreas]:
    made = goal_areas.make(tmp_path)
    yield made
    made.session.close()


def at_meeting(plan: GoalAreas) -> SheetHead:
    return sheet_head(SheetRequest(session=plan.session, meeting_id=plan.meeting.id, printed_on=TODAY))


def newest(plan: GoalAreas) -> SheetHead:
    return sheet_head(SheetRequest(session=plan.session, printed_on=TODAY))


def test_the_head_identifies_the_paper(plan: GoalAreas) -> None:
    head = at_meeting(plan)
    assert (head.organisation, head.board) == ("Region Exempel", "Regionstyrelsen")
    assert (head.dnr, head.period, head.date, head.printed_on) == ("24RS106", "2024–2026", date(2024, 9, 12), TODAY)
    seq, hash_start = plan.session.head.seq, plan.session.head.hash[:8]
    assert (head.seal, head.language) == (f"Register {seq}-{hash_start}", "sv-SE")


def test_without_a_meeting_the_register_has_the_diary_number_and_today_the_date(plan: GoalAreas) -> None:
    assert (newest(plan).dnr, newest(plan).date) == ("saknas", TODAY)
    edit_register(plan.session, dnr="23RS106")
    assert newest(plan).dnr == "23RS106"


def test_an_item_of_the_agenda_without_diary_number_takes_the_registers(plan: GoalAreas) -> None:
    edit(plan.session, plan.session.all(AgendaItem)[0], dnr="")
    edit_register(plan.session, dnr="23RS106")
    assert at_meeting(plan).dnr == "23RS106"


def test_the_period_is_that_which_is_followed_up_or_the_year_that_was_asked_for(plan: GoalAreas) -> None:
    period = add_period(
        plan.session,
        ReportingPeriod(id=new_id(), kind=PeriodKind.INTERIM, starts_on=date(2024, 1, 1), ends_on=date(2024, 8, 31)),
    )
    of_period = SheetRequest(session=plan.session, period_id=period.id, printed_on=TODAY)
    assert sheet_head(of_period).period == "januari–augusti 2024"
    assert sheet_head(SheetRequest(session=plan.session, asked_year=2025, printed_on=TODAY)).period == "2025"
