"""The tree shows the whole plan in its order, and how each thing stands."""

from __future__ import annotations

from regdesk.domain.codes import AssignmentRole, StateKind, Verdict, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Activity,
    Assignment,
    Attachment,
    BoardRole,
    Duty,
    GoalState,
    InterimGoal,
    LegalEntity,
    Record,
    Risk,
    Section,
)
from regdesk.services.actions import Action
from regdesk.services.assessing import assess
from regdesk.services.editing import add
from regdesk.services.registers import edit_register
from regdesk.services.session import Session
from regdesk.viewmodels.plan_tree import GROUP, plan_below, plan_found, plan_tree, register_node
from regdesk.viewmodels.rows import Tone
from regdesk.viewmodels.tree import TreeNode
from tests.registers import Example


def outlined(nodes: tuple[TreeNode, ...], depth: int = 0) -> list[str]:
    """The tree as a person reads it, a line a node."""
    lines = []
    for node in nodes:
        lines += ["  " * depth + f"{node.text} | {node.count}", *outlined(node.children, depth + 1)]
    return lines


def node_of(session: Session, record: Record) -> TreeNode:
    return next(node for root in plan_tree(session) for node in root.walk() if node.id == record.id)


def test_goals_come_with_their_numbers_and_what_stands_under_them(session: Session) -> None:
    assert outlined(plan_tree(session)) == [
        "1 En region att lita på | ",
        "  1.1 Vården är nära | ",
        "    Indikatorer | 3",
        "      Nöjda besökare | ",
        "      Samverkan har vuxit | ",
        "      Beredskapen har stärkts | ",
        "        Övningar | ",
        "        Parameter 2 | ",
        "    Uppdrag: leda och samordna | 1",
        "      Följa hur väntetiderna utvecklas | Ej påbörjad",
        "    Uppdrag: nämnd för förvaltningen | 1",
        "      Se till att stödet räcker | Ej påbörjad",
    ]


def test_nodes_are_known_by_the_ids_and_kinds_of_their_records(session: Session, example: Example) -> None:
    kinds = {node.id: node.kind for root in plan_tree(session) for node in root.walk()}

    assert kinds[example.area.id] == "goals"
    assert kinds[example.cluster.id] == "indicators"
    assert kinds[example.parameters[0].id] == "cluster_parameters"
    assert kinds[f"{example.goal.id}:indicators"] == GROUP


def test_every_node_has_an_id_of_its_own(session: Session) -> None:
    ids = [node.id for root in plan_tree(session) for node in root.walk()]

    assert len(set(ids)) == len(ids)


def test_a_verdict_is_shown_as_word_symbol_and_tone(session: Session, example: Example) -> None:
    assess(session, example.yes_no.id, Verdict.NO)
    assess(session, example.yes_no.id, Verdict.PARTLY)

    node = node_of(session, example.yes_no)

    assert (node.count, node.symbol, node.tone) == ("Delvis", "◐", Tone.PARTLY)
    assert node.spoken == "Samverkan har vuxit, Delvis"


def test_a_cluster_has_no_verdict_of_its_parameters(session: Session, example: Example) -> None:
    for parameter in example.parameters:
        assess(session, parameter.id, Verdict.YES)

    assert node_of(session, example.cluster).count == ""
    assert node_of(session, example.parameters[1]).count == "Ja"


def test_an_assignment_stands_below_its_parent_whatever_its_role(session: Session, example: Example) -> None:
    parent = example.assignments[0]
    child = Assignment(
        id=new_id(),
        goal_id=parent.goal_id,
        parent_id=parent.id,
        role=AssignmentRole.OTHER,
        text="Särskilt för barn",
        status=WorkStatus.DELAYED,
    )
    add(session, child)

    node = node_of(session, parent)

    assert outlined((node,)) == [
        "Följa hur väntetiderna utvecklas | Ej påbörjad",
        "  Särskilt för barn | Försenad",
    ]


