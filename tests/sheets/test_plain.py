"""Sheets as plain text."""

from __future__ import annotations

from regdesk.i18n import set_language
from regdesk.sheets.blocks import Figure
from regdesk.sheets.plain import plain_text, reading_order
from tests.sheets.examples import full_sheet, sheet_of

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
