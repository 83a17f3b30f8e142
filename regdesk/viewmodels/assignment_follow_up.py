"""The uppdrag as a board follows up its decisions by them: what is open with its age, then what is over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from regdesk.domain.codes import AssignmentKind, AssignmentRole, DueKind, WorkStatus
from regdesk.domain.model import Assignment, Body
from regdesk.formats import format_iso_date
from regdesk.i18n import _, mark
from regdesk.services.outline import Outline
from regdesk.services.work import due_of, has_year, is_open, overdue_days
from regdesk.viewmodels.assignment_choices import (
    AGE,
    DUE,
    GOAL,
    NONE,
    ONLY,
    OVER,
    ROLE,
    SORT,
    YEAR,
    is_asked,
    is_listed,
    only_words,
)
from regdesk.viewmodels.assignment_follow_up_parts import (
    AssignmentCount,
    AssignmentFollowUp,
    AssignmentGroup,
    AssignmentLine,
    AssignmentPart,
)
from regdesk.viewmodels.assignment_reports import ReportsTold, grouped
from regdesk.viewmodels.counts import age_text
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up_verdicts import comments_by_item, comments_of, said_by
from regdesk.viewmodels.glance import late_words
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.labels import goal_name, section_label
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.sheet_options import COMMENTS
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import late_cell, one_line, status_cell, word

_FROM_DECISIONS: Final = frozenset({AssignmentKind.MEMBER_MOTION, AssignmentKind.INITIATIVE})
"""The kinds that are told of each uppdrag; the others are told by where it was decided."""


def assignment_follow_up(request: SheetRequest) -> AssignmentFollowUp:
    """The uppdrag that are asked for, as they stand on the day of printing."""
    reader = _Reader(request)
    trees = reader.trees()
    parts = {status: [tree for tree in trees if tree.status is status] for status in _PARTS}
    return AssignmentFollowUp(
        told=reader.told(),
        counts=tuple(_counts([each for tree in trees for each in tree.counted], request.printed_on)),
        open=AssignmentPart(
            title=_("Öppna uppdrag"),
            nothing=_("Inga uppdrag är öppna."),
            groups=(*reader.groups(parts[WorkStatus.ONGOING]), *reader.withheld()),
        ),
        over=tuple(reader.over(parts)),
    )


_PARTS: Final = (WorkStatus.ONGOING, WorkStatus.DONE, WorkStatus.DROPPED)
"""Where an uppdrag with all below it is listed: as open while anything of it is."""

_ROLES: Final = tuple(AssignmentRole)

_SORTED_BY: Final[Mapping[str, Callable[[Assignment], date | int]]] = {
    AGE: lambda assignment: assignment.source_date or date.max,
    DUE: lambda assignment: due_of(assignment) or date.max,
    GOAL: lambda _assignment: 0,
    ROLE: lambda assignment: _ROLES.index(assignment.role),
}
"""What comes before the order of the plan; what has no day comes last."""


@dataclass(frozen=True, slots=True)
class _Tree:
    """An uppdrag under no other one, the part that it is listed in, and all of it that was asked for."""

    top: Assignment
    status: WorkStatus
    counted: tuple[Assignment, ...]


class _Reader:
    """Reads every kind of record once, and makes the lines of them."""

    def __init__(self, request: SheetRequest) -> None:
        session = request.session
        self._request = request
        self._today = request.printed_on
        self._shows = request.disclosure
        outline = Outline.read(session, self._today)
        keys = dict.fromkeys((*(goal.id for goal in outline.goals), *outline.assignments))
        found = [each for key in keys for each in outline.assignments.get(key, ())]
        self._place = {each.id: place for place, each in enumerate(found)}
        self._goals = {goal.id: goal for goal in outline.goals}
        self._bodies = {body.id: one_line(body.name) for body in session.all(Body)}
        self._below = grouped(found, lambda each: each.parent_id if each.parent_id in self._place else "")
        self._reports = ReportsTold(request)
        comments = comments_of(session, self._shows) if request.has(COMMENTS) else ()
        self._comments = comments_by_item(self._shows.shown(comments))
        self._asked = is_asked(request.answer(ONLY))
        self._listed = is_listed(request.answer(OVER), request.year)

    def told(self) -> str:
        """What the list is of, in a sentence or two."""
        only = only_words(self._request.session, self._request.answer(ONLY))
        told = _("Läget {date}. Ett deluppdrag räknas som ett eget uppdrag.").format(date=format_iso_date(self._today))
        reports = self._reports.told() if self._place else ""
        return " ".join(filter(None, (told, reports, _("Urval: {words}.").format(words=only) if only else "")))

    def trees(self) -> list[_Tree]:
        """All that is not withheld and holds something that was asked for, in the order that was asked for."""
        tops = (top for top in self._below.get("", ()) if not self._shows.withholds(top.id))
        trees = [tree for top in tops if (tree := self._tree(top)).counted]
        return sorted(trees, key=lambda tree: self._sorting(tree.top))

    def over(self, parts: Mapping[WorkStatus, Sequence[_Tree]]) -> Iterator[AssignmentPart]:
        """What is done, then what was dropped; neither where nothing that is over is to be listed."""
        answer = self._request.answer(OVER)
        if answer == NONE:
            return
        year = self._request.year
        done = _("Genomförda {year}").format(year=year) if answer == YEAR else _("Genomförda uppdrag")
        nothing = _("Inga uppdrag är genomförda {year}.").format(year=year) if answer == YEAR else ""
        for title, empty, status in (
            (done, nothing or _("Inga uppdrag är genomförda."), WorkStatus.DONE),
            (_("Avförda uppdrag"), _("Inga uppdrag är avförda."), WorkStatus.DROPPED),
        ):
            yield AssignmentPart(title=title, nothing=empty, groups=tuple(self.groups(parts[status])))

    def groups(self, trees: Iterable[_Tree]) -> Iterator[AssignmentGroup]:
        """The trees with their lines, under titles where they are sorted by goal or role."""
        for title, group in groupby(trees, key=lambda tree: self._title(tree.top)):
            lines = tuple(line for tree in group for line in self._lines(tree.top))
            if lines:
                yield AssignmentGroup(title=title, lines=lines)

    def withheld(self) -> Iterator[AssignmentGroup]:
        """A line for each that is withheld, in no order that would tell anything of it."""
        tops = [top for top in self._below.get("", ()) if self._shows.withholds(top.id)]
        if tops and not self._request.answer(ONLY):
            title = _("Omfattas av sekretess") if self._request.answer(SORT) in (GOAL, ROLE) else ""
            yield AssignmentGroup(title=title, lines=tuple(map(self._withheld, tops)))

    # Trees

    def _tree(self, top: Assignment) -> _Tree:
        whole = tuple(each for each in self._walk(top) if not self._shows.withholds(each.id))
        over = WorkStatus.DROPPED if top.status is WorkStatus.DROPPED else WorkStatus.DONE
        status = WorkStatus.ONGOING if any(map(is_open, whole)) else over
        return _Tree(top, status, tuple(filter(self._asked, whole)))

    def _walk(self, assignment: Assignment) -> Iterator[Assignment]:
        yield assignment
        for below in self._below.get(assignment.id, ()):
            yield from self._walk(below)

    def _sorting(self, top: Assignment) -> tuple[date | int, int]:
        return _SORTED_BY[self._request.answer(SORT)](top), self._place[top.id]

    def _title(self, top: Assignment) -> str:
        sort = self._request.answer(SORT)
        if sort == GOAL:
            goal = self._goals.get(top.goal_id or "")
            return self._shows.text(goal.id, goal_name(goal)) if goal else _("Hör inte till något mål")
        return word(top.role) if sort == ROLE else ""

    # Lines

    def _lines(self, assignment: Assignment) -> Iterator[AssignmentLine]:
        """The line of an uppdrag, unless it is over, holds nothing that is listed and is not to be listed itself."""
        if self._shows.withholds(assignment.id):
            yield self._withheld(assignment)
            return
        below = tuple(line for each in self._below.get(assignment.id, ()) for line in self._lines(each))
        if below or is_open(assignment) or self._listed(assignment):
            yield self._line(assignment, below)

    def _withheld(self, assignment: Assignment) -> AssignmentLine:
        return AssignmentLine(item_id=assignment.id, kind="", text=self._shows.text(assignment.id, ""))

    def _line(self, assignment: Assignment, below: tuple[AssignmentLine, ...]) -> AssignmentLine:
        source, is_left = assignment.source_date, is_open(assignment)
        return AssignmentLine(
            item_id=assignment.id,
            kind=word(assignment.kind) if assignment.kind in _FROM_DECISIONS else "",
            text=self._shows.text(assignment.id, one_line(assignment.text)),
            origin=self._origin(assignment),
            age=age_text(source, self._today) if source and is_left and source <= self._today else "",
            due=_due(assignment, self._today),
            due_note=_due_note(assignment, self._today),
            status=status_cell(assignment.status),
            status_note=format_iso_date(assignment.done_on) if assignment.done_on and not is_left else "",
            facts=tuple(self._facts(assignment)),
            told=tuple(self._told(assignment)),
            below=below,
        )

    def _origin(self, assignment: Assignment) -> tuple[str, ...]:
        day = format_iso_date(assignment.source_date) if assignment.source_date else ""
        place = " ".join(filter(None, (day, section_label(assignment.source_section))))
        body = self._bodies.get(assignment.source_body_id or "", "")
        return tuple(filter(None, (body, place, one_line(assignment.dnr))))

    def _facts(self, assignment: Assignment) -> Iterator[Fact]:
        if receiver := one_line(assignment.receiver_function):
            yield Fact(label=_("Mottagare"), text=receiver)
        goal = self._goals.get(assignment.goal_id or "")
        if goal and not assignment.parent_id and self._request.answer(SORT) != GOAL:
            name = one_line(goal.printed_number) or goal_name(goal)
            yield Fact(label=one_of("goals"), text=name)
        if not assignment.parent_id and is_open(assignment) and self._reports.has_none(assignment):
            yield Fact(label="", text=_("inte återrapporterat"))

    def _told(self, assignment: Assignment) -> Iterator[Fact]:
        if reason := assignment.status_reason.strip():
            yield Fact(label=_("Skäl"), text=reason)
        yield from self._reports.of(assignment)
        for comment in self._comments.get(assignment.id, ()):
            yield Fact(label=said_by(comment), text=comment.text.strip())


def _due(assignment: Assignment, today: date) -> Cell | None:
    if assignment.due_kind is DueKind.ONGOING:
        return Cell(text=word(DueKind.ONGOING))
    due = due_of(assignment)
    return late_cell(due, today, is_open=is_open(assignment)) if due else None


def _due_note(assignment: Assignment, today: date) -> str:
    """`KL 5:35, försenat 41 dagar`: which law gives the day, and how late it is."""
    law = _("KL 5:35") if has_year(assignment) and due_of(assignment) else ""
    return ", ".join(filter(None, (law, late_words(assignment, today))))


_MANY: Final = {
    AssignmentKind.PLAN: mark("Ur planen"),
    AssignmentKind.DECISION: mark("Ur beslut"),
    AssignmentKind.MEMBER_MOTION: mark("Motioner"),
    AssignmentKind.INITIATIVE: mark("Initiativ"),
}
"""What uppdrag of a kind are called together."""


def _counts(assignments: Iterable[Assignment], today: date) -> Iterator[AssignmentCount]:
    """How many there are of each kind, and of all where there are several kinds."""
    by_kind = grouped(assignments, lambda each: each.kind)
    counted = [(_(_MANY[kind]), by_kind[kind]) for kind in AssignmentKind if kind in by_kind]
    if len(counted) > 1:
        counted.append((_("Alla"), [each for _name, group in counted for each in group]))
    for name, group in counted:
        left, late = sum(map(is_open, group)), sum(overdue_days(each, today) > 0 for each in group)
        done, dropped = (
            sum(each.status is status for each in group) for status in (WorkStatus.DONE, WorkStatus.DROPPED)
        )
        yield AssignmentCount(kind=name, numbers=(left, late, done, dropped, len(group)))
