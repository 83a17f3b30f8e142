"""Verdicts: dated records tied to meeting, § and period; a correction supersedes, nothing is ever aggregated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from regdesk.domain.clusters import suggest
from regdesk.domain.codes import Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Activity,
    AgendaItem,
    AgendaSubject,
    Assessment,
    Assignment,
    ClusterParameter,
    Goal,
    Indicator,
    InterimGoal,
    Meeting,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.meetings import open_meeting_of
from regdesk.services.session import Session, name_of

Assessable = Goal | InterimGoal | Indicator | ClusterParameter | Activity | Assignment

_ASSESSABLE: dict[str, type[Assessable]] = {
    "goal": Goal,
    "interim_goal": InterimGoal,
    "indicator": Indicator,
    "cluster_parameter": ClusterParameter,
    "activity": Activity,
    "assignment": Assignment,
}

_CURRENT = "NOT EXISTS (SELECT 1 FROM assessments newer WHERE newer.supersedes_id = assessments.id)"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that a meeting shall assess. `cluster_id` is the cluster that a parameter belongs to."""

    agenda_item: AgendaItem
    item: Assessable
    cluster_id: str | None = None


def item_of(session: Session, item_id: str) -> Assessable:
    """What can be assessed under that id. Raises Problem(NOT_ASSESSABLE), Problem(ROW_MISSING)."""
    kinds = session.repository.rows("SELECT kind FROM items WHERE id = ?", (item_id,))
    if not kinds:
        raise Problem(ProblemKind.ROW_MISSING, plural="items", id=item_id)
    if kinds[0]["kind"] not in _ASSESSABLE:
        raise Problem(ProblemKind.NOT_ASSESSABLE, id=item_id)
    return session.get(_ASSESSABLE[kinds[0]["kind"]], item_id)


def tasks_of(session: Session, meeting_id: str) -> list[Task]:
    """What the meeting shall assess, in the order of its agenda; a cluster comes after its parameters."""
    tasks = []
    for agenda_item in session.all(AgendaItem, meeting_id=meeting_id):
        for subject in session.all(AgendaSubject, agenda_item_id=agenda_item.id):
            item = item_of(session, subject.item_id)
            for parameter in session.all(ClusterParameter, indicator_id=item.id):
                tasks.append(Task(agenda_item, parameter, item.id))
            tasks.append(Task(agenda_item, item))
    return tasks


def assess(
    session: Session,
    item_id: str,
    verdict: Verdict,
    justification: str = "",
    *,
    meeting_id: str | None = None,
    agenda_item_id: str | None = None,
    period_id: str | None = None,
    action: Action = Action.ASSESS,
) -> Assessment:
    """Record a verdict. What was recorded for the same item and period, or the same meeting, is superseded.

    Raises Problem(NOT_ASSESSABLE), Problem(ROW_MISSING), Problem(MEETING_CLOSED).
    """
    item = item_of(session, item_id)
    meeting = open_meeting_of(session, meeting_id) if meeting_id else None
    agenda_item = session.get(AgendaItem, agenda_item_id) if agenda_item_id else None
    period = period_id or (meeting.period_id if meeting else None)
    with session.change(action, name_of(item)) as change:
        superseded = current_assessment(session, item_id, period_id=period, meeting_id=meeting_id)
        return change.insert(
            Assessment(
                id=new_id(),
                item_id=item_id,
                period_id=period,
                meeting_id=meeting_id,
                agenda_item_id=agenda_item_id,
                section_no=agenda_item.section_no if agenda_item else "",
                verdict=verdict,
                justification=justification,
                decided_by_id=meeting.body_id if meeting else None,
                recorded_by=session.who,
                recorded_at=datetime.now(UTC),
                supersedes_id=superseded.id if superseded else None,
            )
        )


def justify(session: Session, assessment: Assessment, justification: str) -> Assessment:
    """Give a verdict its words: a new record with the same verdict, unless they are the same words."""
    if justification == assessment.justification:
        return assessment
    return assess(
        session,
        assessment.item_id,
        assessment.verdict,
        justification,
        meeting_id=assessment.meeting_id,
        agenda_item_id=assessment.agenda_item_id,
        period_id=assessment.period_id,
        action=Action.COMMENT,
    )


def current_assessment(
    session: Session, item_id: str, *, period_id: str | None = None, meeting_id: str | None = None
) -> Assessment | None:
    """The assessment in force for a period, or where no period is meant, for a meeting."""
    scope, value = ("period_id", period_id) if period_id else ("period_id IS NULL AND meeting_id", meeting_id)
    found = session.repository.select(
        Assessment, f"WHERE item_id = ? AND {scope} IS ? AND {_CURRENT} ORDER BY recorded_at DESC", (item_id, value)
    )
    return found[0] if found else None


def assessments_at(session: Session, meeting: Meeting) -> dict[str, Assessment]:
    """The assessments in force at a meeting or for its period, by item."""
    if meeting.period_id:
        return assessments_for(session, meeting.period_id)
    found = session.repository.select(
        Assessment, f"WHERE meeting_id = ? AND {_CURRENT} ORDER BY recorded_at", (meeting.id,)
    )
    return {assessment.item_id: assessment for assessment in found}


def assessments_for(session: Session, period_id: str) -> dict[str, Assessment]:
    """The assessments in force for a period, by item."""
    found = session.repository.select(
        Assessment, f"WHERE period_id = ? AND {_CURRENT} ORDER BY recorded_at", (period_id,)
    )
    return {assessment.item_id: assessment for assessment in found}


def latest_assessments(session: Session) -> dict[str, Assessment]:
    """The newest assessment in force of every item, whatever the meeting or period."""
    return {assessment.item_id: assessment for assessment in assessments_in_force(session)}


def assessments_in_force(session: Session) -> list[Assessment]:
    """Every assessment that no later one supersedes, the oldest first."""
    return session.repository.select(Assessment, f"WHERE {_CURRENT} ORDER BY recorded_at, id")


def previous_assessment(session: Session, item_id: str, meeting: Meeting) -> Assessment | None:
    """What the item was assessed as before this meeting and its period."""
    found = session.repository.select(
        Assessment,
        f"""WHERE item_id = ? AND meeting_id IS NOT ? AND (period_id IS NULL OR period_id IS NOT ?) AND {_CURRENT}
            ORDER BY recorded_at DESC LIMIT 1""",
        (item_id, meeting.id, meeting.period_id),
    )
    return found[0] if found else None


def section_of(session: Session, assessment: Assessment) -> str:
    """The § it was decided under: as it was recorded, or as its item has been numbered since."""
    if assessment.section_no or assessment.agenda_item_id is None:
        return assessment.section_no
    return session.get(AgendaItem, assessment.agenda_item_id).section_no


def trail_of(session: Session, item_id: str) -> list[Assessment]:
    """Every assessment that the item ever had, superseded ones too, newest first."""
    return session.all(Assessment, "recorded_at DESC, id DESC", item_id=item_id)


def suggestion_for(session: Session, indicator: Indicator, meeting: Meeting) -> Verdict | None:
    """What the cluster's configured rule would say; None without a rule or while a parameter lacks its verdict."""
    given = assessments_at(session, meeting)
    parameters = session.all(ClusterParameter, indicator_id=indicator.id)
    if not parameters or any(parameter.id not in given for parameter in parameters):
        return None
    return suggest(indicator.cluster_rule, [given[parameter.id].verdict for parameter in parameters])
