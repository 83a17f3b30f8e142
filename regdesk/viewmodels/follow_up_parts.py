"""The parts of the follow-up of goals: what is printed of each, as plain texts in the plan's order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from regdesk.domain.codes import Verdict
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.outcomes import Curve
from regdesk.viewmodels.rows import Cell

_NO_FIRST: Final = (Verdict.NO, Verdict.PARTLY, Verdict.CANNOT_ASSESS, None, Verdict.YES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """A verdict with its words. `remarks` are the justification, then what the parties say, each under its label.

    `decided` says where, when the sheet shows verdicts of more than one decision; `trend` what it was before, when
    anything on the sheet was assessed before.
    """

    verdict: Verdict | None
    cell: Cell
    decided: str = ""
    trend: str = ""
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
    """An indicator with one value for each column of its table, as the plan writes it.

    `change` is what its last outcome differs by from the one before, `curve` its outcomes as a line, where there are.
    """

    item_id: str
    title: str
    criterion: str
    values: tuple[Cell, ...]
    assessed: Assessed | None
    parameters: tuple[ParameterRow, ...] = ()
    change: str = ""
    curve: Curve | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorTable:
    """The indicators of one kind of table under one goal. `columns` are the plan's own headings."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[IndicatorRow, ...]

    def by_verdict(self) -> IndicatorTable:
        """With what is Nej first, then Delvis; what needs no attention comes last."""
        rows = sorted(self.rows, key=lambda row: _NO_FIRST.index(row.assessed.verdict if row.assessed else None))
        return replace(self, rows=tuple(rows))


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

    @property
    def name(self) -> str:
        """`Mål 2.1.1: Vi främjar hälsa`."""
        return f"{self.level} {self.number}".strip() + f": {self.title}"

    def walk(self) -> Iterator[GoalPart]:
        """This goal and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """How many things of a kind got each verdict; `numbers` stand in the order of the verdicts' columns.

    `source` is the plural of the kind's records, `words` say the numbers that are not 0: `Ja 11, Nej 2`.
    """

    source: str
    kind: str
    total: int
    numbers: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendRow:
    """A symbol or a way of writing values, and what it says."""

    cell: Cell
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """The follow-up of a plan's goals as it stands in the register.

    `verdicts` are those that can be given, and none, in the order of their columns. `compared` says what the verdicts
    are compared with, or that there is nothing to compare with.
    """

    decided: str
    compared: str
    states: tuple[Fact, ...]
    goals: tuple[GoalPart, ...]
    assignments: tuple[AssignmentList, ...]
    verdicts: tuple[Cell, ...]
    counts: tuple[CountRow, ...]
    symbols: tuple[LegendRow, ...]
    trends: tuple[LegendRow, ...]
    notations: tuple[LegendRow, ...]
