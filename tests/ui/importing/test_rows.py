"""What a proposal looks like in words: the tree, the list of what to look at, and the counts."""

from __future__ import annotations

import pytest

from regdesk.exchange.proposal import NodeKind, Proposal, WarningCode, change_kind
from regdesk.exchange.proposal.nodes import rewrite
from regdesk.ui.icons import icon
from regdesk.ui.importing.rows import ICONS, NOTICE, full_text, notices, plan_nodes, summary, to_look_at
from regdesk.viewmodels.rows import Tone
from tests.ui.importing.conftest import named


def test_every_kind_has_an_icon() -> None:
    assert set(ICONS) == {NOTICE, *NodeKind}
    for name in ICONS.values():
        assert not icon(name).isNull()


def test_every_node_is_in_the_tree_with_its_kind_in_words(proposal: Proposal) -> None:
    shown = {node.id: node for top in plan_nodes(proposal) for node in top.walk()}
    assert list(shown) == [node.id for node in proposal.walk()]
    area, goal = (shown[named(proposal, text).id] for text in ("Målområde 1: En nära region", "Mål: Vården är nära"))
    assert (area.count, goal.count) == ("Målområde", "Mål")
    value = shown[named(proposal, ">80").id]
    assert (value.text, value.count, value.spoken) == ("Målnivå 2025: >80", "Värde", "Värde: Målnivå 2025: >80")


def test_what_to_look_at_is_marked_and_listed(proposal: Proposal) -> None:
    node = named(proposal, "Nöjda besökare")
    warned = rewrite(
        proposal.roots,
        lambda each: (each.warned(WarningCode.PARAMETERS_UNNAMED) if each.id == node.id else each,),
    )
    marked = type(proposal)(file_name="plan.docx", sha256="", roots=warned, unplaced=proposal.unplaced)
    row = next(each for top in plan_nodes(marked) for each in top.walk() if each.id == node.id)
    assert (row.symbol, row.tone) == ("⚠", Tone.PARTLY)
    left, said = notices(marked)
    assert (left.about, left.row.count) == (proposal.unplaced[0].node.id, "Tabellen är av ett okänt slag")
    assert (said.about, said.row.count) == (node.id, "Nöjda besökare")
    assert "parametrarna" in said.row.text
    assert to_look_at(marked) == "1 text har inte fått plats, 1 påpekande"


def test_nothing_to_look_at_is_said(proposal: Proposal) -> None:
    clean = type(proposal)(file_name="plan.docx", sha256="", roots=proposal.roots)
    assert to_look_at(clean).startswith("Allt i filen har fått plats")


def test_the_summary_counts_what_the_plan_becomes(proposal: Proposal) -> None:
    told = summary(proposal).replace("\N{NO-BREAK SPACE}", " ")
    assert told == "1 målområde, 2 mål, 2 indikatorer, 4 värden"
    changed = change_kind(proposal, named(proposal, "Budgeten hålls.").id, NodeKind.ASSIGNMENT)
    assert summary(changed).endswith("4\N{NO-BREAK SPACE}värden, 1\N{NO-BREAK SPACE}uppdrag")


def test_a_table_without_a_place_is_read_whole(proposal: Proposal) -> None:
    text = full_text(proposal.unplaced[0].node)
    assert "Ansvarig" in text
    assert text.count("060-123") == 1


@pytest.mark.parametrize("text", ["Nöjda besökare", "75"])
def test_other_texts_are_shown_to_the_letter(proposal: Proposal, text: str) -> None:
    assert full_text(named(proposal, text)) == text
