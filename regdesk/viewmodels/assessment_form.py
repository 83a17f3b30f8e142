"""The blank form for verdicts: everything that shall be assessed, goal by goal, with what one needs to assess it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from regdesk.domain.codes import ValueKind, ValueState
from regdesk.domain.model import ReportingPeriod
from regdesk.i18n import _
from regdesk.services.meetings import everything_to_assess
from regdesk.services.outline import Outline
from regdesk.services.tasks import task_lines
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up_goals import GoalReader
from regdesk.viewmodels.follow_up_parts import AssignmentList, AssignmentRow, GoalPart, IndicatorRow, WorkRow
from regdesk.viewmodels.follow_up_verdicts import Verdicts
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.outcomes import Outcomes
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.top_goals import TOP_GOAL
from regdesk.viewmodels.values import column_label
from regdesk.viewmodels.words import one_line

_NOTHING: Final = frozenset({ValueState.BLANK, ValueState.DASH})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """Something to give a verdict. `kind` says what it is, where it is no indicator.

    `facts` are its target and its latest outcome; a withheld one has its line alone.
    """

    item_id: str
    title: str
    level: int
    kind: str = ""
    is_parameter: bool = False
    withheld: bool = False
    criterion: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormGoal:
    """A goal with what shall be assessed under it. `depth` is 0 at the top; goals with nothing below are left out."""

    title: str
    depth: int
    rows: tuple[FormRow, ...]


def assessment_form(request: SheetRequest) -> tuple[FormGoal, ...]:
    """What the request's meeting shall assess, or without one the whole plan. Raises Problem(ROW_MISSING)."""
    outline = Outline.read(request.session, _day(request))
    nothing, outcomes = Verdicts.none(request.disclosure), Outcomes.read(request.session, outline)
    parts = GoalReader(outline, nothing, outcomes, {})
    reader = _Reader(outline, _wanted(request, outline), request)
    area = request.answer(TOP_GOAL)
    tops = (part for part in parts.goals() if area in ("", part.item_id))
    loose = () if area else reader.loose(parts.assignments())
    apart = (FormGoal(title=_("Uppdrag som inte hör till något mål"), depth=0, rows=loose),) if loose else ()
    return (*(made for part in tops for made in reader.goals(part, 0)), *apart)


def _day(request: SheetRequest) -> date | None:
    """The day of which the plan is shown."""
    if request.meeting_id:
        return request.meeting.date
    return request.session.get(ReportingPeriod, request.period_id).ends_on if request.period_id else None


def _wanted(request: SheetRequest, outline: Outline) -> Collection[str]:
    """Ids of what shall be assessed, parameters among them."""
    if request.meeting_id:
        return {line.item_id for line in task_lines(request.session, request.meeting_id)}
    found = set(everything_to_assess(request.session))
    return found | {each.id for key in found for each in outline.parameters.get(key, ())}


class _Reader:
    """Picks what shall be assessed out of the parts of the plan."""

    def __init__(self, outline: Outline, wanted: Collection[str], request: SheetRequest) -> None:
        self._outline = outline
        self._wanted = wanted
        self._shows = request.disclosure
        self._columns = {column.id: column for column in outline.columns}
        day = _day(request) or request.printed_on
        self._year = day.year

    def goals(self, part: GoalPart, depth: int) -> Iterator[FormGoal]:
        """A goal and those below it, as far as there is something to assess."""
        rows = tuple(self._rows(part))
        below = [made for child in part.children for made in self.goals(child, depth + 1)]
        if rows or below or self._is_hidden(part):
            yield FormGoal(title=_title(part), depth=depth, rows=rows)
        yield from below

    def loose(self, lists: Iterable[AssignmentList]) -> tuple[FormRow, ...]:
        """The uppdrag of some lists that shall be assessed."""
        return tuple(row for each in lists for top in each.rows for row in self._assignment(top, 0))

    def _is_hidden(self, part: GoalPart) -> bool:
        """Whether the edition withholds a goal with something to assess below it."""
        return self._shows.withholds(part.item_id) and any(key in self._wanted for key in self._below(part.item_id))

    def _below(self, goal_id: str) -> Iterator[str]:
        yield goal_id
        outline = self._outline
        for group in (outline.indicators, outline.interim_goals, outline.activities, outline.assignments):
            yield from (each.id for each in group.get(goal_id, ()))
        for child in outline.children.get(goal_id, ()):
            yield from self._below(child.id)

    def _rows(self, part: GoalPart) -> Iterator[FormRow]:
        if part.item_id in self._wanted and not self._shows.withholds(part.item_id):
            yield FormRow(item_id=part.item_id, title=part.title, level=0)
        for table in part.tables:
            for indicator in table.rows:
                yield from self._indicator(indicator)
        for row in part.work:
            yield from self._work(row, 0)
        yield from self.loose(part.assignments)

    def _indicator(self, row: IndicatorRow) -> Iterator[FormRow]:
        """An indicator with its parameters; one of which a parameter alone is wanted is there as its heading."""
        parameters = [each for each in row.parameters if each.item_id in self._wanted]
        if row.item_id not in self._wanted and not parameters:
            return
        withheld = row.assessed is None
        yield FormRow(
            item_id=row.item_id,
            title=row.title,
            level=0,
            withheld=withheld,
            criterion=row.criterion,
            facts=() if withheld else tuple(self._values(row.item_id)),
        )
        for each in parameters:
            yield FormRow(
                item_id=each.item_id,
                title=each.name,
                level=1,
                is_parameter=True,
                withheld=each.assessed is None,
                criterion=each.criterion,
            )

    def _values(self, indicator_id: str) -> Iterator[Fact]:
        """The latest outcome and the target of the year, or else the last one, as the plan writes them."""
        places = {column_id: place for place, column_id in enumerate(self._columns)}
        values = sorted(self._outline.values.get(indicator_id, ()), key=lambda value: places[value.column_id])
        told = [value for value in values if value.state not in _NOTHING]
        outcomes = [value for value in told if value.kind is ValueKind.OUTCOME]
        targets = [value for value in told if value.kind is ValueKind.TARGET]
        of_year = [value for value in targets if self._columns[value.column_id].year == self._year]
        for value in (*outcomes[-1:], *(of_year or targets)[-1:]):
            yield Fact(label=column_label(self._columns[value.column_id]), text=one_line(value.raw))

    def _work(self, row: WorkRow, level: int) -> Iterator[FormRow]:
        if row.item_id in self._wanted:
            withheld = row.assessed is None
            title = row.text if withheld else ": ".join(filter(None, (row.label, row.text)))
            kind = "" if row.label else one_of(row.kind)
            yield FormRow(item_id=row.item_id, title=title, level=level, kind=kind, withheld=withheld)
            level += 1
        for below in row.below:
            yield from self._work(below, level)

    def _assignment(self, row: AssignmentRow, level: int) -> Iterator[FormRow]:
        if row.item_id in self._wanted:
            withheld = self._shows.withholds(row.item_id)
            yield FormRow(
                item_id=row.item_id, title=row.text, level=level, kind=one_of("assignments"), withheld=withheld
            )
            level += 1
        for below in row.below:
            yield from self._assignment(below, level)


def _title(part: GoalPart) -> str:
    """`Mål 2.1.1: Vi främjar hälsa`."""
    return f"{part.level} {part.number}".strip() + f": {part.title}"
