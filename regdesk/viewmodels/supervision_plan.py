"""The plan of uppsikt for a year, "Uppsiktsplan": why, whom, what comes round when, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from regdesk.domain.codes import BodyKind
from regdesk.domain.model import Body, Forum, LegalEntity, Perspective, QuestionSet, Section, SupervisionEvent
from regdesk.formats import format_iso_date
from regdesk.i18n import _, ngettext
from regdesk.services.registers import board_of
from regdesk.services.supervision import Turn, questions_of, turns_of
from regdesk.viewmodels.annual_list import month_name
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.recurrences import recurrence_words
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.supervision_lists import subject_name
from regdesk.viewmodels.words import one_line, word

_SUBJECT_OF_PURPOSE: Final = "uppsikt"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event with its number on the sheet; one that is withheld has its neutral line for a title and nothing else."""

    number: int
    title: str
    is_withheld: bool = False
    subject: str = ""
    perspective: str = ""
    rule: str = ""
    first: str = ""
    forum: str = ""
    tool: str = ""
    questions: str = ""
    responsible: str = ""
    times: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """A day of the year with the event that comes round; without a number it is withheld."""

    day: str
    title: str
    number: int | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPart:
    """A month with its days."""

    name: str
    days: tuple[DayLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRow:
    """A perspective with the numbers of its events in each of the twelve months, once for each time."""

    perspective: str
    question: str
    months: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedLine:
    """A board or a juridisk person with how many times the plan has for it; `kind` is what it is."""

    name: str
    is_withheld: bool = False
    kind: str = ""
    texts: tuple[Fact, ...] = ()
    responsible: str = ""
    times: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPart:
    """Questions that are asked again and again, with where they come from."""

    title: str
    source: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionPlan:
    """The whole plan of a year; `purpose` are the words of the board's own plan under their headings."""

    year: int
    told: str
    purpose: tuple[Fact, ...]
    boards: tuple[WatchedLine, ...]
    entities: tuple[WatchedLine, ...]
    strip: tuple[StripRow, ...]
    months: tuple[MonthPart, ...]
    events: tuple[EventLine, ...]
    questions: tuple[QuestionPart, ...]


def supervision_plan(request: SheetRequest) -> SupervisionPlan:
    """What the year holds, as the edition shows it."""
    reader = _Reader(request)
    return SupervisionPlan(
        year=request.year,
        told=reader.told(),
        purpose=tuple(reader.purpose()),
        boards=tuple(reader.boards()),
        entities=tuple(reader.entities()),
        strip=tuple(reader.strip()),
        months=tuple(reader.months()),
        events=tuple(map(reader.event, reader.events)),
        questions=tuple(reader.questions()),
    )


class _Reader:
    """The events of a year and their turns, read once."""

    def __init__(self, request: SheetRequest) -> None:
        self._session, self._shows, self._year = request.session, request.disclosure, request.year
        self.events = [each for each in self._session.all(SupervisionEvent) if _is_of(each.closed_on, self._year)]
        self._numbers = {event.id: number for number, event in enumerate(self.events, 1)}
        self._turns = [turn for turn in turns_of(self._session, self._year) if not self._shows.withholds(turn.event.id)]
        self._perspectives = {each.id: each for each in self._session.all(Perspective)}
        self._forums = {each.id: one_line(each.name) for each in self._session.all(Forum)}
        self._sets = {each.id: each for each in self._session.all(QuestionSet)}

    def told(self) -> str:
        """How much the year holds; counted, never weighed."""
        events, turns = len(self.events), len(self._turns)
        if not events:
            return ""
        return _("{year} har {events} med {turns}.").format(
            year=self._year,
            events=ngettext("{count} händelse", "{count} händelser", events).format(count=events),
            turns=ngettext("{count} tillfälle", "{count} tillfällen", turns).format(count=turns),
        )

    def purpose(self) -> Iterator[Fact]:
        """What the plan says under headings about uppsikt, to the letter."""
        for section in self._session.all(Section):
            if _SUBJECT_OF_PURPOSE in section.heading.casefold() and section.text.strip():
                yield Fact(
                    label=one_line(section.heading),
                    text="" if self._shows.withholds(section.id) else section.text.strip(),
                )

    # Whom

    def boards(self) -> Iterator[WatchedLine]:
        """Those that an event is about; for a styrelse also the other boards, which it answers for (KL 6:1)."""
        own = board_of(self._session)
        watched = {event.subject_id for event in self.events}
        for body in self._session.all(Body, "position, name_key, id"):
            is_due = own.kind is BodyKind.EXECUTIVE_BOARD and body.kind is BodyKind.BOARD and body.id != own.id
            if body.id in watched or is_due:
                yield WatchedLine(name=one_line(body.name), kind=word(body.kind), times=self._times(body.id))

    def entities(self) -> Iterator[WatchedLine]:
        for entity in self._session.all(LegalEntity):
            if _is_of(entity.closed_on, self._year):
                yield self._entity(entity)

    def _entity(self, entity: LegalEntity) -> WatchedLine:
        name = self._shows.text(entity.id, one_line(entity.name))
        if self._shows.withholds(entity.id):
            return WatchedLine(name=name, is_withheld=True)
        yearly = _("ett om året (KL 6:9)") if entity.enhanced_supervision else ""
        texts = (
            Fact(label=_("Ändamål"), text=entity.municipal_purpose.strip()),
            Fact(label=_("Ägardirektiv"), text=entity.owner_directive.strip()),
            Fact(label=_("Beslut"), text=yearly),
        )
        return WatchedLine(
            name=name,
            kind=one_line(entity.entity_kind),
            texts=tuple(fact for fact in texts if fact.text),
            responsible=one_line(entity.responsible_function),
            times=self._times(entity.id),
        )

    def _times(self, subject_id: str) -> str:
        count = sum(turn.event.subject_id == subject_id for turn in self._turns)
        if not count:
            return _("inget planerat")
        return ngettext("{count} tillfälle", "{count} tillfällen", count).format(count=count)

    # When

    def strip(self) -> Iterator[StripRow]:
        """The perspectives that any event has, and last the events without one."""
        named = [(each.id, one_line(each.name), one_line(each.question)) for each in self._perspectives.values()]
        for perspective_id, name, question in (*named, (None, _("Utan perspektiv"), "")):
            turns = [turn for turn in self._open_turns() if turn.event.perspective_id == perspective_id]
            if turns or any(self._has(event, perspective_id) for event in self.events):
                months = [
                    tuple(self._numbers[turn.event.id] for turn in turns if turn.due_on.month == month)
                    for month in range(1, 13)
                ]
                yield StripRow(perspective=name, question=question, months=tuple(months))

    def _has(self, event: SupervisionEvent, perspective_id: str | None) -> bool:
        return event.perspective_id == perspective_id and not self._shows.withholds(event.id)

    def _open_turns(self) -> Iterator[Turn]:
        return (turn for turn in self._turns if not (turn.occasion and self._shows.withholds(turn.occasion.id)))

    def months(self) -> Iterator[MonthPart]:
        for month, turns in groupby(self._turns, key=lambda turn: turn.due_on.month):
            yield MonthPart(name=month_name(month), days=tuple(map(self._day, turns)))

    def _day(self, turn: Turn) -> DayLine:
        day, title = format_iso_date(turn.due_on), one_line(turn.event.title)
        if turn.occasion and self._shows.withholds(turn.occasion.id):
            return DayLine(day=day, title=self._shows.text(turn.occasion.id, title))
        return DayLine(
            day=day,
            title=title,
            number=self._numbers[turn.event.id],
            subject=subject_name(self._session, turn.event.subject_id),
        )

    # What

    def event(self, event: SupervisionEvent) -> EventLine:
        """An event with its rule in words."""
        number, title = self._numbers[event.id], self._shows.text(event.id, one_line(event.title))
        if self._shows.withholds(event.id):
            return EventLine(number=number, title=title, is_withheld=True)
        perspective, questions = self._perspectives.get(event.perspective_id or ""), event.question_set_id or ""
        return EventLine(
            number=number,
            title=title,
            subject=subject_name(self._session, event.subject_id),
            perspective=one_line(perspective.name) if perspective else "",
            rule=_rule(event),
            first=format_iso_date(event.starts_on) if event.starts_on else "",
            forum=self._forums.get(event.forum_id or "", ""),
            tool=one_line(event.tool),
            questions=one_line(self._sets[questions].title) if questions in self._sets else "",
            responsible=one_line(event.responsible_function),
            times=sum(turn.event.id == event.id for turn in self._turns),
        )

    def questions(self) -> Iterator[QuestionPart]:
        """Those that the year's events ask."""
        asked = {event.question_set_id for event in self.events if not self._shows.withholds(event.id)}
        for each in self._sets.values():
            if each.id in asked:
                yield QuestionPart(
                    title=one_line(each.title), source=one_line(each.source), questions=tuple(questions_of(each))
                )


def _rule(event: SupervisionEvent) -> str:
    """`Varje år, sista tisdagen i mars`; what does not come round is told to be once."""
    if event.starts_on is None:
        return _("Ingen dag är bestämd")
    return recurrence_words(event.recurrence) if event.recurrence.strip() else _("En gång")


def _is_of(closed_on: date | None, year: int) -> bool:
    """Whether what may be closed was still there in a year."""
    return closed_on is None or closed_on.year >= year


def numbers_of(months: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """The events of a row of the strip, each once."""
    return tuple(sorted({number for month in months for number in month}))
