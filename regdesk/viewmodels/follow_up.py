"""The follow-up of a plan's goals, "Uppföljning per mål": what the sheet and its preview both read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from regdesk.domain.codes import ValueState, Verdict
from regdesk.domain.model import AgendaItem, AgendaSubject, Meeting, Register, ReportingPeriod
from regdesk.formats import format_list, format_year_span
from regdesk.i18n import _, current_language
from regdesk.services.outline import Outline
from regdesk.services.registers import board_of, register_of
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Disclosure, Edition
from regdesk.viewmodels.follow_up_goals import GoalReader, link_names
from regdesk.viewmodels.follow_up_parts import (
    AssignmentList,
    CountRow,
    FollowUp,
    FollowUpHead,
    GoalPart,
    IndicatorRow,
    LegendRow,
    WorkRow,
)
from regdesk.viewmodels.follow_up_verdicts import Verdicts
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.labels import period_label
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.titles import register_title
from regdesk.viewmodels.words import one_line, verdict_cell

_ORDER: Final = (*Verdict, None)
"""The verdicts as they are counted and explained; None is what nobody has assessed."""

_LANGUAGE_TAGS: Final = {"sv": "sv-SE", "en": "en-GB"}

Counted = tuple[str, Verdict | None]
"""The plural of a thing's kind, and its verdict."""


def follow_up(
    session: Session,
    *,
    meeting_id: str | None = None,
    period_id: str | None = None,
    printed_on: date,
    edition: Edition = Edition.PUBLIC,
) -> FollowUp:
    """The whole plan with the verdicts of a meeting, of a period, or without either the newest ones.

    Texts are in the current language. Raises Problem(ROW_MISSING) for an unknown meeting or period.
    """
    meeting = session.get(Meeting, meeting_id) if meeting_id else None
    outline = Outline.read(session, _day(session, meeting, period_id))
    disclosure = Disclosure.of(session, edition)
    verdicts = Verdicts.read(session, meeting, period_id, disclosure)
    reader = GoalReader(outline, verdicts, link_names(session))
    goals, assignments = reader.goals(), reader.assignments()
    lists = (*assignments, *(each for part in _all(goals) for each in part.assignments))
    return FollowUp(
        head=_head(session, meeting, period_id, printed_on, disclosure),
        decided=_decided(verdicts),
        states=reader.states(),
        goals=goals,
        assignments=assignments,
        verdicts=tuple(verdict_cell(verdict).text for verdict in _ORDER),
        counts=_counts((*_counted(goals), *_of_assignments(lists, disclosure))),
        symbols=_symbols(),
        notations=_notations(outline),
    )


# What the paper is


def _day(session: Session, meeting: Meeting | None, period_id: str | None) -> date | None:
    """The day of which the plan is shown: what a meeting or a period followed up is told of, also after it closed."""
    if meeting:
        return meeting.date
    return session.get(ReportingPeriod, period_id).ends_on if period_id else None


def _head(
    session: Session, meeting: Meeting | None, period_id: str | None, printed_on: date, disclosure: Disclosure
) -> FollowUpHead:
    register = register_of(session)
    period = period_id or (meeting.period_id if meeting else None)
    return FollowUpHead(
        organisation=one_line(register.organisation),
        board=one_line(board_of(session).name),
        title=_("Uppföljning per mål"),
        edition=disclosure.edition,
        plan=one_line(register.plan_title) or register_title(session),
        dnr=_dnr(session, meeting, disclosure) or one_line(register.dnr) or _("saknas"),
        period=period_label(session.get(ReportingPeriod, period)) if period else _years(register),
        date=meeting.date if meeting else printed_on,
        printed_on=printed_on,
        seal=_("Register {seq}-{hash}").format(seq=session.head.seq, hash=session.head.hash[:8]),
        language=_LANGUAGE_TAGS[current_language()],
    )


def _dnr(session: Session, meeting: Meeting | None, disclosure: Disclosure) -> str:
    """The diary number of what the meeting takes up the goals under; several where the goals are spread."""
    if meeting is None:
        return ""
    items = disclosure.shown(session.all(AgendaItem, meeting_id=meeting.id))
    numbers = (one_line(item.dnr) for item in items if session.all(AgendaSubject, agenda_item_id=item.id))
    return ", ".join(dict.fromkeys(filter(None, numbers)))


def _years(register: Register) -> str:
    if register.period_start is None or register.period_end is None:
        return ""
    return format_year_span(register.period_start, register.period_end)


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
