"""The parts of the follow-up of goals: what is printed of each, as plain texts in the plan's order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regdesk.domain.codes import Verdict
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.rows import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """A verdict with its words. `remarks` are the justification, then what the parties say, each under its label.

    `decided` says where, when the sheet shows verdicts of more than one decision.
    """

    verdict: Verdict | None
    cell: Cell
    decided: str = ""
    remarks: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterRow:
    """A parameter of a cluster. Without `assessed` the row is withheld, here as everywhere below."""

    item_id: str
    name: str
    criterion: str
    assessed: Assessed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """An indicator with one value for each column of its table, as the plan writes it."""

    item_id: str
    title: str
    criterion: str
    values: tuple[Cell, ...]
    assessed: Assessed | None
    parameters: tuple[ParameterRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorTable:
    """The indicators of one kind of table under one goal. `columns` are the plan's own headings."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRow:
    """A delmål with the delaktiviteter that lead to it, or a delaktivitet. `standing` is how its work stands."""

    item_id: str
    kind: str
    label: str
    text: str
    standing: str
    assessed: Assessed | None
    below: tuple[WorkRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentRow:
    """An uppdrag with those below it. `assessed` is there when somebody has assessed it or said something of it."""

    item_id: str
    text: str
    standing: str
    assessed: Assessed | None
    below: tuple[AssignmentRow, ...] = ()

    def walk(self) -> Iterator[AssignmentRow]:
        """This uppdrag and all below it, parents first."""
        yield self
        for row in self.below:
            yield from row.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentList:
    """Uppdrag in one role, under the sentence that leads them in."""

    lead_in: str
    rows: tuple[AssignmentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalPart:
    """A goal of any level with all that is followed up under it.

    `assessed` is there for a goal that is assessed itself; `links` say "–" where goals of its level usually point
    at something and it does not; `empty` are the names of levels that nothing stands on below it.
    """

    item_id: str
    level: str
    number: str
    title: str
    states: tuple[Fact, ...] = ()
    assessed: Assessed | None = None
    tables: tuple[IndicatorTable, ...] = ()
    work: tuple[WorkRow, ...] = ()
    assignments: tuple[AssignmentList, ...] = ()
    links: tuple[Fact, ...] = ()
    empty: tuple[str, ...] = ()
    children: tuple[GoalPart, ...] = ()

    def walk(self) -> Iterator[GoalPart]:
        """This goal and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """How many things of a kind got each verdict; `numbers` stand in the order of the verdicts' columns."""

    kind: str
    total: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendRow:
    """A symbol or a way of writing values, and what it says."""

    cell: Cell
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """The follow-up of a plan's goals as it stands in the register."""

    decided: str
    states: tuple[Fact, ...]
    goals: tuple[GoalPart, ...]
    assignments: tuple[AssignmentList, ...]
    verdicts: tuple[str, ...]
    counts: tuple[CountRow, ...]
    symbols: tuple[LegendRow, ...]
    notations: tuple[LegendRow, ...]
