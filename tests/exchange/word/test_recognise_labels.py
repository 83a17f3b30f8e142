"""What stands under labels, whether they are headings, lines of their own, or run on."""

from __future__ import annotations

from pathlib import Path

import pytest

from regdesk.domain.codes import LinkKind, StateKind
from regdesk.exchange.proposal import NodeKind, Proposal, to_lists
from tests.exchange.word.files import heading, item, paragraph
from tests.exchange.word.proposals import all_of, codes, field_of, proposed

_AS_HEADINGS = [
    heading(1, "Digitalt stöd"),
    *(heading(2, "Nuvarande tillstånd 2024"), paragraph("Det går trögt.")),
    *(heading(2, "Tillståndet 2027"), paragraph("Det går fort."), paragraph("Alla är med.")),
    *(heading(2, "Delmål 2026"), paragraph("Hälften är klart.")),
    *(heading(2, "Delaktiviteter 2026"), item("Köpa in"), item("Utbilda")),
    *(heading(2, "Regionplanens mål"), paragraph("Mål 1-3"), paragraph("Mål 5")),
    *(heading(2, "Strategier och överenskommelser"), paragraph("Plan A,"), paragraph("Plan B")),
    *(heading(2, "Berör fundament/medel"), item("Ledning")),
]
_AS_LINES = [
    heading(1, "Digitalt stöd"),
    *(paragraph("Nuvarande tillstånd 2024:"), paragraph("Det går trögt.")),
    *(paragraph("Tillstånd 2027 :"), paragraph("Det går fort."), paragraph("Alla är med.")),
    *(paragraph("Delmål 2026"), paragraph("Hälften är klart.")),
    *(paragraph("Delaktiviteter 2026"), paragraph("- Köpa in"), paragraph("- Utbilda")),
    *(paragraph("Regionplanens mål:"), paragraph("Mål 1–3"), paragraph("Mål 5")),
    *(paragraph("Strategier och överenskommelser"), paragraph("Plan A,"), paragraph("Plan B")),
    *(paragraph("Berör fundament/medel"), paragraph("Ledning")),
]
_RUN_ON = [
    heading(1, "Digitalt stöd"),
    paragraph("Nuvarande tillstånd 2024: Det går trögt."),
    paragraph("Tillståndet 2027: Det går fort.\nAlla är med."),
    paragraph("Delmål 2026: Hälften är klart."),
    *(paragraph("Delaktiviteter 2026:"), item("Köpa in"), item("Utbilda")),
    paragraph("Regionplanens mål: Mål 1-3, 5"),
    paragraph("Strategier: Plan A, Plan B"),
    paragraph("Fundament: Ledning"),
]


def _of_kind(proposal: Proposal, kind: LinkKind) -> list[object]:
    return [node for node in all_of(proposal, NodeKind.LINK) if node.fields["kind"] == kind]


@pytest.mark.parametrize("body", [_AS_HEADINGS, _AS_LINES, _RUN_ON])
def test_a_strategic_area_in_three_shapes(tmp_path: Path, body: list[str]) -> None:
    proposal = proposed(tmp_path, *body)
    states = [(node.fields["kind"], node.fields["year"], node.text) for node in all_of(proposal, NodeKind.GOAL_STATE)]
    assert states == [
        (StateKind.CURRENT, 2024, "Det går trögt."),
        (StateKind.DESIRED, 2027, "Det går fort.\nAlla är med."),
    ]
    assert [(node.fields["year"], node.text) for node in all_of(proposal, NodeKind.INTERIM_GOAL)] == [
        (2026, "Hälften är klart.")
    ]
    assert field_of(proposal, NodeKind.ACTIVITY, "title") == ["Köpa in", "Utbilda"]
    counts = [
        len(_of_kind(proposal, kind)) for kind in (LinkKind.REGIONAL_GOAL, LinkKind.STRATEGY, LinkKind.FOUNDATION)
    ]
    assert counts == [4, 2, 1]
    lists = to_lists(proposal)
    assert [goal["number"] for goal in lists["regional_goals"] if isinstance(goal, dict)] == ["1", "2", "3", "5"]
    assert [document["title"] for document in lists["governing_documents"] if isinstance(document, dict)] == [
        "Plan A",
        "Plan B",
    ]


def test_activities_without_a_list(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path, heading(1, "Lokaler"), *(heading(2, "Delmål 2026"), paragraph("Färre tomma rum.")),
        *(heading(2, "Delaktiviteter 2026"), paragraph("Se över avtal.")),
    )  # fmt: skip
    assert field_of(proposal, NodeKind.ACTIVITY, "title") == ["Se över avtal."]
    (activity,) = to_lists(proposal)["activities"]
    (interim,) = to_lists(proposal)["interim_goals"]
    assert isinstance(activity, dict)
    assert isinstance(interim, dict)
    assert activity["interim_goal_id"] == interim["id"]


