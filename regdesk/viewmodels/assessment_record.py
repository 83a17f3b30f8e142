"""Every verdict of a meeting as it was set, also those that were changed, and what was corrected afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from regdesk.domain.model import (
    Assessment,
    Body,
    Meeting,
    Record,
    plural_of,
)
from regdesk.formats import format_clock, format_iso_date, format_time
from regdesk.i18n import _, current_language
from regdesk.services.assessing import section_of
from regdesk.services.outline import Outline
from regdesk.services.secrecy import item_record
from regdesk.services.session import Session
from regdesk.viewmodels.follow_up_parts import CountRow
from regdesk.viewmodels.labels import decision_label, section_label
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.sheet_options import NAMES
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.subjects import read_subject
from regdesk.viewmodels.verdict_counts import verdict_counts
from regdesk.viewmodels.words import one_line, verdict_cell

_SINGULARS: Final[Mapping[str, str]] = {
    "goals": "goal",
    "interim_goals": "interim_goal",
    "indicators": "indicator",
    "cluster_parameters": "cluster_parameter",
    "activities": "activity",
    "assignments": "assignment",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRow:
    """A verdict. `goal` is what it stands under, `cluster` is there for a parameter.

    `superseded` says where it was replaced, `supersedes` what it replaced.

    A withheld one has nothing but its place and the line in `title`.
    """

    time: str
    section: str
    title: str
    goal: str
    place: int
    cluster: str = ""
    cell: Cell | None = None
    justification: str = ""
    decided_by: str = ""
    recorded_by: str = ""
    supersedes: str = ""
    superseded: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRecord:
    """`counts` are of the `in_force` verdicts; `changed` is how many were replaced. `bodies` are those that decided."""

    rows: tuple[AssessmentRow, ...]
    corrections: tuple[AssessmentRow, ...]
    counts: tuple[CountRow, ...]
    in_force: int
    changed: int
    bodies: tuple[str, ...]


def assessment_record(request: SheetRequest) -> AssessmentRecord:
    """What the request's meeting decided, in the order it was set. Raises Problem(SHEET_NEEDS_MEETING)."""
    given = request.session.all(Assessment, "recorded_at, id", meeting_id=request.meeting.id)
    later = _corrections(request.session, given)
    reader = _Reader(request, [*given, *later])
    shown = [each for each in request.disclosure.shown(given) if each.id not in reader.replaced]
    return AssessmentRecord(
        rows=tuple(map(reader.row, given)),
        corrections=tuple(map(reader.row, later)),
        counts=verdict_counts(request.session, shown),
        in_force=len(shown),
        changed=len(request.disclosure.shown(given)) - len(shown),
        bodies=tuple(sorted({body for each in given if (body := reader.body(each))})),
    )


def in_plan_order(rows: Iterable[AssessmentRow]) -> list[AssessmentRow]:
    """The rows as the plan prints what they are of; several of one thing as they were set."""
    return sorted(rows, key=lambda row: row.place)


def _corrections(session: Session, given: Iterable[Assessment]) -> list[Assessment]:
    """What was recorded elsewhere in place of a verdict of the meeting, step by step, the oldest first."""
    known, found = {each.id for each in given}, list[Assessment]()
    newer = {each.supersedes_id: each for each in session.all(Assessment, "recorded_at, id") if each.supersedes_id}
    waiting = [newer[each] for each in known if each in newer]
    while waiting:
        each = waiting.pop()
        if each.id not in known:
            found.append(each)
            waiting += [newer[each.id]] if each.id in newer else []
    return sorted(found, key=lambda each: (each.recorded_at, each.id))


