"""Recognises tables of budget frames: a line a row, and columns of years under Budget, Plan, Prognos or Utfall."""

from __future__ import annotations

import re
from dataclasses import dataclass

from regdesk.domain.codes import FrameKind
from regdesk.domain.numerals import parse_number, tidy
from regdesk.exchange.proposal.nodes import NodeKind, ProposedNode, Reason, Unplaced, WarningCode
from regdesk.exchange.word.document import Block, Row, Source, Table, sources_of
from regdesk.exchange.word.recognise_base import Run, Scope, Taken, block_at
from regdesk.exchange.word.table_layout import is_across, is_blank
from regdesk.exchange.wording.texts import YEAR

_COLUMN = re.compile(rf"(?:(budget|plan|ram|ekonomisk ram|prognos|utfall|bokslut)\s+)?({YEAR})", re.IGNORECASE)
_KINDS = {
    "budget": FrameKind.BUDGET,
    "ram": FrameKind.BUDGET,
    "ekonomisk ram": FrameKind.BUDGET,
    "plan": FrameKind.PLAN,
    "prognos": FrameKind.FORECAST,
    "utfall": FrameKind.OUTCOME,
    "bokslut": FrameKind.OUTCOME,
}
_ABOUT_MONEY = re.compile(r"\b(?:budget|ekonomiska?\s+ram|driftsram|nettokostnad)", re.IGNORECASE)
_UNIT = re.compile(r"\b(tkr|mnkr|mkr|mdkr|kr)\b", re.IGNORECASE)
_UNITS = {"mkr": "mnkr"}


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a column of amounts is of."""

    kind: FrameKind
    year: int


def take_budget_table(run: Run, at: int, _scope: Scope) -> Taken | None:
    """A table with lines down, years across, and a unit of money in its header or right above it."""
    table = block_at(run, at, Table)
    if table is None or len(table.rows) < 2:
        return None
    above = _above(run, at, table)
    columns, unit = _columns(table.rows[0], above), _unit(" ".join((*table.rows[0].texts, above)))
    is_such = columns and unit and _ABOUT_MONEY.search(" ".join((*table.rows[0].texts, above)))
    return _read(table, columns, unit, at) if is_such else None


def _above(run: Run, at: int, table: Table) -> str:
    """The paragraph before the table and the heading it stands under."""
    before = block_at(run, at - 1, Block)
    return " ".join([*table.path[-1:], before.text if before and not isinstance(before, Table) else ""])


def _columns(header: Row, above: str) -> dict[int, _Frame]:
    """The frames of the columns after the first; a bare year is of the budget where the text above is about one."""
    found: dict[int, _Frame] = {}
    for index, text in enumerate(header.texts[1:], start=1):
        match = _COLUMN.fullmatch(tidy(text))
        word = (match[1] or ("budget" if _ABOUT_MONEY.search(above) else "")).lower() if match else ""
        if match and word:
            found[index] = _Frame(_KINDS[tidy(word)], int(match[2]))
    return found if len(set(found.values())) == len(found) else {}


def _unit(text: str) -> str:
    """The unit that a text names; none where it names several."""
    units = {_UNITS.get(unit.lower(), unit.lower()) for unit in _UNIT.findall(text)}
    return units.pop() if len(units) == 1 else ""


def _read(table: Table, columns: dict[int, _Frame], unit: str, at: int) -> Taken:
    own: list[Source] = []
    nodes: list[ProposedNode] = []
    unplaced: list[Unplaced] = []
    for index, (row, source) in enumerate(zip(table.rows, sources_of(table), strict=True)):
        if index == 0 or is_blank(row) or is_across(row) or not row.texts[0].strip():
            own.append(source)
        else:
            nodes.append(_line(row, source, columns, unit))
        if index > 0:
            unplaced += _left(row, source, columns, named=bool(row.texts[0].strip()))
    text = "\n".join("\t".join(table.rows[source.row or 0].texts) for source in own)
    fields = {"holds": NodeKind.BUDGET_LINE}
    group = ProposedNode(kind=NodeKind.GROUP, text=text, fields=fields, children=tuple(nodes), sources=tuple(own))
    group = group.warned(WarningCode.CELL_UNREAD) if unplaced else group
    return Taken(end=at + 1, nodes=(group,), unplaced=tuple(unplaced))


def _line(row: Row, source: Source, columns: dict[int, _Frame], unit: str) -> ProposedNode:
    frames = tuple(
        ProposedNode(
            kind=NodeKind.BUDGET_FRAME,
            text=row.texts[index],
            fields={"kind": frame.kind, "year": frame.year, "amount": row.texts[index], "measure_unit": unit},
            sources=(source,),
        )
        for index, frame in columns.items()
        if parse_number(row.texts[index]) is not None
    )
    name = row.texts[0]
    fields = {"name": tidy(name)}
    return ProposedNode(kind=NodeKind.BUDGET_LINE, text=name, fields=fields, children=frames, sources=(source,))


def _left(row: Row, source: Source, columns: dict[int, _Frame], *, named: bool) -> list[Unplaced]:
    """Cells whose text is no amount, or that stand in no line or in a column of no year."""
    return [
        Unplaced(
            node=ProposedNode(kind=NodeKind.PARAGRAPH, text=cell.text, sources=(source._replace(column=index),)),
            reason=Reason.CELL_UNREAD if index in columns else Reason.COLUMN_UNKNOWN,
        )
        for index, cell in enumerate(row.cells)
        if index > 0 and cell.is_origin and cell.text.strip()
        if not (named and index in columns and parse_number(cell.text) is not None)
    ]
