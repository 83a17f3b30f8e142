"""The card in front of the board: the thing itself, what is said of it now and before, and how far one has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from regdesk.domain.clusters import suggest
from regdesk.domain.codes import MeetingStatus, Verdict
from regdesk.domain.model import Indicator, Meeting
from regdesk.i18n import _
from regdesk.services.assessing import previous_assessment, section_of
from regdesk.services.session import Session
from regdesk.viewmodels.comments import Voice, voices
from regdesk.viewmodels.decisions import reported_words
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.labels import decision_label, progress_label
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.standing import Standing
from regdesk.viewmodels.subjects import Parameter, Subject, read_subject
from regdesk.viewmodels.words import verdict_cell, word

_ASKED: Final = frozenset({Verdict.PARTLY, Verdict.NO})


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterVerdict:
    """A parameter of the cluster on the card, and what it was assessed as."""

    parameter: Parameter
    cell: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a configured rule makes of the parameters. A person confirms it or not."""

    verdict: Verdict
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """What the thing was assessed as before: `decision` is where, `text` all of it in one line."""

    cell: Cell
    decision: str
    justification: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The thing in front of the board. `number` counts from 1; `saved` is False for words that wait for a verdict.

    `asks_for_justification`: Delvis or Nej without words. It is asked for, never forced. A `hidden` card says nothing
    of what is secret, since a room may see it, and takes no verdict until somebody asks to see; `lock` is then and
    afterwards what the marking says. `reported` is what this meeting was told of an uppdrag.
    """

    subject: Subject
    section: str
    agenda_title: str
    verdict: Verdict | None
    cell: Cell
    justification: str
    saved: bool
    asks_for_justification: bool
    parameters: tuple[ParameterVerdict, ...]
    suggestion: Suggestion | None
    previous: Previous | None
    number: int
    position: str
    progress: str
    done: int
    total: int
    closed: bool
    voices: tuple[Voice, ...] = ()
    lock: str = ""
    hidden: bool = False
    reported: str = ""

    @property
    def takes_verdict(self) -> bool:
        return not (self.closed or self.hidden)

    @property
    def can_be_reported(self) -> bool:
        """Whether it is an uppdrag that the meeting can still be told about."""
        return self.subject.kind == "assignment" and self.takes_verdict


def make_card(session: Session, standing: Standing, index: int, draft: str, *, shown: bool = False) -> Card:
    """The card at a place, with the words that wait for a verdict; reads what stands on it and nothing more.

    What is secret is hidden, and comments for the inside are left out, unless it is to be `shown`.
    """
    line = standing.lines[index]
    lock = standing.lock(line)
    if lock and not shown:
        return _hidden_card(standing, index, lock)
    known = standing.assessment(line.item_id)
    words = known.justification if known else draft
    subject = read_subject(session, line.kind, line.item_id)
    return Card(
        subject=subject,
        section=standing.section(line),
        agenda_title=standing.agenda_title(line, shown=shown),
        verdict=known.verdict if known else None,
        cell=standing.cell(line.item_id),
        justification=words,
        saved=known is not None or not words,
        asks_for_justification=known is not None and known.verdict in _ASKED and not words.strip(),
        parameters=tuple(
            ParameterVerdict(parameter=each, cell=standing.cell(each.item_id)) for each in subject.parameters
        ),
        suggestion=_suggestion(session, standing, subject),
        previous=_previous(session, standing.meeting, line.item_id),
        number=index + 1,
        position=_("Punkt {number} av {total}").format(number=index + 1, total=standing.total),
        progress=progress_label(standing.done, standing.total),
        done=standing.done,
        total=standing.total,
        closed=standing.meeting.status is MeetingStatus.CLOSED,
        voices=voices(session, line.item_id, internal=shown),
        lock=lock,
        reported=reported_words(session, line.item_id, standing.meeting.id) if line.kind == "assignment" else "",
    )


def _hidden_card(standing: Standing, index: int, lock: str) -> Card:
    """Where something secret stands among the others, and no more of it than that it is secret."""
    line = standing.lines[index]
    return Card(
        subject=Subject(item_id=line.item_id, kind=line.kind, kind_word=one_of("items"), title=_("Sekretess")),
        section=standing.section(line),
        agenda_title=standing.agenda_title(line),
        verdict=None,
        cell=Cell(text=_("Dold")),
        justification="",
        saved=True,
        asks_for_justification=False,
        parameters=(),
        suggestion=None,
        previous=None,
        number=index + 1,
        position=_("Punkt {number} av {total}").format(number=index + 1, total=standing.total),
        progress=progress_label(standing.done, standing.total),
        done=standing.done,
        total=standing.total,
        closed=standing.meeting.status is MeetingStatus.CLOSED,
        lock=lock,
        hidden=True,
    )


def _suggestion(session: Session, standing: Standing, subject: Subject) -> Suggestion | None:
    """Only a rule that was configured says something, and only when every parameter has its verdict."""
    given = [standing.assessment(parameter.item_id) for parameter in subject.parameters]
    verdicts = [assessment.verdict for assessment in given if assessment]
    if not given or len(verdicts) < len(given):
        return None
    verdict = suggest(session.get(Indicator, subject.item_id).cluster_rule, verdicts)
    if verdict is None:
        return None
    return Suggestion(verdict=verdict, text=_("Regeln föreslår {verdict}").format(verdict=word(verdict)))


def _previous(session: Session, meeting: Meeting, item_id: str) -> Previous | None:
    found = previous_assessment(session, item_id, meeting)
    if found is None:
        return None
    held = session.get(Meeting, found.meeting_id) if found.meeting_id else None
    decision = decision_label("", held, section_of(session, found)) or found.recorded_at.date().isoformat()
    cell = verdict_cell(found.verdict)
    return Previous(cell=cell, decision=decision, justification=found.justification, text=f"{cell.text}, {decision}")
