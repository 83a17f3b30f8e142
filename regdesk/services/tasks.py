"""What meetings shall assess, as light lines: one query for a whole agenda, and counts for whole pages of lists."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from regdesk.services.session import Session

_TASKS: Final = """
    tasks AS (
        SELECT chosen.meeting_id, chosen.position AS first, chosen.id AS agenda_item_id,
               agenda_subjects.position AS second, agenda_subjects.id AS subject_id,
               0 AS third, cluster_parameters.position AS fourth, cluster_parameters.id AS item_id,
               'cluster_parameter' AS kind, cluster_parameters.indicator_id AS cluster_id
        FROM chosen
        CROSS JOIN agenda_subjects ON agenda_subjects.agenda_item_id = chosen.id
        JOIN cluster_parameters ON cluster_parameters.indicator_id = agenda_subjects.item_id
        UNION ALL
        SELECT chosen.meeting_id, chosen.position, chosen.id,
               agenda_subjects.position, agenda_subjects.id,
               1, 0, items.id,
               items.kind, NULL
        FROM chosen
        CROSS JOIN agenda_subjects ON agenda_subjects.agenda_item_id = chosen.id
        JOIN items ON items.id = agenda_subjects.item_id
        WHERE items.kind IN ('goal', 'interim_goal', 'indicator', 'cluster_parameter', 'activity', 'assignment')
    )
"""
"""The things to assess under the items of agendas in `chosen`. CROSS JOIN keeps SQLite from reading every agenda."""

_LINES: Final = f"""
    WITH chosen AS (SELECT * FROM agenda_items WHERE meeting_id = ?), {_TASKS}
    SELECT tasks.agenda_item_id, tasks.item_id, tasks.kind, tasks.cluster_id,
           coalesce(goals.title, interim_goals.text, indicators.title, cluster_parameters.name, activities.title,
                    assignments.text) AS title
    FROM tasks
    LEFT JOIN goals ON goals.id = tasks.item_id
    LEFT JOIN interim_goals ON interim_goals.id = tasks.item_id
    LEFT JOIN indicators ON indicators.id = tasks.item_id
    LEFT JOIN cluster_parameters ON cluster_parameters.id = tasks.item_id
    LEFT JOIN activities ON activities.id = tasks.item_id
    LEFT JOIN assignments ON assignments.id = tasks.item_id
    ORDER BY first, tasks.agenda_item_id, second, subject_id, third, fourth, tasks.item_id
"""  # noqa: S608 - put together from what stands above

_COUNTED: Final = f"""
    {_TASKS}, assessed AS (
        SELECT tasks.meeting_id, tasks.agenda_item_id, EXISTS (
            SELECT 1 FROM assessments WHERE assessments.item_id = tasks.item_id AND CASE
                WHEN meetings.period_id IS NULL THEN assessments.meeting_id = meetings.id
                ELSE assessments.period_id = meetings.period_id END
        ) AS done
        FROM tasks JOIN meetings ON meetings.id = tasks.meeting_id
    )
"""  # noqa: S608 - put together from what stands above

_BY_MEETING: Final = f"""
    WITH chosen AS (SELECT * FROM agenda_items WHERE meeting_id IN (SELECT value FROM json_each(?))), {_COUNTED}
    SELECT meeting_id AS id, sum(done) AS done, count(*) AS total FROM assessed GROUP BY meeting_id
"""  # noqa: S608 - put together from what stands above

_BY_AGENDA_ITEM: Final = f"""
    WITH chosen AS (SELECT * FROM agenda_items WHERE id IN (SELECT value FROM json_each(?))), {_COUNTED}
    SELECT agenda_item_id AS id, sum(done) AS done, count(*) AS total FROM assessed GROUP BY agenda_item_id
"""  # noqa: S608 - put together from what stands above


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """One thing to assess, in as few words as a list needs. `kind` is the item's in the glossary, in the singular."""

    agenda_item_id: str
    item_id: str
    kind: str
    title: str
    cluster_id: str | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the things to assess have a verdict."""

    done: int = 0
    total: int = 0


def task_lines(session: Session, meeting_id: str) -> list[TaskLine]:
    """What the meeting shall assess, in the order of its agenda; a cluster comes after its parameters.

    Subjects that take no verdict, such as risks that are only reported, are not among them.
    """
    return [TaskLine(**dict(row)) for row in session.repository.rows(_LINES, (meeting_id,))]


def progress_of_meetings(session: Session, meeting_ids: Sequence[str]) -> dict[str, Progress]:
    """How far each meeting has come; those with nothing to assess are left out."""
    return _progress(session, _BY_MEETING, meeting_ids)


def progress_of_agenda_items(session: Session, agenda_item_ids: Sequence[str]) -> dict[str, Progress]:
    """How far each item of an agenda has come; those with nothing to assess are left out."""
    return _progress(session, _BY_AGENDA_ITEM, agenda_item_ids)


def _progress(session: Session, query: str, ids: Sequence[str]) -> dict[str, Progress]:
    rows = session.repository.rows(query, (json.dumps(list(ids)),))
    return {row["id"]: Progress(row["done"], row["total"]) for row in rows}
