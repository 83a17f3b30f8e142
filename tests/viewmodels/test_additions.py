"""What can be added depends on where one stands, and comes with all that can be known beforehand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regdesk.domain.codes import AssessmentMethod, AssignmentRole, TableKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    RECORDS,
    Activity,
    Assignment,
    BoardRole,
    ClusterParameter,
    Goal,
    Indicator,
    Record,
    Section,
)
from regdesk.services.actions import Action
from regdesk.services.editing import add
from regdesk.services.session import Session
from regdesk.viewmodels.additions import Addition, add_to_plan, additions, first_goal
from regdesk.viewmodels.plan_tree import plan_tree, register_node
from regdesk.viewmodels.tree import TreeNode
from tests.registers import Example


def node(session: Session, node_id: str) -> TreeNode:
    return next(each for top in plan_tree(session) for each in top.walk() if each.id == node_id)


def beside(session: Session, record: Record) -> Addition:
    return additions(session, node(session, record.id)).beside[0]


def under(session: Session, node_id: str) -> list[Addition]:
    return list(additions(session, node(session, node_id)).under)


def words(found: list[Addition]) -> list[str]:
    return [addition.text for addition in found]


def test_under_a_goal_stand_its_indicators_and_work_and_goals_of_the_next_level(
    session: Session, example: Example
) -> None:
    assert words(under(session, example.area.id)) == [
        "Indikator",
        "Uppdrag: leda och samordna",
        "Uppdrag: nämnd för förvaltningen",
        "Delaktivitet",
        "Delmål",
        "Tillstånd",
        "Mål",
    ]
    assert words(under(session, example.goal.id))[-1] == "Tillstånd"
    assert beside(session, example.area).text == "Målområde"


def test_a_plan_that_knows_no_roles_has_assignments_without(session: Session, example: Example) -> None:
    with session.change(Action.DELETE) as change:
        change.delete_all(example.assignments)

    assert words(under(session, example.area.id))[1] == "Uppdrag"


def test_what_stands_under_no_goal_is_added_to_the_register(session: Session) -> None:
    found = additions(session, register_node(session))

    assert words(list(found.under))[:3] == ["Målområde", "Risk", "Juridisk person"]
    assert found.beside == ()


def test_what_is_added_stands_right_after_its_neighbour_and_is_judged_like_it(
    session: Session, example: Example
) -> None:
    new = session.get(Indicator, add_to_plan(session, beside(session, example.yes_no)))

    assert (new.goal_id, new.position) == (example.goal.id, 2)
    assert (new.table_kind, new.assessment_method) == (TableKind.QUALITATIVE, AssessmentMethod.VERDICT)
    assert new.title == "Indikator utan rubrik"
    assert not new.is_cluster


def test_an_assignment_takes_role_and_lead_in_from_its_group(session: Session, example: Example) -> None:
    role = AssignmentRole.BOARD_FOR_ADMINISTRATION
    (addition,) = under(session, f"{example.goal.id}:assignments.{role}")
    new = session.get(Assignment, add_to_plan(session, addition))

    assert (new.role, new.lead_in) == (role, example.assignments[1].lead_in)
    assert (new.text, new.position) == ("Uppdrag utan text", 1)


def test_an_assignment_can_have_parts(session: Session, example: Example) -> None:
    (addition,) = under(session, example.assignments[0].id)
    new = session.get(Assignment, add_to_plan(session, addition))

    assert addition.text == "Del av uppdraget"
    assert new.parent_id == example.assignments[0].id


def test_only_a_cluster_has_parameters(session: Session, example: Example) -> None:
    assert under(session, example.yes_no.id) == []
    (addition,) = under(session, example.cluster.id)
    new = session.get(ClusterParameter, add_to_plan(session, addition))

    assert (new.position, new.name) == (2, "")


def test_a_group_takes_more_of_what_it_holds(session: Session, example: Example) -> None:
    add(session, BoardRole(id=new_id(), text="Leder"))
    add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Öva"))

    assert words(under(session, "plan:duties")) == ["Huvudroll", "Uppgift enligt reglementet"]
    assert words(under(session, f"{example.goal.id}:indicators")) == ["Indikator"]
    assert words(under(session, f"{example.goal.id}:activities")) == ["Delaktivitet"]


def test_a_section_has_sections_of_the_next_level(session: Session) -> None:
    chapter = add(session, Section(id=new_id(), heading="Styrning", level=2))
    new = session.get(Section, add_to_plan(session, under(session, chapter.id)[0]))

    assert (new.parent_id, new.level, new.heading) == (chapter.id, 3, "Avsnitt utan rubrik")


def test_an_empty_plan_begins_with_a_goal_of_the_top_level(session: Session, example: Example) -> None:
    assert first_goal(session).text == "Målområde"
    new = session.get(Goal, add_to_plan(session, first_goal(session)))

    assert (new.level_id, new.parent_id, new.title) == (example.area.level_id, None, "Målområde utan rubrik")


@pytest.mark.parametrize("plural", ["risks", "legal_entities", "duties", "attachments", "sections", "goal_states"])
def test_everything_of_the_plan_can_be_added_and_followed_by_another(session: Session, plural: str) -> None:
    first = next(each for each in additions(session, register_node(session)).under if each.kind == plural)
    record = session.get(RECORDS[plural], add_to_plan(session, first))
    second = session.get(RECORDS[plural], add_to_plan(session, beside(session, record)))

    assert second == replace(record, id=second.id, position=1)  # type: ignore[call-arg]
