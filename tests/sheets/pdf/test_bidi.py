"""Text that runs from right to left is seen from right to left and read in its own order."""

from __future__ import annotations

from regdesk.sheets.blocks import Paragraph
from regdesk.sheets.pdf.bidi import set_pieces
from regdesk.sheets.pdf.lines import break_lines
from regdesk.sheets.pdf.styles import BODY
from regdesk.sheets.pdf.words import Typesetter
from regdesk.sheets.pdf.writer import pdf_bytes
from tests.sheets.examples import sheet_of
from tests.sheets.pdf.reading import structure_texts


def seen(text: str) -> str:
    """What a line shows, from left to right."""
    (line,) = break_lines(Typesetter().words(text, BODY), 500)
    placed = sorted(set_pieces(line.pieces), key=lambda one: one.x)
    return "".join(one.piece.text for one in placed).strip()


def test_hebrew_is_seen_backwards() -> None:
    assert seen("se שלום nu") == "se םולש nu"


def test_words_and_figures_change_places_but_figures_do_not_turn() -> None:
    assert seen("se שלום 12,5 עולם nu") == "se םלוע 12,5 םולש nu"


def test_brackets_turn_with_their_words() -> None:
    assert seen("(ab) שלום (עולם) כן") == "(ab) ןכ (םלוע) םולש"


def test_swedish_line_is_left_as_it_is() -> None:
    (line,) = break_lines(Typesetter().words("Åtta (8) nämnder", BODY), 500)
    assert [one.piece for one in set_pieces(line.pieces)] == list(line.pieces)


def test_reader_finds_the_order_of_the_text() -> None:
    text = "Hebreiska שלום עולם 12,5 och arabiska مرحبا بالعالم slut"
    assert text in [found.strip() for found in structure_texts(pdf_bytes(sheet_of(Paragraph(text=text))))]
