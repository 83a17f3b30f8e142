"""Appendices, footnotes, pictures and running text: nothing is lost and all stands where it belongs."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from regdesk.exchange.proposal import NodeKind, Reason, to_lists, to_records
from regdesk.exchange.propose import propose
from tests.exchange.word.files import heading, item, note, paragraph, run, table, write_docx
from tests.exchange.word.proposals import all_of, left, proposed


def _rows(rows: object, *names: str) -> list[tuple[object, ...]]:
    assert isinstance(rows, list)
    return [tuple(row[name] for name in names) for row in rows]


def test_appendices_by_heading_and_by_line(tmp_path: Path) -> None:
    lists = to_lists(
        proposed(
            tmp_path,
            heading(1, "Bilagor"),
            *(heading(2, "Bilaga 1: Indikatorer"), item("Motivering"), item("Källor")),
            *(heading(2, "Bilaga 2: Uppsikt"), paragraph("Bilagan ingår ej i beslutsunderlaget")),
            heading(1, "Bilaga 3"),
            heading(1, "Bilagor i korthet"),
            *(item("Bilaga A – Karta"), item("En punkt")),
        )
    )
    assert _rows(lists["attachments"], "number", "title", "included_in_decision", "text") == [
        ("1", "Indikatorer", True, "• Motivering\n• Källor"),
        ("2", "Uppsikt", False, "Bilagan ingår ej i beslutsunderlaget"),
        ("3", "", True, ""),
        ("A", "Karta", True, ""),
    ]


def test_footnotes_stand_by_what_refers_to_them(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Mål: A"),
        paragraph(run("Text") + note(2)),
        table(["Indikator", "Utfall 2024"], ["<w:tc><w:tcPr/>" + paragraph(run("Svar") + note(3)) + "</w:tc>", "1"]),
        footnotes=((2, "Dnr RS 1"), (3, "Egen mätning"), (4, "Utan hänvisning")),
    )
    lists = to_lists(proposal)
    (goal,), (indicator,) = lists["goals"], lists["indicators"]
    assert isinstance(goal, dict)
    assert isinstance(indicator, dict)
    assert _rows(lists["footnotes"], "mark", "text", "item_id") == [
        ("1", "Dnr RS 1", goal["id"]),
        ("2", "Egen mätning", indicator["id"]),
    ]
    assert left(proposal, Reason.NOTE_WITHOUT_REFERENCE) == ["Utan hänvisning"]


def test_footnote_of_a_table_that_was_not_placed_goes_with_it(tmp_path: Path) -> None:
    noted = "<w:tc><w:tcPr/>" + paragraph(run("Torget") + note(2)) + "</w:tc>"
    proposal = proposed(
        tmp_path, heading(1, "Text"), table(["Datum", "Plats"], ["1 maj", noted]), footnotes=((2, "Vid regn inne"),)
    )
    (entry,) = proposal.unplaced
    assert [node.text for node in entry.node.walk() if node.kind is NodeKind.FOOTNOTE] == ["Vid regn inne"]


def test_text_before_any_heading_and_below_goals(tmp_path: Path) -> None:
    lists = to_lists(
        proposed(
            tmp_path,
            paragraph("Nämndens plan 2026"),
            heading(1, "Start"),
            paragraph("Ett stycke."),
            *(item("En punkt"), item("Under", level=1)),
            heading(1, "Mål: A"),
            paragraph("Om målet."),
            heading(2, "Bakgrund"),
            paragraph("Mer om målet."),
        )
    )
    assert _rows(lists["sections"], "level", "heading", "text") == [
        (0, "", "Nämndens plan 2026"),
        (1, "Start", "Ett stycke.\n• En punkt\n  • Under"),
    ]
    assert _rows(lists["goals"], "text") == [("Om målet.\nBakgrund\nMer om målet.",)]


def test_wished_end_states_stay_in_the_text_too(tmp_path: Path) -> None:
    text = "Läget är gott. Vid planperiodens slut vill nämnden se fler nöjda. Se avsnitt 2."
    proposal = proposed(tmp_path, heading(1, "Inriktning"), paragraph(text))
    lists = to_lists(proposal)
    assert _rows(lists["goal_states"], "kind", "text", "goal_id") == [
        ("desired", "Vid planperiodens slut vill nämnden se fler nöjda.", None)
    ]
    assert _rows(lists["sections"], "text") == [(text,)]


def test_pictures_become_attachments(tmp_path: Path) -> None:
    drawing = (
        '<w:r><w:drawing><wp:docPr id="1" name="Bild 1" descr="En karta"/><a:blip r:embed="rId10"/></w:drawing></w:r>'
    )
    path = write_docx(
        tmp_path / "plan.docx",
        heading(1, "Mål: A"),
        paragraph(drawing),
        parts=[("image", "media/karta.png", b"\x89PNG")],
    )
    approved = to_records(propose(path))
    digest = hashlib.sha256(b"\x89PNG").hexdigest()
    assert approved.blobs == {digest: b"\x89PNG"}
    lists = to_lists(propose(path))
    assert _rows(lists["attachments"], "title", "alt_text", "media_type", "size", "sha256") == [
        ("En karta", "En karta", "image/png", 4, digest)
    ]


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    header = f'<w:hdr xmlns:w="{word}">{paragraph("Dnr RS 2026-1")}</w:hdr>'.encode()
    path = write_docx(
        tmp_path / "plan.docx",
        paragraph("Mål\t3", style="Innehll1"),
        heading(1, "Mål"),
        parts=[("header", "header1.xml", header)],
    )
    proposal = propose(path)
    assert [dict(warning.params) for warning in proposal.warnings] == [{"what": "table_of_contents", "count": 1}]
    assert left(proposal, Reason.PAGE_MARGIN) == ["Dnr RS 2026-1"]
    unplaced = to_lists(proposal)["unplaced"]
    assert _rows(unplaced, "reason", "text", "part", "place") == [("page_margin", "Dnr RS 2026-1", "page_margin", 0)]


def test_ids_are_the_same_each_time(tmp_path: Path) -> None:
    body = [heading(1, "Mål: A"), paragraph("x"), table(["Indikator", "Utfall 2024"], ["Svar", "RVN 1, RLF 2"])]
    assert to_lists(proposed(tmp_path, *body)) == to_lists(proposed(tmp_path, *body))
    assert len(all_of(proposed(tmp_path, *body), NodeKind.VALUE)) == 1


@pytest.mark.parametrize(
    "word",
    [
        "mål ",
        "a ",
        " \u00a0",
        "1, ",
        "nämnder som bidrar ",
        "kluster ",
        "Vid planperiodens slut vill ",
        "3. God ",
        "målet ",
        "-",
    ],
)
def test_texts_without_end_are_read_in_their_turn(tmp_path: Path, word: str) -> None:
    """Each of these took minutes where a pattern went over the text again for every word of it."""
    text = "x" + word * 20_000
    proposal = proposed(
        tmp_path,
        heading(1, "Mål: A"),
        paragraph("Målet bidrar till Agenda 2030:"),
        *(paragraph(text), item(text), heading(2, text), table(["Indikator", text], [text, text])),
    )
    assert sum(node.text == text for node in proposal.walk()) > 2
