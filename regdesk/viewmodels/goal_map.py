"""The goals of a plan as a map, "Målkarta": level by level, with the boards that contribute and the global goals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from regdesk.domain.codes import LinkKind
from regdesk.domain.model import AgendaGoal, Body, Goal, Level
from regdesk.formats import NBSP
from regdesk.services.outline import Outline
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Disclosure
from regdesk.viewmodels.follow_up import outline_of
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line

NOTHING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a goal points at: in short for a box, and in full for a table."""

    short: str
    full: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapGoal:
    """A goal, or with NOTHING for a title the place of a level that no goal stands on. `level` counts from 0."""

    level: int
    level_name: str
    title: str
    boards: tuple[Named, ...] = ()
    global_goals: tuple[Named, ...] = ()
    children: tuple[MapGoal, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no goal stands here."""
        return self.title == NOTHING

    def walk(self, depth: int = 0) -> Iterator[tuple[int, MapGoal]]:
        """This goal and all below it with how deep they stand, parents first."""
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalMap:
    """The goals of the top level with all below, the names of the levels, and what shortened names stand for."""

    levels: tuple[str, ...]
    goals: tuple[MapGoal, ...]

    def all(self) -> Iterator[tuple[int, MapGoal]]:
        """Every goal with how deep it stands, parents first."""
        for goal in self.goals:
            yield from goal.walk()

    def abbreviations(self) -> tuple[tuple[str, str], ...]:
        """The short names of boards that are on the map, each with its full name."""
        boards = {board.short: board.full for _depth, goal in self.all() for board in goal.boards}
        return tuple((short, full) for short, full in boards.items() if short != full)


def goal_map(request: SheetRequest, goal_id: str = "") -> GoalMap:
    """The plan, or one goal of it, as it stands. Raises Problem(ROW_MISSING) for an unknown goal."""
    outline = outline_of(request, goal_id)
    levels = sorted(outline.levels.values(), key=lambda level: level.position)
    reader = _Reader(outline, levels, _named(request.session), request.disclosure)
    return GoalMap(
        levels=tuple(one_line(level.name_plural or level.name) for level in levels),
        goals=tuple(map(reader.goal, outline.children.get("", ()))),
    )


def _named(session: Session) -> dict[str, Named]:
    bodies = {
        body.id: Named(short=one_line(body.short_name or body.name), full=one_line(body.name))
        for body in session.all(Body)
    }
    return bodies | {
        goal.id: Named(short=str(goal.number), full=one_line(f"{goal.number}{NBSP}{goal.title}"))
        for goal in session.all(AgendaGoal)
    }


@dataclass(frozen=True, slots=True)
class _Reader:
    outline: Outline
    levels: Sequence[Level]
    named: Mapping[str, Named]
    disclosure: Disclosure

    def goal(self, goal: Goal) -> MapGoal:
        level = next(place for place, each in enumerate(self.levels) if each.id == goal.level_id)
        shown = self.disclosure.text(goal.id, one_line(f"{goal.printed_number} {goal.title}"))
        if self.disclosure.withholds(goal.id):
            return MapGoal(level=level, level_name=self._name(level), title=shown)
        below = self.outline.children.get(goal.id, ())
        return MapGoal(
            level=level,
            level_name=self._name(level),
            title=shown,
            boards=self._linked(goal, LinkKind.BOARD),
            global_goals=self._linked(goal, LinkKind.AGENDA_2030),
            children=tuple(map(self.goal, below)) if below else self._empty(level + 1),
        )

    def _empty(self, level: int) -> tuple[MapGoal, ...]:
        """The levels that nothing stands on, one below the other, so that they are seen not to be forgotten."""
        if level >= len(self.levels):
            return ()
        empty = MapGoal(level=level, level_name=self._name(level), title=NOTHING, children=self._empty(level + 1))
        return (empty,)

    def _name(self, level: int) -> str:
        return one_line(self.levels[level].name)

    def _linked(self, goal: Goal, kind: LinkKind) -> tuple[Named, ...]:
        links = self.disclosure.shown(link for link in self.outline.links.get(goal.id, ()) if link.kind is kind)
        found = (
            self.named.get(link.target_id, Named(short=one_line(link.raw), full=one_line(link.raw))) for link in links
        )
        return tuple(dict.fromkeys(found))
