"""What a person does to a proposal: each edit gives a new one, keeps the rules, and loses nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regdesk.domain.codes import AssessmentMethod, LevelKind
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.proposal import (
    NodeKind,
    Proposal,
    ProposedNode,
    Reason,
    Unplaced,
    change_kind,
    change_level,
    indent,
    move,
    outdent,
    place,
    remove,
    set_fields,
    to_lists,
)
from regdesk.exchange.proposal.fields import fields_for
from regdesk.exchange.proposal.rules import check
from regdesk.exchange.word.document import Source

_KINDS = {
    "section": NodeKind.SECTION,
    "paragraph": NodeKind.PARAGRAPH,
    "goal": NodeKind.GOAL,
    "group": NodeKind.GROUP,
    "assignment": NodeKind.ASSIGNMENT,
    "indicator": NodeKind.INDICATOR,
}


def _node(name: str, place_: int, *children: ProposedNode) -> ProposedNode:
    """A node named like `goal-1`, whose text is its name."""
    kind = _KINDS[name.partition("-")[0]]
    bare = ProposedNode(id=name, kind=kind, text=name, children=children, sources=(Source(place_),))
    return ProposedNode(
        id=name, kind=kind, text=name, fields=fields_for(kind, bare), children=children, sources=bare.sources
    )


def _proposal() -> Proposal:
    roots = (
        _node("section-1", 0, _node("paragraph-1", 1)),
        _node(
            "goal-1",
            2,
            _node("group-1", 3, _node("assignment-1", 4), _node("assignment-2", 5), _node("assignment-3", 6)),
            _node("indicator-1", 7),
        ),
        _node("goal-2", 8),
    )
    left = Unplaced(node=_node("paragraph-2", 9), reason=Reason.TABLE_UNKNOWN)
    return Proposal(
        file_name="plan.docx",
        sha256="0" * 64,
        roots=roots,
        unplaced=(left,),
        sources=frozenset(Source(at) for at in range(10)),
    )


def _outline(nodes: tuple[ProposedNode, ...]) -> list[object]:
    return [(node.id, _outline(node.children)) if node.children else node.id for node in nodes]


def _find(proposal: Proposal, node_id: str) -> ProposedNode:
    node = proposal.find(node_id)
    assert node is not None
    return node


def _refused(edit: Callable[[], Proposal]) -> dict[str, object]:
    with pytest.raises(Problem) as caught:
        edit()
    assert caught.value.kind is ProblemKind.RULE_BROKEN
    return caught.value.params


def test_change_kind() -> None:
    before = _proposal()
    after = change_kind(before, "assignment-1", NodeKind.PARAGRAPH)
    assert _find(after, "assignment-1").kind is NodeKind.PARAGRAPH
    assert _find(before, "assignment-1").kind is NodeKind.ASSIGNMENT
    as_indicator = change_kind(after, "assignment-1", NodeKind.INDICATOR)
    assert _find(as_indicator, "assignment-1").fields["assessment_method"] == AssessmentMethod.VERDICT
    as_goal = change_kind(before, "section-1", NodeKind.GOAL)
    assert _find(as_goal, "section-1").fields["title"] == "section-1"


def test_change_of_kind_that_would_leave_something_without_its_goal() -> None:
    proposal = _proposal()
    assert _refused(lambda: change_kind(proposal, "goal-1", NodeKind.SECTION)) == {
        "child": NodeKind.INDICATOR,
        "parent": NodeKind.SECTION,
    }
    assert _refused(lambda: change_kind(proposal, "paragraph-1", NodeKind.INDICATOR))["child"] is NodeKind.INDICATOR
    assert _refused(lambda: change_kind(proposal, "paragraph-1", NodeKind.VALUE))["child"] is NodeKind.VALUE
    assert _refused(lambda: change_kind(proposal, "group-1", NodeKind.INDICATOR))["parent"] is NodeKind.INDICATOR


def test_change_level() -> None:
    after = change_level(_proposal(), "goal-2", LevelKind.SUB_AREA)
    assert _find(after, "goal-2").fields["level_name"] == "Delområde"
    assert _refused(lambda: change_level(after, "section-1", LevelKind.GOAL))["child"] is NodeKind.SECTION


def test_move() -> None:
    proposal = _proposal()
    assert _outline(move(proposal, "goal-2", "goal-1", 0).roots) == [
        ("section-1", ["paragraph-1"]),
        ("goal-1", ["goal-2", ("group-1", ["assignment-1", "assignment-2", "assignment-3"]), "indicator-1"]),
    ]
    assert _outline(move(proposal, "goal-2", None, 0).roots)[0] == "goal-2"
    assert _refused(lambda: move(proposal, "indicator-1", "section-1"))["parent"] is NodeKind.SECTION
    assert _refused(lambda: move(proposal, "goal-2", "assignment-1"))["parent"] is NodeKind.ASSIGNMENT
    with pytest.raises(LookupError):
        move(proposal, "goal-1", "assignment-1")
    with pytest.raises(LookupError):
        move(proposal, "goal-9", None)


def test_indent_and_outdent() -> None:
    proposal = _proposal()
    nested = indent(indent(proposal, "assignment-2"), "assignment-3")
    assert _outline(_find(nested, "group-1").children) == [("assignment-1", ["assignment-2", "assignment-3"])]
    assert _outline(outdent(outdent(nested, "assignment-2"), "assignment-3").roots) == [
        ("section-1", ["paragraph-1"]),
        ("goal-1", [("group-1", ["assignment-1", "assignment-3", "assignment-2"]), "indicator-1"]),
        "goal-2",
    ]
    assert _outline(outdent(proposal, "group-1").roots)[2] == (
        "group-1",
        ["assignment-1", "assignment-2", "assignment-3"],
    )
    assert _refused(lambda: indent(proposal, "assignment-1"))["child"] is NodeKind.ASSIGNMENT
    assert _refused(lambda: outdent(proposal, "goal-1"))["child"] is NodeKind.GOAL
    assert _refused(lambda: outdent(proposal, "indicator-1"))["child"] is NodeKind.INDICATOR


def test_remove_and_place_again() -> None:
    proposal = _proposal()
    removed = remove(proposal, "group-1")
    assert [(entry.node.id, entry.reason) for entry in removed.unplaced][1:] == [("group-1", Reason.REMOVED)]
    assert removed.find("assignment-1") is None
    assert removed.missing() == frozenset()
    placed = place(removed, "group-1", "goal-1", 0)
    assert (placed.roots, placed.unplaced) == (proposal.roots, proposal.unplaced)
    with pytest.raises(LookupError):
        place(proposal, "group-1", None)


def test_place_as_another_kind() -> None:
    after = place(_proposal(), "paragraph-2", "goal-2", kind=NodeKind.INDICATOR)
    assert _find(after, "paragraph-2").fields["raw"] == "paragraph-2"
    assert after.unplaced == ()
    assert _refused(lambda: place(_proposal(), "paragraph-2", None, kind=NodeKind.INDICATOR))["parent"] is None


def test_set_fields() -> None:
    after = set_fields(_proposal(), "goal-2", title="Ett annat namn")
    assert _find(after, "goal-2").fields["title"] == "Ett annat namn"
    assert _find(after, "goal-2").text == "goal-2"


def test_nothing_is_missing_or_twice_at_first() -> None:
    proposal = _proposal()
    assert proposal.missing() == frozenset()
    assert proposal.repeated() == frozenset()
    gap = Proposal(file_name="", sha256="", roots=proposal.roots, sources=proposal.sources)
    assert gap.missing() == {Source(9)}
    twice = Proposal(file_name="", sha256="", roots=(*proposal.roots, _node("goal-3", 8)), sources=proposal.sources)
    assert twice.repeated() == {Source(8)}


_IDS = [node.id for node in _proposal().walk()] + ["paragraph-2"]
_EDITS: list[Callable[[Proposal, str, str], Proposal]] = [
    lambda proposal, one, other: move(proposal, one, other),
    lambda proposal, one, other: move(proposal, one, None, len(other)),
    lambda proposal, one, _other: indent(proposal, one),
    lambda proposal, one, _other: outdent(proposal, one),
    lambda proposal, one, _other: remove(proposal, one),
    lambda proposal, one, other: place(proposal, one, other),
    lambda proposal, one, _other: change_kind(proposal, one, NodeKind.PARAGRAPH),
    lambda proposal, one, _other: change_kind(proposal, one, NodeKind.ASSIGNMENT),
    lambda proposal, one, _other: change_kind(proposal, one, NodeKind.GOAL),
]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_EDITS), st.sampled_from(_IDS), st.sampled_from(_IDS)), max_size=12))
def test_whatever_is_done_nothing_is_lost(
    steps: list[tuple[Callable[[Proposal, str, str], Proposal], str, str]],
) -> None:
    proposal = _proposal()
    for edit, one, other in steps:
        try:
            proposal = edit(proposal, one, other)
        except (Problem, LookupError):
            continue
    nodes = [*proposal.walk(), *(node for entry in proposal.unplaced for node in entry.node.walk())]
    assert sorted(node.id for node in nodes) == sorted(_IDS)
    assert proposal.missing() == frozenset()
    assert proposal.repeated() == frozenset()
    check(proposal.roots)
    assert len(to_lists(proposal)["goals"]) == sum(node.kind is NodeKind.GOAL for node in proposal.walk())
