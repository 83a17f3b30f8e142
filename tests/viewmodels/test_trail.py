"""An item's assessments stay to be seen, each with its occasion."""

from __future__ import annotations

import datetime as dt

from regdesk.domain.codes import PeriodKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Meeting, ReportingPeriod
from regdesk.services.assessing import assess
from regdesk.services.meetings import add_agenda_item, add_meeting, add_period
from regdesk.services.session import Session
from regdesk.viewmodels.rows import Tone
from regdesk.viewmodels.trail import trail_columns, trail_rows
from tests.registers import Example


def test_a_correction_comes_first_and_what_it_corrects_is_said_to_be_superseded(
    session: Session, example: Example
) -> None:
    period = add_period(
        session,
        ReportingPeriod(
            id=new_id(), kind=PeriodKind.INTERIM, starts_on=dt.date(2024, 1, 1), ends_on=dt.date(2024, 8, 31)
        ),
    )
    meeting = add_meeting(session, Meeting(id=new_id(), date=dt.date(2024, 9, 24), period_id=period.id))
    item = add_agenda_item(session, meeting.id, "Uppföljning", section_no="64")
    for verdict, words in ((Verdict.YES, ""), (Verdict.NO, "Målet\nnåddes inte")):
        assess(session, example.yes_no.id, verdict, words, meeting_id=meeting.id, agenda_item_id=item.id)

    rows = trail_rows(session, example.yes_no.id)

    told = [[cell.text for cell in row.cells[1:]] for row in rows]
    when = "januari–augusti 2024, sammanträde 2024-09-24"
    assert told == [
        [when, "§\u00a064", "Nej", "Målet nåddes inte", "Regionstyrelsen", "Testaren", "Gäller"],
        [when, "§\u00a064", "Ja", "", "Regionstyrelsen", "Testaren", "Ersatt"],
    ]
    assert [row.cells[3].tone for row in rows] == [Tone.BAD, Tone.MUTED]
    assert {len(row.cells) for row in rows} == {len(trail_columns())}


def test_an_assessment_outside_meetings_tells_its_day_alone(session: Session, example: Example) -> None:
    assessment = assess(session, example.number.id, Verdict.PARTLY)

    (row,) = trail_rows(session, example.number.id)

    assert [cell.text for cell in row.cells] == [
        *(assessment.recorded_at.astimezone().date().isoformat(), "", "", "Delvis", "", "", "Testaren", "Gäller")
    ]


def test_what_was_never_assessed_has_no_trail(session: Session, example: Example) -> None:
    assert trail_rows(session, example.cluster.id) == []
