"""What a field that points at another record can point at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from regdesk.domain.model import (
    Activity,
    AgendaItem,
    Assignment,
    Attendance,
    Body,
    Forum,
    Goal,
    Indicator,
    InterimGoal,
    LegalEntity,
    Level,
    Meeting,
    Perspective,
    QuestionSet,
    Record,
    Recusal,
    ReportingPeriod,
    Risk,
)
from regdesk.i18n import _
from regdesk.services.closing import stands
from regdesk.services.session import Session, name_of
from regdesk.viewmodels.fields import Choice
from regdesk.viewmodels.labels import (
    attendant,
    goal_name,
    interim_goal_label,
    meeting_days,
    period_label,
    section_label,
)
from regdesk.viewmodels.words import one_line

_Nested = TypeVar("_Nested", Goal, Assignment, Indicator)

Choices = Callable[[Session, Record], tuple[Choice, ...]]

MOST: Final = 500
"""Among more goals or indicators than these nobody chooses from a list; only what is chosen already is shown then."""


def bodies(session: Session, _record: Record) -> tuple[Choice, ...]:
    """The register's own board and the others it knows of."""
    return tuple(Choice(body.id, one_line(body.name)) for body in session.all(Body, "position, name_key, id"))


def body_or_none(session: Session, record: Record) -> tuple[Choice, ...]:
    """The same, or nobody."""
    return _or_none(bodies(session, record))


def levels(session: Session, _record: Record) -> tuple[Choice, ...]:
    """The levels of the governing model from the top."""
    return tuple(Choice(level.id, one_line(level.name)) for level in session.all(Level))


def goals(session: Session, record: Record) -> tuple[Choice, ...]:
    """Every goal in the order of the plan."""
    return _in_plan(_goals(session, getattr(record, "goal_id", None)))


def goal_or_none(session: Session, record: Record) -> tuple[Choice, ...]:
    """The same, or no goal."""
    return _or_none(goals(session, record))


def goals_above(session: Session, goal: Record) -> tuple[Choice, ...]:
    """Goals that a goal can stand under: not itself nor any below it."""
    return _or_none(_in_plan(_outside(_goals(session, getattr(goal, "parent_id", None)), goal.id)))


def assignments_above(session: Session, assignment: Record) -> tuple[Choice, ...]:
    """Assignments of the same goal that one can stand below: not itself nor any below it."""
    assert isinstance(assignment, Assignment)  # noqa: S101 - the table of fields sees to it
    beside = _outside(session.all(Assignment, goal_id=assignment.goal_id), assignment.id)
    return _or_none(
        Choice(each.id, name_of(each)) for each in beside if each.id == assignment.parent_id or stands(each)
    )


def indicators_above(session: Session, indicator: Record) -> tuple[Choice, ...]:
    """Indicators of any goal that one can be a part of, such as a total index; by title."""
    assert isinstance(indicator, Indicator)  # noqa: S101 - the table of fields sees to it
    found = session.repository.select(
        Indicator, "WHERE closed_on IS NULL OR id = ? ORDER BY title_key, id LIMIT ?", (indicator.parent_id, MOST + 1)
    )
    if len(found) > MOST:
        found = session.all(Indicator, id=indicator.parent_id) if indicator.parent_id else []
    return _or_none(Choice(each.id, one_line(each.title)) for each in _outside(found, indicator.id))


def interim_goals(session: Session, activity: Record) -> tuple[Choice, ...]:
    """The delmål of an activity's goal."""
    assert isinstance(activity, Activity)  # noqa: S101 - the table of fields sees to it
    found = session.all(InterimGoal, goal_id=activity.goal_id)
    return _or_none(Choice(each.id, f"{interim_goal_label(each)}: {name_of(each)}") for each in found)


def supervised(session: Session, record: Record) -> tuple[Choice, ...]:
    """Whom supervision is about: a juridisk person or a board, or several or nobody in particular."""
    own = getattr(record, "subject_id", None)
    kept = [each for each in session.all(LegalEntity) if each.closed_on is None or each.id == own]
    return _or_none([*(Choice(each.id, one_line(each.name)) for each in kept), *bodies(session, record)])


