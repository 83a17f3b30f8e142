"""Uppdrag, the finder and the time line: a register with 200,000 uppdrag, and answers to each letter typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from bench.measuring import Figure, in_ms, medians, percentile, seconds
from bench.registers import make_register, words, write_records
from regdesk.domain.codes import AssignmentKind, DueKind, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Assignment, AssignmentReport, Goal, Milestone, Record
from regdesk.services.registers import opened
from regdesk.services.session import Session
from regdesk.viewmodels.assignment_list import AssignmentView, assignment_list
from regdesk.viewmodels.finder import hits
from regdesk.viewmodels.timeline import Timeline

ROWS = 200_000
ACTIVITIES = 2_000
PAGE = 200
RUNS = 5
TODAY = date(2026, 11, 28)
_RULES = ("FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=6", "FREQ=MONTHLY;INTERVAL=4")
_TYPED = ("öppna besök", "årlig vård möten", "växel 117", "enkät", "ängelholm", "va 12")


def figures(folder: Path) -> Iterator[Figure]:
    """Each view's first page and count, and every letter of some questions."""
    path = folder / "work.regdesk"
    make_register(path, indicators=2_000)
    with opened(path) as session:
        session.repository.connection.execute("PRAGMA synchronous = OFF")
        write_records(session, _assignments())
        yield from _views(session)
        yield from _finder(session)
        yield _timeline(session)


def _assignments() -> Iterator[Record]:
    """A third of them open, an eighth of those reported by a rule."""
    for number in range(ROWS):
        made = _assignment(number)
        yield made
        if number % 12 == 0:
            day = TODAY - timedelta(days=number % 400)
            yield AssignmentReport(
                id=new_id(), assignment_id=made.id, reported_on=day, text=words(number), status=made.status
            )


def _assignment(number: int) -> Assignment:
    is_open, dated, planned = number % 3 == 0, number % 2 == 0, number % 8 == 0
    return Assignment(
        id=new_id(),
        text=words(number * 11),
        kind=AssignmentKind.MEMBER_MOTION if number % 10 == 9 else AssignmentKind.DECISION,
        source_date=TODAY - timedelta(days=number % 4_000),
        source_section=str(number % 300),
        due_kind=DueKind.DATE if dated else DueKind.UNSPECIFIED,
        due_on=TODAY + timedelta(days=number % 700 - 60) if dated else None,
        status=WorkStatus.ONGOING if is_open else WorkStatus.DONE,
        report_starts_on=date(2025, number // 8 % 12 + 1, 15) if planned else None,
        report_recurrence=_RULES[number // 8 % 4] if planned else "",
    )


def _views(session: Session) -> Iterator[Figure]:
    for view in AssignmentView:
        rows = assignment_list(session, view, TODAY)
        made, page, count = medians(
            [partial(assignment_list, session, view, TODAY), partial(rows.page, None, PAGE), rows.count], RUNS
        )
        yield Figure(
            what=f"uppdrag: {view}",
            figure=in_ms(made + page),
            beside=f"{in_ms(count)} to count {rows.count():,}",
            mark="≤ 200 ms",
        )


def _finder(session: Session) -> Iterator[Figure]:
    (pressing,) = medians([partial(hits, session, "", TODAY)], RUNS)
    yield Figure(what="finder: what is pressing", figure=in_ms(pressing), mark="≤ 200 ms")
    asked = [text[:end] for text in _TYPED for end in range(1, len(text) + 1)]
    times = [min(seconds(partial(hits, session, text, TODAY)) for _run in range(3)) for text in asked]
    slowest = asked[times.index(max(times))]
    yield Figure(
        what=f"finder: {len(asked)} letters typed, p95",
        figure=in_ms(percentile(times, 0.95)),
        beside=f"median {in_ms(percentile(times, 0.5))}, slowest {in_ms(max(times))} for “{slowest}”",
        mark="≤ 16 ms",
    )


def _timeline(session: Session) -> Figure:
    """Two thousand delaktiviteter with two milestones each."""
    goals = session.all(Goal)
    write_records(session, (record for number in range(ACTIVITIES) for record in _activity(goals, number)))
    (read,) = medians([lambda: Timeline(session, TODAY).page(None, ROWS)], RUNS)
    return Figure(what=f"time line of {ACTIVITIES:,} delaktiviteter", figure=in_ms(read), mark="≤ 200 ms")


def _activity(goals: Sequence[Goal], number: int) -> Iterator[Record]:
    starts_on = TODAY + timedelta(days=number % 900 - 450)
    activity = Activity(
        id=new_id(),
        goal_id=goals[number % len(goals)].id,
        title=words(number * 13),
        starts_on=starts_on,
        due_on=starts_on + timedelta(days=number % 300),
    )
    yield activity
    for days in (30, 60):
        yield Milestone(id=new_id(), activity_id=activity.id, text="Etapp", due_on=starts_on + timedelta(days=days))
