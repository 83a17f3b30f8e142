"""Uppdrag with their roles, and lists that mean something by what stands before them."""

from __future__ import annotations

from pathlib import Path

import pytest

from regdesk.domain.codes import AssignmentRole, RiskStage
from regdesk.domain.model import Assignment, Risk, RiskMatrix, RiskScore
from regdesk.domain.risk_matrices import FIVE
from regdesk.domain.risk_matrix import write_matrix
from regdesk.exchange.proposal import NodeKind, Reason, to_lists, to_records
from regdesk.exchange.word.recognise_work import role_of
from tests.exchange.word.files import heading, item, paragraph, table
from tests.exchange.word.proposals import all_of, codes, field_of, left, proposed

_LEAD = "Utifrån nämndens ansvar att leda och samordna arbetet ska nämnden:"
_BOARD = "Utifrån nämndens roll som nämnd för kansliet ska nämnden:"


@pytest.mark.parametrize(
    ("lead_in", "in_goal", "role"),
    [
        (_LEAD, False, AssignmentRole.LEAD_AND_COORDINATE),
        ("I sin roll att leda och samordna ska styrelsen", False, AssignmentRole.LEAD_AND_COORDINATE),
        (_BOARD, False, AssignmentRole.BOARD_FOR_ADMINISTRATION),
        ("Under året ska nämnden:", True, AssignmentRole.OTHER),
        ("Förvaltningen får i uppdrag att:", True, AssignmentRole.OTHER),
        ("Under året ska nämnden:", False, None),
        ("Under året ska nämnden göra detta.", True, None),
        ("Styrelsens ansvar att leda och samordna:", False, None),
        ("Nämnden har två delar:", True, None),
    ],
)
def test_role_by_the_sentence_before_the_list(lead_in: str, in_goal: bool, role: AssignmentRole | None) -> None:
    assert role_of(lead_in, in_goal) is role


def test_assignments_by_role(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Mål: Vi lyssnar"),
        *(paragraph(_LEAD), item("Öppna dörrar"), item("Svara"), item("Svara fort", level=1)),
        *(paragraph(_BOARD), item("Följa upp")),
        paragraph("Mer text."),
    )
    rows = to_lists(proposal)["assignments"]
    assert [
        (row["text"], row["role"], row["lead_in"], bool(row["parent_id"])) for row in rows if isinstance(row, dict)
    ] == [
        ("Öppna dörrar", "lead_and_coordinate", _LEAD, False),
        ("Svara", "lead_and_coordinate", _LEAD, False),
        ("Svara fort", "lead_and_coordinate", _LEAD, True),
        ("Följa upp", "board_for_administration", _BOARD, False),
    ]
    (goal,) = to_lists(proposal)["goals"]
    assert isinstance(goal, dict)
    assert goal["text"] == "Mer text."


@pytest.mark.parametrize(
    ("first", "second", "noted"),
    [
        ("Följa grupper, till exempel:", "Barn", True),
        ("I beställningen tydliggöra", "Att vården är nära", True),
        ("I beställningen tydliggöra.", "Att vården är nära", False),
        ("Att vården är nära, och", "Att vården är god", False),
        ("Öppna dörrar", "Svara", False),
    ],
)
def test_nesting_that_may_be_lost_is_noted_but_not_guessed(
    tmp_path: Path, first: str, second: str, noted: bool
) -> None:
    proposal = proposed(tmp_path, heading(1, "Mål: A"), paragraph(_LEAD), item(first), item(second))
    announcing, following = all_of(proposal, NodeKind.ASSIGNMENT)
    assert codes(announcing) == ["nesting_may_be_lost"] * noted
    assert not announcing.children
    assert codes(following) == []
    deeper = proposed(tmp_path, heading(1, "Mål: A"), paragraph(_LEAD), item(first), item(second, level=1))
    assert codes(all_of(deeper, NodeKind.ASSIGNMENT)[0]) == []


