"""Which columns of a table hold only numbers, and where the decimal comma of each number stands."""

from __future__ import annotations

import re
from typing import Final

from regdesk.sheets.blocks import Cell, StatusCell, Table, words

_NUMBER: Final = re.compile(
    r"(?P<whole>[<>≤≥±≈]?\s?[-−–+]?\d+(?:\s\d{3})*)(?P<rest>(?:,\d+)?(?:\s?(?:[%‰]|[a-zåäö]{1,5}))?)"
)


def number_parts(text: str) -> tuple[str, str] | None:
    """`text` divided before its decimal comma (or its unit), or None where it is not one number."""
    match = _NUMBER.fullmatch(text.strip())
    return (match["whole"], match["rest"]) if match else None


def numeric_columns(table: Table) -> frozenset[int]:
    """The columns whose filled cells are all numbers. Row headers and empty columns are not among them."""
    full = [row.cells for row in table.rows if len(row.cells) == len(table.header)]
    first = 1 if table.row_headers else 0
    return frozenset(
        column for column in range(first, len(table.header)) if _are_numbers([cells[column] for cells in full])
    )


def _are_numbers(cells: list[Cell]) -> bool:
    filled = [cell for cell in cells if isinstance(cell, StatusCell) or words(cell).strip()]
    return bool(filled) and all(_is_number(cell) for cell in filled)


def _is_number(cell: Cell) -> bool:
    return not isinstance(cell, StatusCell) and number_parts(words(cell)) is not None
