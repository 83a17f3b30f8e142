"""A meeting that is about to be planned: the questions, the answers that mostly are right, and what they become."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from regdesk.domain.codes import AgendaPull, ItemKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import Meeting, ReportingPeriod
from regdesk.formats import format_iso_date, parse_date_span
from regdesk.i18n import _
from regdesk.services.actions import Action
from regdesk.services.agenda import template_of, templates, use_template
from regdesk.services.meetings import add_agenda_item, add_meeting, everything_to_assess, new_meeting
from regdesk.services.periods import kept_period, period_of
from regdesk.services.session import Session
from regdesk.viewmodels.fields import YES, Choice, Field, FieldKind
from regdesk.viewmodels.forms import answered, form_for
from regdesk.viewmodels.labels import period_label
from regdesk.viewmodels.words import one_line

PERIOD, OWN_DAYS, TEMPLATE, EVERYTHING = "period", "own_days", "template", "everything"
"""Keys of the questions that are none of the meeting's own fields."""
OTHER: Final = "other"
"""The answer to `PERIOD` that asks for days of one's own."""

_ASKED: Final = ("date", "starts_at", "place", "title")
_NONE: Final = ""
# The first month, and the last month with its last day: the year, tertials, and the delår of six or eight months.
_USUAL: Final = ((1, (12, 31)), (9, (12, 31)), (1, (8, 31)), (5, (8, 31)), (1, (6, 30)), (1, (4, 30)))


@dataclass(frozen=True, slots=True)
class Made:
    """The meeting that was made, or a sentence for each answer that will not do, by key."""

    meeting_id: str
    faults: Mapping[str, str]


def questions(session: Session, held_on: date) -> tuple[Field, ...]:
    """What is asked of a meeting that may be held on a day."""
    own = {field.key: field for field in form_for(session, new_meeting(held_on)).fields}
    return (
        *(own[key] for key in _ASKED),
        Field(
            key=PERIOD,
            label=_("Period som följs upp"),
            kind=FieldKind.CHOICE,
            choices=period_choices(session, held_on),
            help=_("Möten som följer upp samma period delar bedömningarna."),
        ),
        Field(
            key=OWN_DAYS, label=_("Första och sista dag"), hint="2026-01-01–2026-06-30", required=True, check=check_days
        ),
        Field(
            key=TEMPLATE,
            label=_("Mall för dagordningen"),
            kind=FieldKind.CHOICE,
            choices=template_choices(session),
            help=_("Ärendena tar upp det som är på tur den dagen, också det som bordlades eller återremitterades."),
        ),
        Field(
            key=EVERYTHING,
            label=_("Lägg till ärendet Uppföljning med allt som ska bedömas"),
            kind=FieldKind.TICK,
        ),
    )


def usual_answers(session: Session, held_on: date) -> dict[str, str]:
    """When and where the board last met, the period that a meeting of that day mostly follows up, and everything."""
    last = session.repository.select(Meeting, "ORDER BY date DESC, id DESC LIMIT 1")
    return {
        "date": format_iso_date(held_on),
        "starts_at": last[0].starts_at if last else "",
        "place": last[0].place if last else "",
        "title": "",
        PERIOD: usual_period(session, held_on),
        OWN_DAYS: "",
        TEMPLATE: _NONE,
        EVERYTHING: YES,
    }


def template_choices(session: Session) -> tuple[Choice, ...]:
    """The templates that an agenda can begin from, or none."""
    found = (Choice(template.code, one_line(template.title)) for template in templates(session))
    return (Choice(_NONE, _("Ingen mall")), *found)


def template_assesses(session: Session, code: str) -> bool:
    """Whether a template takes up all that is to be assessed, so that it need not be asked for."""
    return code != _NONE and any(item.pulls is AgendaPull.ASSESSMENTS for item in template_of(session, code).items)


