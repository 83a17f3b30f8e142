"""The kinds of sheets that can be made, by their code on the command line and in the register."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.sheets import (
    activities,
    annual_cycle,
    assessment_form,
    assessments,
    assignments,
    attendance,
    budget,
    duties,
    follow_up,
    follow_up_areas,
    goal_map,
    indicators,
    minutes,
    notice,
    risks,
    supervision,
    supervision_plan,
)
from regdesk.sheets.kind import SheetKind
from regdesk.sheets.meeting_set import Parts, meeting_set_kind
from regdesk.sheets.report import report_kind

_CHAPTERS: Final = (
    goal_map.KIND,
    follow_up.KIND,
    activities.KIND,
    assignments.KIND,
    risks.KIND,
    supervision.KIND,
    budget.KIND,
    indicators.KIND,
    supervision_plan.KIND,
    duties.KIND,
    annual_cycle.KIND,
)
"""The chapters of a report, in their order: what the goals are, how all stands, and what is laid down."""

_FURTHER_CHAPTERS: Final = (follow_up_areas.KIND,)
"""What says the same as a chapter in another order: a chapter where somebody asks for it."""

_MEETING_SET: Final = Parts(
    first=(notice.KIND,),
    appendices={
        follow_up.KIND: frozenset({"goal", "interim_goal", "indicator", "cluster_parameter"}),
        assignments.KIND: frozenset({"assignment"}),
        activities.KIND: frozenset({"activity", "milestone"}),
        supervision.KIND: frozenset({"supervision_event", "supervision_occasion", "legal_entity"}),
        risks.KIND: frozenset({"risk", "risk_action", "control"}),
        budget.KIND: frozenset({"budget_line"}),
    },
    last=(assessment_form.KIND, attendance.KIND, minutes.KIND),
)
"""The papers of a meeting, in their order; each bilaga by what the agenda takes up."""

SHEETS: Final[Mapping[str, SheetKind]] = MappingProxyType(
    {
        kind.code: kind
        for kind in (
            follow_up.KIND,
            follow_up_areas.KIND,
            report_kind(_CHAPTERS, _FURTHER_CHAPTERS),
            indicators.KIND,
            supervision_plan.KIND,
            supervision.KIND,
            duties.KIND,
            assignments.KIND,
            activities.KIND,
            risks.KIND,
            budget.KIND,
            notice.KIND,
            attendance.KIND,
            minutes.KIND,
            assessments.KIND,
            assessment_form.KIND,
            meeting_set_kind(_MEETING_SET),
            goal_map.KIND,
            annual_cycle.KIND,
        )
    }
)
"""Every kind by its code, in the order they are offered."""


def sheet_kind(code: str) -> SheetKind:
    """The kind with that code. Raises Problem(SHEET_UNKNOWN)."""
    if code not in SHEETS:
        raise Problem(ProblemKind.SHEET_UNKNOWN, sheet=code, sheets=", ".join(SHEETS))
    return SHEETS[code]
