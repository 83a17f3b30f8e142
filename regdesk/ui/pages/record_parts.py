"""Which parts the detail of each kind of record has beside its form; each is imported when there is one to show."""

from __future__ import annotations

from regdesk.services.secrecy import can_be_marked
from regdesk.ui.context import Context
from regdesk.ui.pages.record_part import RecordPart
from regdesk.viewmodels.below import ATTACHED, BELOW
from regdesk.viewmodels.comments import COMMENTED
from regdesk.viewmodels.glance import GLANCES
from regdesk.viewmodels.kinds import ASSESSED
from regdesk.viewmodels.link_list import LINKED


def parts_above(context: Context, kind: str) -> list[RecordPart]:
    """What stands before the form."""
    return [
        *_occasion(context, kind),
        *_secrecy_line(context, kind),
        *_glance(context, kind),
        *_scores(context, kind),
        *_indicators(context, kind),
    ]


def _occasion(context: Context, kind: str) -> list[RecordPart]:
    if kind != "supervision_occasions":
        return []
    from regdesk.ui.pages.supervision.occasion_parts import OccasionAnswers, OccasionSteps

    return [OccasionSteps(context), OccasionAnswers(context)]


def _glance(context: Context, kind: str) -> list[RecordPart]:
    if kind not in GLANCES:
        return []
    from regdesk.ui.pages.glance_part import GlancePart

    return [GlancePart(context, GLANCES[kind])]


def _scores(context: Context, kind: str) -> list[RecordPart]:
    if kind != "risks":
        return []
    from regdesk.ui.pages.risks.scores import RiskScores

    return [RiskScores(context)]


def _indicators(context: Context, kind: str) -> list[RecordPart]:
    if kind != "goals":
        return []
    from regdesk.ui.pages.plan_indicators import GoalIndicators

    return [GoalIndicators(context)]


def parts_below(context: Context, kind: str) -> list[RecordPart]:
    """What stands after the form and the facts."""
    return [
        *_of_agenda_item(context, kind),
        *_asked(context, kind),
        *_by_sex(context, kind),
        *_lists(context, kind),
        *_goals(context, kind),
        *_links(context, kind),
        *_comments(context, kind),
        *_trail(context, kind),
        *_attached(context, kind),
        *_secrecy(context, kind),
    ]


def _asked(context: Context, kind: str) -> list[RecordPart]:
    if kind != "risks":
        return []
    from regdesk.ui.pages.risks.reason import AcceptanceReason

    return [AcceptanceReason(context)]


def _goals(context: Context, kind: str) -> list[RecordPart]:
    if kind != "risks":
        return []
    from regdesk.ui.pages.risks.goal_links import GoalLinks

    return [GoalLinks(context)]


def _of_agenda_item(context: Context, kind: str) -> list[RecordPart]:
    if kind != "agenda_items":
        return []
    from regdesk.ui.pages.meetings.attachments import AttachmentsPart
    from regdesk.ui.pages.meetings.item import MadeList

    return [AttachmentsPart(context), MadeList(context)]


def _lists(context: Context, kind: str) -> list[RecordPart]:
    if kind not in BELOW:
        return []
    from regdesk.ui.pages.below_list import BelowList
    from regdesk.ui.pages.reports_list import ReportsList

    return [(ReportsList if kind == "assignments" else BelowList)(context, below) for below in BELOW[kind]]


def _trail(context: Context, kind: str) -> list[RecordPart]:
    if kind not in ASSESSED:
        return []
    from regdesk.ui.pages.plan_trail import Trail

    return [Trail(context)]


def _by_sex(context: Context, kind: str) -> list[RecordPart]:
    if kind != "indicators":
        return []
    from regdesk.ui.pages.sex_part import SexPart

    return [SexPart(context)]


def _links(context: Context, kind: str) -> list[RecordPart]:
    if kind not in LINKED:
        return []
    from regdesk.ui.pages.links_part import LinksPart

    return [LinksPart(context, kind)]


def _comments(context: Context, kind: str) -> list[RecordPart]:
    if kind not in COMMENTED:
        return []
    from regdesk.ui.pages.comments_part import CommentsPart

    return [CommentsPart(context)]


def _attached(context: Context, kind: str) -> list[RecordPart]:
    if kind not in LINKED:
        return []
    from regdesk.ui.pages.below_list import BelowList

    return [BelowList(context, below) for below in ATTACHED]


def _secrecy_line(context: Context, kind: str) -> list[RecordPart]:
    if not can_be_marked(kind):
        return []
    from regdesk.ui.pages.secrecy_part import SecrecyLine

    return [SecrecyLine(context)]


def _secrecy(context: Context, kind: str) -> list[RecordPart]:
    if not can_be_marked(kind):
        return []
    from regdesk.ui.pages.secrecy_part import SecrecyPart

    return [SecrecyPart(context)]
