"""Goals with all that is followed up under them, made from the outline of the plan and the verdicts in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from regdesk.domain.codes import LinkKind, TableKind, WorkStatus
from regdesk.domain.model import (
    Activity,
    AgendaGoal,
    Assignment,
    Body,
    Duty,
    Foundation,
    Goal,
    GoalState,
    GoverningDocument,
    Indicator,
    InterimGoal,
    Level,
    Link,
    Perspective,
    Record,
    RegionalGoal,
    ValueColumn,
)
from regdesk.formats import NBSP
from regdesk.i18n import _
from regdesk.services.outline import Outline
from regdesk.services.session import Session
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up_parts import (
    Assessed,
    AssignmentList,
    AssignmentRow,
    GoalPart,
    IndicatorRow,
    IndicatorTable,
    ParameterRow,
    WorkRow,
)
from regdesk.viewmodels.follow_up_verdicts import Verdicts
from regdesk.viewmodels.labels import goal_name, interim_goal_label, parameter_name, state_label
from regdesk.viewmodels.outcomes import Outcomes
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.values import column_label, no_cell, value_cell
from regdesk.viewmodels.words import one_line, word

NOTHING: Final = "–"
"""What stands where a level or a kind of link has nothing, so that it is seen not to have been forgotten."""


_SHORT_NAMES: Final = frozenset({LinkKind.BOARD, LinkKind.PERSPECTIVE, LinkKind.REGIONAL_GOAL})
"""What has names without commas, so that commas can stand between them."""


class GoalReader:
    """Makes the parts of a follow-up. Everything was read before; nothing here asks the register again."""

    def __init__(self, outline: Outline, verdicts: Verdicts, outcomes: Outcomes, names: Mapping[str, str]) -> None:
        self._outline = outline
        self._verdicts = verdicts
        self._outcomes = outcomes
        self._shows = verdicts.disclosure
        self._names = names
        self._levels = sorted(outline.levels.values(), key=lambda level: level.position)
        self._linked = _kinds_of_links(outline)

    def goals(self) -> tuple[GoalPart, ...]:
        """The goals of the top level."""
        return tuple(map(self._goal, self._outline.children.get("", ())))

    def states(self) -> tuple[Fact, ...]:
        """The states of the plan as a whole."""
        return self._states("")

    def assignments(self) -> tuple[AssignmentList, ...]:
        """The uppdrag that stand under no goal."""
        return self._assignment_lists("")

    def _goal(self, goal: Goal) -> GoalPart:
        level = self._outline.levels[goal.level_id]
        if self._shows.withholds(goal.id):
            title = self._text(goal, "")
            return GoalPart(item_id=goal.id, level=level.name, number=goal.printed_number, title=title)
        return GoalPart(
            item_id=goal.id,
            level=one_line(level.name),
            number=one_line(goal.printed_number),
            title=self._text(goal, goal.title),
            states=self._states(goal.id),
            assessed=self._of_goal(goal),
            tables=tuple(self._tables(goal.id)),
            work=self._work(goal.id),
            assignments=self._assignment_lists(goal.id),
            links=tuple(self._links(goal)),
            empty=self._empty_levels(goal, level),
            children=tuple(map(self._goal, self._outline.children.get(goal.id, ()))),
        )

    def _of_goal(self, goal: Goal) -> Assessed | None:
        """A goal is assessed itself when nothing below it is, or when a board did so all the same."""
        outline, key = self._outline, goal.id
        below = (outline.children, outline.indicators, outline.interim_goals, outline.activities)
        assessed = self._verdicts.of(key)
        return assessed if assessed.verdict or assessed.remarks or not any(key in each for each in below) else None

    def _states(self, key: str) -> tuple[Fact, ...]:
        return tuple(self._state(state) for state in self._outline.states.get(key, ()))

    def _state(self, state: GoalState) -> Fact:
        label, text = state_label(state), self._text(state, state.text)
        return Fact(label="" if text.casefold().startswith(label.casefold()) else label, text=text)

    def _empty_levels(self, goal: Goal, level: Level) -> tuple[str, ...]:
        if goal.id in self._outline.children:
            return ()
        return tuple(one_line(each.name_plural or each.name) for each in self._levels if each.position > level.position)

    # Indicators

    def _tables(self, goal_id: str) -> Iterator[IndicatorTable]:
        indicators = self._outline.indicators.get(goal_id, ())
        for kind, title in (
            (TableKind.QUANTITATIVE, _("Kvantitativ indikator")),
            (TableKind.QUALITATIVE, _("Kvalitativ indikator")),
        ):
            found = [indicator for indicator in indicators if indicator.table_kind is kind]
            if found:
                columns = self._columns(found)
                rows = tuple(self._indicator(indicator, columns) for indicator in found)
                yield IndicatorTable(title=title, columns=tuple(map(column_label, columns)), rows=rows)

    def _columns(self, indicators: Iterable[Indicator]) -> list[ValueColumn]:
        """The columns in which any of the indicators has a cell, be it a blank one."""
        used = {value.column_id for indicator in indicators for value in self._outline.values.get(indicator.id, ())}
        return [column for column in self._outline.columns if column.id in used]

    def _indicator(self, indicator: Indicator, columns: Sequence[ValueColumn]) -> IndicatorRow:
        withheld = self._shows.withholds(indicator.id)
        title = one_line(f"{indicator.printed_number} {indicator.title}")
        return IndicatorRow(
            item_id=indicator.id,
            title=self._text(indicator, title),
            criterion="" if withheld else one_line(indicator.criterion),
            values=tuple(no_cell() for _column in columns) if withheld else self._values(indicator, columns),
            assessed=self._assessed(indicator),
            parameters=() if withheld else tuple(self._parameters(indicator)),
            change="" if withheld else self._outcomes.change(indicator),
            curve=None if withheld else self._outcomes.curve(indicator),
        )

    def _values(self, indicator: Indicator, columns: Sequence[ValueColumn]) -> tuple[Cell, ...]:
        cells = {
            value.column_id: value_cell(value.raw, value.state) for value in self._outline.values.get(indicator.id, ())
        }
        return tuple(cells.get(column.id) or no_cell() for column in columns)

    def _parameters(self, indicator: Indicator) -> Iterator[ParameterRow]:
        for number, parameter in enumerate(self._outline.parameters.get(indicator.id, ()), start=1):
            withheld = self._shows.withholds(parameter.id)
            yield ParameterRow(
                item_id=parameter.id,
                name=self._text(parameter, parameter_name(parameter.name, number)),
                criterion="" if withheld else one_line(parameter.criterion),
                assessed=self._assessed(parameter),
            )

    # Work

    def _work(self, goal_id: str) -> tuple[WorkRow, ...]:
        """Each delmål with its delaktiviteter, then those that the plan ties to no delmål."""
        activities = self._outline.activities.get(goal_id, ())
        interim_goals = self._outline.interim_goals.get(goal_id, ())
        known = {each.id for each in interim_goals}
        tied = {each.id: [one for one in activities if one.interim_goal_id == each.id] for each in interim_goals}
        loose = [activity for activity in activities if activity.interim_goal_id not in known]
        return (
            *(self._interim_goal(each, tied[each.id]) for each in interim_goals),
            *(self._activity(activity) for activity in loose),
        )

    def _interim_goal(self, interim_goal: InterimGoal, activities: Iterable[Activity]) -> WorkRow:
        return WorkRow(
            item_id=interim_goal.id,
            kind="interim_goals",
            label=interim_goal_label(interim_goal),
            text=self._text(interim_goal, interim_goal.text),
            standing="",
            assessed=self._assessed(interim_goal),
            below=tuple(map(self._activity, activities)),
        )

    def _activity(self, activity: Activity) -> WorkRow:
        standing = " – ".join(filter(None, (_standing(activity.status), one_line(activity.status_reason))))
        return WorkRow(
            item_id=activity.id,
            kind="activities",
            label="",
            text=self._text(activity, activity.title),
            standing="" if self._shows.withholds(activity.id) else standing,
            assessed=self._assessed(activity),
        )

    # Assignments

    def _assignment_lists(self, key: str) -> tuple[AssignmentList, ...]:
        """A list for each role and lead-in, in the plan's order; what stands below another goes with it."""
        found = self._outline.assignments.get(key, ())
        known = {assignment.id for assignment in found}
        below: dict[str, list[Assignment]] = {}
        lists: dict[tuple[str, str], list[Assignment]] = {}
        for assignment in found:
            if assignment.parent_id in known:
                below.setdefault(assignment.parent_id or "", []).append(assignment)
            else:
                lists.setdefault((assignment.role, one_line(assignment.lead_in)), []).append(assignment)
        return tuple(
            AssignmentList(lead_in=lead_in, rows=tuple(self._assignment(each, below) for each in top))
            for (_role, lead_in), top in lists.items()
        )

    def _assignment(self, assignment: Assignment, below: Mapping[str, Sequence[Assignment]]) -> AssignmentRow:
        if self._shows.withholds(assignment.id):
            return AssignmentRow(item_id=assignment.id, text=self._text(assignment, ""), standing="", assessed=None)
        assessed = self._verdicts.of(assignment.id)
        return AssignmentRow(
            item_id=assignment.id,
            text=self._text(assignment, assignment.text),
            standing=_standing(assignment.status),
            assessed=assessed if assessed.verdict or assessed.remarks else None,
            below=tuple(self._assignment(each, below) for each in below.get(assignment.id, ())),
        )

    # Links

    def _links(self, goal: Goal) -> Iterator[Fact]:
        links = self._outline.links.get(goal.id, ())
        for kind in LinkKind:
            if kind in self._linked.get(goal.level_id, ()):
                names = [self._link_name(link) for link in links if link.kind is kind]
                between = ", " if kind in _SHORT_NAMES else "; "
                yield Fact(label=word(kind), text=between.join(dict.fromkeys(names)) or NOTHING)

    def _link_name(self, link: Link) -> str:
        """What a link points at. One to something secret says that much; one from it is not shown at all."""
        return self._shows.text(link.id, self._names.get(link.target_id) or one_line(link.raw))

    # Secrecy

    def _text(self, record: Record, text: str) -> str:
        return self._shows.text(record.id, one_line(text))

    def _assessed(self, record: Record) -> Assessed | None:
        return None if self._shows.withholds(record.id) else self._verdicts.of(record.id)


