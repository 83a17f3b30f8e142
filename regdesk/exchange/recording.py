"""Records the verdicts of a file at a meeting: what each row is about is found first, then all are written or none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from regdesk.domain.collation import fold
from regdesk.domain.model import AgendaItem, Assessment, Goal, Meeting
from regdesk.domain.numerals import tidy
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.verdicts_csv import VerdictRow
from regdesk.services.actions import Action
from regdesk.services.assessing import assess, assessments_at
from regdesk.services.meetings import open_meeting_of
from regdesk.services.outline import Outline
from regdesk.services.session import Session
from regdesk.services.tasks import task_lines

_Names = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """Something that can be assessed. `names` are what a row may call it, `above` what stands over it; all folded."""

    id: str
    kind: str
    names: _Names
    above: _Names

    def fits(self, row: VerdictRow) -> bool:
        """Whether the row may mean this: its most exact name is one of this one's, and the others stand above."""
        *over, own = (_folded(name) for name in (row.goal, row.name, row.parameter) if name)
        kind = row.kind or _kind_said(row)
        return kind in {"", self.kind} and own in self.names and self.above.issuperset(over)


def record_verdicts(session: Session, meeting_id: str, rows: Sequence[VerdictRow], source: str) -> list[Assessment]:
    """Record what the meeting has not already said in the same words; `source` is the file's name.

    Where a name may mean several things, those on the meeting's agenda are meant. Raises, before anything is written,
    Problem with CSV_UNKNOWN_ITEM or CSV_AMBIGUOUS_ITEM (`line`, `text`), ROW_MISSING or MEETING_CLOSED.
    """
    meeting = open_meeting_of(session, meeting_id)
    agenda = {task.item_id: task.agenda_item_id for task in task_lines(session, meeting_id)}
    items = session.all(AgendaItem, meeting_id=meeting_id)
    sections = {_folded(item.section_no): item.id for item in items if item.section_no.strip()}
    candidates = list(_candidates(Outline.read(session)))
    found = [(row, _find(row, candidates, agenda.keys())) for row in rows]
    known = assessments_at(session, meeting)
    with session.change(Action.ASSESS_FROM_FILE, source):
        return [
            assess(
                session,
                item_id,
                row.verdict,
                row.justification,
                meeting_id=meeting.id,
                agenda_item_id=sections.get(_folded(row.section_no)) or agenda.get(item_id),
                action=Action.ASSESS_FROM_FILE,
            )
            for row, item_id in found
            if not _is_known(known.get(item_id), meeting, row)
        ]


def _find(row: VerdictRow, candidates: Sequence[_Candidate], on_agenda: Collection[str]) -> str:
    text = row.item_id or row.parameter or row.name or row.goal
    fitting = [each.id for each in candidates if (each.id == row.item_id if row.item_id else each.fits(row))]
    meant = [item_id for item_id in fitting if item_id in on_agenda] or fitting
    if len(meant) > 1:
        raise Problem(ProblemKind.CSV_AMBIGUOUS_ITEM, line=row.line, text=text)
    if not meant:
        raise Problem(ProblemKind.CSV_UNKNOWN_ITEM, line=row.line, text=text)
    return meant[0]


def _is_known(known: Assessment | None, meeting: Meeting, row: VerdictRow) -> bool:
    """What another meeting said for the same period must be said again."""
    said = (known.verdict, known.justification, known.meeting_id) if known else None
    return said == (row.verdict, row.justification, meeting.id)


def _kind_said(row: VerdictRow) -> str:
    """What a row is about by the columns that are filled; "" where that may be several kinds."""
    if row.parameter:
        return "cluster_parameter"
    return "" if row.name else "goal"


# What can be assessed


def _candidates(outline: Outline) -> Iterator[_Candidate]:
    """Every item of the plan with its names and those above it."""
    for goal in outline.children.get("", ()):
        yield from _goal(outline, goal, frozenset())
    yield from _assignments(outline, "", frozenset())


def _goal(outline: Outline, goal: Goal, above: _Names) -> Iterator[_Candidate]:
    names = _names(goal.printed_number, goal.title, goal.heading)
    yield _Candidate(id=goal.id, kind="goal", names=names, above=above)
    above |= names
    for interim in outline.interim_goals.get(goal.id, ()):
        yield _Candidate(id=interim.id, kind="interim_goal", names=_names("", interim.text, interim.label), above=above)
    for activity in outline.activities.get(goal.id, ()):
        yield _Candidate(id=activity.id, kind="activity", names=_names("", activity.title), above=above)
    yield from _indicators(outline, goal.id, above)
    yield from _assignments(outline, goal.id, above)
    for child in outline.children.get(goal.id, ()):
        yield from _goal(outline, child, above)


def _indicators(outline: Outline, goal_id: str, above: _Names) -> Iterator[_Candidate]:
    for indicator in outline.indicators.get(goal_id, ()):
        names = _names(indicator.printed_number, indicator.title, indicator.raw)
        yield _Candidate(id=indicator.id, kind="indicator", names=names, above=above)
        for number, parameter in enumerate(outline.parameters.get(indicator.id, ()), start=1):
            own = _names(str(number), parameter.name)
            yield _Candidate(id=parameter.id, kind="cluster_parameter", names=own, above=above | names)


def _assignments(outline: Outline, goal_id: str, above: _Names) -> Iterator[_Candidate]:
    for assignment in outline.assignments.get(goal_id, ()):
        yield _Candidate(id=assignment.id, kind="assignment", names=_names("", assignment.text), above=above)


def _names(number: str, *texts: str) -> _Names:
    """The number, each text, and both together."""
    said = (number, *texts, *(f"{number} {text}" for text in texts if number))
    return frozenset(_folded(text) for text in said if text.strip())


def _folded(text: str) -> str:
    return fold(tidy(text))
