"""The parts of the picture of the risks: what is printed of each, as plain texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from regdesk.formats import NBSP
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.heat_map import HeatMap, MapCell
from regdesk.viewmodels.rows import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class StageValue:
    """What a risk is worth at a moment: its cell, and of what (`3 × 4`) with how it stands to what was before."""

    cell: Cell
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """What is done about a risk; one that is withheld has its neutral line for a text and no status."""

    text: str
    responsible: str = ""
    due: Cell | None = None
    due_note: str = ""
    status: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskPart:
    """A risk with its number in the plan's order. `value` is what it is worth at the moment that was asked for."""

    number: int
    title: str
    category: str
    responsible: str
    goals: tuple[str, ...]
    handling: str
    stages: tuple[StageValue | None, ...]
    value: int | None
    prose: tuple[Fact, ...]
    remarks: tuple[Fact, ...]
    actions: tuple[ActionLine, ...]

    @property
    def name(self) -> str:
        """`3 Vården kan inte bemannas`."""
        return f"{self.number}{NBSP}{self.title}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledCell:
    """A cell of the map in which risks stand, in words."""

    cell: MapCell
    likelihood: str
    impact: str
    risks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskPicture:
    """The risks by how they stand: valued, not valued, over, and those that are but a neutral line.

    `shown` is the map of the values of `stage`; there is none where no risk is valued, or the matrix `is_unreadable`.
    `numbers` are those of its risks by their ids, `beside` what does not stand in it.
    """

    told: str
    stage: str
    shown: HeatMap | None
    is_unreadable: bool
    numbers: Mapping[str, int]
    filled: tuple[FilledCell, ...]
    beside: tuple[str, ...]
    valued: tuple[RiskPart, ...]
    unvalued: tuple[RiskPart, ...]
    closed: tuple[RiskPart, ...]
    withheld: tuple[str, ...]

    def parts(self) -> tuple[RiskPart, ...]:
        """Every risk of which something is told."""
        return (*self.valued, *self.unvalued, *self.closed)
