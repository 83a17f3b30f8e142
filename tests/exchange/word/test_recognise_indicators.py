"""Indicator tables in the shapes that plans give them."""

from __future__ import annotations

from pathlib import Path

from regdesk.domain.codes import AssessmentMethod, TableKind, ValueKind
from regdesk.exchange.proposal import NodeKind, Reason
from tests.exchange.word.files import cell, heading, paragraph, row, table
from tests.exchange.word.proposals import all_of, codes, field_of, left, proposed

_GOAL = heading(1, "Mål: Vi svarar i tid")


def test_values_to_the_letter(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        _GOAL,
        table(
            ["Indikator - kvantitativ", "Utfall 2021", "Målnivå 2024"],
            ["Andel svar i tid", "39 % ", ">42 %"],
            ["Antal svar", "", "-"],
        ),
    )
    values = all_of(proposal, NodeKind.VALUE)
    assert [value.text for value in values] == ["39 % ", ">42 %", "", "-"]
    assert [(value.fields["kind"], value.fields["year"]) for value in values[:2]] == [
        (ValueKind.OUTCOME, 2021),
        (ValueKind.TARGET, 2024),
    ]
    assert field_of(proposal, NodeKind.INDICATOR, "table_kind") == [TableKind.QUANTITATIVE] * 2
    assert field_of(proposal, NodeKind.INDICATOR, "measure_unit") == ["%", ""]


def test_columns_in_any_order_with_facts(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        _GOAL,
        table(
            ["Nr", "Mål 2026", "Källa", "Nyckeltal", "Basvärde 2022", "Prognos 2025", "Enhet", "Kommentar"],
            ["1.2", "80", "Egen mätning", "Svarstid", "70", "75", "%", "Nytt i år"],
        ),
    )
    (indicator,) = all_of(proposal, NodeKind.INDICATOR)
    facts = {name: indicator.fields[name] for name in ("title", "printed_number", "source", "measure_unit")}
    assert facts == {"title": "Svarstid", "printed_number": "1.2", "source": "Egen mätning", "measure_unit": "%"}
    assert field_of(proposal, NodeKind.VALUE, "kind") == [ValueKind.TARGET, ValueKind.BASELINE, ValueKind.FORECAST]
    assert left(proposal, Reason.COLUMN_UNKNOWN) == ["Nytt i år"]
    assert codes(indicator) == ["column_unknown"]


def test_several_tables_in_a_goal_one_without_values(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        _GOAL,
        table(["Indikator", "Utfall 2021"], ["Svarstid (ja/delvis/nej)", "Ny indikator 2024"]),
        paragraph(""),
        table(["Indikator - kvalitativ"], ["Samverkan med fler"]),
    )
    indicators = all_of(proposal, NodeKind.INDICATOR)
    assert [node.fields["table_kind"] for node in indicators] == [TableKind.QUANTITATIVE, TableKind.QUALITATIVE]
    assert {node.fields["assessment_method"] for node in indicators} == {AssessmentMethod.VERDICT}
    assert indicators[0].fields["start_year"] == 2024
    assert [len(node.children) for node in indicators] == [1, 0]


def test_a_verdict_as_target_is_a_method_too(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, _GOAL, table(["Mått", "Utfall 2024", "Målvärde 2025"], ["Samverkan", "2", "Ja Ja"]))
    assert field_of(proposal, NodeKind.INDICATOR, "assessment_method") == [AssessmentMethod.VERDICT]
    (_outcome, target) = all_of(proposal, NodeKind.VALUE)
    assert [(str(one.code), dict(one.params)) for one in target.warnings] == [("value", {"detail": "repeated_verdict"})]


def test_clusters(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        _GOAL,
        table(
            ["Indikator", "Utfall 2021"],
            ["Samverkan. Kluster som bedöms utifrån tre parametrar.", "1"],
            ["Tillit", "2"],
        ),
        paragraph("Kluster som bedöms utifrån två parametrar."),
        paragraph("Kluster finns i hela länet."),
    )
    first, second = all_of(proposal, NodeKind.INDICATOR)
    assert first.fields["title"] == "Samverkan"
    assert [node.kind for node in first.children].count(NodeKind.CLUSTER_PARAMETER) == 3
    assert [len(node.children) for node in second.children if node.kind is NodeKind.GROUP] == [2]
    assert (first.fields["is_cluster"], second.fields["is_cluster"]) == (True, True)
    assert codes(first) == ["parameters_unnamed"]
    assert codes(second) == ["parameters_unnamed", "cluster_guessed"]
    assert set(field_of(proposal, NodeKind.CLUSTER_PARAMETER, "name")) == {""}


def test_two_header_rows_with_merged_cells(tmp_path: Path) -> None:
    name = cell("Indikator", '<w:vMerge w:val="restart"/>')
    first = row([name, cell("Utfall", '<w:gridSpan w:val="2"/>'), cell("Målnivå", '<w:gridSpan w:val="2"/>')])
    second = row([cell("", "<w:vMerge/>"), "2022", "2023", "2025", "2026"])
    proposal = proposed(tmp_path, _GOAL, f"<w:tbl>{first}{second}{row(['Svarstid', '1', '2', '3', '4'])}</w:tbl>")
    values = [(value.fields["kind"], value.fields["year"], value.text) for value in all_of(proposal, NodeKind.VALUE)]
    assert values == [
        *((ValueKind.OUTCOME, 2022, "1"), (ValueKind.OUTCOME, 2023, "2")),
        *((ValueKind.TARGET, 2025, "3"), (ValueKind.TARGET, 2026, "4")),
    ]
    assert field_of(proposal, NodeKind.VALUE, "label")[0] == "Utfall\n2022"