def test_heading_over_a_list(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Mål: A"),
        *(heading(2, "Uppdrag 2026"), item("Öppna dörrar"), paragraph("De följs upp i höst.")),
        *(heading(2, "Uppdrag"), paragraph("Nämndens uppdrag är stort.")),
        heading(1, "Uppdrag"),
        item("Detta är ingen lista över uppdrag"),
    )
    assert [node.text for node in all_of(proposal, NodeKind.ASSIGNMENT)] == ["Öppna dörrar"]
    assert [node.text for node in all_of(proposal, NodeKind.SECTION)] == ["Uppdrag", "Uppdrag"]


def test_duties_and_roles(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Vad nämnden gör"),
        *(paragraph("Nämnden har två huvudsakliga roller:"), item("Att leda"), item("Att följa upp")),
        *(
            paragraph("Enligt reglementet gäller att nämnden:"),
            item("Är anställningsmyndighet."),
            item("Är arkivmyndighet."),
        ),
        *(paragraph("Reglementet är antaget."), item("En vanlig punkt")),
    )
    assert field_of(proposal, NodeKind.BOARD_ROLE, "text") == ["Att leda", "Att följa upp"]
    assert field_of(proposal, NodeKind.DUTY, "text") == ["Är anställningsmyndighet.", "Är arkivmyndighet."]
    assert [section["text"] for section in to_lists(proposal)["sections"] if isinstance(section, dict)] == [
        "Nämnden har två huvudsakliga roller:\nEnligt reglementet gäller att nämnden:\n"
        "Reglementet är antaget.\n• En vanlig punkt"
    ]


def test_risks_of_a_chapter(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Risker och konsekvenser"),
        paragraph("Exempel på områden:"),
        *(item("Brist på folk. Det kan ta tid."), item("Rekrytering tar tid.", level=1), item("Trånga lokaler.")),
        paragraph("Övergripande risker är klimat och krig."),
        *(paragraph("Åtgärder som hanterar riskerna:"), item("Anställa")),
    )
    assert field_of(proposal, NodeKind.RISK, "title") == ["Brist på folk", "Trånga lokaler"]
    risks = to_lists(proposal)["risks"]
    assert isinstance(risks[0], dict)
    assert risks[0]["text"] == "Brist på folk. Det kan ta tid.\n  • Rekrytering tar tid."
    assert [node.text for node in all_of(proposal, NodeKind.PARAGRAPH)][-3:] == [
        "Övergripande risker är klimat och krig.",
        "Åtgärder som hanterar riskerna:",
        "Anställa",
    ]


def test_table_of_legal_entities(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Ägarstyrning"),
        table(
            ["Namn", "Typ av juridisk person", "Andel"],
            ["Vatten AB", "Aktiebolag", "40 %"],
            ["Länsförbundet", "Ideell förening", ""],
        ),
    )
    rows = to_lists(proposal)["legal_entities"]
    assert [(row["name"], row["entity_kind"]) for row in rows if isinstance(row, dict)] == [
        ("Vatten AB", "Aktiebolag"),
        ("Länsförbundet", "Ideell förening"),
    ]
    assert left(proposal, Reason.COLUMN_UNKNOWN) == ["40 %"]


def test_table_of_names_and_types_of_something_else(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, heading(1, "Lokaler"), table(["Namn", "Typ"], ["Hus 1", "Kontor"]))
    assert all_of(proposal, NodeKind.LEGAL_ENTITY) == []


def test_table_of_risks(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Intern kontroll"),
        table(
            ["Risk", "Orsak", "Sannolikhet", "Konsekvens", "Åtgärd", "Ansvarig"],
            ["Brist på folk. Det märks.", "Pensioner", "3", "4", "Anställa", "HR-chef"],
        ),
    )
    (risk,) = all_of(proposal, NodeKind.RISK)
    assert (risk.fields["title"], risk.fields["cause"]) == ("Brist på folk", "Pensioner")
    assert [node.text for node in risk.children] == ["Anställa"]
    assert proposal.unplaced == ()
    (score,) = (record for record in to_records(proposal).records if isinstance(record, RiskScore))
    assert (score.stage, score.likelihood, score.impact) == (RiskStage.INITIAL, 3, 4)