def perspectives(session: Session, _record: Record) -> tuple[Choice, ...]:
    """The organisation's perspectives, or none."""
    return _or_none(Choice(each.id, one_line(each.name)) for each in session.all(Perspective))


def forums(session: Session, _record: Record) -> tuple[Choice, ...]:
    """Where supervision happens, or nowhere in particular."""
    return _or_none(Choice(each.id, one_line(each.name)) for each in session.all(Forum))


def question_sets(session: Session, _record: Record) -> tuple[Choice, ...]:
    """Questions that are asked again and again, or none."""
    return _or_none(Choice(each.id, one_line(each.title)) for each in session.all(QuestionSet))


def periods(session: Session, _record: Record) -> tuple[Choice, ...]:
    """Reporting periods, the latest first."""
    found = session.all(ReportingPeriod, "starts_on DESC, ends_on, id")
    return _or_none(Choice(period.id, period_label(period)) for period in found)


def meetings(session: Session, _record: Record) -> tuple[Choice, ...]:
    """Meetings, the latest first, or none."""
    found = session.all(Meeting, "date DESC, id")
    return _or_none(Choice(each.id, one_line(f"{meeting_days(each)} {each.title}")) for each in found)


def open_meetings(session: Session) -> tuple[Choice, ...]:
    """Meetings that are not closed, the latest first, or none."""
    found = session.repository.select(Meeting, "WHERE status <> 'closed' ORDER BY date DESC, id")
    return _or_none(Choice(each.id, one_line(f"{meeting_days(each)} {each.title}")) for each in found)


def risk_or_none(session: Session, _record: Record) -> tuple[Choice, ...]:
    """Every risk in the plan's order, or none."""
    return _or_none(Choice(risk.id, name_of(risk)) for risk in session.all(Risk))


def attending(session: Session, recusal: Record) -> tuple[Choice, ...]:
    """Who attends the meeting of an item."""
    assert isinstance(recusal, Recusal)  # noqa: S101 - the table of fields sees to it
    item = session.get(AgendaItem, recusal.agenda_item_id)
    found = session.all(Attendance, meeting_id=item.meeting_id)
    return tuple(Choice(each.id, attendant(each)) for each in found)


def items_of_meeting(session: Session, record: Record) -> tuple[Choice, ...]:
    """The items on the agenda of a record's meeting, or none."""
    return items_on_agenda(session, getattr(record, "meeting_id", None))


def items_on_agenda(session: Session, meeting_id: str | None) -> tuple[Choice, ...]:
    """The items on the agenda of a meeting, or none."""
    found = session.all(AgendaItem, meeting_id=meeting_id) if meeting_id else []
    return _or_none(Choice(each.id, one_line(f"{section_label(each.section_no)} {each.title}")) for each in found)


def _goals(session: Session, chosen: str | None) -> list[Goal]:
    """Goals of the present plan, and the one that is chosen."""
    where = "WHERE closed_on IS NULL OR id IS ?"
    if len(session.repository.select(Goal, f"{where} LIMIT ?", (chosen, MOST + 1))) <= MOST:
        return session.repository.select(Goal, f"{where} ORDER BY position, id", (chosen,))
    return session.all(Goal, id=chosen) if chosen else []


def _in_plan(found: Iterable[Goal]) -> tuple[Choice, ...]:
    """Goals depth first; a goal whose parent is not among them begins a branch of its own."""
    listed = list(found)
    known = {goal.id for goal in listed}
    children: dict[str, list[Goal]] = {}
    for goal in listed:
        children.setdefault(goal.parent_id if goal.parent_id in known else "", []).append(goal)

    def walk(parent_id: str) -> Iterator[Goal]:
        for goal in children.get(parent_id, ()):
            yield goal
            yield from walk(goal.id)

    return tuple(Choice(goal.id, goal_name(goal)) for goal in walk(""))


def _outside(found: Sequence[_Nested], top: str) -> list[_Nested]:
    """What is neither `top` nor below it."""
    inside, before = {top}, 0
    while len(inside) > before:
        before = len(inside)
        inside |= {each.id for each in found if each.parent_id in inside}
    return [each for each in found if each.id not in inside]


def _or_none(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return Choice("", _("Inget valt")), *choices
