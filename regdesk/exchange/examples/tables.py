"""The tables of an example's file, asked for by what they should hold."""

from __future__ import annotations

import tomllib
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from regdesk.domain.model import RECORDS


class Table:
    """Names with their values. What is of another kind than was asked for is a fault of the file: TypeError."""

    def __init__(self, cells: Mapping[str, object]) -> None:
        self.cells = cells

    def text(self, name: str) -> str:
        """A text, or nothing."""
        found = self.cells.get(name, "")
        return found if isinstance(found, str) else _wrong(name)

    def number(self, name: str) -> int:
        found = self.cells.get(name)
        return found if isinstance(found, int) else _wrong(name)

    def day(self, name: str) -> date:
        found = self.cells.get(name)
        return found if isinstance(found, date) else _wrong(name)

    def texts(self, name: str) -> list[str]:
        """A list of texts, or an empty one."""
        found = self.cells.get(name, [])
        return [str(each) for each in found] if isinstance(found, list) else _wrong(name)

    def table(self, name: str) -> Table:
        """A table, or an empty one."""
        found = self.cells.get(name, {})
        return Table(found) if isinstance(found, dict) else _wrong(name)

    def tables(self, name: str) -> list[Table]:
        """A list of tables, or an empty one."""
        found = self.cells.get(name, [])
        return [Table(each) for each in found] if isinstance(found, list) else _wrong(name)

    def names(self) -> Iterator[str]:
        yield from self.cells

    def records(self) -> Iterator[tuple[str, Table]]:
        """The tables that are records, each under the plural of its kind, in the order of the file."""
        for plural, below in self.cells.items():
            if plural in RECORDS and isinstance(below, list):
                yield from ((plural, each) for each in self.tables(plural))


def read_tables(path: Path) -> Table:
    """What a file holds. Raises OSError, tomllib.TOMLDecodeError."""
    return Table(tomllib.loads(path.read_text(encoding="utf-8")))


def keys_in(table: Table) -> Iterator[str]:
    """What the records of a table are called, and those below them, in the order of the file."""
    for _plural, below in table.records():
        if key := below.text("key"):
            yield key
        yield from keys_in(below)


def _wrong(name: str) -> typing.Never:
    raise TypeError(name)