def link_names(session: Session) -> dict[str, str]:
    """What everything that a goal can point at is called, by its id."""
    return {record.id: one_line(name(record)) for kind, name in _NAMED.items() for record in session.all(kind)}


_NAMED: Final[Mapping[type[Record], Callable[..., str]]] = {
    RegionalGoal: lambda goal: f"{goal.number}{NBSP}{goal.title}".strip(),
    GoverningDocument: lambda document: str(document.title),
    Foundation: lambda foundation: str(foundation.title),
    Body: lambda body: str(body.name),
    AgendaGoal: lambda goal: f"{goal.number}{NBSP}{goal.title}",
    Goal: goal_name,
    Duty: lambda duty: str(duty.text),
    Perspective: lambda perspective: str(perspective.name),
}


def _kinds_of_links(outline: Outline) -> dict[str, set[LinkKind]]:
    """By level: the kinds of links that any of its goals has."""
    kinds: dict[str, set[LinkKind]] = {}
    for goal in outline.goals:
        kinds.setdefault(goal.level_id, set()).update(link.kind for link in outline.links.get(goal.id, ()))
    return kinds


def _standing(status: WorkStatus) -> str:
    """How work stands, once somebody has said so: a plan just imported says nothing of it."""
    return "" if status is WorkStatus.NOT_STARTED else word(status)
