"""Finds the header of a table and what its columns hold, whichever order and how many rows the header has."""

from __future__ import annotations

from dataclasses import dataclass, replace

from regdesk.domain.codes import ValueKind
from regdesk.domain.numerals import tidy
from regdesk.exchange.word.document import Row, Table
from regdesk.exchange.wording.indicators import Column, ColumnRole, read_column
from regdesk.exchange.wording.texts import years

_MOST_HEADER_ROWS = 2
_ENOUGH_VALUES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """An indicator table's columns, and the rows before and of its header."""

    columns: tuple[Column, ...]
    header_rows: int
    name_is_guessed: bool = False

    @property
    def name(self) -> int:
        """The column with the indicators' names."""
        return next(index for index, column in enumerate(self.columns) if column.role is ColumnRole.NAME)

    def all(self, role: ColumnRole) -> list[int]:
        """The columns that hold that."""
        return [index for index, column in enumerate(self.columns) if column.role is role]


def read_layout(table: Table) -> Layout | None:
    """The layout of an indicator table; None for tables of other things. A row across the whole table may precede."""
    start = 1 if len(table.rows) > 1 and is_across(table.rows[0]) else 0
    for count in range(1, _MOST_HEADER_ROWS + 1):
        rows = table.rows[start : start + count]
        if len(rows) == count and (count == 1 or _is_second_header(rows[1])):
            best = _layout(tuple(map(read_column, _labels(rows))), start + count)
            deeper = table.rows[start + count : start + count + 1]
            if best and not (count == 1 and deeper and _is_second_header(deeper[0])):
                return best
    return None


def is_across(row: Row) -> bool:
    """Whether one merged cell fills the row of a table with several columns."""
    return len(row.cells) > 1 and row.cells[0].column_span >= len(row.cells)


def is_blank(row: Row) -> bool:
    """Whether there is nothing in a row."""
    return not any(text.strip() for text in row.texts)


def _is_second_header(row: Row) -> bool:
    """Years under merged headings: every cell is a year, empty, or continues the one above."""
    cells = [cell for cell in row.cells if cell.is_origin and cell.text.strip()]
    return bool(cells) and all(years(cell.text) and len(tidy(cell.text)) <= len("2024-2026") for cell in cells)


def _labels(rows: tuple[Row, ...]) -> list[str]:
    """The header of each column: what stands above each other in its rows, each text once."""
    return [
        "\n".join(dict.fromkeys(filter(None, (part.strip("\n") for part in parts))))
        for parts in zip(*(row.texts for row in rows), strict=True)
    ]


def _layout(columns: tuple[Column, ...], header_rows: int) -> Layout | None:
    roles = [column.role for column in columns]
    if ColumnRole.NAME in roles:
        name = roles.index(ColumnRole.NAME)
        return Layout(columns=_settle_goals(_only_name(columns, name), name), header_rows=header_rows)
    values = sum(column.role is ColumnRole.VALUE and column.year is not None for column in columns)
    if values >= _ENOUGH_VALUES and roles[0] in {ColumnRole.UNKNOWN, ColumnRole.GOAL}:
        named = (replace(columns[0], role=ColumnRole.NAME), *columns[1:])
        return Layout(columns=_settle_goals(named, 0), header_rows=header_rows, name_is_guessed=True)
    return None


def _only_name(columns: tuple[Column, ...], name: int) -> tuple[Column, ...]:
    """Of several columns that could hold names, the first does; the others are not known."""
    return tuple(
        replace(column, role=ColumnRole.UNKNOWN) if column.role is ColumnRole.NAME and index != name else column
        for index, column in enumerate(columns)
    )


def _settle_goals(columns: tuple[Column, ...], name: int) -> tuple[Column, ...]:
    """A column "Mål" holds goals before the names or where another holds the targets, and targets elsewhere."""
    has_targets = any(column.role is ColumnRole.VALUE and column.kind is ValueKind.TARGET for column in columns)
    return tuple(
        replace(column, role=ColumnRole.VALUE)
        if column.role is ColumnRole.GOAL and column.kind and index > name and not has_targets
        else column
        for index, column in enumerate(columns)
    )
