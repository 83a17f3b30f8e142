"""Rows as screen and paper read them: texts with their tone, in pages that the register sorts and filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import Protocol


class Tone(StrEnum):
    """What a text says by its colour; never by colour alone, so a tone always comes with a word and a symbol."""

    NEUTRAL = auto()
    GOOD = auto()
    PARTLY = auto()
    SERIOUS = auto()
    BAD = auto()
    UNKNOWN = auto()
    MUTED = auto()


class Align(StrEnum):
    """How a column's texts stand."""

    LEFT = auto()
    RIGHT = auto()
    CENTRE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a list: `key` is what the register sorts by, `width` a share of the whole.

    A title that is wide for what stands below it can have two lines; `letters` is how much of what stands there is
    always seen.
    """

    key: str
    title: str
    width: float = 1.0
    align: Align = Align.LEFT
    sortable: bool = True
    letters: int = 0

    @property
    def name(self) -> str:
        """The title on one line."""
        return self.title.replace("\n", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One text of a row. `spoken` is what a screen reader says where the text alone would mislead.

    `icon` names a picture that says the same as the text, before it.
    """

    text: str
    symbol: str = ""
    tone: Tone = Tone.NEUTRAL
    spoken: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a list. `position` is the row's place in the present order, for fetching what comes after it.

    What is `secret` has a lock before its first cell.
    """

    id: str
    cells: tuple[Cell, ...]
    secret: bool = False
    position: tuple[str | int | float | None, ...] = field(default=(), compare=False)


class RowSource(Protocol):
    """A list that is read a page at a time; sorting and filtering happen in the register."""

    @property
    def columns(self) -> Sequence[Column]: ...

    def count(self) -> int:
        """Number of rows that pass the filter."""
        ...

    def page(self, after: Row | None, limit: int) -> list[Row]:
        """The next `limit` rows after `after` (the first ones when None), in the present order."""
        ...

    def set_filter(self, text: str) -> None: ...

    def set_order(self, key: str, *, descending: bool) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a person wrote in the cell of a row, to the letter; `key` is its column's."""

    row_id: str
    key: str
    raw: str


class SheetSource(RowSource, Protocol):
    """A list with cells that can be written in, as in a spreadsheet."""

    def can_write(self, key: str) -> bool:
        """Whether the cells of a column are written here."""
        ...

    def raw(self, row_id: str, key: str) -> str:
        """What a cell says to the letter."""
        ...

    def write(self, cells: Iterable[Written]) -> None:
        """Write cells as one step."""
        ...


class GivenRows:
    """A list that was read as a whole and has one order."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        self.columns = columns
        self._rows = rows

    def count(self) -> int:
        return len(self._rows)

    def page(self, after: Row | None, limit: int) -> list[Row]:
        start = 1 + next(place for place, row in enumerate(self._rows) if row.id == after.id) if after else 0
        return list(self._rows[start : start + limit])

    def set_filter(self, text: str) -> None:
        """What was read is shown."""

    def set_order(self, key: str, *, descending: bool) -> None:
        """There is but one."""
