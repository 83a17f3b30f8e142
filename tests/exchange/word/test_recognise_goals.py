"""Which headings are proposed as goals, on which level, with which number."""

from __future__ import annotations

from pathlib import Path

import pytest

from regdesk.domain.codes import LevelKind
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.proposal import NodeKind, ProposedNode
from regdesk.exchange.propose import propose
from tests.exchange.word.files import heading, item, paragraph, table, write_docx
from tests.exchange.word.proposals import all_of, codes, field_of, proposed

_INDICATORS = table(["Indikator", "Utfall 2024"], ["Väntetid", "5"])


def _shape(node: ProposedNode) -> object:
    goals = [_shape(child) for child in node.children if child.kind in {NodeKind.GOAL, NodeKind.SECTION}]
    name = str(node.fields.get("title") or node.text)
    return (name, *goals) if goals else name


def test_by_their_wording(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Målområden"),
        heading(2, "Målområde 1: Ett öppet län"),
        heading(3, "Mål:\u00a0Vi lyssnar"),
        heading(3, "Mål: Vi svarar"),
        heading(2, "Målområde 2: Ett tryggt län"),
    )
    assert [_shape(root) for root in proposal.roots] == [
        ("Målområden", ("Ett öppet län", "Vi lyssnar", "Vi svarar"), "Ett tryggt län")
    ]
    assert field_of(proposal, NodeKind.GOAL, "level_kind") == [
        *(LevelKind.GOAL_AREA, LevelKind.GOAL, LevelKind.GOAL, LevelKind.GOAL_AREA)
    ]
    assert field_of(proposal, NodeKind.GOAL, "heading")[1] == "Mål:\u00a0Vi lyssnar"


def test_by_a_list_that_names_them(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Så styrs regionen"),
        paragraph("Regionen har följande effektmål:"),
        *(item("Friska invånare"), item("Ett hållbart län"), item("Gott om tid")),
        paragraph("Inom målet ett hållbart län ingår:"),
        *(item("Ren luft"), item("Rent vatten")),
        heading(1, "Friska invånare"),
        heading(1, "Ett hållbart  län"),
        *(heading(2, "Rent vatten"), heading(2, "Ren luft"), heading(2, "Annat")),
    )
    assert [_shape(root) for root in proposal.roots] == [
        ("Så styrs regionen", "Gott om tid"),
        "Friska invånare",
        ("Ett hållbart län", "Rent vatten", "Ren luft", "Annat"),
    ]
    kinds = dict(
        zip(field_of(proposal, NodeKind.GOAL, "title"), field_of(proposal, NodeKind.GOAL, "level_kind"), strict=True)
    )
    assert kinds["Ren luft"] == LevelKind.SUB_AREA
    assert kinds["Gott om tid"] == LevelKind.OUTCOME_GOAL
    alone = next(node for node in all_of(proposal, NodeKind.GOAL) if node.text == "Gott om tid")
    assert codes(alone) == ["goal_without_heading"]
    assert codes(proposal) == ["order_differs"]


def test_below_a_heading_that_names_their_level(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Fokusområden"),
        *(heading(2, "Inledning"), heading(2, "Barn och unga"), heading(2, "Äldre")),
        heading(1, "Ekonomi"),
    )
    assert field_of(proposal, NodeKind.GOAL, "title") == ["Barn och unga", "Äldre"]
    assert field_of(proposal, NodeKind.GOAL, "level_name") == ["Fokusområde", "Fokusområde"]


def test_by_states_below_them(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Digitalt stöd"),
        *(heading(2, "Nuvarande tillstånd 2024"), paragraph("Det går trögt.")),
        heading(1, "Lokaler"),
        *(paragraph("Delmål 2026:"), paragraph("Färre tomma rum.")),
        heading(1, "Vision"),
        paragraph("Det här är en vision."),
    )
    assert field_of(proposal, NodeKind.GOAL, "title") == ["Digitalt stöd", "Lokaler"]
    assert set(field_of(proposal, NodeKind.GOAL, "level_kind")) == {LevelKind.STRATEGIC_AREA}


def test_by_an_indicator_table_below_them(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Snabba svar"),
        heading(2, "Indikatorer"),
        _INDICATORS,
        heading(1, "Öppna dörrar"),
        _INDICATORS,
    )
    goals = all_of(proposal, NodeKind.GOAL)
    assert [goal.text for goal in goals] == ["Snabba svar", "Öppna dörrar"]
    assert [codes(goal) for goal in goals] == [["goal_by_content"]] * 2


def test_a_table_without_any_heading_above(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, _INDICATORS, heading(1, "Mål"))
    assert [entry.reason for entry in proposal.unplaced] == ["no_goal"]
    assert [row.text for row in proposal.unplaced[0].node.children] == ["Indikator\tUtfall 2024", "Väntetid\t5"]


def test_another_name_in_the_text(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Effektmål: God, jämlik och säker vård"),
        paragraph("Arbetet med effektmålet god och jämlik vård bidrar till mycket."),
        paragraph("Arbetet med effektmålet God, jämlik och säker vård bidrar till mycket."),
        paragraph("När målet nås bidrar det till mer."),
    )
    (goal,) = all_of(proposal, NodeKind.GOAL)
    assert goal.fields["aliases"] == ("god och jämlik vård",)
    assert codes(goal) == ["another_name"]


def test_printed_numbers(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path, heading(1, "2 Mål"), heading(2, "2.1 Målområde: Öppet"), heading(3, "Mål 4: Vi lyssnar")
    )
    assert field_of(proposal, NodeKind.SECTION, "printed_number") == ["2"]
    assert field_of(proposal, NodeKind.GOAL, "printed_number") == ["2.1", "4"]
    assert field_of(proposal, NodeKind.GOAL, "number_inferred") == [False, False]


def test_counted_numbers_where_the_text_refers_to_them(tmp_path: Path) -> None:
    outline = [heading(1, "Start"), heading(1, "Mål"), heading(2, "Målområde 1: Öppet"), heading(3, "Mål: Lyssna")]
    counted = proposed(tmp_path, *outline, paragraph("Se vidare mål 2.1.1 och avsnitt 2.1."))
    assert field_of(counted, NodeKind.GOAL, "printed_number") == ["1", "2.1.1"]
    assert field_of(counted, NodeKind.GOAL, "number_inferred") == [False, True]
    assert field_of(counted, NodeKind.SECTION, "printed_number") == ["1", "2"]
    assert codes(counted) == ["numbers_inferred"]
    silent = proposed(tmp_path, *outline, paragraph("Se regionplanens avsnitt 7.3."))
    assert field_of(silent, NodeKind.GOAL, "printed_number") == ["1", ""]
    assert codes(silent) == []


def test_no_headings_at_all(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        propose(write_docx(tmp_path / "plan.docx", paragraph("Bara text")))
    assert caught.value.kind is ProblemKind.WORD_NO_HEADINGS
    assert caught.value.params["name"] == "plan.docx"
