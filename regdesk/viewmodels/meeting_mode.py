"""Meeting mode: one thing at a time in front of the board, each verdict on disk before the next key is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import Final

from regdesk.domain.codes import Verdict
from regdesk.domain.model import Meeting
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.assessing import assess
from regdesk.services.session import Changed, Session
from regdesk.services.tasks import TaskLine
from regdesk.viewmodels.cards import Card, make_card
from regdesk.viewmodels.labels import meeting_days
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.standing import Standing, TaskRow
from regdesk.viewmodels.words import one_line, verdict_cell

_UNDOABLE: Final = frozenset(
    {Action.ASSESS, Action.COMMENT, Action.CONFIRM_SUGGESTION, Action.REPORT_BACK, Action.MAKE_ASSIGNMENT}
)
_STRUCTURE: Final = (
    *("agenda_items", "agenda_subjects", "meetings"),
    *("goals", "interim_goals", "indicators", "cluster_parameters", "activities", "assignments"),
)
_KEYS: Final = {"J": Verdict.YES, "D": Verdict.PARTLY, "N": Verdict.NO, "K": Verdict.CANNOT_ASSESS}


@dataclass(frozen=True, slots=True)
class Choice:
    """A verdict that can be given, with its key."""

    key: str
    verdict: Verdict
    cell: Cell


def choices() -> tuple[Choice, ...]:
    """The verdicts in the order of their keys on a card."""
    return tuple(Choice(key, verdict, verdict_cell(verdict)) for key, verdict in _KEYS.items())


class MeetingMode:
    """Where a meeting is: what is to be assessed, what has been, and which of it is in front of the board.

    Everything it knows is in the register, so that a meeting broken off goes on where it was; words typed before
    there is a verdict are all that waits. Raises Problem(ROW_MISSING) when there is no such meeting.
    """

    def __init__(self, session: Session, meeting_id: str) -> None:
        self._session = session
        self._standing = Standing(session, meeting_id)
        self._index = self._standing.unassessed(range(self._standing.total)) or 0
        self._card: Card | None = None
        self._shown = False
        self._drafts: dict[str, str] = {}
        self._concerned: str | None = None
        self._stop = session.subscribe(self._changed)

    def close(self) -> None:
        """Stop following the register."""
        self._stop()

    # What is shown

    @property
    def meeting(self) -> Meeting:
        return self._standing.meeting

    @property
    def title(self) -> str:
        """`Septembermötet, 2024-09-12`."""
        return ", ".join(filter(None, (one_line(self.meeting.title), meeting_days(self.meeting))))

    @property
    def current(self) -> Card | None:
        """The card; None when the meeting has nothing to assess."""
        if self._card is None and self.total:
            draft = self._drafts.get(self._line().item_id, "")
            self._card = make_card(self._session, self._standing, self._index, draft, shown=self._shown)
        return self._card

    @property
    def agenda_item_id(self) -> str:
        """The item of business that the card stands under; empty when there is no card."""
        return self._line().agenda_item_id if self.total else ""

    @property
    def index(self) -> int:
        """The place of the card, from 0."""
        return self._index

    @property
    def total(self) -> int:
        return self._standing.total

    @property
    def done(self) -> int:
        """How many have a verdict."""
        return self._standing.done

    def overview(self) -> tuple[TaskRow, ...]:
        """All that the meeting shall assess, in its order; read from memory."""
        return tuple(map(self._standing.row, range(self.total)))

    def task_row(self, index: int) -> TaskRow:
        """One line of the overview."""
        return self._standing.row(index)

    # What is decided

    def verdict(self, verdict: Verdict, words: str | None = None) -> None:
        """Record the board's verdict on the card; it is on disk when this returns. The same one again is nothing new.

        `words` are those that are just being written; without them the card keeps the ones it has.
        Raises Problem(MEETING_CLOSED), Problem(CHANGED_BY_OTHER).
        """
        self._record(verdict, self._words() if words is None else words, Action.ASSESS)

    def comment(self, text: str) -> None:
        """Give the verdict on the card its words; before there is one they wait and are recorded with it.

        Raises Problem(MEETING_CLOSED), Problem(CHANGED_BY_OTHER).
        """
        item_id = self._line().item_id
        known = self._standing.assessment(item_id)
        if known:
            self._record(known.verdict, text, Action.COMMENT)
        else:
            self._drafts[item_id] = text
            self._card = None

    def accept_suggestion(self, words: str | None = None) -> None:
        """Let the board's verdict be what the cluster's rule suggests; nothing happens where it suggests nothing."""
        card = self.current
        if card and card.suggestion:
            text = card.justification if words is None else words
            self._record(card.suggestion.verdict, text, Action.CONFIRM_SUGGESTION)

    @property
    def waiting(self) -> int | None:
        """The first place whose words wait for a verdict, and would be lost without one."""
        places = (self._standing.place_of(item_id) for item_id, words in self._drafts.items() if words.strip())
        return min((place for place in places if place is not None), default=None)

    @property
    def can_undo(self) -> bool:
        """Whether the last step is of the meeting's own; other work is not undone from here."""
        step = self._session.undo_step
        return step is not None and step.action in _UNDOABLE

    @property
    def can_redo(self) -> bool:
        step = self._session.redo_step
        return step is not None and step.action in _UNDOABLE

    def undo(self) -> None:
        """Take back the last verdict or its words, and go to what it concerned. Raises Problem(NOTHING_TO_UNDO)."""
        if not self.can_undo:
            raise Problem(ProblemKind.NOTHING_TO_UNDO)
        self._write(self._session.undo)
        self._go_to_concerned()

    def redo(self) -> None:
        """Record anew what was taken back, and go to what it concerned. Raises Problem(NOTHING_TO_REDO)."""
        if not self.can_redo:
            raise Problem(ProblemKind.NOTHING_TO_REDO)
        self._write(self._session.redo)
        self._go_to_concerned()

    # Where to go

    def next(self) -> Card | None:
        """The card after this one; the last one stays."""
        return self.go_to(self._index + 1)

    def previous(self) -> Card | None:
        """The card before this one; the first one stays."""
        return self.go_to(self._index - 1)

    def go_to(self, place: int | str) -> Card | None:
        """The card at a place counted from 0, or of an item; a place that there is none of changes nothing."""
        index = self._standing.place_of(place) if isinstance(place, str) else place
        if index is not None and 0 <= index < self.total and index != self._index:
            self._index = index
            self._shown = False
            self._card = None
        return self.current

    def switch_secret(self) -> None:
        """Show what is secret on the card, or said for the inside; again, and on another card, it is hidden."""
        self._shown = not self._shown
        self._card = None

    def next_unassessed(self) -> Card | None:
        """The nearest card without a verdict after this one, then from the beginning; this one when all have one."""
        after = self._index + 1
        place = self._standing.unassessed(chain(range(after, self.total), range(self._index)))
        return self.current if place is None else self.go_to(place)

    def _go_to_concerned(self) -> None:
        if self._concerned:
            self.go_to(self._concerned)

    # The register

    def _record(self, verdict: Verdict, justification: str, action: Action) -> None:
        line = self._line()
        if self._is_recorded(line.item_id, verdict, justification):
            return
        self._write(
            lambda: assess(
                self._session,
                line.item_id,
                verdict,
                justification,
                meeting_id=self.meeting.id,
                agenda_item_id=line.agenda_item_id,
                action=action,
            )
        )
        self._drafts.pop(line.item_id, None)

    def _write(self, write: Callable[[], object]) -> None:
        """What another program wrote in the meantime is shown from here on, and nothing is written."""
        try:
            write()
        except Problem as problem:
            if problem.kind is ProblemKind.CHANGED_BY_OTHER:
                self._read_again()
            raise

    def _is_recorded(self, item_id: str, verdict: Verdict, justification: str) -> bool:
        """Whether this meeting has said just this; what an earlier one said for the period must be said again."""
        known = self._standing.assessment(item_id)
        return known is not None and (known.verdict, known.justification, known.meeting_id) == (
            verdict,
            justification,
            self.meeting.id,
        )

    def _words(self) -> str:
        """The words that stand on the card, recorded or waiting."""
        item_id = self._line().item_id
        known = self._standing.assessment(item_id)
        return known.justification if known else self._drafts.get(item_id, "")

    def _line(self) -> TaskLine:
        if not self.total:
            raise Problem(ProblemKind.NOT_ASSESSABLE, id="")
        return self._standing.lines[self._index]

    def _changed(self, changed: Changed) -> None:
        """Something was written, here or elsewhere in the program."""
        self._card, self._concerned = None, None
        if changed.touches(*_STRUCTURE):
            self._read_again()
        for assessment_id in changed.touched.get("assessments", ()):
            self._concerned = self._standing.follow(assessment_id)
        for assignment_id in changed.touched.get("assignments", ()):
            if self._standing.place_of(assignment_id) is not None:
                self._concerned = assignment_id

    def _read_again(self) -> None:
        """The plan or the agenda changed: stay at the same thing where it is still there."""
        here = self._line().item_id if self.total else ""
        self._standing = Standing(self._session, self.meeting.id)
        place = self._standing.place_of(here)
        self._index = max(min(self._index, self.total - 1), 0) if place is None else place
        self._card = None