def test_activities_below_activities(tmp_path: Path) -> None:
    body = [paragraph("Arbetet sker i steg:"), item("Köpa in"), item("Jämföra", level=1), item("Utbilda")]
    proposal = proposed(tmp_path, heading(1, "Stöd"), heading(2, "Delaktiviteter 2026"), *body)
    (group,) = all_of(proposal, NodeKind.GROUP)
    assert [(node.kind, len(node.children)) for node in group.children] == [
        (NodeKind.PARAGRAPH, 0),
        (NodeKind.ACTIVITY, 1),
        (NodeKind.ACTIVITY, 0),
    ]


def test_running_text_under_a_vague_label_is_no_activity(tmp_path: Path) -> None:
    prose = "Arbetet fortsätter under året. " * 10
    proposal = proposed(
        tmp_path, heading(1, "Mål: A"), heading(2, "Aktiviteter"), paragraph("Köpa in"), paragraph(prose)
    )
    assert field_of(proposal, NodeKind.ACTIVITY, "title") == ["Köpa in"]
    assert [node.text for node in all_of(proposal, NodeKind.PARAGRAPH)] == [prose]


def test_text_among_links_stays_text(tmp_path: Path) -> None:
    prose = "Arbetet vilar på flera planer som alla har beslutats av fullmäktige under året."
    proposal = proposed(
        tmp_path, heading(1, "Mål: Stöd"), heading(2, "Strategier"), paragraph("Plan A"), paragraph(prose)
    )
    assert [node.text for node in all_of(proposal, NodeKind.LINK)] == ["Plan A"]
    assert [node.text for node in all_of(proposal, NodeKind.PARAGRAPH)] == [prose]


def test_a_line_among_numbered_goals_without_number(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, heading(1, "Mål: Stöd"), heading(2, "Regionplanens mål"), paragraph("Ett gott liv"))
    (link,) = all_of(proposal, NodeKind.LINK)
    assert codes(link) == ["link_unread"]
    assert (link.fields["number"], link.fields["title"]) == ("", "Ett gott liv")


def test_labels_mean_nothing_outside_goals(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, heading(1, "Inledning"), heading(2, "Styrdokument"), paragraph("Plan A"))
    assert [node.kind for node in proposal.walk()] == [NodeKind.SECTION, NodeKind.SECTION, NodeKind.PARAGRAPH]


def test_label_with_nothing_below_it(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, heading(1, "Mål: Stöd"), heading(2, "Delmål 2026"), heading(2, "Delmål 2027"))
    assert [node.text for node in all_of(proposal, NodeKind.PARAGRAPH)] == ["Delmål 2026", "Delmål 2027"]


def test_contributing_boards(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Effektmål: Trygga barn"),
        paragraph("Nämnder som genom resultatmål bidrar till målet:"),
        *(item("Regionstyrelsen"), item("Kultur- och bildningsnämnden")),
        paragraph("Nämnderna arbetar tillsammans."),
        heading(1, "Effektmål: Ren luft"),
        paragraph("Ansvariga nämnder: Regionstyrelsen och Trafiknämnden"),
    )
    assert len(_of_kind(proposal, LinkKind.BOARD)) == 4
    bodies = to_lists(proposal)["bodies"]
    assert [(body["name"], body["kind"]) for body in bodies if isinstance(body, dict)] == [
        ("Regionstyrelsen", "executive_board"),
        ("Kultur- och bildningsnämnden", "board"),
        ("Trafiknämnden", "board"),
    ]


def test_agenda_goals_in_a_sentence_and_in_a_list(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Effektmål: Trygga barn"),
        paragraph("Målet bidrar till flera av målen i Agenda 2030:"),
        paragraph("Ikoner."),
        paragraph(
            "3. God hälsa och välbefinnande, 9 Hållbar industri, innovationer och infrastruktur. 5. Jämställdhet."
        ),
        heading(1, "Effektmål: Ren luft"),
        heading(2, "Agenda 2030"),
        *(item("13. Bekämpa klimatförändringarna"), item("5 Jämställdhet")),
        heading(1, "Ekonomi"),
        paragraph("3. God hälsa och välbefinnande, 5. Jämställdhet."),
    )
    assert field_of(proposal, NodeKind.LINK, "number") == ["3", "9", "5", "13", "5"]
    goals = to_lists(proposal)["agenda_goals"]
    assert [goal["number"] for goal in goals if isinstance(goal, dict)] == [3, 9, 5, 13]


def test_one_document_under_two_names(tmp_path: Path) -> None:
    lines = ["Klimatplanen", "Klimatplan 2024–2026,", "Vårdplan 2024", "Vårdplan 2030"]
    body = [heading(1, "Mål: Luft"), heading(2, "Strategier"), *map(paragraph, lines)]
    lists = to_lists(proposed(tmp_path, *body))
    titles = [document["title"] for document in lists["governing_documents"] if isinstance(document, dict)]
    assert titles == ["Klimatplanen", "Vårdplan 2024", "Vårdplan 2030"]
    assert [alias["text"] for alias in lists["aliases"] if isinstance(alias, dict)] == ["Klimatplan 2024–2026"]
    assert [link["raw"] for link in lists["links"] if isinstance(link, dict)] == lines
    assert [warning["code"] for warning in lists["warnings"] if isinstance(warning, dict)] == ["names_merged"]
