"""Records to rows and back: enums as codes, dates as ISO text, decimals as text, flags as 0 and 1."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from regdesk.domain.model import Record

Cell = str | int | float | None
R = TypeVar("R", bound=Record)


class Cells(Protocol):
    """A row by column name: a dict or an sqlite3.Row."""

    def __getitem__(self, name: str, /) -> Any: ...  # noqa: ANN401 - cells are typed by their reader


def to_row(record: Record) -> dict[str, Cell]:
    """The record as a row, columns in the order of its fields."""
    return {name: _to_cell(getattr(record, name)) for name in columns(type(record))}


def from_row(kind: type[R], row: Cells) -> R:
    """The record that a row holds; the row may carry more columns than the record has."""
    fields: dict[str, Any] = {name: read(row[name]) for name, read in _readers(kind).items()}
    return kind(**fields)


def columns(kind: type[Record]) -> tuple[str, ...]:
    """The columns of a kind of record."""
    return tuple(_readers(kind))


def _to_cell(value: object) -> Cell:
    if value is None or type(value) in (str, int, float):
        return typing.cast("Cell", value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"no cell for {type(value).__name__}")


_READERS: dict[type[Record], dict[str, Callable[[Any], object]]] = {}


def _readers(kind: type[Record]) -> dict[str, Callable[[Any], object]]:
    """How each column of a kind is read; worked out once, since type hints are slow to resolve."""
    if kind not in _READERS:
        hints = typing.get_type_hints(kind)
        _READERS[kind] = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}
    return _READERS[kind]


def _reader(hint: object) -> Callable[[Any], object]:
    if isinstance(hint, types.UnionType):
        inner = _reader(next(part for part in typing.get_args(hint) if part is not type(None)))
        return lambda cell: None if cell is None else inner(cell)
    if hint is datetime:
        return datetime.fromisoformat
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and (issubclass(hint, StrEnum) or hint in (bool, Decimal)):
        return hint
    return lambda cell: cell
