"""The plan as a whole: goals in their printed order with what stands under each, read in one go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from regdesk.domain.model import (
    Activity,
    Assignment,
    ClusterParameter,
    Goal,
    GoalState,
    Indicator,
    InterimGoal,
    Level,
    Link,
    Record,
    Value,
    ValueColumn,
)
from regdesk.services.closing import stands
from regdesk.services.session import Session

R = TypeVar("R", bound=Record)
Groups = dict[str, tuple[R, ...]]
"""Records by the id of what they stand under, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Everything of a plan that screens and sheets walk through. `goals` come depth first, as printed."""

    levels: dict[str, Level]
    goals: tuple[Goal, ...]
    children: Groups[Goal]
    states: Groups[GoalState]
    interim_goals: Groups[InterimGoal]
    indicators: Groups[Indicator]
    parameters: Groups[ClusterParameter]
    columns: tuple[ValueColumn, ...]
    values: Groups[Value]
    activities: Groups[Activity]
    assignments: Groups[Assignment]
    links: Groups[Link]

    @classmethod
    def read(cls, session: Session, on: date | None = None) -> Outline:
        """The plan as it stands now, or with what was closed after a day; one query a kind, however large it is."""
        children = _grouped(_standing(session.all(Goal), on), "parent_id")
        indicators = _standing(session.all(Indicator), on)
        columns = _standing(session.all(ValueColumn), on)
        shown = {column.id for column in columns}, {indicator.id for indicator in indicators}
        values = (each for each in session.all(Value) if each.column_id in shown[0] and each.indicator_id in shown[1])
        return cls(
            levels={level.id: level for level in session.all(Level)},
            goals=tuple(_depth_first(children, "")),
            children=children,
            states=_grouped(session.all(GoalState), "goal_id"),
            interim_goals=_grouped(session.all(InterimGoal), "goal_id"),
            indicators=_grouped(indicators, "goal_id"),
            parameters=_grouped(session.all(ClusterParameter), "indicator_id"),
            columns=tuple(columns),
            values=_grouped(values, "indicator_id"),
            activities=_grouped(_standing(session.all(Activity), on), "goal_id"),
            assignments=_grouped(_standing(session.all(Assignment), on), "goal_id"),
            links=_grouped(session.all(Link), "source_id"),
        )

    def under(self, goal_id: str) -> Outline:
        """The plan as if one goal, with all below it, were all there is."""
        top = tuple(goal for goal in self.goals if goal.id == goal_id)
        goals = (*top, *_depth_first(self.children, goal_id))
        kept = {goal.id for goal in goals}
        indicators = _owned(self.indicators, kept)
        measured = {indicator.id for of_goal in indicators.values() for indicator in of_goal}
        return replace(
            self,
            goals=goals,
            children=_owned(self.children, kept) | {"": top},
            states=_owned(self.states, kept),
            interim_goals=_owned(self.interim_goals, kept),
            indicators=indicators,
            parameters=_owned(self.parameters, measured),
            values=_owned(self.values, measured),
            activities=_owned(self.activities, kept),
            assignments=_owned(self.assignments, kept),
            links=_owned(self.links, kept),
        )

    def assessable(self) -> Iterator[str]:
        """The ids of all that a verdict may be given to."""
        kinds: tuple[Groups[InterimGoal] | Groups[Indicator] | Groups[Activity] | Groups[Assignment], ...]
        kinds = (self.interim_goals, self.indicators, self.activities, self.assignments)
        yield from (goal.id for goal in self.goals)
        yield from (record.id for groups in kinds for group in groups.values() for record in group)
        yield from (parameter.id for group in self.parameters.values() for parameter in group)

    def depth(self, goal: Goal) -> int:
        """0 for a goal of the top level."""
        by_id = {each.id: each for each in self.goals}
        depth = 0
        while goal.parent_id:
            goal, depth = by_id[goal.parent_id], depth + 1
        return depth


def _standing(records: Iterable[R], on: date | None) -> list[R]:
    return [record for record in records if stands(record, on)]


def _grouped(records: Iterable[R], field: str) -> Groups[R]:
    groups: dict[str, list[R]] = {}
    for record in records:
        groups.setdefault(getattr(record, field) or "", []).append(record)
    return {key: tuple(group) for key, group in groups.items()}


def _owned(groups: Groups[R], owners: Collection[str]) -> Groups[R]:
    return {owner: group for owner, group in groups.items() if owner in owners}


def _depth_first(children: Groups[Goal], parent_id: str) -> Iterator[Goal]:
    for goal in children.get(parent_id, ()):
        yield goal
        yield from _depth_first(children, goal.id)
