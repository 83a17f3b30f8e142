"""A turn of the year's supervision as it is shown and written: whom to ask, the answers side by side, how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from regdesk.domain.codes import OccasionStatus
from regdesk.domain.model import Body, LegalEntity, SupervisionAnswer, SupervisionOccasion
from regdesk.formats import format_date, parse_date
from regdesk.i18n import _, current_language
from regdesk.services.actions import Action
from regdesk.services.registers import register_of
from regdesk.services.session import Session
from regdesk.services.supervision import Turn, begin_occasion, conclude
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.fields import YES, Choice, Field, FieldKind
from regdesk.viewmodels.form_choices import meetings
from regdesk.viewmodels.form_readers import DATE, SECTION
from regdesk.viewmodels.recurrences import recurrence_words
from regdesk.viewmodels.supervision_lists import settings_of, subject_name
from regdesk.viewmodels.words import one_line

HELD_ON: Final = "held_on"
CONCLUDED: Final = "concluded"
DECIDED: Final = "decided"
MEETING: Final = "meeting_id"
SECTION_NO: Final = "section_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCell:
    """What one subject answered to one question."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """Questions down and subjects across; a subject that was not asked a question has None there."""

    questions: tuple[str, ...]
    subjects: tuple[str, ...]
    cells: tuple[tuple[AnswerCell | None, ...], ...]


def answer_table(session: Session, occasion_id: str) -> AnswerTable:
    """The answers of an occasion. A question that is asked twice of the same subject has two rows."""
    found: dict[tuple[str, int], dict[str | None, AnswerCell]] = {}
    subjects: dict[str | None, str] = {}
    for each in session.all(SupervisionAnswer, occasion_id=occasion_id):
        subjects.setdefault(each.subject_id, subject_name(session, each.subject_id))
        times = 0
        while each.subject_id in found.get((each.question, times), {}):
            times += 1
        cell = AnswerCell(id=each.id, text=each.answer)
        found.setdefault((each.question, times), {})[each.subject_id] = cell
    return AnswerTable(
        questions=tuple(one_line(question) for question, _times in found),
        subjects=tuple(subjects.values()),
        cells=tuple(tuple(row.get(subject) for subject in subjects) for row in found.values()),
    )


def turn_facts(session: Session, turn: Turn) -> tuple[Fact, ...]:
    """What the plan says of a turn."""
    event, language = turn.event, current_language()
    facts = (
        Fact(label=_("Planerat"), text=format_date(turn.due_on, article=False, language=language)),
        Fact(label=_("Vem"), text=subject_name(session, event.subject_id)),
        Fact(label=_("Perspektiv och forum"), text=settings_of(session, event)),
        Fact(label=_("Verktyg"), text=one_line(event.tool)),
        Fact(label=_("Ansvarig"), text=one_line(event.responsible_function)),
        Fact(label=_("Upprepas"), text=recurrence_words(event.recurrence) if event.recurrence else ""),
    )
    return tuple(fact for fact in facts if fact.text)


# Whom to ask


def whom_to_ask(session: Session, turn: Turn) -> tuple[Field, ...]:
    """A tick for each that may be asked; none where the event says whom it is about, or asks nothing."""
    if turn.event.subject_id or not turn.event.question_set_id:
        return ()
    own = register_of(session).board_id
    entities = [(each.id, each.name) for each in session.all(LegalEntity) if each.closed_on is None]
    boards = [(each.id, each.name) for each in session.all(Body, "position, name_key, id") if each.id != own]
    return tuple(
        Field(key=subject_id, label=one_line(name).replace("&", "&&"), kind=FieldKind.TICK)
        for subject_id, name in (*entities, *boards)
    )


def asked_before(session: Session, turn: Turn) -> dict[str, str]:
    """Those who were asked the last time; every juridisk person where it is the first."""
    earlier = session.all(SupervisionOccasion, "held_on DESC, id DESC", event_id=turn.event.id)
    asked = {
        answer.subject_id
        for occasion in earlier[:1]
        for answer in session.all(SupervisionAnswer, occasion_id=occasion.id)
        if answer.subject_id
    }
    wanted = asked or {each.id for each in session.all(LegalEntity)}
    return {subject_id: YES for subject_id in wanted if subject_id}


def begin(session: Session, turn: Turn, ticked: Mapping[str, str]) -> dict[str, str]:
    """Begin the occasion of a turn with those who were ticked; there is nothing to refuse."""
    begin_occasion(session, turn.event.id, turn.due_on, [key for key, text in ticked.items() if text == YES])
    return {}


# How it ended


def can_be_cancelled(turn: Turn) -> bool:
    """Whether it was neither held nor cancelled."""
    return turn.occasion is None or turn.occasion.status is OccasionStatus.PLANNED


def ending_fields(session: Session, turn: Turn) -> tuple[Field, ...]:
    """What is asked when a turn is finished."""
    return (
        Field(key=HELD_ON, label=_("Dag"), kind=FieldKind.DATE, required=True, check=DATE.check),
        Field(key=CONCLUDED, label=_("Slutsats"), kind=FieldKind.TEXT, lines=3),
        Field(key=DECIDED, label=_("Beslut"), kind=FieldKind.TEXT, lines=2),
        Field(key=MEETING, label=_("Sammanträde"), kind=FieldKind.CHOICE, choices=_meetings(session, turn)),
        Field(key=SECTION_NO, label=_("Paragraf")),
    )


def ending_answers(turn: Turn) -> dict[str, str]:
    """What is known of it already."""
    occasion = turn.occasion
    if occasion is None:
        return {HELD_ON: turn.due_on.isoformat(), CONCLUDED: "", DECIDED: "", MEETING: "", SECTION_NO: ""}
    return {
        HELD_ON: occasion.held_on.isoformat(),
        CONCLUDED: occasion.concluded,
        DECIDED: occasion.decided,
        MEETING: occasion.meeting_id or "",
        SECTION_NO: occasion.section_no,
    }


def finish(session: Session, turn: Turn, answers: Mapping[str, str]) -> dict[str, str]:
    """Write how a turn ended as one step; a turn that nothing was written of is begun by that."""
    held_on = parse_date(answers[HELD_ON])
    if held_on is None:
        return {HELD_ON: DATE.check(answers[HELD_ON])}
    with session.change(Action.CONCLUDE, turn.event.title):
        occasion = begin_occasion(session, turn.event.id, turn.due_on)
        conclude(
            session,
            occasion.id,
            concluded=answers[CONCLUDED],
            decided=answers[DECIDED],
            held_on=held_on,
            meeting_id=answers[MEETING] or None,
            section_no=str(SECTION.read(answers[SECTION_NO])),
        )
    return {}


def _meetings(session: Session, turn: Turn) -> tuple[Choice, ...]:
    return meetings(session, turn.occasion or turn.event)
