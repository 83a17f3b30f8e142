"""Budget frames by line and year."""

from __future__ import annotations

from decimal import Decimal

from regdesk.domain.codes import FrameKind
from regdesk.domain.records import Record, record


@record("budget_lines")
class BudgetLine(Record):
    """A line of the board's budget."""

    position: int = 0
    name: str


@record("budget_frames")
class BudgetFrame(Record):
    """The frame of a line in a year; `measure_unit` is tkr, mnkr …"""

    line_id: str
    year: int
    kind: FrameKind = FrameKind.BUDGET
    amount: Decimal
    measure_unit: str
    note: str = ""
