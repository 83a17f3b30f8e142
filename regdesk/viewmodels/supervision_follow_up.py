"""What came of a year's uppsikt, "Uppsiktsuppföljning": per board and juridisk person what was asked and decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from regdesk.domain.codes import OccasionStatus
from regdesk.domain.model import (
    AgendaItem,
    Body,
    Comment,
    EntityReview,
    LegalEntity,
    Meeting,
    SupervisionAnswer,
    SupervisionEvent,
)
from regdesk.formats import format_iso_date
from regdesk.i18n import _
from regdesk.services.supervision import Turn, turns_of
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up_verdicts import comments_by_item, comments_of, said_by
from regdesk.viewmodels.labels import decision_label
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.supervision_lists import counted_turns, settings_of, state_cell
from regdesk.viewmodels.words import one_line, review_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """A question with what was answered, which may be nothing."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionPart:
    """A time that an event came round; one that is withheld has its neutral line for a title and no state."""

    title: str
    state: Cell | None = None
    setting: str = ""
    day: str = ""
    planned: str = ""
    concluded: str = ""
    decided: str = ""
    where: str = ""
    answers: tuple[AnswerLine, ...] = ()

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The questions that wait for an answer."""
        return tuple(line.question for line in self.answers if not line.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedPart:
    """A board or a juridisk person with the year's occasions; one that is withheld has but its neutral line."""

    name: str
    facts: tuple[Fact, ...] = ()
    occasions: tuple[OccasionPart, ...] = ()
    remarks: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """What was decided of a company for a year (KL 6:9); without a verdict and a year the line is withheld."""

    name: str
    year: str = ""
    verdict: Cell | None = None
    texts: tuple[Fact, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionFollowUp:
    """The year as it is known on the day of printing. `idle` are those of whom the year has nothing."""

    year: int
    told: str
    boards: tuple[WatchedPart, ...]
    entities: tuple[WatchedPart, ...]
    others: tuple[WatchedPart, ...]
    idle: tuple[str, ...]
    reviews: tuple[ReviewLine, ...]


def supervision_follow_up(request: SheetRequest) -> SupervisionFollowUp:
    """What the year's uppsikt came to, as the edition shows it."""
    reader = _Reader(request)
    boards, entities = tuple(reader.boards()), tuple(reader.entities())
    return SupervisionFollowUp(
        year=request.year,
        told=reader.told(),
        boards=tuple(part for part in boards if part.occasions or part.remarks),
        entities=tuple(part for part in entities if _has_any(part)),
        others=tuple(reader.others()),
        idle=tuple(part.name for part in entities if not _has_any(part)),
        reviews=tuple(reader.reviews()),
    )


def waiting(parts: Iterable[WatchedPart]) -> Iterator[tuple[str, OccasionPart]]:
    """The occasions with questions that nobody has answered, each after whom it waits for."""
    for part in parts:
        yield from ((part.name, occasion) for occasion in part.occasions if occasion.unanswered)


def _has_any(part: WatchedPart) -> bool:
    """A withheld part is shown by its line whatever the year has of it."""
    return bool(part.occasions or part.remarks) or not part.facts


class _Reader:
    """The turns of a year with what was answered at each, read once."""

    def __init__(self, request: SheetRequest) -> None:
        session = self._session = request.session
        shows = self._shows = request.disclosure
        self._year, self._today = request.year, request.printed_on
        self._turns = turns_of(session, request.year)
        self._answers: dict[str, list[SupervisionAnswer]] = {}
        for answer in shows.shown(session.all(SupervisionAnswer)):
            self._answers.setdefault(answer.occasion_id, []).append(answer)
        said = shows.shown(comments_of(session, shows))
        self._comments = comments_by_item(each for each in said if each.recorded_at.year == request.year)
        self._meetings = {meeting.id: meeting for meeting in session.all(Meeting)}
        self._sections = {item.id: item.section_no for item in session.all(AgendaItem)}

    def told(self) -> str:
        """`Uppsikten 2026: 2 av 5 genomförda, 1 försenat.`, of what the edition shows."""
        counted = counted_turns((turn for turn in self._turns if not self._is_withheld(turn)), self._today)
        return _("Uppsikten {year}: {counted}.").format(year=self._year, counted=counted) if counted else ""

    # Whom

    def boards(self) -> Iterator[WatchedPart]:
        for body in self._session.all(Body, "position, name_key, id"):
            yield WatchedPart(
                name=one_line(body.name), occasions=self._occasions(body.id), remarks=self._remarks(body.id)
            )

    def entities(self) -> Iterator[WatchedPart]:
        for entity in self._session.all(LegalEntity):
            if entity.closed_on is None or entity.closed_on.year >= self._year:
                yield self._entity(entity)

    def _entity(self, entity: LegalEntity) -> WatchedPart:
        name = self._shows.text(entity.id, one_line(entity.name))
        if self._shows.withholds(entity.id):
            return WatchedPart(name=name)
        facts = (
            Fact(label="", text=one_line(entity.entity_kind) or _("Juridisk person")),
            Fact(label=_("Ansvarig"), text=one_line(entity.responsible_function)),
        )
        return WatchedPart(
            name=name,
            facts=tuple(fact for fact in facts if fact.text),
            occasions=self._occasions(entity.id),
            remarks=self._remarks(entity.id),
        )

    def others(self) -> Iterator[WatchedPart]:
        """What is about nobody in particular."""
        occasions = self._occasions(None)
        if occasions:
            yield WatchedPart(name=_("Utan utpekad part"), occasions=occasions, remarks=self._remarks(None))

    # What

    def _occasions(self, subject_id: str | None) -> tuple[OccasionPart, ...]:
        return tuple(self._occasion(turn, subject_id) for turn in self._turns if subject_id in self._subjects(turn))

    def _subjects(self, turn: Turn) -> set[str | None]:
        """Whom a turn is about: the event's own subject, or else those that were asked."""
        asked = {answer.subject_id for answer in self._answers_of(turn)}
        own = {turn.event.subject_id} if turn.event.subject_id else set()
        return own | (asked - {None}) or {None}

    def _answers_of(self, turn: Turn) -> Sequence[SupervisionAnswer]:
        return self._answers.get(turn.occasion.id, ()) if turn.occasion else ()

    def _is_withheld(self, turn: Turn) -> bool:
        return self._shows.withholds(turn.event.id) or self._shows.withholds(
            turn.occasion.id if turn.occasion else None
        )

    def _occasion(self, turn: Turn, subject_id: str | None) -> OccasionPart:
        event, occasion = turn.event, turn.occasion
        title = self._shows.text(event.id, one_line(event.title))
        if occasion and not self._shows.withholds(event.id):
            title = self._shows.text(occasion.id, title)
        if self._is_withheld(turn):
            return OccasionPart(title=title)
        held = occasion.held_on if occasion and occasion.status is OccasionStatus.HELD else turn.due_on
        meeting = self._meetings.get(occasion.meeting_id or "") if occasion else None
        return OccasionPart(
            title=title,
            state=state_cell(turn, self._today),
            setting=settings_of(self._session, event),
            day=format_iso_date(held),
            planned=format_iso_date(turn.due_on) if held != turn.due_on else "",
            concluded=occasion.concluded.strip() if occasion else "",
            decided=occasion.decided.strip() if occasion else "",
            where=self._where(meeting, occasion.section_no, occasion.agenda_item_id) if occasion else "",
            answers=tuple(
                AnswerLine(question=one_line(each.question), answer=each.answer.strip())
                for each in self._answers_of(turn)
                if each.subject_id in (subject_id, None)
            ),
        )

    def _where(self, meeting: Meeting | None, section_no: str, agenda_item_id: str | None) -> str:
        return decision_label("", meeting, section_no or self._sections.get(agenda_item_id or "", ""))

    def _remarks(self, subject_id: str | None) -> tuple[Fact, ...]:
        """What the parties said in the year of a juridisk person, and of the events about it."""
        own = [self._remark(each, "") for each in self._comments.get(subject_id or "", ())]
        events: dict[str, SupervisionEvent] = {
            turn.event.id: turn.event for turn in self._turns if subject_id in self._subjects(turn)
        }
        about = [
            self._remark(each, one_line(event.title))
            for event in events.values()
            for each in self._comments.get(event.id, ())
        ]
        return (*own, *about)

    def _remark(self, comment: Comment, about: str) -> Fact:
        who = said_by(comment)
        label = _("{who} om {what}").format(who=who, what=about) if about else who
        return Fact(label=label, text=comment.text.strip())

    # The yearly decision

    def reviews(self) -> Iterator[ReviewLine]:
        """Those about the year, those decided in it, and what is missing of the companies that must have one."""
        by_entity: dict[str, list[EntityReview]] = {}
        for review in self._session.all(EntityReview, "year, id"):
            if self._year in (review.year, review.decided_on.year if review.decided_on else None):
                by_entity.setdefault(review.legal_entity_id, []).append(review)
        for entity in self._session.all(LegalEntity):
            found = by_entity.get(entity.id, [])
            if self._shows.withholds(entity.id):
                if found or entity.enhanced_supervision:
                    yield ReviewLine(name=self._shows.text(entity.id, ""))
                continue
            yield from (self._review(entity, review) for review in found)
            if self._is_missing(entity, found):
                nothing = EntityReview(id="", legal_entity_id=entity.id, year=self._year)
                yield self._review(entity, nothing)

    def _is_missing(self, entity: LegalEntity, found: Sequence[EntityReview]) -> bool:
        stands = entity.closed_on is None or entity.closed_on.year >= self._year
        return entity.enhanced_supervision and stands and not any(each.year == self._year for each in found)

    def _review(self, entity: LegalEntity, review: EntityReview) -> ReviewLine:
        if self._shows.withholds(review.id):
            return ReviewLine(name=self._shows.text(review.id, ""))
        texts = (
            Fact(label=_("Skäl"), text=review.text.strip()),
            Fact(label=_("Förslag till fullmäktige"), text=review.proposal.strip()),
        )
        meeting = self._meetings.get(review.meeting_id or "")
        place = self._where(meeting, review.section_no, review.agenda_item_id)
        day = format_iso_date(review.decided_on) if review.decided_on and not meeting else ""
        return ReviewLine(
            name=self._shows.text(review.id, self._shows.text(entity.id, one_line(entity.name))),
            year=str(review.year),
            verdict=review_cell(review.verdict),
            texts=tuple(fact for fact in texts if fact.text),
            where=" ".join(filter(None, (day, place))),
        )
