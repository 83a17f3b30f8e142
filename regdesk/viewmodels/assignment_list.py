"""The uppdrag in views of their own: what is open by age, what is late, what is to be reported, and all there are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from functools import partial
from types import MappingProxyType
from typing import Final

from regdesk.almanac import counted
from regdesk.domain.codes import AssignmentKind, DueKind, OffsetUnit
from regdesk.i18n import _, mark
from regdesk.services.assignments import report_days
from regdesk.services.listing import ListRow
from regdesk.services.session import Session
from regdesk.services.work import OPEN_WORK, OVERDUE_WORK, overdue_values
from regdesk.viewmodels.counts import days_text
from regdesk.viewmodels.labels import section_label
from regdesk.viewmodels.record_list import (
    InPlan,
    ListDesign,
    Order,
    RecordList,
    Stretch,
    by_status,
    filled_first,
    sorted_by,
    status_cell_of,
)
from regdesk.viewmodels.rows import Cell, Column
from regdesk.viewmodels.words import late_cell, one_line, word


class AssignmentView(StrEnum):
    """What is looked at of the uppdrag."""

    OPEN = auto()
    OVERDUE = auto()
    TO_REPORT = auto()
    ALL = auto()
    CLOSED = auto()


VIEWS: Final[Mapping[str, str]] = MappingProxyType(
    {
        AssignmentView.OPEN: mark("Öppna"),
        AssignmentView.OVERDUE: mark("Försenade"),
        AssignmentView.TO_REPORT: mark("Att återrapportera"),
        AssignmentView.ALL: mark("Alla"),
        AssignmentView.CLOSED: mark("Avslutade"),
    }
)
"""The views in their order, with what each is called."""

NOTHING: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        AssignmentView.OPEN: (mark("Inga öppna uppdrag"), mark("Allt som står i registret är genomfört eller avfört.")),
        AssignmentView.OVERDUE: (mark("Inget är försenat"), mark("Inget öppet uppdrag har passerat sitt datum.")),
        AssignmentView.TO_REPORT: (
            mark("Inget att återrapportera"),
            mark("Här visas öppna uppdrag som har en dag för sin första återrapportering, den närmaste först."),
        ),
        AssignmentView.ALL: (mark("Inga uppdrag"), mark("Här finns inget att visa.")),
        AssignmentView.CLOSED: (mark("Inget är avslutat än"), mark("Här visas det som är genomfört eller avfört.")),
    }
)
"""What a view says, in a heading and a text, when nothing is in it."""

_TEXT: Final = "item.text_key"

_NESTED: Final = """(
    WITH RECURSIVE up (parent_id, role, path) AS (
        SELECT item.parent_id, item.role, printf('%09d%s', item.position, item.id)
        UNION ALL
        SELECT above.parent_id, above.role, printf('%09d%s', above.position, above.id) || up.path
        FROM up JOIN assignments AS above ON above.id = up.parent_id
    )
    SELECT CASE role WHEN 'lead_and_coordinate' THEN 1 WHEN 'board_for_administration' THEN 2 ELSE 3 END || path
    FROM up WHERE parent_id IS NULL
)"""
"""Role by role, and each assignment right before those that stand below it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The uppdrag of a view: `where` with its values, and the day each is next to be reported where that is shown."""

    where: str = "1"
    values: tuple[str, ...] = ()
    days: Mapping[str, date] | None = None


def assignment_list(
    session: Session, view: AssignmentView = AssignmentView.ALL, today: date | None = None
) -> RecordList:
    """The uppdrag of a view: all of them in the plan's order with its nesting, the others by age, the oldest first."""
    today = today or date.today()
    part = _part(session, view, today)
    return RecordList(
        session,
        ListDesign(
            table="assignments",
            columns=(
                Column(key="text", title=_("Uppdrag"), width=4.0, letters=14),
                Column(key="source", title=_("Beslutat"), width=1.6, letters=15),
                Column(
                    key="due",
                    title=_("Klart senast") if part.days is None else _("Rapporteras"),
                    width=1.3,
                    letters=12,
                ),
                Column(key="status", title=_("Status"), width=1.3, letters=11),
            ),
            select="item.text, item.parent_id, item.kind, item.source_date, item.source_section, item.due_kind, "
            f"item.due_on, item.status, {OPEN_WORK} AS is_open",
            cells=partial(_cells, today, part.days),
            where=part.where,
            where_values=part.values,
            orders=_orders(view, part),
        ),
    )


