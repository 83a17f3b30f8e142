"""Lists of meetings and of an agenda: what each row says, in few queries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import ItemKind, PeriodKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, Meeting, ReportingPeriod
from regdesk.i18n import set_language
from regdesk.services.assessing import assess
from regdesk.services.meetings import (
    add_agenda_item,
    add_meeting,
    add_period,
    close_meeting,
    everything_to_assess,
    new_meeting,
)
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.viewmodels.meetings import AgendaRows, BriefMeetingRows, MeetingRows
from regdesk.viewmodels.rows import Row
from tests.registers import Example, open_example


@dataclass(frozen=True)
class Autumn:
    """Two meetings: one with the follow-up on its agenda, one of two days with nothing to assess."""

    session: Session
    plan: Example
    september: Meeting
    november: Meeting
    follow_up: AgendaItem


@pytest.fixture
def autumn(tmp_path: Path) -> Iterator[Autumn]:
    session, plan = open_example(tmp_path)
    september = add_meeting(
        session,
        replace(new_meeting(date(2024, 9, 12), title="Delår", place="Sal 1", starts_at="09.00"), ends_at="15.30"),
    )
    november = add_meeting(session, replace(new_meeting(date(2024, 11, 27)), end_date=date(2024, 11, 28)))
    add_agenda_item(session, september.id, "Mötet öppnas", kind=ItemKind.FORMALITY)
    follow_up = add_agenda_item(
        session,
        september.id,
        "Uppföljning av målen",
        kind=ItemKind.DECISION,
        section_no="64",
        dnr="24RS12",
        subjects=everything_to_assess(session),
    )
    yield Autumn(session, plan, september, november, follow_up)
    session.close()


def texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def test_a_meeting_is_told_in_a_row_the_latest_first(autumn: Autumn) -> None:
    assess(autumn.session, autumn.plan.number.id, Verdict.YES, meeting_id=autumn.september.id)
    rows = MeetingRows(autumn.session)
    assert rows.count() == 2
    assert [texts(row) for row in rows.page(None, 10)] == [
        ["2024-11-27–2024-11-28", "", "", "Regionstyrelsen", "", "Planerat", "–"],
        ["2024-09-12", "9.00–15.30", "Sal 1", "Regionstyrelsen", "Delår", "Planerat", "1 av 5"],
    ]


def test_hours_are_written_as_the_language_has_them(autumn: Autumn) -> None:
    set_language("en")
    assert texts(MeetingRows(autumn.session).page(None, 10)[1])[1] == "9:00–15:30"


def test_meetings_come_a_page_at_a_time_in_the_order_asked_for(autumn: Autumn) -> None:
    rows = MeetingRows(autumn.session)
    rows.set_order("date", descending=False)
    first = rows.page(None, 1)
    assert [row.id for row in first + rows.page(first[-1], 1)] == [autumn.september.id, autumn.november.id]


def test_meetings_are_found_by_their_words(autumn: Autumn) -> None:
    rows = MeetingRows(autumn.session)
    rows.set_filter("delå")
    assert rows.count() == 1
    assert [row.id for row in rows.page(None, 10)] == [autumn.september.id]


def test_a_closed_meeting_says_so_with_word_and_symbol(autumn: Autumn) -> None:
    close_meeting(autumn.session, autumn.november.id)
    status = MeetingRows(autumn.session).page(None, 1)[0].cells[5]
    assert (status.text, status.symbol) == ("Avslutat", "✓")


def test_progress_counts_what_was_assessed_for_the_period_at_another_meeting(autumn: Autumn) -> None:
    session = autumn.session
    period = ReportingPeriod(
        id=new_id(), kind=PeriodKind.INTERIM, starts_on=date(2024, 1, 1), ends_on=date(2024, 8, 31)
    )
    add_period(session, period)
    later = add_meeting(session, replace(new_meeting(date(2024, 12, 1)), period_id=period.id))
    add_agenda_item(session, later.id, "Uppföljning", subjects=[autumn.plan.cluster.id])
    assess(session, autumn.plan.parameters[0].id, Verdict.NO, period_id=period.id)
    assert texts(MeetingRows(session).page(None, 1)[0])[-1] == "1 av 3"


def test_an_agenda_is_told_in_its_own_order(autumn: Autumn) -> None:
    for item in (autumn.plan.number, autumn.plan.yes_no, *autumn.plan.parameters, autumn.plan.cluster):
        assess(autumn.session, item.id, Verdict.PARTLY, meeting_id=autumn.september.id)
    rows = AgendaRows(autumn.session, autumn.september.id)
    assert rows.count() == 2
    opening, follow_up = rows.page(None, 10)
    assert texts(opening) == ["", "Mötet öppnas", "Procedurfråga", "Ej behandlat", "–", "–"]
    assert texts(follow_up) == ["§\u00a064", "Uppföljning av målen", "Beslutsärende", "Ej behandlat", "–", "5 av 5"]
    assert follow_up.cells[-1].symbol == "✓"


def test_an_agenda_shows_no_other_meetings_items(autumn: Autumn) -> None:
    add_agenda_item(autumn.session, autumn.november.id, "Budget")
    rows = AgendaRows(autumn.session, autumn.november.id)
    rows.set_filter("uppf")
    assert rows.page(None, 10) == []
    rows.set_filter("")
    assert [row.cells[1].text for row in rows.page(None, 10)] == ["Budget"]


def test_a_page_costs_as_many_queries_however_long_it_is(autumn: Autumn) -> None:
    def queries(limit: int) -> int:
        asked: list[str] = []
        autumn.session.repository.connection.set_trace_callback(asked.append)
        MeetingRows(autumn.session).page(None, limit)
        autumn.session.repository.connection.set_trace_callback(None)
        return len(asked)

    for day in range(1, 20):
        add_meeting(autumn.session, new_meeting(date(2025, 1, day)))
    assert queries(20) == queries(1) == 2


def test_beside_a_chosen_meeting_the_list_is_brief(autumn: Autumn) -> None:
    rows = BriefMeetingRows(autumn.session)
    assert [column.title for column in rows.columns] == ["Datum", "Rubrik", "Bedömda"]
    assert [texts(row)[1:] for row in rows.page(None, 10)] == [
        [full[4], full[6]] for full in map(texts, MeetingRows(autumn.session).page(None, 10))
    ]


def test_two_days_of_a_month_are_told_in_brief(session: Session) -> None:
    for first, last in ((date(2026, 12, 8), date(2026, 12, 9)), (date(2026, 9, 30), date(2026, 10, 1))):
        add_meeting(session, Meeting(id=new_id(), date=first, end_date=last))
    (december, september) = (row.cells[0] for row in BriefMeetingRows(session).page(None, 10))
    assert (december.text, december.spoken) == ("2026-12-08–09", "2026-12-08–2026-12-09")
    assert september.text == "2026-09-30–2026-10-01"


def test_a_secret_item_has_its_lock_on_the_agenda(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(date(2026, 12, 8)))
    secret, _open = (add_agenda_item(session, meeting.id, title) for title in ("Tvist", "Budget"))
    mark_secret(session, secret.id, "OSL 19:9", date(2026, 12, 1), "Regionstyrelsen")
    assert [row.secret for row in AgendaRows(session, meeting.id).page(None, 10)] == [True, False]
