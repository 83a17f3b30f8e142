"""The goals as a map: each level by its own name, what is empty as a dash, and nothing of what is secret."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import BodyKind, LinkKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaGoal, Body, Goal, Level, SecrecyMarking
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.goal_map import GoalMap, goal_map
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.sheets.plans.common import insert, link, open_register

DAY = date(2024, 9, 13)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Effektmål, delområden and resultatmål: one that goes all the way down and one that stands alone."""
    with open_register(tmp_path, "outcome_goals") as opened:
        top, middle, bottom = sorted(opened.all(Level), key=lambda level: level.position)
        health = Goal(id=new_id(), level_id=top.id, title="God hälsa")
        early = Goal(id=new_id(), level_id=middle.id, parent_id=health.id, title="Tidiga insatser")
        talks = Goal(id=new_id(), level_id=bottom.id, parent_id=early.id, printed_number="RM 1", title="Fler samtal")
        alone = Goal(id=new_id(), level_id=top.id, position=1, title="Hållbar organisation")
        board = Body(id=new_id(), kind=BodyKind.BOARD, name="Hälsonämnden", short_name="HN", position=8)
        insert(opened, health, early, talks, alone, board)
        third, fourth = opened.all(AgendaGoal, "number")[2:4]
        insert(
            opened,
            link(LinkKind.BOARD, health, board),
            link(LinkKind.AGENDA_2030, health, fourth),
            link(LinkKind.AGENDA_2030, health, third, 1),
        )
        yield opened


def shown(session: Session, edition: Edition = Edition.PUBLIC, goal_id: str = "") -> GoalMap:
    return goal_map(SheetRequest(session=session, printed_on=DAY, edition=edition), goal_id)


def test_goals_stand_under_each_other_and_empty_levels_are_dashes(session: Session) -> None:
    assert [(depth, goal.level_name, goal.title) for depth, goal in shown(session).all()] == [
        (0, "Effektmål", "God hälsa"),
        (1, "Delområde", "Tidiga insatser"),
        (2, "Resultatmål", "RM 1 Fler samtal"),
        (0, "Effektmål", "Hållbar organisation"),
        (1, "Delområde", "–"),
        (2, "Resultatmål", "–"),
    ]
    assert shown(session).levels == ("Effektmål", "Delområden", "Resultatmål")


def test_what_a_goal_points_at_is_told_in_short_and_in_full_in_the_order_of_the_plan(session: Session) -> None:
    health = shown(session).goals[0]
    assert [(board.short, board.full) for board in health.boards] == [("HN", "Hälsonämnden")]
    assert [each.short for each in health.global_goals] == ["4", "3"]
    assert health.global_goals[1].full == "3\u00a0God hälsa och välbefinnande"
    assert shown(session).abbreviations() == (("HN", "Hälsonämnden"),)


def test_one_goal_can_be_looked_at_alone(session: Session) -> None:
    health = shown(session, goal_id=session.all(Goal, parent_id=None)[0].id)
    assert [goal.title for _depth, goal in health.all()] == ["God hälsa", "Tidiga insatser", "RM 1 Fler samtal"]


def test_a_secret_goal_is_a_line_with_nothing_below(session: Session) -> None:
    goal_id = session.all(Goal, parent_id=None)[0].id
    insert(
        session,
        SecrecyMarking(id=new_id(), item_id=goal_id, provision="18 kap. 13 §", marked_on=DAY, authority="Regionen"),
    )
    hidden = shown(session).goals[0]
    assert (hidden.title, hidden.children, hidden.boards) == (
        "Uppgifter omfattas av sekretess (18 kap. 13 §, 2024-09-13, Regionen)",
        (),
        (),
    )
    assert shown(session, Edition.INTERNAL).goals[0].title == "God hälsa [Sekretess: 18 kap. 13 §]"
