"""Sheets as plain text."""

from __future__ import annotations

from regdesk.i18n import set_language
from regdesk.sheets.blocks import (
    Contents,
    FieldCell,
    FieldKind,
    Figure,
    FigureCell,
    FormField,
    Heading,
    Paper,
    Sheet,
    Signature,
)
from regdesk.sheets.drawings import Drawing, Hue, Label, Stroke
from regdesk.sheets.plain import plain_text, reading_order
from tests.sheets.examples import FOOT, HEAD, full_sheet, sheet_of, table_of

BEGINNING = """\
Region Västerkust
Uppföljning
Bilaga 1
Nämnd: Trafiknämnden
Datum: 2026-11-22
Diarienummer: TN 2026/17
Period: 2024–2026

# Uppföljning per mål
Indikatorer och uppdrag

Bladet visar läget för nämndens mål.

Så läses bedömningen
✓ Ja – Målnivån är nådd

## Målområde 1: Resor för alla

### Mål 1.1 Bussen går när den ska

Se planen för mer.

Indikator | Utfall | Bedömning
Punktlighet | 92,5 % | ✓ Ja
Nöjda resenärer |  | ◐ Delvis Två av elva enheter återstår.
Turer | −5 | ✗ Nej

Kluster | Bedömning
Tillgänglighet | ✗ Nej
  Hållplatser | ✓ Ja
  Kommentar: Ombyggnad pågår.

Nämnden ska:

• ta fram en plan för stationer
  a) med tidplan
• följa upp avtalen

## Målområde 2: Hållbara resor
"""

END = """
Källa: egen mätning.

Trafiknämndens plan 2024–2026
Historik 3f9a
Utskriven 2026-11-23
"""


def test_plain_text_of_every_block() -> None:
    text = plain_text(full_sheet())
    assert text.startswith(BEGINNING)
    assert text.endswith(END)


def test_reading_order_has_no_decoration() -> None:
    texts = list(reading_order(full_sheet()))
    assert texts[:5] == ["Region Västerkust", "Uppföljning", "Bilaga 1", "Nämnd", "Trafiknämnden"]
    assert texts[texts.index("Nämnden ska:") :][:5] == [
        "Nämnden ska:",
        "•",
        "ta fram en plan för stationer",
        "a)",
        "med tidplan",
    ]


def test_picture_is_told_in_words() -> None:
    text = plain_text(sheet_of(Figure(image=b"", alt="Stapeldiagram", caption="Figur 1")))
    assert "[Stapeldiagram]\nFigur 1\n" in text


def test_labels_follow_the_language() -> None:
    before = plain_text(sheet_of())
    set_language("en")
    assert before.count("Diarienummer") == 1
    assert plain_text(sheet_of()).count("2026-11-23") == 1


LINE = Drawing(width=20, height=5, shapes=(Stroke(points=((0, 0), (20, 5)), hue=Hue.INK), Label(at=(0, 4), text="75")))


def test_what_is_filled_in_is_told_as_room_and_read_by_its_label() -> None:
    tick = FieldCell(name="yes", tip="Ja för punktlighet", kind=FieldKind.TICK)
    sheet = sheet_of(
        table_of(("Punktlighet", tick, FieldCell(name="why", tip="Motivering"))),
        FormField(name="day", label="Datum"),
        FormField(name="done", label="Klart", kind=FieldKind.TICK),
        Signature(roles=("Ordförande", "Sekreterare")),
    )
    told = plain_text(sheet)
    assert "Punktlighet | ☐ | ____" in told
    assert "Datum: ____\n\n☐ Klart\n\n____ Ordförande\n____ Sekreterare" in told
    read = list(reading_order(sheet))
    assert read[read.index("Punktlighet") : -3] == ["Punktlighet", "Datum", "Klart", "Ordförande", "Sekreterare"]


def test_a_drawing_is_told_by_its_words_and_read_by_its_labels() -> None:
    cell = FigureCell(drawing=LINE, alt="Från 70 till 75")
    sheet = sheet_of(table_of(("Punktlighet", cell, "")), Figure(image=LINE, alt="Rakt upp", caption="Utvecklingen"))
    assert "Punktlighet | [Från 70 till 75] | " in plain_text(sheet)
    assert "[Rakt upp]\nUtvecklingen" in plain_text(sheet)
    read = list(reading_order(sheet))
    assert read[read.index("Punktlighet") : -3] == ["Punktlighet", "75", "75", "Utvecklingen"]


def test_a_paper_is_told_sheet_by_sheet_with_one_foot() -> None:
    first = sheet_of(Contents(depth=2), Heading(text="Läget"), Heading(text="I norr", level=3))
    chapter = Sheet(head=HEAD, foot=FOOT, blocks=(Heading(text="Riskerna"),), is_chapter=True)
    told = plain_text(Paper(sheets=(first, chapter)))
    assert f"{HEAD.title}\n  Läget\n{HEAD.title}\n  Riskerna\n\n## Läget" in told
    assert f"### I norr\n\n# {HEAD.title}\n\n## Riskerna" in told
    assert told.count(FOOT.plan) == 1
    assert list(reading_order(first)).count("Läget") == 2
