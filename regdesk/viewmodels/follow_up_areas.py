"""The follow-up by goals of the top level, "Uppföljning per målområde": what each needs attention for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from regdesk.domain.codes import Verdict, WorkStatus
from regdesk.domain.model import Activity, Assignment, plural_of
from regdesk.i18n import _
from regdesk.services.session import Session
from regdesk.services.work import due_of, overdue_days
from regdesk.viewmodels.counts import days_text
from regdesk.viewmodels.edition import Disclosure
from regdesk.viewmodels.follow_up import counts_of, follow_up
from regdesk.viewmodels.follow_up_parts import Assessed, CountRow, FollowUp, GoalPart, WorkRow
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.report_summary import assignments_standing
from regdesk.viewmodels.risks_of_goals import RedRisk, red_risks
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line, status_cell

_FOUND = (Verdict.NO, Verdict.PARTLY, Verdict.CANNOT_ASSESS)
"""What asks for attention, in the order of how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaGoal:
    """A goal of an area: its own verdict where it has one, and how many things below it stand how."""

    depth: int
    name: str
    assessed: Assessed | None
    indicators: str
    work: str
    assignments: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that got Nej, Delvis or Kan ej bedömas, and what it is."""

    kind: str
    name: str
    place: str
    assessed: Assessed


@dataclass(frozen=True, slots=True, kw_only=True)
class LateWork:
    """An uppdrag or a delaktivitet that should have been done, or that somebody has said is delayed."""

    kind: str
    name: str
    due: date | None
    late: str
    status: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A goal of the top level with what is to be said of it on its page."""

    part: GoalPart
    counts: tuple[CountRow, ...]
    goals: tuple[AreaGoal, ...]
    findings: tuple[Finding, ...]
    late: tuple[LateWork, ...]
    risks: tuple[RedRisk, ...]

    def by_verdict(self) -> tuple[Finding, ...]:
        """What asks for attention with Nej first, then Delvis."""
        return tuple(sorted(self.findings, key=lambda found: _FOUND.index(found.assessed.verdict or Verdict.NO)))

    @property
    def is_assessed(self) -> bool:
        """Whether anything in it has a verdict."""
        return any(sum(row.numbers[:-1]) for row in self.counts)


def follow_up_areas(request: SheetRequest, goal_id: str = "") -> tuple[FollowUp, tuple[Area, ...]]:
    """The follow-up, and its goals of the top level. Raises what `follow_up` raises."""
    found, disclosure = follow_up(request, goal_id), request.disclosure
    reader = _AreaReader(
        today=request.printed_on,
        disclosure=disclosure,
        work=_work(request.session),
        risks=red_risks(request.session, disclosure),
    )
    return found, tuple(map(reader.area, found.goals))


def _work(session: Session) -> dict[str, Assignment | Activity]:
    found: dict[str, Assignment | Activity] = {each.id: each for each in session.all(Assignment)}
    return found | {each.id: each for each in session.all(Activity)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _AreaReader:
    """Makes areas of the parts of a follow-up, which have nothing in them that is withheld."""

    today: date
    disclosure: Disclosure
    work: Mapping[str, Assignment | Activity]
    risks: Sequence[RedRisk]

    def area(self, part: GoalPart) -> Area:
        ids = {goal.item_id for goal in part.walk()}
        return Area(
            part=part,
            counts=self._counts([part]),
            goals=tuple(self._goals(part)),
            findings=tuple(_findings(part)),
            late=tuple(self._late(part)),
            risks=tuple(risk for risk in self.risks if risk.goal_ids & ids),
        )

    def _goals(self, part: GoalPart, depth: int = 0) -> Iterator[AreaGoal]:
        """Those below the area, and the area itself where it is assessed."""
        if depth or part.assessed:
            counts = {row.source: row for row in self._counts([part])}
            yield AreaGoal(
                depth=max(0, depth - 1),
                name=one_line(f"{part.number} {part.title}"),
                assessed=part.assessed,
                indicators=_told(counts.get("indicators")),
                work=_told(counts.get("interim_goals"), counts.get("activities")),
                assignments=self._assignments(part),
            )
        for child in part.children:
            yield from self._goals(child, depth + 1)

    def _counts(self, parts: Sequence[GoalPart]) -> tuple[CountRow, ...]:
        lists = (each for part in parts for goal in part.walk() for each in goal.assignments)
        return counts_of(parts, lists, self.disclosure)

    def _assignments(self, part: GoalPart) -> str:
        found = (self.work[row_id] for row_id in _assignment_ids(part))
        shown = [each for each in self.disclosure.shown(found) if isinstance(each, Assignment)]
        return assignments_standing(shown, self.today)

    def _late(self, part: GoalPart) -> Iterator[LateWork]:
        """What is late, the latest first, and what is delayed."""
        ids = (*_assignment_ids(part), *(row_id for goal in part.walk() for row_id in _activity_ids(goal.work)))
        found = self.disclosure.shown(self.work[each] for each in ids)
        for each in sorted(found, key=lambda work: -overdue_days(work, self.today)):
            days, due = overdue_days(each, self.today), due_of(each)
            if days or each.status is WorkStatus.DELAYED:
                yield LateWork(
                    kind=one_of(plural_of(type(each))),
                    name=self.disclosure.text(
                        each.id, one_line(each.text if isinstance(each, Assignment) else each.title)
                    ),
                    due=due,
                    late=days_text(days) if days else "",
                    status=status_cell(each.status),
                )


def _told(*rows: CountRow | None) -> str:
    """`Ja 3, Delvis 1`, one kind after the other."""
    return "; ".join(row.words for row in rows if row)


def _assignment_ids(part: GoalPart) -> Iterator[str]:
    for goal in part.walk():
        yield from (row.item_id for each in goal.assignments for top in each.rows for row in top.walk())


def _activity_ids(rows: Iterable[WorkRow]) -> Iterator[str]:
    for row in rows:
        if row.kind == "activities":
            yield row.item_id
        yield from _activity_ids(row.below)


# What asks for attention


def _findings(area: GoalPart) -> Iterator[Finding]:
    for goal in area.walk():
        own = f"{goal.level} {goal.number}".strip()
        if goal.assessed and goal.assessed.verdict in _FOUND:
            yield Finding(kind=own, name=goal.title, place="", assessed=goal.assessed)
        place = "" if goal is area else own if goal.number else goal.title
        for kind, name, assessed in _things(goal):
            if assessed and assessed.verdict in _FOUND:
                yield Finding(kind=kind, name=name, place=place, assessed=assessed)


def _things(goal: GoalPart) -> Iterator[tuple[str, str, Assessed | None]]:
    """All that can have a verdict right under a goal, each with what kind of thing it is."""
    for indicator in (row for table in goal.tables for row in table.rows):
        yield one_of("indicators"), indicator.title, indicator.assessed
        for parameter in indicator.parameters:
            name = _("{parameter} ({cluster})").format(parameter=parameter.name, cluster=indicator.title)
            yield one_of("cluster_parameters"), name, parameter.assessed
    yield from _work_things(goal.work)
    for row in (row for each in goal.assignments for top in each.rows for row in top.walk()):
        yield one_of("assignments"), row.text, row.assessed


def _work_things(rows: Iterable[WorkRow]) -> Iterator[tuple[str, str, Assessed | None]]:
    for row in rows:
        yield one_of(row.kind), row.text, row.assessed
        yield from _work_things(row.below)