class _Reader:
    """Makes rows of assessments, with what each of them replaced and was replaced by."""

    def __init__(self, request: SheetRequest, shown: Sequence[Assessment]) -> None:
        self._request = request
        self._session = request.session
        self._places = _places(self._session, request.meeting.date)
        self._later = {each.supersedes_id: each for each in shown if each.supersedes_id}
        self._days = {_local(each).date() for each in shown} | {request.meeting.date}

    @property
    def replaced(self) -> Collection[str]:
        """The ids of verdicts that were replaced."""
        return self._later.keys()

    def body(self, each: Assessment) -> str:
        return one_line(self._session.get(Body, each.decided_by_id).name) if each.decided_by_id else ""

    def row(self, each: Assessment) -> AssessmentRow:
        place = self._places.get(each.item_id, len(self._places))
        if self._request.disclosure.withholds(each.id):
            line = self._request.disclosure.text(each.id, "")
            return AssessmentRow(time="", section="", title=line, goal="", place=place)
        record = item_record(self._session, each.item_id)
        subject = read_subject(self._session, _kind(record), each.item_id)
        return AssessmentRow(
            time=self._time(each),
            section=section_label(section_of(self._session, each)),
            title=self._request.disclosure.text(each.item_id, subject.title),
            goal=next(reversed(subject.path), ""),
            cluster=subject.cluster.title if subject.cluster else "",
            place=place,
            cell=verdict_cell(each.verdict),
            justification=each.justification.strip(),
            decided_by=self.body(each),
            recorded_by=one_line(each.recorded_by) if self._request.has(NAMES) else "",
            supersedes=self._supersedes(each),
            superseded=self._superseded(each),
        )

    def _time(self, each: Assessment) -> str:
        """`9.12`, with its day where the verdicts are of more than the meeting's day."""
        local = _local(each)
        time = format_time(local.time(), language=current_language())
        return time if len(self._days) == 1 else f"{format_iso_date(local)} {time}"

    def _supersedes(self, each: Assessment) -> str:
        """`◐ Delvis, 2026-02-17 § 13`: what it replaced."""
        if not each.supersedes_id:
            return ""
        old = self._session.get(Assessment, each.supersedes_id)
        if self._request.disclosure.withholds(old.id):
            return ""
        cell = verdict_cell(old.verdict)
        return f"{cell.symbol} {cell.text}, {self._where(old)}"

    def _superseded(self, each: Assessment) -> str:
        later = self._later.get(each.id)
        return self._where(later) if later else ""

    def _where(self, each: Assessment) -> str:
        """`2026-02-17 § 13 kl. 9.12`; a verdict that was noted on another day than the meeting's says so."""
        meeting = self._session.get(Meeting, each.meeting_id) if each.meeting_id else None
        local = _local(each)
        time = format_clock(local.time(), language=current_language())
        noted = f"{format_iso_date(local)} {time}"
        if meeting is None:
            return noted
        place = decision_label("", meeting, section_of(self._session, each))
        if meeting.date <= local.date() <= (meeting.end_date or meeting.date):
            return f"{place} {time}"
        return _("{place}, noterat {day}").format(place=place, day=noted)


def _kind(record: Record | None) -> str:
    return _SINGULARS[plural_of(type(record))] if record else ""


def _local(each: Assessment) -> datetime:
    """When it was set, by the clock of the room."""
    return each.recorded_at.astimezone()


def _places(session: Session, day: date) -> dict[str, int]:
    """Where everything that can be assessed stands in the plan of a day: a goal, then what stands under it."""
    outline = Outline.read(session, day)
    order = [item_id for goal in outline.goals for item_id in (goal.id, *_below(outline, goal.id))]
    order += [each.id for each in outline.assignments.get("", ())]
    return {item_id: place for place, item_id in enumerate(order)}


def _below(outline: Outline, goal_id: str) -> Iterator[str]:
    for indicator in outline.indicators.get(goal_id, ()):
        yield indicator.id
        yield from (each.id for each in outline.parameters.get(indicator.id, ()))
    for plain in (outline.interim_goals, outline.activities, outline.assignments):
        yield from (each.id for each in plain.get(goal_id, ()))