def test_a_goal_shows_states_interim_goals_and_activities(session: Session, example: Example) -> None:
    key = example.area.id
    with session.change(Action.ADD) as change:
        change.insert_all(
            [
                GoalState(id=new_id(), goal_id=key, kind=StateKind.CURRENT, year=2024, text="Ojämnt\nläge"),
                GoalState(id=new_id(), goal_id=key, kind=StateKind.DESIRED, label="Tillståndet 2027:", text="Jämnt"),
                InterimGoal(id=new_id(), goal_id=key, year=2026, text="Halvvägs"),
                Activity(id=new_id(), goal_id=key, title="Öva", status=WorkStatus.ONGOING),
            ]
        )

    assert outlined(node_of(session, example.area).children)[:7] == [
        "Tillstånd | 2",
        "  Nuvarande tillstånd 2024: Ojämnt läge | ",
        "  Tillståndet 2027: Jämnt | ",
        "Delmål | 1",
        "  Delmål 2026: Halvvägs | ",
        "Delaktiviteter | 1",
        "  Öva | Pågår",
    ]


def test_the_plans_own_branches_come_after_the_goals(session: Session) -> None:
    chapter = Section(id=new_id(), printed_number="3", heading="Styrning")
    with session.change(Action.ADD) as change:
        change.insert_all(
            [
                GoalState(id=new_id(), kind=StateKind.DESIRED, year=2026, text="Vården räcker till alla"),
                Assignment(id=new_id(), text="Ta fram en plan"),
                BoardRole(id=new_id(), text="Leder arbetet"),
                Duty(id=new_id(), text="Har uppsikt"),
                LegalEntity(id=new_id(), name="Exempel AB", entity_kind="Aktiebolag"),
                Risk(id=new_id(), title="Brist på personal"),
                Attachment(id=new_id(), number="2", title="Uppsikt", included_in_decision=False),
                chapter,
                Section(id=new_id(), parent_id=chapter.id, text="Så styrs regionen."),
            ]
        )

    assert outlined(plan_tree(session)[1:]) == [
        "Tillstånd | 1",
        "  Önskat tillstånd 2026: Vården räcker till alla | ",
        "Uppdrag | 1",
        "  Ta fram en plan | Ej påbörjad",
        "Reglemente | 2",
        "  Leder arbetet | ",
        "  Har uppsikt | ",
        "Juridiska personer | 1",
        "  Exempel AB | Aktiebolag",
        "Risker | 1",
        "  Brist på personal | ",
        "Bilagor | 1",
        "  2 Uppsikt | ingår ej i beslutet",
        "Text | 1",
        "  3 Styrning | ",
        "    Så styrs regionen. | ",
    ]


def test_a_label_that_begins_the_text_is_told_once(session: Session) -> None:
    text = "Vid planperiodens slut räcker vården till alla"
    state = add(session, GoalState(id=new_id(), kind=StateKind.DESIRED, label="Vid planperiodens slut", text=text))

    assert node_of(session, state).text == text


def test_a_long_text_is_told_by_its_start(session: Session) -> None:
    duty = add(session, Duty(id=new_id(), text="ord " * 200))

    text = node_of(session, duty).text

    assert len(text) == 200
    assert text.endswith("ord…")


def test_what_is_not_opened_is_left_out_and_says_so(session: Session, example: Example) -> None:
    assert outlined(plan_tree(session, opened=[])) == ["1 En region att lita på | "]
    assert plan_tree(session, opened=[])[0].more

    opened = plan_tree(session, opened=[example.area.id, example.goal.id])
    nodes = {node.id: node for top in opened for node in top.walk()}

    assert [node_id for node_id, node in nodes.items() if node.more] == [example.cluster.id]


def test_what_is_opened_later_is_what_would_have_stood_there(session: Session, example: Example) -> None:
    chapter = add(session, Section(id=new_id(), heading="Styrning"))
    add(session, Section(id=new_id(), parent_id=chapter.id, text="Så styrs regionen."))

    whole = {node.id: node for top in plan_tree(session) for node in top.walk()}

    for plural, record in (("indicators", example.cluster), ("goals", example.goal), ("sections", chapter)):
        below = plan_below(session, plural, record.id)
        assert [node.id for node in below] == [node.id for node in whole[record.id].children]


def test_a_search_keeps_what_the_found_stands_under(session: Session) -> None:
    assert outlined(plan_found(session, "övn")) == [
        "1 En region att lita på | ",
        "  1.1 Vården är nära | ",
        "    Indikatorer | 1",
        "      Beredskapen har stärkts | ",
        "        Övningar | ",
    ]
    assert plan_found(session, "finns ej") == ()


def test_the_register_goes_by_its_plan_or_its_board(session: Session) -> None:
    assert register_node(session).text == "Verksamhetsplan (exempeldata)"
    edit_register(session, plan_title=" ")
    assert register_node(session).text == "Regionstyrelsen 2024–2026"
