"""Delaktiviteter on a time line: rows by goal, bars with words, milestones, and those without dates at the end."""

from __future__ import annotations

from datetime import date

from regdesk.domain.codes import WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Goal, Milestone
from regdesk.services.editing import add
from regdesk.services.session import Session
from regdesk.viewmodels.rows import Row, Tone
from regdesk.viewmodels.time_scale import TimeScale
from regdesk.viewmodels.timeline import Timeline
from tests.registers import Example

TODAY = date(2026, 3, 14)


def activity(session: Session, goal: Goal, title: str, **fields: object) -> Activity:
    return add(session, Activity(id=new_id(), goal_id=goal.id, title=title, **fields))  # type: ignore[arg-type]


def texts(source: Timeline) -> list[str]:
    return [row.cells[0].text for row in source.page(None, 100)]


def row(source: Timeline, title: str) -> Row:
    return next(each for each in source.page(None, 100) if each.cells[0].text == title)


def test_rows_stand_under_their_goals_by_day_and_those_without_dates_last(session: Session, example: Example) -> None:
    activity(session, example.goal, "sedan", starts_on=date(2026, 5, 1), due_on=date(2026, 8, 31))
    activity(session, example.goal, "först", due_on=date(2026, 2, 1), status=WorkStatus.DONE)
    activity(session, example.goal, "någon gång")
    activity(session, example.area, "överst", starts_on=date(2026, 6, 1))
    source = Timeline(session, TODAY)
    assert texts(source) == [
        *("1 En region att lita på", "överst", "1.1 Vården är nära", "först", "sedan", "Utan datum", "någon gång")
    ]
    assert source.count() == 4
    assert [each.id == "" for each in source.page(None, 100)] == [True, False, True, False, False, True, False]
    assert source.whole() == TimeScale(date(2026, 2, 1), date(2026, 8, 31))
    first = source.page(None, 2)
    assert [each.cells[0].text for each in source.page(first[-1], 1)] == ["1.1 Vården är nära"]


def test_a_row_is_read_aloud_with_its_days_status_and_milestones(session: Session, example: Example) -> None:
    trained = activity(
        session,
        example.goal,
        "Utbilda chefer",
        starts_on=date(2026, 2, 1),
        due_on=date(2026, 6, 30),
        status=WorkStatus.ONGOING,
        progress=40,
    )
    for month, reached in ((2, date(2026, 2, 20)), (3, None), (6, None)):
        add(
            session,
            Milestone(
                id=new_id(), activity_id=trained.id, text="Etapp", due_on=date(2026, month, 1), reached_on=reached
            ),
        )
    source = Timeline(session, TODAY)
    assert row(source, "Utbilda chefer").cells[0].spoken.replace("\u00a0", " ") == (
        "Utbilda chefer: 1 februari–30 juni 2026, pågår 40 %, 1 av 3 milstolpar, 1.1 Vården är nära"
    )
    diamonds = source.bars[trained.id].diamonds
    assert [(each.day, each.is_reached, each.is_missed) for each in diamonds] == [
        (date(2026, 2, 20), True, False),
        (date(2026, 3, 1), False, True),
        (date(2026, 6, 1), False, False),
    ]


def test_one_day_alone_and_none_at_all_are_said_as_they_are(session: Session, example: Example) -> None:
    activity(session, example.goal, "a", starts_on=date(2026, 6, 1))
    activity(session, example.goal, "b", due_on=date(2026, 6, 1))
    activity(session, example.goal, "c")
    source = Timeline(session, TODAY)
    assert [row(source, title).cells[1].text for title in "abc"] == [
        *("börjar 1 juni 2026", "klar senast 1 juni 2026", "utan datum")
    ]


def test_what_is_late_says_so_whatever_its_status(session: Session, example: Example) -> None:
    late = activity(session, example.goal, "sen", due_on=date(2026, 3, 4), status=WorkStatus.ONGOING)
    done = activity(session, example.goal, "klar", due_on=date(2026, 3, 4), status=WorkStatus.DONE)
    bars = Timeline(session, TODAY).bars
    assert (bars[late.id].symbol, bars[late.id].tone) == ("!", Tone.BAD)
    assert bars[late.id].words == "pågår, försenat 10\u00a0dagar"
    assert bars[done.id].tone is Tone.GOOD


def test_a_filter_leaves_out_headings_of_nothing(session: Session, example: Example) -> None:
    activity(session, example.goal, "Utbilda chefer", starts_on=TODAY)
    activity(session, example.area, "Rusta lokaler", starts_on=TODAY)
    source = Timeline(session, TODAY)
    source.set_filter("rusta")
    assert texts(source) == ["1 En region att lita på", "Rusta lokaler"]
    source.set_filter("xyzzy")
    assert texts(source) == []
    assert source.whole() == TimeScale(date(2026, 3, 1), date(2026, 3, 31))
