"""The parts of a list of uppdrag on paper: what is printed of each, as plain texts in the order that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.rows import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentLine:
    """An uppdrag with those below it. A withheld one has its text alone.

    `origin` is body, date with §, and dnr; `due_note` says how late it is or which law gives the day; `status_note` is
    the day that it was done. `facts` say who received it and what it belongs to, `told` why it stands as it does, how
    it was reported back and what the parties say.
    """

    item_id: str
    kind: str
    text: str
    origin: tuple[str, ...] = ()
    age: str = ""
    due: Cell | None = None
    due_note: str = ""
    status: Cell | None = None
    status_note: str = ""
    facts: tuple[Fact, ...] = ()
    told: tuple[Fact, ...] = ()
    below: tuple[AssignmentLine, ...] = ()

    def walk(self) -> Iterator[AssignmentLine]:
        """This uppdrag and all below it, parents first."""
        yield self
        for line in self.below:
            yield from line.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentGroup:
    """Uppdrag that are listed together, under a title where they are sorted by something that has one."""

    title: str
    lines: tuple[AssignmentLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentPart:
    """The uppdrag that stand alike; `nothing` is what is said where there are none."""

    title: str
    nothing: str
    groups: tuple[AssignmentGroup, ...]

    @property
    def has_origins(self) -> bool:
        """Whether anything is known of where some uppdrag was decided."""
        return any(line.origin for line in self._walk())

    @property
    def has_days(self) -> bool:
        """Whether any uppdrag has a day to be done by, or goes on all the time."""
        return any(line.due for line in self._walk())

    def _walk(self) -> Iterator[AssignmentLine]:
        for group in self.groups:
            for line in group.lines:
                yield from line.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentCount:
    """How many uppdrag of a kind there are: open, late among those, done, dropped, and all."""

    kind: str
    numbers: tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentFollowUp:
    """The uppdrag of a register as they stand on a day. `over` are those that nothing is left to do of."""

    told: str
    counts: tuple[AssignmentCount, ...]
    open: AssignmentPart
    over: tuple[AssignmentPart, ...]
