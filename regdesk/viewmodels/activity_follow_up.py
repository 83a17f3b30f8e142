"""The delaktiviteter under the goals they lead to: from how things are, by delmål, to how they are wished to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from regdesk.domain.codes import StateKind, WorkStatus
from regdesk.domain.model import Activity, Milestone
from regdesk.formats import format_iso_date
from regdesk.i18n import _, mark
from regdesk.services.activities import milestones_by_activity, missed
from regdesk.services.outline import Outline
from regdesk.services.work import is_open, overdue_days
from regdesk.viewmodels.counts import percent_text
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up import follow_up, outline_of
from regdesk.viewmodels.follow_up_parts import Assessed, GoalPart, LegendRow, WorkRow
from regdesk.viewmodels.glance import late_words
from regdesk.viewmodels.labels import interim_goal_label, state_label
from regdesk.viewmodels.rows import Cell, Tone
from regdesk.viewmodels.sheet_options import choice, tick
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.top_goals import TOP_GOAL
from regdesk.viewmodels.words import late_cell, one_line, status_cell

PLAN, DUE = "plan", "due"

SORT: Final = choice("sort", mark("&Ordning"), {PLAN: mark("Som i planen"), DUE: mark("Efter när de ska vara klara")})
OVER: Final = tick("over", mark("Genom&förda och avförda"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneLine:
    """Where an activity shall have come: by which day, and whether it has."""

    text: str
    due: str
    state: Cell
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLine:
    """A delmål with its delaktiviteter, or a delaktivitet; a withheld one has its text alone.

    `due_note` says how late it is and from when it runs, `status_note` how far it has come; `progress` is in per cent.
    """

    item_id: str
    label: str
    text: str
    responsible: str = ""
    due: Cell | None = None
    due_note: str = ""
    status: Cell | None = None
    status_note: str = ""
    progress: int | None = None
    reason: str = ""
    assessed: Assessed | None = None
    milestones: tuple[MilestoneLine, ...] = ()
    below: tuple[ActivityLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityCount:
    """How many delaktiviteter a goal has: open, late among those, done, dropped, and all."""

    goal: str
    numbers: tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityArea:
    """A goal with the way that it has to go, step by step, and what is done for that."""

    goal: GoalPart
    depth: int
    steps: tuple[Fact, ...] = ()
    lines: tuple[ActivityLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFollowUp:
    """The delaktiviteter of a plan. `left_out` are the goals that nothing is done for."""

    decided: str
    counts: tuple[ActivityCount, ...]
    areas: tuple[ActivityArea, ...]
    left_out: tuple[str, ...]
    symbols: tuple[LegendRow, ...]


def activity_follow_up(request: SheetRequest) -> ActivityFollowUp:
    """The plan, or one goal of it, with the verdicts that were asked for. Raises Problem(ROW_MISSING)."""
    found = follow_up(request, request.answer(TOP_GOAL))
    reader = _Reader(request)
    areas = tuple(area for goal in found.goals for area in reader.areas(goal, 0))
    return ActivityFollowUp(
        decided=found.decided,
        counts=tuple(reader.counts(areas)),
        areas=areas,
        left_out=tuple(reader.left_out(found.goals)),
        symbols=found.symbols,
    )


class _Reader:
    """Puts what only this paper shows beside what every follow-up says of the goals."""

    def __init__(self, request: SheetRequest) -> None:
        outline = outline_of(request, request.answer(TOP_GOAL))
        self._request = request
        self._today = request.printed_on
        self._shows = request.disclosure
        self._outline: Outline = outline
        self._activities = {each.id: each for of_goal in outline.activities.values() for each in of_goal}
        self._milestones = milestones_by_activity(request.session)

    def areas(self, goal: GoalPart, depth: int) -> Iterator[ActivityArea]:
        """A goal that something is done for, or that has such goals below it, and those."""
        below = tuple(area for child in goal.children for area in self.areas(child, depth + 1))
        withheld = self._shows.withholds(goal.item_id)
        if goal.work or below or withheld:
            steps = () if withheld else tuple(self._steps(goal.item_id))
            lines = (*_own_verdict(goal), *self._lines(goal.work))
            yield ActivityArea(goal=goal, depth=depth, steps=steps, lines=lines)
            yield from below

    def left_out(self, goals: Iterable[GoalPart]) -> Iterator[str]:
        """The goals that nothing is done for; one that has none such below it is told of, and not those below."""
        for goal in goals:
            if not any(part.work or self._shows.withholds(part.item_id) for part in goal.walk()):
                yield goal.name
            elif not self._shows.withholds(goal.item_id):
                yield from self.left_out(goal.children)

    def counts(self, areas: Sequence[ActivityArea]) -> Iterator[ActivityCount]:
        """Of every goal with delaktiviteter of its own, whether they are to be listed or not."""
        for area in areas:
            found = self._shows.shown(self._outline.activities.get(area.goal.item_id, ()))
            if found and not self._shows.withholds(area.goal.item_id):
                done, dropped = (
                    sum(each.status is status for each in found) for status in (WorkStatus.DONE, WorkStatus.DROPPED)
                )
                late = sum(overdue_days(each, self._today) > 0 for each in found)
                numbers = (sum(map(is_open, found)), late, done, dropped, len(found))
                yield ActivityCount(goal=area.goal.name, numbers=numbers)

    def _steps(self, goal_id: str) -> Iterator[Fact]:
        """How things are, where they shall have come, and how they are wished to be; texts of one label together."""
        states = self._outline.states.get(goal_id, ())
        current, desired = ([each for each in states if each.kind is kind] for kind in StateKind)
        told: dict[str, list[str]] = {}
        for state in current:
            told.setdefault(state_label(state), []).append(self._shows.text(state.id, state.text.strip()))
        for interim in self._outline.interim_goals.get(goal_id, ()):
            told.setdefault(interim_goal_label(interim), []).append(self._shows.text(interim.id, interim.text.strip()))
        for state in desired:
            told.setdefault(state_label(state), []).append(self._shows.text(state.id, state.text.strip()))
        return (Fact(label=label, text="\n".join(texts)) for label, texts in told.items())

    # Lines

    def _lines(self, rows: Iterable[WorkRow]) -> Iterator[ActivityLine]:
        for row in self._sorted(rows):
            if row.kind == "interim_goals":
                below = tuple(self._lines(row.below))
                yield ActivityLine(
                    item_id=row.item_id, label=row.label, text=row.text, assessed=row.assessed, below=below
                )
            else:
                yield from self._activity(row)

    def _sorted(self, rows: Iterable[WorkRow]) -> list[WorkRow]:
        """Delmål keep their place; delaktiviteter come by the day that they are due where that was asked for."""
        if self._request.answer(SORT) != DUE:
            return list(rows)
        return sorted(rows, key=lambda row: self._due(row.item_id) or date.max)

    def _due(self, item_id: str) -> date | None:
        activity = self._activities.get(item_id)
        return date.min if activity is None else activity.due_on

    def _activity(self, row: WorkRow) -> Iterator[ActivityLine]:
        activity, plain = self._activities[row.item_id], ActivityLine(item_id=row.item_id, label="", text=row.text)
        if self._shows.withholds(activity.id):
            yield plain
        elif is_open(activity) or self._request.has(OVER):
            yield replace(
                plain,
                responsible=one_line(activity.responsible_function),
                due=late_cell(activity.due_on, self._today, is_open=is_open(activity)) if activity.due_on else None,
                due_note=self._due_note(activity),
                status=status_cell(activity.status),
                status_note="" if activity.progress is None else percent_text(activity.progress),
                progress=activity.progress,
                reason=activity.status_reason.strip(),
                assessed=row.assessed,
                milestones=tuple(self._milestones_of(activity)),
            )

    def _due_note(self, activity: Activity) -> str:
        since = _("från {day}").format(day=format_iso_date(activity.starts_on)) if activity.starts_on else ""
        return "\n".join(filter(None, (late_words(activity, self._today), since)))

    def _milestones_of(self, activity: Activity) -> Iterator[MilestoneLine]:
        for milestone in self._shows.shown(self._milestones.get(activity.id, ())):
            yield MilestoneLine(
                text=self._shows.text(milestone.id, one_line(milestone.text)),
                due=format_iso_date(milestone.due_on) if milestone.due_on else "",
                state=_state(milestone, late=missed(milestone, activity, self._today)),
                note=format_iso_date(milestone.reached_on) if milestone.reached_on else "",
            )


def _own_verdict(goal: GoalPart) -> Iterator[ActivityLine]:
    """What the goal itself was assessed as, where somebody did so."""
    if goal.assessed and (goal.assessed.verdict or goal.assessed.remarks):
        yield ActivityLine(item_id=goal.item_id, label=goal.level, text=goal.title, assessed=goal.assessed)


def _state(milestone: Milestone, *, late: bool) -> Cell:
    if milestone.reached_on:
        return Cell(text=_("Nådd"), symbol="✓", tone=Tone.GOOD)
    if late:
        return Cell(text=_("Inte nådd"), symbol="!", tone=Tone.BAD)
    return Cell(text=_("Återstår"), symbol="○", tone=Tone.MUTED)
