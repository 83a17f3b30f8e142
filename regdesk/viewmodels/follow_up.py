"""The follow-up of a plan's goals, "Uppföljning per mål": what the sheet and its preview both read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from regdesk.domain.codes import ValueState, Verdict
from regdesk.domain.model import Goal, ReportingPeriod
from regdesk.formats import format_list
from regdesk.i18n import _, current_language
from regdesk.services.outline import Outline
from regdesk.viewmodels.edition import Disclosure
from regdesk.viewmodels.follow_up_goals import GoalReader, link_names
from regdesk.viewmodels.follow_up_parts import (
    AssignmentList,
    CountRow,
    FollowUp,
    GoalPart,
    IndicatorRow,
    LegendRow,
    WorkRow,
)
from regdesk.viewmodels.follow_up_verdicts import Verdicts
from regdesk.viewmodels.outcomes import Outcomes
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.verdict_counts import count_row
from regdesk.viewmodels.verdict_trends import trend_notations
from regdesk.viewmodels.words import verdict_cell

_ORDER: Final = (*Verdict, None)
"""The verdicts as they are counted and explained; None is what nobody has assessed."""

Counted = tuple[str, Verdict | None]
"""The plural of a thing's kind, and its verdict."""


def follow_up(request: SheetRequest, goal_id: str = "") -> FollowUp:
    """The plan, or one goal of it, with the verdicts of a meeting, of a period, or without either the newest ones.

    Texts are in the current language. Raises Problem(ROW_MISSING) for an unknown meeting, period or goal.
    """
    session, disclosure = request.session, request.disclosure
    outline = outline_of(request, goal_id)
    verdicts = Verdicts.read(request, frozenset(outline.assessable()))
    reader = GoalReader(outline, verdicts, Outcomes.read(session, outline), link_names(session))
    goals, assignments = reader.goals(), reader.assignments()
    lists = (*assignments, *(each for part in _all(goals) for each in part.assignments))
    return FollowUp(
        decided=_decided(verdicts),
        compared=_compared(verdicts),
        states=reader.states(),
        goals=goals,
        assignments=assignments,
        verdicts=tuple(map(verdict_cell, _ORDER)),
        counts=counts_of(goals, lists, disclosure),
        symbols=_symbols(),
        trends=_trends(verdicts),
        notations=_notations(outline),
    )


def outline_of(request: SheetRequest, goal_id: str = "") -> Outline:
    """The plan that a sheet follows up, or one goal of it with all below it."""
    outline = Outline.read(request.session, _day(request))
    return outline.under(request.session.get(Goal, goal_id).id) if goal_id else outline


def _day(request: SheetRequest) -> date | None:
    """The day of which the plan is shown: what a meeting or a period followed up is told of, also after it closed."""
    if request.meeting_id:
        return request.meeting.date
    return request.session.get(ReportingPeriod, request.period_id).ends_on if request.period_id else None


def _decided(verdicts: Verdicts) -> str:
    """Who decided, in a sentence: nothing on the paper is worked out by the program."""
    if not verdicts.decided and not verdicts.loose:
        return _("Inga bedömningar är gjorda ännu.")
    decided = _("Bedömt av {decisions}.").format(decisions=format_list(verdicts.decided, language=current_language()))
    loose = _("Bedömningar utan sammanträde är registrerade {days}.").format(
        days=format_list(verdicts.loose, language=current_language())
    )
    return " ".join(filter(None, (decided if verdicts.decided else "", loose if verdicts.loose else "")))


def _compared(verdicts: Verdicts) -> str:
    """Said once where nothing was assessed before, rather than of each verdict that it is the first."""
    if verdicts.before:
        return _("Under varje bedömning står vad den var förra gången.")
    return _("Det finns inga tidigare bedömningar att jämföra med.") if verdicts.assessments else ""


# Counts


def counts_of(
    goals: Iterable[GoalPart], lists: Iterable[AssignmentList], disclosure: Disclosure
) -> tuple[CountRow, ...]:
    """How many of each kind got which verdict, of the goals with all below them and of the uppdrag in lists."""
    return _counts((*_counted(goals), *_of_assignments(lists, disclosure)))


def _all(goals: Iterable[GoalPart]) -> Iterator[GoalPart]:
    for goal in goals:
        yield from goal.walk()


def _counted(goals: Iterable[GoalPart]) -> Iterator[Counted]:
    """Everything with a verdict of its own or the lack of one, for counting only: verdicts are never added up."""
    for part in _all(goals):
        if part.assessed:
            yield "goals", part.assessed.verdict
        for table in part.tables:
            for indicator in table.rows:
                yield from _of_indicator(indicator)
        for row in part.work:
            yield from _of_work(row)


def _of_indicator(row: IndicatorRow) -> Iterator[Counted]:
    if row.assessed:
        yield "indicators", row.assessed.verdict
    for parameter in row.parameters:
        if parameter.assessed:
            yield "cluster_parameters", parameter.assessed.verdict


def _of_work(row: WorkRow) -> Iterator[Counted]:
    if row.assessed:
        yield row.kind, row.assessed.verdict
    for below in row.below:
        yield from _of_work(below)


def _of_assignments(lists: Iterable[AssignmentList], disclosure: Disclosure) -> tuple[Counted, ...]:
    """Uppdrag are usually reported rather than assessed: they are counted once any of them has a verdict."""
    rows = [row for each in lists for top in each.rows for row in top.walk() if not disclosure.withholds(row.item_id)]
    verdicts = [row.assessed.verdict if row.assessed else None for row in rows]
    return tuple(("assignments", verdict) for verdict in verdicts) if any(verdicts) else ()


def _counts(counted: Iterable[Counted]) -> tuple[CountRow, ...]:
    kinds: dict[str, Counter[Verdict | None]] = {}
    for kind, verdict in counted:
        kinds.setdefault(kind, Counter())[verdict] += 1
    return tuple(count_row(kind, [(each, found[each]) for each in _ORDER]) for kind, found in kinds.items())


# Legend


def _symbols() -> tuple[LegendRow, ...]:
    meanings = {
        Verdict.YES: _("uppfyllt"),
        Verdict.PARTLY: _("delvis uppfyllt"),
        Verdict.NO: _("inte uppfyllt"),
        Verdict.CANNOT_ASSESS: _("underlaget räcker inte för en bedömning"),
        None: _("ingen bedömning är gjord"),
    }
    return tuple(LegendRow(cell=verdict_cell(verdict), meaning=meanings[verdict]) for verdict in _ORDER)


def _trends(verdicts: Verdicts) -> tuple[LegendRow, ...]:
    """The signs of change that these verdicts have."""
    used = verdicts.changes()
    return tuple(
        LegendRow(cell=Cell(text=sign), meaning=meaning) for sign, meaning in trend_notations() if sign in used
    )


def _notations(outline: Outline) -> tuple[LegendRow, ...]:
    """The ways of holding no value that this plan uses, each with what it says."""
    words = {
        ValueState.BLANK: (_("Tom ruta"), _("planen anger inget värde")),
        ValueState.DASH: (_("Streck"), _("planen anger att värde saknas")),
        ValueState.NEW_INDICATOR: (_("Ny indikator"), _("indikatorn är ny och har inget tidigare utfall")),
        ValueState.PENDING: (_("Ska utarbetas"), _("målnivån är inte bestämd än")),
    }
    used = {value.state for values in outline.values.values() for value in values}
    return tuple(
        LegendRow(cell=Cell(text=text), meaning=meaning) for state, (text, meaning) in words.items() if state in used
    )
