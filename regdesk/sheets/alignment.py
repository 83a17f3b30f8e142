"""Which columns of a table hold only numbers, and where the decimal comma of each number stands."""

from __future__ import annotations

import re
from typing import Final

from regdesk.sheets.blocks import Cell, FieldCell, FigureCell, StatusCell, Table, words

_NUMBER: Final = re.compile(
    r"(?P<whole>[<>≤≥±≈]?\s?[-−–+]?\d+(?:\s\d{3})*)(?P<rest>(?:,\d+)?(?:\s?(?:[%‰]|[a-zåäö]{1,5}))?)"
)

_NO_TEXT: Final = (StatusCell, FigureCell, FieldCell)


def number_parts(text: str) -> tuple[str, str] | None:
    """`text` divided before its decimal comma (or its unit), or None where it is not one number."""
    match = _NUMBER.fullmatch(text.strip())
    return (match["whole"], match["rest"]) if match else None


def numeric_columns(table: Table) -> frozenset[int]:
    """The columns whose filled cells are all numbers. Row headers are not among them.

    An empty column is when one before or after it is, so that the headings of a plan's years stand alike.
    """
    full = [row.cells for row in table.rows if len(row.cells) == len(table.header)]
    filled = {column: _filled(full, column) for column in range(1 if table.row_headers else 0, len(table.header))}
    found = {column for column, cells in filled.items() if cells and all(map(_is_number, cells))}
    for column in (*filled, *reversed(filled)):
        if not filled[column] and found & {column - 1, column + 1}:
            found.add(column)
    return frozenset(found)


def _filled(rows: list[tuple[Cell, ...]], column: int) -> list[Cell]:
    cells = (row[column] for row in rows)
    return [cell for cell in cells if isinstance(cell, _NO_TEXT) or words(cell).strip()]


def _is_number(cell: Cell) -> bool:
    return not isinstance(cell, _NO_TEXT) and number_parts(words(cell)) is not None
