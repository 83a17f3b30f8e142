"""What belonged to an earlier plan is in no list, tree, choice or new sheet, and is where it was before that."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Goal, Indicator, Level, Meeting, ValueColumn
from regdesk.domain.models import own_model
from regdesk.services.actions import Action
from regdesk.services.closing import close_all, closed_with
from regdesk.services.editing import add
from regdesk.services.meetings import add_meeting, everything_to_assess
from regdesk.services.registers import NewRegister
from regdesk.services.session import Session
from regdesk.viewmodels.activity_list import activity_list
from regdesk.viewmodels.additions import additions, first_goal
from regdesk.viewmodels.agendas import pick_tree
from regdesk.viewmodels.assignment_list import assignment_list
from regdesk.viewmodels.beginnings import why_not
from regdesk.viewmodels.follow_up import follow_up
from regdesk.viewmodels.forms import form_of
from regdesk.viewmodels.indicator_list import indicator_list
from regdesk.viewmodels.places import can_reopen, reopen
from regdesk.viewmodels.plan_tree import CLOSED, plan_below, plan_found, plan_tree
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.tree import TreeNode
from tests.registers import Example, make_register

DAY = date(2026, 12, 31)


@pytest.fixture(autouse=True)
def activity(session: Session, example: Example) -> Activity:
    return add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Kartlägg väntetiderna"))


def close(session: Session, *ids: str) -> None:
    with session.change(Action.ROLL_PLAN) as change:
        close_all(change, closed_with(session, ids), DAY)


def ids_in(nodes: tuple[TreeNode, ...]) -> set[str]:
    return {node.id for top in nodes for node in top.walk()}


def test_lists_hold_what_is_open(session: Session, example: Example, activity: Activity) -> None:
    close(session, example.number.id, example.assignments[0].id, activity.id)
    shown = [indicator_list(session), indicator_list(session, example.goal.id), assignment_list(session)]
    assert [made.count() for made in shown] == [2, 2, 1]
    assert example.number.id not in {row.id for row in shown[0].page(None, 10)}
    assert (activity_list(session).count(), activity_list(session).page(None, 10)) == (0, [])
    searched = indicator_list(session)
    searched.set_filter("nöjda")
    assert searched.count() == 0


def test_columns_that_are_closed_are_neither_listed_nor_asked_for(session: Session, example: Example) -> None:
    with session.change(Action.ROLL_PLAN) as change:
        change.update(ValueColumn(id=example.target.id, kind=example.target.kind, year=2024, closed_on=DAY, position=1))
    assert example.target.id not in {column.key for column in indicator_list(session).columns}
    assert f"value:{example.target.id}" not in form_of(session, "indicators", example.number.id).values


def test_the_tree_keeps_it_in_a_group_of_its_own(session: Session, example: Example) -> None:
    close(session, example.goal.id)
    (past,) = [node for node in plan_tree(session) if node.id == CLOSED]
    assert (past.text, [node.id for node in past.children]) == ("Avslutat", [example.goal.id])
    assert example.number.id in ids_in((past,)), "all that stands under it stands there"
    lazily = plan_tree(session, [])
    assert lazily[-1].children[0].more
    assert example.number.id in ids_in(plan_below(session, "goals", example.goal.id))
    assert plan_found(session, "nöjda")[-1].id == CLOSED
    assert example.goal.id not in ids_in(pick_tree(session))


def test_a_part_of_an_uppdrag_is_closed_by_itself(session: Session, example: Example) -> None:
    close(session, example.assignments[1].id)
    (past,) = [node for node in plan_tree(session) if node.id == CLOSED]
    assert [node.id for node in past.children] == [example.assignments[1].id]


def test_nothing_is_added_to_it_and_it_can_be_reopened(session: Session, example: Example) -> None:
    close(session, example.goal.id)
    node = TreeNode(id=example.goal.id, kind="goals", text="")
    assert additions(session, node).under == additions(session, node).beside == ()
    assert can_reopen(session, node)
    assert not can_reopen(session, TreeNode(id=CLOSED, kind="group", text=""))
    reopen(session, "goals", example.goal.id)
    assert not can_reopen(session, node)


def test_a_closed_goal_is_chosen_only_where_it_is_already(session: Session, example: Example) -> None:
    close(session, example.goal.id)
    fields = {field.key: field for field in form_of(session, "indicators", example.number.id).fields}
    assert example.goal.id in {choice.code for choice in fields["goal_id"].choices}
    other = add(session, Indicator(id=new_id(), goal_id=example.area.id, title="Ny"))
    fields = {field.key: field for field in form_of(session, "indicators", other.id).fields}
    assert [choice.code for choice in fields["goal_id"].choices] == [example.area.id]


def test_a_form_says_when_it_was_closed(session: Session, example: Example) -> None:
    close(session, example.number.id)
    assert ("Avslutat", "2026-12-31") in {
        (fact.label, fact.text) for fact in form_of(session, "indicators", example.number.id).facts
    }


def test_the_sheet_of_an_earlier_meeting_has_it_and_a_new_one_has_not(session: Session, example: Example) -> None:
    meeting = add_meeting(session, Meeting(id=new_id(), date=date(2025, 5, 14)))
    close(session, example.goal.id)
    now, then = (
        follow_up(SheetRequest(session=session, printed_on=DAY)),
        follow_up(SheetRequest(session=session, meeting_id=meeting.id, printed_on=DAY)),
    )
    assert [goal.children for goal in now.goals] == [()]
    assert [child.item_id for goal in then.goals for child in goal.children] == [example.goal.id]


def test_a_plan_whose_goals_are_all_closed_says_what_is_missing(session: Session, example: Example) -> None:
    close(session, example.area.id)
    assert "Lägg först till ett mål" in why_not(session, "activities")
    assert everything_to_assess(session) == []


def test_empty_levels_are_no_error_anywhere(tmp_path: Path) -> None:
    model = own_model([("Vision", "Visioner"), ("Fokusområde", "Fokusområden"), ("Inriktning", "")])
    wanted = NewRegister(organisation="R", board="Nämnden", period_start=2024, period_end=2026, model=model)
    (tmp_path / "egen").mkdir()
    with Session.open(make_register(tmp_path / "egen", wanted)) as session:
        assert plan_tree(session) == ()
        assert follow_up(SheetRequest(session=session, printed_on=DAY)).goals == ()
        assert first_goal(session).text == "Vision"
        goal = add(session, Goal(id=new_id(), level_id=session.all(Level)[0].id, title="Ett län att leva i"))
        assert [node.children for node in plan_tree(session)] == [()]
        assert form_of(session, "goals", goal.id).heading == "Vision"
        (part,) = follow_up(SheetRequest(session=session, printed_on=DAY)).goals
        assert part.empty == ("Fokusområden", "Inriktning")
        assert everything_to_assess(session) == [goal.id]
        below = additions(session, TreeNode(id=goal.id, kind="goals", text="")).under
        assert below[-1].text == "Fokusområde"
