"""The plan in few words: a light line for each of its parts, for a tree that is shown anew at every change."""

from __future__ import annotations

from typing import Final, NamedTuple

from regdesk.domain.codes import Verdict
from regdesk.services.session import Session


class Branch(NamedTuple):
    """A part of the plan. `owner_id` is the goal, cluster or section it stands under, `parent_id` an uppdrag's uppdrag.

    `title` is the start of a text where the part has no title; `label` is the plan's own words above a state or
    delmål, the role of an uppdrag, the kind of a juridisk person; `code` is a state's kind or how work stands, and
    "outside" for a bilaga that is no part of the decision.
    """

    plural: str
    id: str
    owner_id: str
    parent_id: str
    number: str
    title: str
    label: str
    code: str
    year: int | None


_BRANCHES: Final = """
    SELECT 'goals' AS plural, id, coalesce(parent_id, '') AS owner_id, '' AS parent_id, printed_number AS number,
           title, '' AS label, '' AS code, NULL AS year, position FROM goals
    UNION ALL SELECT 'goal_states', id, coalesce(goal_id, ''), '', '', substr(text, 1, 300), label, kind, year,
           position FROM goal_states
    UNION ALL SELECT 'indicators', id, goal_id, '', printed_number, title, '', '', NULL, position FROM indicators
    UNION ALL SELECT 'cluster_parameters', id, indicator_id, '', '', name, '', '', NULL, position
           FROM cluster_parameters
    UNION ALL SELECT 'interim_goals', id, goal_id, '', '', substr(text, 1, 300), label, '', year, position
           FROM interim_goals
    UNION ALL SELECT 'activities', id, goal_id, '', '', title, '', status, NULL, position FROM activities
    UNION ALL SELECT 'assignments', id, coalesce(goal_id, ''), coalesce(parent_id, ''), '', substr(text, 1, 300), role,
           status, NULL, position FROM assignments
    UNION ALL SELECT 'board_roles', id, '', '', '', substr(text, 1, 300), '', '', NULL, position FROM board_roles
    UNION ALL SELECT 'duties', id, '', '', '', substr(text, 1, 300), '', '', NULL, position FROM duties
    UNION ALL SELECT 'legal_entities', id, '', '', '', name, entity_kind, '', NULL, position FROM legal_entities
    UNION ALL SELECT 'risks', id, '', '', '', iif(title = '', substr(text, 1, 300), title), '', '', NULL, position
           FROM risks
    UNION ALL SELECT 'attachments', id, '', '', number, title, '', iif(included_in_decision, '', 'outside'), NULL,
           position FROM attachments
    UNION ALL SELECT 'sections', id, coalesce(parent_id, ''), '', printed_number,
           iif(heading = '', substr(text, 1, 300), heading), '', '', NULL, position FROM sections
    ORDER BY position, id
"""

_VERDICTS: Final = """
    SELECT item_id, verdict, max(recorded_at || id) FROM assessments
    WHERE NOT EXISTS (SELECT 1 FROM assessments AS newer WHERE newer.supersedes_id = assessments.id)
    GROUP BY item_id
"""


def branches_of(session: Session) -> list[Branch]:
    """Every part of the plan, those of one owner in their order; one query, whatever the size of the plan."""
    return [Branch(*tuple(row)[:-1]) for row in session.repository.rows(_BRANCHES)]


def latest_verdicts(session: Session) -> dict[str, Verdict]:
    """The verdict in force of everything that was ever assessed, whatever the meeting or period."""
    return {row[0]: Verdict(row[1]) for row in session.repository.rows(_VERDICTS)}
