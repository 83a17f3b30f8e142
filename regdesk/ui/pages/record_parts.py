"""Which parts the detail of each kind of record has beside its form; each is imported when there is one to show."""

from __future__ import annotations

from regdesk.ui.context import Context
from regdesk.ui.pages.record_part import RecordPart
from regdesk.viewmodels.below import BELOW
from regdesk.viewmodels.kinds import ASSESSED


def parts_above(context: Context, kind: str) -> list[RecordPart]:
    """What stands before the form."""
    if kind == "risks":
        from regdesk.ui.pages.risks.scores import RiskScores

        return [RiskScores(context)]
    if kind != "goals":
        return []
    from regdesk.ui.pages.plan_indicators import GoalIndicators

    return [GoalIndicators(context)]


def parts_below(context: Context, kind: str) -> list[RecordPart]:
    """What stands after the form and the facts."""
    return [*_asked(context, kind), *_lists(context, kind), *_links(context, kind), *_trail(context, kind)]


def _asked(context: Context, kind: str) -> list[RecordPart]:
    if kind != "risks":
        return []
    from regdesk.ui.pages.risks.reason import AcceptanceReason

    return [AcceptanceReason(context)]


def _links(context: Context, kind: str) -> list[RecordPart]:
    if kind != "risks":
        return []
    from regdesk.ui.pages.risks.goal_links import GoalLinks

    return [GoalLinks(context)]


def _lists(context: Context, kind: str) -> list[RecordPart]:
    if kind not in BELOW:
        return []
    from regdesk.ui.pages.below_list import BelowList

    return [BelowList(context, below) for below in BELOW[kind]]


def _trail(context: Context, kind: str) -> list[RecordPart]:
    if kind not in ASSESSED:
        return []
    from regdesk.ui.pages.plan_trail import Trail

    return [Trail(context)]
