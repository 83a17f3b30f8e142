"""The question of which part of the plan a sheet is of: all of it, or one goal of the top level."""

from __future__ import annotations

from typing import Final

from regdesk.domain.model import Goal
from regdesk.i18n import _, mark
from regdesk.services.closing import stands
from regdesk.services.session import Session
from regdesk.viewmodels.fields import Choice
from regdesk.viewmodels.labels import goal_name
from regdesk.viewmodels.sheet_options import Option


def _choices(session: Session) -> tuple[Choice, ...]:
    goals = session.all(Goal, parent_id=None)
    return (Choice("", _("Hela planen")), *(Choice(goal.id, goal_name(goal)) for goal in goals if stands(goal)))


TOP_GOAL: Final = Option(key="area", source_label=mark("De&l av planen"), choices=_choices)