@pytest.mark.parametrize(
    ("cells", "score", "left_in_text"),
    [
        (["3", "4", "12"], (3, 4), ""),
        (["Mycket stor", "allvarlig", ""], (4, 4), ""),
        (["3", "4", "Hög"], (3, 4), "\nRiskvärde: Hög"),
        (["5", "4", "20"], None, "\nSannolikhet: 5\nKonsekvens: 4\nRiskvärde: 20"),
        (["Stor", "", ""], None, "\nSannolikhet: Stor"),
    ],
)
def test_what_a_table_values_risks_at(
    tmp_path: Path, cells: list[str], score: tuple[int, int] | None, left_in_text: str
) -> None:
    rows = ["Risk", "Sannolikhet", "Konsekvens", "Riskvärde"], ["Brist på folk", *cells]
    records = to_records(proposed(tmp_path, heading(1, "Intern kontroll"), table(*rows))).records
    scores = [(record.likelihood, record.impact) for record in records if isinstance(record, RiskScore)]
    assert scores == ([score] if score else [])
    assert [record.text for record in records if isinstance(record, Risk)] == [f"Brist på folk{left_in_text}"]


def test_scores_are_in_the_matrix_that_the_register_has(tmp_path: Path) -> None:
    own = RiskMatrix(id="0" * 36, version=3, name="5 × 5", size=5, definition=write_matrix(FIVE))
    rows = ["Risk", "Sannolikhet", "Konsekvens"], ["Brist på folk", "5", "5"]
    records = to_records(proposed(tmp_path, heading(1, "Intern kontroll"), table(*rows)), [own]).records
    assert [record.matrix_id for record in records if isinstance(record, RiskScore)] == [own.id]
    assert not any(isinstance(record, RiskMatrix) for record in records)


def test_table_of_assignments(tmp_path: Path) -> None:
    rows = ["Nr", "Uppdrag", "Ansvarig nämnd", "Klart senast"], ["1", "Ta fram en plan", "Kulturnämnden", "2026"]
    proposal = proposed(tmp_path, heading(1, "Uppdrag från fullmäktige"), table(*rows))
    (assignment,) = all_of(proposal, NodeKind.ASSIGNMENT)
    assert assignment.text == assignment.fields["text"] == "Ta fram en plan"
    assert (assignment.fields["role"], assignment.fields["receiver_function"]) == (
        AssignmentRole.OTHER,
        "Kulturnämnden",
    )
    assert (left(proposal, Reason.COLUMN_UNKNOWN), left(proposal, Reason.CELL_UNREAD)) == (["1"], ["2026"])
    (record,) = (record for record in to_records(proposal).records if isinstance(record, Assignment))
    assert (record.text, record.receiver_function, record.goal_id) == ("Ta fram en plan", "Kulturnämnden", None)


@pytest.mark.parametrize(("above", "is_placed"), [("Mål 1: Trygg vård", True), ("Inledning", False)])
def test_table_of_activities_needs_a_goal(tmp_path: Path, above: str, is_placed: bool) -> None:
    rows = ["Aktivitet", "Ansvarig", "Tidplan"], ["Utbilda chefer", "Personalchefen", "Kvartal 2"]
    proposal = proposed(tmp_path, heading(1, above), table(*rows))
    assert [node.fields["title"] for node in all_of(proposal, NodeKind.ACTIVITY)] == ["Utbilda chefer"] * is_placed
    assert bool(left(proposal, Reason.TABLE_UNKNOWN)) is not is_placed
