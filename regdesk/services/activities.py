"""Delaktiviteter and their milestones: which are missed, and all that a time line shows of them in two questions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from regdesk.domain.model import Activity, Goal, Milestone
from regdesk.services.listing import ListQuery, ListSpec, goals_of
from regdesk.services.session import Session
from regdesk.services.work import is_open


def missed(milestone: Milestone, activity: Activity, today: date) -> bool:
    """Whether a day that the work should have come so far by has passed without it, and the work goes on."""
    return (
        milestone.reached_on is None and milestone.due_on is not None and milestone.due_on < today and is_open(activity)
    )


def goals_with_activities(session: Session) -> list[Goal]:
    """The goals that have any delaktivitet, in the order of the plan."""
    spec = ListSpec(columns="NULL", source="activities AS item", sorts={})
    goals = {goal.id: goal for goal in session.all(Goal)}
    return [goals[each] for each in goals_of(session, spec, ListQuery(order=""))]


def milestones_by_activity(session: Session) -> dict[str, list[Milestone]]:
    """The milestones of each delaktivitet that has any, by day."""
    return _grouped(session.all(Milestone, "due_on IS NULL, due_on, position, id"))


def _grouped(milestones: Iterable[Milestone]) -> dict[str, list[Milestone]]:
    grouped: dict[str, list[Milestone]] = {}
    for milestone in milestones:
        grouped.setdefault(milestone.activity_id, []).append(milestone)
    return grouped