def test_row_above_the_header_and_header_repeated(tmp_path: Path) -> None:
    title = row([cell("Det vi följer", '<w:gridSpan w:val="2"/>')])
    header = row(["Indikator", "Utfall 2024"])
    proposal = proposed(tmp_path, _GOAL, f"<w:tbl>{title}{header}{row(['A', '1'])}{header}{row(['B', '2'])}</w:tbl>")
    assert field_of(proposal, NodeKind.INDICATOR, "title") == ["A", "B"]


def test_goals_in_a_column(tmp_path: Path) -> None:
    goal, below = cell("Fler svarar", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    header = row(["Mål", "Indikator", "Målvärde 2025"])
    rows = row([goal, "Svar", "80 %"]) + row([below, "Samtal", "70 %"]) + row(["Färre klagar", "Klagomål", "5"])
    proposal = proposed(tmp_path, heading(1, "Vad vi vill"), f"<w:tbl>{header}{rows}</w:tbl>")
    goals = all_of(proposal, NodeKind.GOAL)
    assert [(node.text, len(node.children)) for node in goals] == [("Fler svarar", 2), ("Färre klagar", 1)]


def test_goals_in_rows_across_the_table(tmp_path: Path) -> None:
    across = [row([cell(text, '<w:gridSpan w:val="2"/>')]) for text in ("Mål 2: Fler svarar", "Barn")]
    header = row(["Indikator", "Utfall 2024"])
    rows = row(["A", "1"]) + across[0] + row(["B", "2"]) + across[1] + row(["C", "3"])
    proposal = proposed(tmp_path, _GOAL, f"<w:tbl>{header}{rows}</w:tbl>")
    goals = all_of(proposal, NodeKind.GOAL)
    assert [node.fields["title"] for node in goals] == ["Vi svarar i tid", "Fler svarar"]
    assert field_of(proposal, NodeKind.INDICATOR, "title") == ["A", "B", "C"]
    assert [node.text for node in all_of(proposal, NodeKind.GROUP)][1:] == ["Barn"]


def test_rows_that_share_a_name(tmp_path: Path) -> None:
    name, below = cell("Svarstid", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    header = row(["Indikator", "Enhet", "Utfall 2024"])
    proposal = proposed(
        tmp_path, _GOAL, f"<w:tbl>{header}{row([name, 'Norr', '1'])}{row([below, 'Söder', '2'])}</w:tbl>"
    )
    assert field_of(proposal, NodeKind.INDICATOR, "title") == ["Svarstid, Norr", "Svarstid, Söder"]
    assert [codes(node) for node in all_of(proposal, NodeKind.INDICATOR)] == [[], ["name_repeated"]]


def test_header_that_names_no_indicator(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, _GOAL, table(["Vad", "Utfall 2023", "Utfall 2024"], ["Svarstid", "1", "2"]))
    assert field_of(proposal, NodeKind.INDICATOR, "title") == ["Svarstid"]
    (group,) = all_of(proposal, NodeKind.GROUP)
    assert codes(group) == ["name_column_guessed"]


def test_years_alone_are_outcomes_by_guess(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, _GOAL, table(["Indikator", "2023", "Mål"], ["Svarstid", "1", "2"]))
    values = all_of(proposal, NodeKind.VALUE)
    assert [value.fields["kind"] for value in values] == [ValueKind.OUTCOME, ValueKind.TARGET]
    assert codes(values[0]) == ["column_kind_guessed"]


def test_sub_index_under_its_total_in_another_goal(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        _GOAL,
        table(["Indikator", "Utfall 2024"], ["Trivsel (TI), delindex Chef", "1"]),
        heading(1, "Mål: Vi trivs"),
        table(["Indikator", "Utfall 2024"], ["Trivsel (TI), totalindex", "1"], ["Trygghet, delindex Kväll", "1"]),
    )
    part, total, other = all_of(proposal, NodeKind.INDICATOR)
    assert part.fields["parent_id"] == total.id
    assert other.fields["parent_id"] is None
    assert codes(part) == ["parent_inferred"]


def test_other_tables_are_not_placed(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, _GOAL, table(["Datum", "Plats"], ["1 maj", "Torget"]))
    (entry,) = proposal.unplaced
    assert entry.reason is Reason.TABLE_UNKNOWN
    assert [line.text for line in entry.node.children] == ["Datum\tPlats", "1 maj\tTorget"]


def test_a_header_that_says_how_to_answer(tmp_path: Path) -> None:
    rows = ["Indikator (Ja/Delvis/Nej)", "Bedömning"], ["En plan finns", ""]
    proposal = proposed(tmp_path, heading(1, "Mål 1: Trygg vård"), table(*rows))
    (indicator,) = all_of(proposal, NodeKind.INDICATOR)
    assert indicator.fields["title"] == "En plan finns"
    assert indicator.fields["assessment_method"] == AssessmentMethod.VERDICT
