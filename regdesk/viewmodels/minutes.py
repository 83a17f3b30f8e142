"""What the register has for the minutes of a meeting: who served, each item's decision, and what was assessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from regdesk.domain.codes import AgendaOutcome, AttendanceRole, ItemKind
from regdesk.domain.model import AgendaItem, Assessment, Assignment, AssignmentReport, Attendance, Meeting, Recusal
from regdesk.domain.sections import section_number
from regdesk.formats import EN_DASH, NBSP, format_iso_date
from regdesk.i18n import _
from regdesk.services.decisions import assignments_from
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up_parts import CountRow
from regdesk.viewmodels.labels import attendant, item_place, meeting_days, section_label
from regdesk.viewmodels.meeting_papers import (
    AFTERWARDS,
    DayLine,
    PaperLine,
    Person,
    agenda_of,
    body_name,
    day_lines,
    hours,
    is_over,
    item_label,
    papers,
    people,
    when,
)
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.sheet_options import NAMES
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.verdict_counts import verdict_counts
from regdesk.viewmodels.words import one_line, outcome_cell, status_cell, word

_SERVING = frozenset({AttendanceRole.CHAIR, AttendanceRole.MEMBER, AttendanceRole.SERVING_SUBSTITUTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """What the first page says. An empty text, or no person, is what is still to be written."""

    place_and_time: str
    serving: tuple[str, ...]
    others: tuple[Fact, ...]
    approvers: str
    approved_on: str
    sections: str
    body: str
    day: str
    days: tuple[DayLine, ...]
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesItem:
    """An item of business. `withheld` ones have their title alone; `outcome` is None while nothing came of it.

    `counts` are the verdicts that were decided under it, `reported` the uppdrag that were reported, `made` those that
    came of the decision.
    """

    id: str
    label: str
    number: str
    title: str
    withheld: bool
    about: tuple[str, ...] = ()
    outcome: Cell | None = None
    goes_on: bool = True
    is_decision: bool = False
    papers: tuple[PaperLine, ...] = ()
    proposal: str = ""
    decision: str = ""
    recused: tuple[str, ...] = ()
    at_once: bool = False
    counts: tuple[CountRow, ...] = ()
    reported: tuple[str, ...] = ()
    made: tuple[str, ...] = ()


def front_page(request: SheetRequest) -> FrontPage:
    """The first page of the minutes."""
    meeting, persons = request.meeting, people(request)
    return FrontPage(
        place_and_time=", ".join(filter(None, (one_line(meeting.place), when(meeting), hours(meeting)))),
        serving=tuple(map(_served, (each for each in persons if each.present and each.role in _SERVING))),
        others=tuple(_others(persons)),
        approvers=one_line(meeting.approvers),
        approved_on=format_iso_date(meeting.approved_on) if meeting.approved_on else "",
        sections=sections_label(request.disclosure.shown(agenda_of(request))),
        body=body_name(request),
        day=meeting_days(meeting),
        days=day_lines(request, AFTERWARDS),
        is_over=is_over(request),
    )


def sections_label(items: Iterable[AgendaItem]) -> str:
    """`§§ 12–17`, from the lowest to the highest § that is set; nothing while none is."""
    numbers = sorted({number for item in items if (number := section_number(item.section_no)) is not None})
    if len(numbers) < 2:
        return section_label(str(numbers[0])) if numbers else ""
    return f"§§{NBSP}{numbers[0]}{EN_DASH}{numbers[-1]}"


def minutes_items(request: SheetRequest) -> tuple[MinutesItem, ...]:
    """Every item of the agenda in its order."""
    verdicts = _verdicts(request)
    return tuple(
        _item(request, item, number, verdicts.get(item.id, ()))
        for number, item in enumerate(agenda_of(request), start=1)
    )


# The first page


def _served(person: Person) -> str:
    """`Ersättare, plats 1 (Tjänstgör för ledamoten på plats 4)`."""
    return f"{person.who} ({person.note})" if person.note else person.who


def _others(persons: Sequence[Person]) -> Iterator[Fact]:
    present = [each for each in persons if each.present]
    groups = (
        (_("Ersättare som inte tjänstgör"), [each for each in present if each.role is AttendanceRole.SUBSTITUTE]),
        (_("Övriga deltagande"), [each for each in present if each.role is AttendanceRole.OFFICIAL]),
        (_("Inte närvarande"), [each for each in persons if not each.present]),
    )
    for label, group in groups:
        if group:
            yield Fact(label=label, text="; ".join(map(_served, group)))


# Items


def _item(request: SheetRequest, item: AgendaItem, number: int, verdicts: Sequence[Assessment]) -> MinutesItem:
    label, given = item_label(item, number), _number(item, number)
    title = request.disclosure.text(item.id, one_line(item.title))
    if request.disclosure.withholds(item.id):
        return MinutesItem(id=item.id, label=label, number=given, title=title, withheld=True)
    return MinutesItem(
        id=item.id,
        label=label,
        number=given,
        title=title,
        withheld=False,
        about=tuple(_about(request, item)),
        outcome=None if item.outcome is AgendaOutcome.OPEN else outcome_cell(item.outcome),
        goes_on=item.outcome is not AgendaOutcome.WITHDRAWN,
        is_decision=item.kind is ItemKind.DECISION,
        papers=papers(request, item.id),
        proposal=item.proposal.strip(),
        decision=item.decision.strip(),
        recused=tuple(_recused(request, item)),
        at_once=item.approved_at_once,
        counts=verdict_counts(request.session, verdicts),
        reported=tuple(_reported(request, item)),
        made=tuple(
            one_line(each.text) for each in request.disclosure.shown(assignments_from(request.session, item.id))
        ),
    )


def _number(item: AgendaItem, number: int) -> str:
    """`§ 64`, or `Ärende 3:` while the § is not set."""
    return section_label(item.section_no) or _("Ärende {number}:").format(number=number)


def _about(request: SheetRequest, item: AgendaItem) -> Iterator[str]:
    yield word(item.kind)
    if item.dnr.strip():
        yield _("Dnr {dnr}").format(dnr=one_line(item.dnr))
    if item.carried_from_id:
        old = request.session.get(AgendaItem, item.carried_from_id)
        yield f"{word(old.outcome)} {item_place(request.session.get(Meeting, old.meeting_id), old)}"


def _recused(request: SheetRequest, item: AgendaItem) -> Iterator[str]:
    """Who stands out of it, and why where that was noted."""
    for each in request.disclosure.shown(request.session.all(Recusal, "id", agenda_item_id=item.id)):
        attendance = request.session.get(Attendance, each.attendance_id)
        who = attendant(attendance) if request.has(NAMES) else one_line(attendance.function)
        yield f"{who} ({note})" if (note := one_line(each.note)) else who


def _reported(request: SheetRequest, item: AgendaItem) -> Iterator[str]:
    reports = request.session.all(AssignmentReport, "reported_on, id", agenda_item_id=item.id)
    for report in request.disclosure.shown(reports):
        assignment, status = request.session.get(Assignment, report.assignment_id), status_cell(report.status)
        said = f"{one_line(assignment.text)} – {status.text}"
        yield f"{said}: {text}" if (text := one_line(report.text)) else said


# Verdicts


def _verdicts(request: SheetRequest) -> dict[str, list[Assessment]]:
    """What the meeting decided by the item of business; what it changed its mind on itself is left out."""
    given = request.session.all(Assessment, "recorded_at, id", meeting_id=request.meeting.id)
    changed = {each.supersedes_id for each in given}
    found: dict[str, list[Assessment]] = {}
    for each in request.disclosure.shown(given):
        if each.id not in changed and each.agenda_item_id:
            found.setdefault(each.agenda_item_id, []).append(each)
    return found