def _part(session: Session, view: AssignmentView, today: date) -> _Part:
    match view:
        case AssignmentView.OPEN:
            return _Part(OPEN_WORK)
        case AssignmentView.OVERDUE:
            return _Part(OVERDUE_WORK, overdue_values(today))
        case AssignmentView.TO_REPORT:
            days = report_days(session)
            return _Part("item.id IN (SELECT value FROM json_each(?))", (json.dumps(list(days)),), days)
        case AssignmentView.CLOSED:
            return _Part(f"NOT ({OPEN_WORK})")
    return _Part()


def _orders(view: AssignmentView, part: _Part) -> Mapping[str, Order]:
    """The first one is what the view opens with."""
    orders: dict[str, Order] = {
        "goal": InPlan(key=_NESTED, text_key=_NESTED, loose=True),
        "source": filled_first("item.source_date", _TEXT),
        "due": filled_first("item.due_on", _TEXT) if part.days is None else _by_day(part.days),
        "text": sorted_by(_TEXT),
        "status": by_status(_TEXT),
    }
    first = {AssignmentView.ALL: "goal", AssignmentView.TO_REPORT: "due"}.get(view, "source")
    return {first: orders[first], **orders}


def _by_day(days: Mapping[str, date]) -> Order:
    """By the day that each is next to be reported, which stands in no table."""
    written = json.dumps({each: day.isoformat() for each, day in days.items()})
    return (
        Stretch(
            key="report.value",
            source='json_each(?) AS report JOIN "assignments" AS item ON item.id = report.key',
            values=(written,),
        ),
    )


def _cells(today: date, days: Mapping[str, date] | None, row: ListRow) -> tuple[Cell, ...]:
    due = _due(row, today) if days is None else _report_day(days.get(row.id), today)
    return _text(row), _source(row, today), due, status_cell_of(row)


def _text(row: ListRow) -> Cell:
    """What stands below another assignment is marked as its part."""
    text = one_line(str(row.cells["text"]))
    return (
        Cell(text=f"– {text}", spoken=_("del av uppdrag: {text}").format(text=text))
        if row.cells["parent_id"]
        else Cell(text=text)
    )


def _source(row: ListRow, today: date) -> Cell:
    """`2024-03-05 § 27, 632 dagar`: when it was decided and how old that makes it."""
    day, section = _day(row, "source_date"), section_label(str(row.cells["source_section"]))
    told = " ".join(filter(None, (day.isoformat() if day else "", section)))
    aged = days_text((today - day).days) if day and day <= today and row.cells["is_open"] else ""
    return Cell(text=", ".join(filter(None, (told, aged))))


def _due(row: ListRow, today: date) -> Cell:
    if row.cells["due_kind"] == DueKind.ONGOING:
        return Cell(text=word(DueKind.ONGOING))
    due, decided = _day(row, "due_on"), _day(row, "source_date")
    by_law = due is None and row.cells["kind"] == AssignmentKind.MEMBER_MOTION
    if by_law and decided:
        due = counted(decided, 1, OffsetUnit.YEARS)
    if due is None:
        return Cell(text="")
    return late_cell(due, today, is_open=bool(row.cells["is_open"]), note=_("KL 5:35") if by_law else "")


def _report_day(day: date | None, today: date) -> Cell:
    return late_cell(day, today, is_open=True) if day else Cell(text="")


def _day(row: ListRow, column: str) -> date | None:
    text = row.cells[column]
    return date.fromisoformat(str(text)) if text else None
