"""Makes registers of any size with words made up for the purpose, written as the program writes, in bulk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

from regdesk.domain.codes import AssessmentMethod, AssignmentRole, TableKind, ValueKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    AgendaItem,
    AgendaSubject,
    Assessment,
    Assignment,
    Goal,
    Indicator,
    Level,
    Meeting,
    Record,
    Value,
    ValueColumn,
    ValuePart,
)
from regdesk.domain.models import MODELS
from regdesk.domain.notation import parse_value
from regdesk.services.actions import Action
from regdesk.services.editing import part_records, value_record
from regdesk.services.registers import NewRegister, create_register
from regdesk.services.session import Session

INDICATORS_A_GOAL = 4
ASSIGNMENTS_A_GOAL = 6
_BATCH = 5_000
"""Records to a change: history keeps each change as one text, and texts have a limit."""

_RAWS = ("39 %", "1 234,5", "≤ 5,5 %", "Ja", "Ny indikator 2025", "−3", "", "Bibehålla/öka")
_WORDS = ("Andel", "Öppna", "Årlig", "besök", "vård", "möten", "Ängelholm", "växel", "svar", "enkät", "ökad", "tid")
_VERDICTS = tuple(Verdict)


def make_register(path: Path, *, indicators: int, assessments: int = 0) -> None:
    """A register with so many indicators under goals of four, and verdicts given at twenty meetings."""
    wanted = NewRegister(
        organisation="Region Exempel",
        board="Regionstyrelsen",
        period_start=2024,
        period_end=2026,
        model=MODELS["goal_areas"],
        plan_title="Plan (påhittad)",
    )
    create_register(path, wanted)
    with Session.open(path) as session:
        session.repository.connection.execute("PRAGMA synchronous = OFF")
        plan = list(_plan(session.all(Level), indicators))
        write_records(session, plan)
        write_records(session, _meetings([record.id for record in plan if isinstance(record, Indicator)], assessments))


def write_records(session: Session, records: Sequence[Record] | Iterator[Record]) -> None:
    """Add many records, in order."""
    rest = iter(records)
    while batch := list(islice(rest, _BATCH)):
        with session.change(Action.IMPORT_PLAN) as change:
            change.insert_all(batch)


def _plan(levels: Sequence[Level], indicators: int) -> Iterator[Record]:
    columns = [
        ValueColumn(id=new_id(), kind=ValueKind.OUTCOME, year=2024, label="Utfall 2024"),
        ValueColumn(id=new_id(), kind=ValueKind.TARGET, year=2026, label="Målnivå 2026", position=1),
    ]
    yield from columns
    area = Goal(id=new_id(), level_id=levels[0].id, printed_number="1", title="Allt det gemensamma")
    yield area
    for place in range(0, indicators, INDICATORS_A_GOAL):
        number = f"1.{place // INDICATORS_A_GOAL + 1}"
        goal = Goal(
            id=new_id(),
            level_id=levels[1].id,
            parent_id=area.id,
            position=place,
            printed_number=number,
            title=words(place),
        )
        yield goal
        for position in range(min(INDICATORS_A_GOAL, indicators - place)):
            yield from _indicator(goal, columns, place + position, position)
        yield from (_assignment(goal, place + position, position) for position in range(ASSIGNMENTS_A_GOAL))


def _indicator(goal: Goal, columns: Sequence[ValueColumn], number: int, position: int) -> Iterator[Record]:
    judged = number % 3 == 0
    indicator = Indicator(
        id=new_id(),
        goal_id=goal.id,
        position=position,
        title=words(number * 7),
        raw=words(number * 7),
        table_kind=TableKind.QUALITATIVE if judged else TableKind.QUANTITATIVE,
        assessment_method=AssessmentMethod.VERDICT if judged else AssessmentMethod.NUMERIC,
    )
    yield indicator
    for column in columns:
        parsed = parse_value(_RAWS[(number + column.position) % len(_RAWS)])
        value: Value = value_record(indicator, column, parsed, new_id())
        parts: list[ValuePart] = part_records(value.id, parsed, {})
        yield value
        yield from parts


def _assignment(goal: Goal, number: int, position: int) -> Assignment:
    return Assignment(
        id=new_id(),
        goal_id=goal.id,
        position=position,
        role=AssignmentRole.LEAD_AND_COORDINATE,
        lead_in="I sitt ansvar att leda ska styrelsen:",
        text=words(number * 11),
    )


def _meetings(item_ids: Sequence[str], assessments: int) -> Iterator[Record]:
    """Meetings a month apart, each with one agenda item that takes up its share of what is assessed."""
    start = date(2024, 1, 16)
    share = max(1, len(item_ids))
    for number, first in enumerate(range(0, assessments, share)):
        meeting = Meeting(id=new_id(), date=start + timedelta(days=30 * number), title=f"Möte {number + 1}")
        item = AgendaItem(id=new_id(), meeting_id=meeting.id, title="Uppföljning")
        yield from (meeting, item)
        taken_up = item_ids[: min(share, assessments - first)]
        for place, item_id in enumerate(taken_up):
            yield AgendaSubject(id=new_id(), agenda_item_id=item.id, item_id=item_id, position=place)
        for place, item_id in enumerate(taken_up):
            yield _assessment(meeting, item, item_id, first + place)


def _assessment(meeting: Meeting, item: AgendaItem, item_id: str, number: int) -> Assessment:
    return Assessment(
        id=new_id(),
        item_id=item_id,
        meeting_id=meeting.id,
        agenda_item_id=item.id,
        verdict=_VERDICTS[number % len(_VERDICTS)],
        justification=words(number) if number % 2 else "",
        recorded_by="Mätningen",
        recorded_at=datetime(2024, 1, 16, 9, tzinfo=UTC) + timedelta(minutes=number),
    )


def words(number: int) -> str:
    """A short text that differs with the number."""
    chosen = (_WORDS[(number * step + number // 5) % len(_WORDS)] for step in (1, 3, 5, 7))
    return f"{' '.join(chosen)} {number}"
