"""What a meeting assesses, told so that a room can follow: the thing itself with its goal, values and criteria."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from regdesk.domain.codes import ValueKind
from regdesk.domain.model import (
    Activity,
    Assignment,
    ClusterParameter,
    Goal,
    GoalState,
    Indicator,
    InterimGoal,
    Level,
    Value,
    ValueColumn,
)
from regdesk.i18n import _
from regdesk.services.secrecy import secrecy_of
from regdesk.services.session import Session
from regdesk.viewmodels.edition import withheld
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.labels import goal_name, interim_goal_label, parameter_name, state_label
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.values import column_label, value_cell
from regdesk.viewmodels.words import one_line, word


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueFact:
    """A value as the plan writes it, under the label of its column."""

    label: str
    cell: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterPlace:
    """Which cluster a parameter belongs to, and which one it is of how many."""

    item_id: str
    title: str
    criterion: str
    number: int
    count: int

    @property
    def place(self) -> str:
        """`Parameter 2 av 5`."""
        return _("Parameter {number} av {count}").format(number=self.number, count=self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a cluster, by its name or its number."""

    item_id: str
    name: str
    criterion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is assessed. `kind` is the glossary's code, `path` the goals above it from the top.

    `cluster` is there for a parameter, `parameters` for a cluster; `facts` are what else the plan says of it.
    """

    item_id: str
    kind: str
    kind_word: str
    title: str
    path: tuple[str, ...] = ()
    targets: tuple[ValueFact, ...] = ()
    outcomes: tuple[ValueFact, ...] = ()
    criterion: str = ""
    interpretation: str = ""
    facts: tuple[Fact, ...] = ()
    cluster: ClusterPlace | None = None
    parameters: tuple[Parameter, ...] = ()


def read_subject(session: Session, kind: str, item_id: str) -> Subject:
    """The thing under an id, and nothing beside it: as many queries however large the plan is."""
    return _READERS[kind](session, item_id)


def _goal(session: Session, item_id: str) -> Subject:
    goal = session.get(Goal, item_id)
    return Subject(
        item_id=goal.id,
        kind="goal",
        kind_word=_level_word(session, goal),
        title=goal_name(goal),
        path=_path(session, goal.parent_id),
        facts=_states(session, goal.id),
    )


def _interim_goal(session: Session, item_id: str) -> Subject:
    interim_goal = session.get(InterimGoal, item_id)
    return Subject(
        item_id=item_id,
        kind="interim_goal",
        kind_word=interim_goal_label(interim_goal),
        title=one_line(interim_goal.text),
        path=_path(session, interim_goal.goal_id),
        facts=_states(session, interim_goal.goal_id),
    )


def _indicator(session: Session, item_id: str) -> Subject:
    indicator = session.get(Indicator, item_id)
    targets, outcomes = _values(session, item_id)
    return Subject(
        item_id=item_id,
        kind="indicator",
        kind_word=one_of("indicators"),
        title=one_line(f"{indicator.printed_number} {indicator.title}"),
        path=_path(session, indicator.goal_id),
        targets=targets,
        outcomes=outcomes,
        criterion=indicator.criterion.strip(),
        interpretation=indicator.interpretation.strip(),
        parameters=_parameters(session, item_id),
    )


def _cluster_parameter(session: Session, item_id: str) -> Subject:
    parameter = session.get(ClusterParameter, item_id)
    cluster = session.get(Indicator, parameter.indicator_id)
    siblings = _parameters(session, cluster.id)
    number = 1 + next(index for index, sibling in enumerate(siblings) if sibling.item_id == item_id)
    targets, outcomes = _values(session, cluster.id)
    return Subject(
        item_id=item_id,
        kind="cluster_parameter",
        kind_word=one_of("cluster_parameters"),
        title=parameter_name(parameter.name, number),
        path=_path(session, cluster.goal_id),
        targets=targets,
        outcomes=outcomes,
        criterion=parameter.criterion.strip(),
        cluster=ClusterPlace(
            item_id=cluster.id,
            title=one_line(cluster.title),
            criterion=cluster.criterion.strip(),
            number=number,
            count=len(siblings),
        ),
    )


def _activity(session: Session, item_id: str) -> Subject:
    activity = session.get(Activity, item_id)
    return Subject(
        item_id=item_id,
        kind="activity",
        kind_word=one_of("activities"),
        title=one_line(activity.title),
        path=_path(session, activity.goal_id),
        facts=_interim_goals(session, activity),
    )


def _assignment(session: Session, item_id: str) -> Subject:
    assignment = session.get(Assignment, item_id)
    lead_in = one_line(assignment.lead_in)
    return Subject(
        item_id=item_id,
        kind="assignment",
        kind_word=one_of("assignments"),
        title=one_line(assignment.text),
        path=_path(session, assignment.goal_id),
        facts=(Fact(label=word(assignment.role), text=lead_in),) if lead_in else (),
    )


_READERS: Final[Mapping[str, Callable[[Session, str], Subject]]] = {
    "goal": _goal,
    "interim_goal": _interim_goal,
    "indicator": _indicator,
    "cluster_parameter": _cluster_parameter,
    "activity": _activity,
    "assignment": _assignment,
}


def _path(session: Session, goal_id: str | None) -> tuple[str, ...]:
    names: list[str] = []
    while goal_id:
        goal = session.get(Goal, goal_id)
        names.append(goal_name(goal))
        goal_id = goal.parent_id
    return tuple(reversed(names))


def _level_word(session: Session, goal: Goal) -> str:
    return one_line(session.get(Level, goal.level_id).name)


def _states(session: Session, goal_id: str) -> tuple[Fact, ...]:
    states = secrecy_of(session).open(session.all(GoalState, goal_id=goal_id))
    return tuple(Fact(label=state_label(state), text=state.text.strip()) for state in states)


def _interim_goals(session: Session, activity: Activity) -> tuple[Fact, ...]:
    """The delmål that an activity leads to; all of its goal's where the plan ties it to none."""
    found = secrecy_of(session).open(session.all(InterimGoal, goal_id=activity.goal_id))
    own = [each for each in found if each.id == activity.interim_goal_id] or found
    return tuple(Fact(label=interim_goal_label(each), text=each.text.strip()) for each in own)


def _parameters(session: Session, indicator_id: str) -> tuple[Parameter, ...]:
    """All of a cluster; one that is secret by itself has no name here."""
    found, secrecy = session.all(ClusterParameter, indicator_id=indicator_id), secrecy_of(session)
    return tuple(
        Parameter(item_id=each.id, name=withheld(), criterion="")
        if secrecy.is_secret(each.id) and not secrecy.is_secret(indicator_id)
        else Parameter(item_id=each.id, name=parameter_name(each.name, number), criterion=each.criterion.strip())
        for number, each in enumerate(found, start=1)
    )


def _values(session: Session, indicator_id: str) -> tuple[tuple[ValueFact, ...], tuple[ValueFact, ...]]:
    """Targets, and all that was measured or is thought of: outcomes, baselines and forecasts, in the plan's order."""
    written = session.all(Value, indicator_id=indicator_id)
    labels = {each.id: column_label(each) for each in session.all(ValueColumn, closed_on=None)} if written else {}
    targets: list[ValueFact] = []
    others: list[ValueFact] = []
    for value in (each for each in written if each.column_id in labels):
        fact = ValueFact(label=labels[value.column_id], cell=value_cell(value.raw, value.state))
        (targets if value.kind is ValueKind.TARGET else others).append(fact)
    return tuple(targets), tuple(others)