def period_choices(session: Session, held_on: date) -> tuple[Choice, ...]:
    """The register's own periods, those that a meeting of that day may follow up, days of one's own, or none."""
    known = session.all(ReportingPeriod, "starts_on DESC, ends_on, id")
    days = {(period.starts_on, period.ends_on) for period in known}
    new = [period for period in _proposed(held_on) if (period.starts_on, period.ends_on) not in days]
    return (
        *(Choice(period.id, period_label(period)) for period in known),
        *(Choice(_code(period), period_label(period)) for period in new),
        Choice(OTHER, _("Annan period …")),
        Choice(_NONE, _("Ingen period")),
    )


def usual_period(session: Session, held_on: date) -> str:
    """The code of the last period that had ended: a tertial in spring, a delår in autumn, in winter the year before."""
    match held_on.month:
        case 1 | 2 | 3 | 4:
            usual = period_of(date(held_on.year - 1, 1, 1), date(held_on.year - 1, 12, 31))
        case 5 | 6 | 7 | 8:
            usual = period_of(date(held_on.year, 1, 1), date(held_on.year, 4, 30))
        case _:
            usual = period_of(date(held_on.year, 1, 1), date(held_on.year, 8, 31))
    days = {"starts_on": usual.starts_on.isoformat(), "ends_on": usual.ends_on.isoformat()}
    known = session.all(ReportingPeriod, "id", **days)
    return known[0].id if known else _code(usual)


def check_days(text: str) -> str:
    """What is wrong with the days of a period, or nothing."""
    return "" if parse_date_span(text) else _("Skriv den första och den sista dagen, som 2026-01-01–2026-06-30.")


def make_meeting(session: Session, answers: Mapping[str, str]) -> Made:
    """Plan the meeting that the answers describe, with its period and its first item, as one step."""
    own = {key: answers[key] for key in _ASKED}
    read = answered(session, new_meeting(date.min), own)
    faults = dict(read.faults)
    if answers[PERIOD] == OTHER and (fault := check_days(answers[OWN_DAYS])):
        faults[OWN_DAYS] = fault
    if faults or not isinstance(read.record, Meeting):
        return Made("", faults)
    planned = replace(read.record, id=new_id())
    period, everything = _period(session, answers), answers[EVERYTHING] == YES
    return Made(plan_meeting(session, planned, period, everything=everything, template=answers[TEMPLATE]).id, {})


def plan_meeting(
    session: Session, planned: Meeting, period: ReportingPeriod | None, *, everything: bool, template: str = ""
) -> Meeting:
    """A meeting that follows up a period, with the agenda of a template.

    With `everything` one item takes up all that is to be assessed, where the template has none that does.
    """
    with session.change(Action.ADD_MEETING, planned.title or planned.date.isoformat()):
        kept = kept_period(session, period) if period else None
        meeting = add_meeting(session, replace(planned, period_id=kept.id if kept else None))
        if template:
            use_template(session, meeting.id, template)
        if everything and not template_assesses(session, template):
            add_follow_up(session, meeting.id)
    return meeting


def add_follow_up(session: Session, meeting_id: str) -> str:
    """Let the meeting take up all that is to be assessed in an item of its own; gives the item's id.

    Nothing is added, and an empty id is given, while the plan has nothing to assess. Raises Problem(MEETING_CLOSED).
    """
    subjects = everything_to_assess(session)
    if not subjects:
        return ""
    title = _("Uppföljning av planen")
    return add_agenda_item(session, meeting_id, title, kind=ItemKind.DECISION, subjects=subjects).id


def _period(session: Session, answers: Mapping[str, str]) -> ReportingPeriod | None:
    """The period of the answers, in the register or not."""
    code = answers[PERIOD]
    if code == _NONE:
        return None
    span = parse_date_span(answers[OWN_DAYS] if code == OTHER else code)
    return period_of(*span) if span else session.get(ReportingPeriod, code)


def _proposed(held_on: date) -> Iterator[ReportingPeriod]:
    """Periods of the day's year and the year before that have begun, the one that ended last first."""
    spans = [
        (date(year, first, 1), date(year, *last)) for year in (held_on.year, held_on.year - 1) for first, last in _USUAL
    ]
    return (period_of(*span) for span in spans if span[0] <= held_on)


def _code(period: ReportingPeriod) -> str:
    """A period that is not in the register, by its days."""
    return f"{format_iso_date(period.starts_on)}–{format_iso_date(period.ends_on)}"
