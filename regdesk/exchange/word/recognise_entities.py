"""Recognises tables of risks, uppdrag, activities, controls, supervision and juridiska personer by their headers."""

from __future__ import annotations

from collections.abc import Iterator

from regdesk.domain.numerals import tidy
from regdesk.exchange.proposal.nodes import NodeKind, ProposedNode, Reason, Unplaced, WarningCode
from regdesk.exchange.word.document import Row, Source, Table, sources_of
from regdesk.exchange.word.recognise_base import Run, Scope, Taken, block_at
from regdesk.exchange.word.table_kinds import TABLE_KINDS, Cells, TableKind
from regdesk.exchange.word.table_layout import is_across, is_blank

_NEED_GOAL = {NodeKind.ACTIVITY}


def take_entity_table(run: Run, at: int, scope: Scope) -> Taken | None:
    """A table whose header says what its rows are."""
    table = block_at(run, at, Table)
    if table is None or len(table.rows) < 2:
        return None
    for kind in TABLE_KINDS:
        columns = _columns(kind, table.rows[0])
        if columns and (scope.in_goal or kind.kind not in _NEED_GOAL):
            return _read(table, kind, columns, at)
    return None


def _columns(kind: TableKind, header: Row) -> dict[int, str]:
    """The name of each known column; none unless the header has what such a table needs."""
    found: dict[int, str] = {}
    for index, text in enumerate(header.texts):
        fields = (name for name, pattern in kind.columns.items() if pattern.fullmatch(tidy(text)))
        name = next((name for name in fields if name not in found.values()), None)
        if name:
            found[index] = name
    there = set(found.values())
    is_such = kind.needed <= there and not kind.any_of.isdisjoint(there) and kind.telling.search(" ".join(header.texts))
    return found if is_such else {}


def _read(table: Table, kind: TableKind, columns: dict[int, str], at: int) -> Taken:
    own: list[Source] = []
    nodes: list[ProposedNode] = []
    unplaced: list[Unplaced] = []
    for index, (row, source) in enumerate(zip(table.rows, sources_of(table), strict=True)):
        if index == 0 or is_blank(row) or is_across(row) or row.texts == table.rows[0].texts:
            own.append(source)
        else:
            nodes.append(_node(kind, columns, row, source))
            unplaced += _left(kind, columns, row, source)
    text = "\n".join("\t".join(table.rows[source.row or 0].texts) for source in own)
    group = ProposedNode(
        kind=NodeKind.GROUP, text=text, fields={"holds": kind.kind}, children=tuple(nodes), sources=tuple(own)
    )
    for reason, code in _NOTED.items():
        if any(each.reason is reason for each in unplaced):
            group = group.warned(code, column="")
    return Taken(end=at + 1, nodes=(group,), unplaced=tuple(unplaced))


_NOTED = {Reason.COLUMN_UNKNOWN: WarningCode.COLUMN_UNKNOWN, Reason.CELL_UNREAD: WarningCode.CELL_UNREAD}


def _node(kind: TableKind, columns: dict[int, str], row: Row, source: Source) -> ProposedNode:
    cells: Cells = {}
    for index, name in columns.items():
        cells |= kind.read(name, row.texts[index]) or {}
    text = next(row.texts[index] for index, name in columns.items() if name in kind.needed)
    action = str(cells.pop("action", ""))
    below = (ProposedNode(kind=NodeKind.RISK_ACTION, text=action, fields={"text": action}, sources=(source,)),)
    return ProposedNode(
        kind=kind.kind,
        text=text,
        fields=kind.finish(cells),
        children=below if action.strip() else (),
        sources=(source,),
    )


def _left(kind: TableKind, columns: dict[int, str], row: Row, source: Source) -> Iterator[Unplaced]:
    """The cells of a row that no field has: their column is not known, or what they say could not be read."""
    for index, cell in enumerate(row.cells):
        if not cell.is_origin or not cell.text.strip():
            continue
        if index not in columns:
            yield _cell(cell.text, source._replace(column=index), Reason.COLUMN_UNKNOWN)
        elif kind.read(columns[index], cell.text) is None:
            yield _cell(cell.text, source._replace(column=index), Reason.CELL_UNREAD)


def _cell(text: str, source: Source, reason: Reason) -> Unplaced:
    return Unplaced(node=ProposedNode(kind=NodeKind.PARAGRAPH, text=text, sources=(source,)), reason=reason)
