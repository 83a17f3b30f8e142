"""The follow-up of a plan's goals, "Uppföljning per mål": what the sheet and its preview both read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from regdesk.domain.codes import ValueState, Verdict
from regdesk.domain.model import Meeting, ReportingPeriod
from regdesk.formats import format_list
from regdesk.i18n import _, current_language
from regdesk.services.outline import Outline
from regdesk.services.session import Session
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
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import verdict_cell

_ORDER: Final = (*Verdict, None)
"""The verdicts as they are counted and explained; None is what nobody has assessed."""

Counted = tuple[str, Verdict | None]
"""The plural of a thing's kind, and its verdict."""


def follow_up(request: SheetRequest) -> FollowUp:
    """The whole plan with the verdicts of a meeting, of a period, or without either the newest ones.

    Texts are in the current language. Raises Problem(ROW_MISSING) for an unknown meeting or period.
    """
    session, period_id, disclosure = request.session, request.period_id, request.disclosure
    meeting = session.get(Meeting, request.meeting_id) if request.meeting_id else None
    outline = Outline.read(session, _day(session, meeting, period_id))
    verdicts = Verdicts.read(session, meeting, period_id, disclosure)
    reader = GoalReader(outline, verdicts, link_names(session))
    goals, assignments = reader.goals(), reader.assignments()
    lists = (*assignments, *(each for part in _all(goals) for each in part.assignments))
    return FollowUp(
        decided=_decided(verdicts),
        states=reader.states(),
        goals=goals,
        assignments=assignments,
        verdicts=tuple(verdict_cell(verdict).text for verdict in _ORDER),
        counts=_counts((*_counted(goals), *_of_assignments(lists, disclosure))),
        symbols=_symbols(),
        notations=_notations(outline),
    )


def _day(session: Session, meeting: Meeting | None, period_id: str | None) -> date | None:
    """The day of which the plan is shown: what a meeting or a period followed up is told of, also after it closed."""
    if meeting:
        return meeting.date
    return session.get(ReportingPeriod, period_id).ends_on if period_id else None


def _decided(verdicts: Verdicts) -> str:
    """Who decided, in a sentence: nothing on the paper is worked out by the program."""
    if not verdicts.decided and not verdicts.loose:
        return _("Inga bedömningar är gjorda ännu.")
    decided = _("Bedömt av {decisions}.").format(decisions=format_list(verdicts.decided, language=current_language()))
    loose = _("Bedömningar utan sammanträde är registrerade {days}.").format(
        days=format_list(verdicts.loose, language=current_language())
    )
    return " ".join(filter(None, (decided if verdicts.decided else "", loose if verdicts.loose else "")))


# Counts


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
    return tuple(
        CountRow(kind=many_of(kind), total=found.total(), numbers=tuple(found[verdict] for verdict in _ORDER))
        for kind, found in kinds.items()
    )


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
