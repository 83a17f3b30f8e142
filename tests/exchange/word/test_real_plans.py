"""The three real plans give what was counted in them by hand, to the letter, and lose nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from regdesk.domain.codes import AssessmentMethod, AssignmentRole, LevelKind, LinkKind, TableKind
from regdesk.exchange.proposal import NodeKind, Proposal, to_lists
from regdesk.exchange.proposal.rules import check
from regdesk.exchange.propose import propose
from tests.exchange.word.proposals import all_of, field_of

_GOALS = "verksamhetsplan-rs-vasternorrland-2024-2026.docx"
_AREAS = "strategiska-omraden-vasterbotten-2026.docx"
_OUTCOMES = "effektmal-varmland-2023.docx"


def _read(folder: Path, name: str) -> Proposal:
    proposal = propose(folder / name)
    assert proposal.missing() == frozenset()
    assert proposal.repeated() == frozenset()
    check(proposal.roots)
    return proposal


def _counts(proposal: Proposal) -> dict[str, int]:
    return {plural: len(rows) for plural, rows in to_lists(proposal).items() if rows and plural != "warnings"}


def _rows(proposal: Proposal, plural: str, *names: str) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in names) for row in to_lists(proposal)[plural] if isinstance(row, dict)]


def test_goals_and_indicators(shared_documents: Path) -> None:
    proposal = _read(shared_documents, _GOALS)
    assert _counts(proposal) == {
        "levels": 2,
        "goals": 9,
        "goal_states": 4,
        "sections": 10,
        "indicators": 17,
        "cluster_parameters": 23,
        "value_columns": 4,
        "values": 48,
        "value_parts": 35,
        "org_units": 2,
        "assignments": 44,
        "board_roles": 2,
        "duties": 17,
        "legal_entities": 5,
        "risks": 4,
        "attachments": 3,
        "footnotes": 8,
    }
    assert Counter(field_of(proposal, NodeKind.GOAL, "level_kind")) == {LevelKind.GOAL_AREA: 3, LevelKind.GOAL: 6}
    assert field_of(proposal, NodeKind.GOAL, "printed_number") == [
        *("1", "2.1.1", "2.1.2", "2", "2.2.1", "2.2.2", "3", "2.3.1", "2.3.2")
    ]
    assert Counter(field_of(proposal, NodeKind.INDICATOR, "table_kind")) == {
        TableKind.QUANTITATIVE: 12,
        TableKind.QUALITATIVE: 5,
    }
    assert Counter(field_of(proposal, NodeKind.INDICATOR, "assessment_method")) == {
        AssessmentMethod.VERDICT: 9,
        AssessmentMethod.NUMERIC: 8,
    }
    clusters = [node for node in all_of(proposal, NodeKind.INDICATOR) if node.fields["is_cluster"]]
    sizes = [sum(below.kind is NodeKind.CLUSTER_PARAMETER for below in node.walk()) for node in clusters]
    assert sizes == [3, 3, 2, 2, 6, 3, 4]
    parents = [node.fields["parent_id"] for node in all_of(proposal, NodeKind.INDICATOR)]
    assert Counter(parent is not None for parent in parents) == {False: 14, True: 3}


def test_values_to_the_letter(shared_documents: Path) -> None:
    raws = [str(raw) for raw in field_of(_read(shared_documents, _GOALS), NodeKind.VALUE, "raw")]
    assert Counter(raws) == {
        "Ny indikator 2024": 10,
        "Ny indikator": 1,
        "Ska utarbetas": 1,
        "75": 2,
        ">75": 1,
        "100 %": 2,
        "39 %": 1,
        "42 %": 1,
        "-": 1,
        "Ja": 7,
        "Ja Ja": 1,
        "Bibehålla/öka": 4,
        "": 8,
        **{f"RVN {one}, RLF {other}": 2 for one, other in ((77, 74), (79, 75), (72, 69))},
        **{f"RVN 80, RLF {other}": 1 for other in (78, 77)},
    }


def test_values_are_those_of_the_file_itself(shared_documents: Path) -> None:
    import docx

    tables = docx.Document(str(shared_documents / _GOALS)).tables
    cells = [
        "\n".join(paragraph.text for paragraph in cell.paragraphs)
        for table in tables
        if len(table.columns) == 5
        for row in table.rows[1:]
        for cell in row.cells[1:]
    ]
    assert [str(raw) for raw in field_of(_read(shared_documents, _GOALS), NodeKind.VALUE, "raw")] == cells


def test_assignments_by_role_and_goal(shared_documents: Path) -> None:
    proposal = _read(shared_documents, _GOALS)
    per_goal = [
        Counter(node.fields["role"] for node in goal.walk() if node.kind is NodeKind.ASSIGNMENT)
        for goal in all_of(proposal, NodeKind.GOAL)
        if goal.fields["level_kind"] == LevelKind.GOAL
    ]
    assert [count[AssignmentRole.LEAD_AND_COORDINATE] for count in per_goal] == [3, 7, 5, 1, 5, 13]
    assert [count[AssignmentRole.BOARD_FOR_ADMINISTRATION] for count in per_goal] == [3, 1, 2, 1, 1, 2]
    warned = [node for node in all_of(proposal, NodeKind.ASSIGNMENT) if node.warnings]
    assert len(warned) == 3


def test_the_rest_of_the_plan_with_goals(shared_documents: Path) -> None:
    proposal = _read(shared_documents, _GOALS)
    assert _rows(proposal, "legal_entities", "entity_kind") == [
        *(("Kommunalförbund",), ("Aktiebolag",), ("Ömsesidigt försäkringsbolag",)),
        *(("Ideell förening",), ("Ideell förening",)),
    ]
    assert _rows(proposal, "attachments", "number", "included_in_decision") == [("1", True), ("2", False), ("3", False)]
    assert [mark for (mark,) in _rows(proposal, "footnotes", "mark")] == list("12345678")
    assert all(text and item for text, item in _rows(proposal, "footnotes", "text", "item_id"))
    (last,) = [text for heading, text in _rows(proposal, "sections", "heading", "text") if "risk" in str(heading)]
    assert "Övergripande riskområden" in str(last)


def test_strategic_areas(shared_documents: Path) -> None:
    proposal = _read(shared_documents, _AREAS)
    assert _counts(proposal) == {
        "levels": 1,
        "goals": 6,
        "goal_states": 12,
        "interim_goals": 6,
        "activities": 19,
        "links": 48,
        "regional_goals": 7,
        "governing_documents": 12,
        "foundations": 6,
        "aliases": 1,
    }
    links = Counter(field_of(proposal, NodeKind.LINK, "kind"))
    assert links == {LinkKind.REGIONAL_GOAL: 14, LinkKind.STRATEGY: 22, LinkKind.FOUNDATION: 12}
    strategies = [raw for kind, raw in _rows(proposal, "links", "kind", "raw") if kind == LinkKind.STRATEGY]
    assert len(set(strategies)) == 13
    samverkan = all_of(proposal, NodeKind.GOAL)[3]
    numbers = [node.fields["number"] for node in samverkan.walk() if node.fields.get("kind") == LinkKind.REGIONAL_GOAL]
    assert numbers == ["7", "3", "2"]
    per_area = [sum(node.kind is NodeKind.ACTIVITY for node in goal.walk()) for goal in all_of(proposal, NodeKind.GOAL)]
    assert per_area == [4, 1, 4, 2, 4, 4]
    assert set(_rows(proposal, "goal_states", "kind", "year")) == {("current", 2024), ("desired", 2027)}
    assert all(interim for (interim,) in _rows(proposal, "activities", "interim_goal_id"))


def test_outcome_goals(shared_documents: Path) -> None:
    proposal = _read(shared_documents, _OUTCOMES)
    assert _counts(proposal) == {
        "levels": 2,
        "goals": 8,
        "sections": 2,
        "links": 43,
        "bodies": 8,
        "agenda_goals": 13,
        "aliases": 1,
    }
    assert Counter(field_of(proposal, NodeKind.GOAL, "level_kind")) == {
        LevelKind.OUTCOME_GOAL: 4,
        LevelKind.SUB_AREA: 4,
    }
    links = Counter(field_of(proposal, NodeKind.LINK, "kind"))
    assert links == {LinkKind.BOARD: 16, LinkKind.AGENDA_2030: 27}
    per_goal = [
        Counter(node.fields["kind"] for node in goal.walk() if node.kind is NodeKind.LINK)
        for goal in all_of(proposal, NodeKind.GOAL)[:3]
    ]
    assert [count[LinkKind.BOARD] for count in per_goal] == [7, 4, 5]
    assert [count[LinkKind.AGENDA_2030] for count in per_goal] == [8, 10, 9]
    assert _rows(proposal, "aliases", "text") == [("god och jämlik hälsa",)]
    numbers = {number for (number,) in _rows(proposal, "agenda_goals", "number")}
    assert set(range(1, 18)) - numbers == {1, 2, 14, 15}


def test_every_text_of_the_files_comes_out(shared_documents: Path) -> None:
    """What python-docx reads of paragraphs and cells stands to the letter in a node or among what was not placed."""
    import docx

    for name in (_GOALS, _AREAS, _OUTCOMES):
        file = docx.Document(str(shared_documents / name))
        proposal = _read(shared_documents, name)
        nodes = [*proposal.walk(), *(node for entry in proposal.unplaced for node in entry.node.walk())]
        texts = {
            line for node in nodes for text in (node.text, *map(str, node.fields.values())) for line in text.split("\n")
        }
        texts |= {cell for text in texts for cell in text.split("\t")}
        read = {paragraph.text for paragraph in file.paragraphs}
        read |= {cell.text for table in file.tables for row in table.rows for cell in row.cells}
        assert {line for text in read for line in text.split("\n") if line.strip()} <= texts
