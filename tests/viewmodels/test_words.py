"""Every code has its words, and a verdict never speaks by colour alone."""

from __future__ import annotations

import inspect
from enum import StrEnum

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from regdesk.domain import codes
from regdesk.domain.codes import BodyKind, LinkKind, Party, Verdict, WorkStatus
from regdesk.domain.notation import ValueWarning
from regdesk.paths import data_folder
from regdesk.viewmodels.rows import Tone
from regdesk.viewmodels.words import one_line, status_cell, verdict_cell, word

VOCABULARIES = [
    kind for _, kind in inspect.getmembers(codes, inspect.isclass) if issubclass(kind, StrEnum) and kind is not StrEnum
] + [ValueWarning]


@pytest.mark.parametrize("code", [code for kind in VOCABULARIES for code in kind], ids=repr)
def test_every_code_has_words(code: StrEnum) -> None:
    assert word(code)
    assert word(code) != code.value


@pytest.mark.parametrize("kind", VOCABULARIES)
def test_no_two_codes_of_a_vocabulary_share_their_words(kind: type[StrEnum]) -> None:
    words = [word(code) for code in kind]

    assert len(set(words)) == len(words)


def test_codes_spelt_alike_keep_their_own_words() -> None:
    assert [word(code) for code in (BodyKind.BOARD, LinkKind.BOARD, Party.BOARD)] == ["Nämnd", "Nämnder", "Nämnden"]


@pytest.mark.parametrize(
    ("verdict", "text", "symbol", "tone"),
    [
        (Verdict.YES, "Ja", "✓", Tone.GOOD),
        (Verdict.PARTLY, "Delvis", "◐", Tone.PARTLY),
        (Verdict.NO, "Nej", "✗", Tone.BAD),
        (Verdict.CANNOT_ASSESS, "Kan ej bedömas", "?", Tone.UNKNOWN),
        (None, "Ej bedömd", "–", Tone.MUTED),
    ],
)
def test_a_verdict_is_word_symbol_and_tone(verdict: Verdict | None, text: str, symbol: str, tone: Tone) -> None:
    cell = verdict_cell(verdict)

    assert (cell.text, cell.symbol, cell.tone) == (text, symbol, tone)


def test_every_status_has_a_symbol_of_its_own() -> None:
    assert len({status_cell(status).symbol for status in WorkStatus}) == len(WorkStatus)


def test_the_symbol_font_has_every_symbol() -> None:
    glyphs = TTFontFile(str(data_folder("resources") / "fonts" / "DejaVuSans.ttf")).charToGlyph
    cells = [*map(verdict_cell, [*Verdict, None]), *map(status_cell, WorkStatus)]

    assert not [cell.symbol for cell in cells if ord(cell.symbol) not in glyphs]


def test_a_text_of_several_lines_is_shown_on_one_with_its_fixed_spaces() -> None:
    assert one_line("\n Ja\n  39\u00a0% ") == "Ja 39\u00a0%"
