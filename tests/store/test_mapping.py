"""Every record goes into a row and comes back as it was."""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

import pytest

from regdesk.domain.model import RECORDS, Record
from regdesk.store.mapping import from_row, to_row

_SAMPLES = {
    str: "å−– ”x”\u00a0",
    int: 7,
    float: 0.5,
    bool: True,
    date: date(2024, 2, 29),
    datetime: datetime(2024, 2, 29, 9, 30, 0, 1, tzinfo=UTC),
    Decimal: Decimal("1234.50"),
}


def _sample(hint: object) -> object:
    if isinstance(hint, types.UnionType):
        return _sample(typing.get_args(hint)[0])
    assert isinstance(hint, type)
    return list(hint)[-1] if issubclass(hint, StrEnum) else _SAMPLES[hint]


def _full(kind: type[Record]) -> Record:
    fields: dict[str, typing.Any] = {name: _sample(hint) for name, hint in typing.get_type_hints(kind).items()}
    return kind(**fields)


@pytest.mark.parametrize("kind", RECORDS.values())
def test_a_record_comes_back_as_it_was(kind: type[Record]) -> None:
    record = _full(kind)
    assert from_row(kind, to_row(record)) == record


@pytest.mark.parametrize("kind", RECORDS.values())
def test_nothing_comes_back_as_nothing(kind: type[Record]) -> None:
    empty = {name: None for name, hint in typing.get_type_hints(kind).items() if isinstance(hint, types.UnionType)}
    record = dataclasses.replace(_full(kind), **empty)  # type: ignore[arg-type]
    assert from_row(kind, to_row(record)) == record


def test_a_value_that_has_no_cell_is_a_bug() -> None:
    record = dataclasses.replace(_full(RECORDS["goals"]), title=["not", "text"])  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        to_row(record)
