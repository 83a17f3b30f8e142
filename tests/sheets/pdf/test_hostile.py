"""Whatever a register holds is printed, found again in its order, and stays on the page."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regdesk.sheets.blocks import (
    Block,
    BulletList,
    FieldKind,
    FormField,
    ListItem,
    Paper,
    Paragraph,
    Row,
    Sheet,
    Signature,
    Table,
)
from regdesk.sheets.pdf.writer import Pdf, make_pdf
from regdesk.sheets.plain import reading_order
from tests.sheets.examples import FOOT, HEAD
from tests.sheets.extremes import LARGE, SMALL
from tests.sheets.hostile import hard_blocks, hard_fields, hard_figures, hard_text
from tests.sheets.pdf.layout import headless_tables, lonely_headings, outside
from tests.sheets.pdf.reading import structure_texts


def letters(texts: list[str], pdf: Pdf) -> str:
    """All that is printed of `texts`, without blanks and in the form of the substitutes."""
    joined = "".join("".join(text.split()) for text in texts)
    replaced = "".join(pdf.substitutes.get(character, character) for character in joined)
    return replaced.replace("\u00ad", "").translate(str.maketrans("()[]{}<>«»", "          ")).replace(" ", "")


def assert_is_read(sheet: Sheet | Paper) -> Pdf:
    pdf = make_pdf(sheet)
    assert letters(structure_texts(pdf.data), pdf) == letters(list(reading_order(sheet)), pdf)
    return pdf


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(hard_blocks, hard_figures, hard_fields), max_size=4))
def test_any_text_is_found_again(blocks: list[Block]) -> None:
    assert_is_read(Sheet(head=HEAD, foot=FOOT, blocks=tuple(blocks)))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hard_text, hard_text, hard_text)
def test_any_head_is_drawn(organisation: str, board: str, title: str) -> None:
    head = replace(HEAD, organisation=organisation, board=board, title=title, appendix=board, period=title)
    assert_is_read(Sheet(head=head, foot=FOOT, blocks=()))


@pytest.mark.parametrize("text", ["lång rubrik " * 900, "x" * 9000])
def test_head_longer_than_a_page_is_drawn(text: str) -> None:
    head = replace(HEAD, organisation=text, board=text, title=text, subtitle=text)
    assert_is_read(Sheet(head=head, foot=FOOT, blocks=()))


@pytest.mark.parametrize("text", ["ord " * 60_000, "x" * 240_000, "\n" * 50_000 + "slut"])
def test_quarter_of_a_megabyte_is_drawn(text: str) -> None:
    table = Table(header=("a", "b"), rows=(Row(cells=("1", text)),), widths=(1, 3))
    assert_is_read(Sheet(head=HEAD, foot=FOOT, blocks=(Paragraph(text=text), table)))


def test_characters_that_no_font_has_are_all_reported() -> None:
    pdf = make_pdf(Sheet(head=HEAD, foot=FOOT, blocks=(Paragraph(text="漢字 🎉"),)))
    assert list(pdf.substitutes) == ["字", "漢", "🎉"]
    assert all(unicodedata.category(sign) != "Cc" for text in pdf.substitutes.values() for sign in text)


def test_list_of_any_depth_is_drawn() -> None:
    item = ListItem(text="innerst")
    for depth in range(60):
        item = ListItem(text=f"nivå {depth}", label="9.9.9.9." * 40, items=(item,))
    assert_is_read(Sheet(head=HEAD, foot=FOOT, blocks=(BulletList(items=(item,)),)))


def test_table_of_very_many_columns_is_drawn() -> None:
    cells = tuple(f"a{number}" for number in range(80))
    table = Table(header=cells, rows=(Row(cells=cells),), widths=(1.0,) * 80)
    assert_is_read(Sheet(head=HEAD, foot=FOOT, blocks=(table,)))


def test_words_of_fields_and_signers_that_fill_pages_are_drawn() -> None:
    words = "ord " * 3000
    fields = (FormField(name=words, label=words), FormField(name=words, label=words, kind=FieldKind.TICK))
    assert_is_read(Sheet(head=HEAD, foot=FOOT, blocks=(*fields, Signature(roles=("A", words, "B", "C")))))


@pytest.mark.parametrize("name", [*SMALL, *(pytest.param(name, marks=pytest.mark.slow) for name in LARGE)])
def test_extremes_are_read_whole_and_stay_on_the_page(name: str) -> None:
    """Each file was held against PDF/A when it was made."""
    sheet = {**SMALL, **LARGE}[name]()
    pdf = assert_is_read(sheet)
    assert outside(pdf.data) == []
    assert headless_tables(pdf.data) == []
    assert lonely_headings(pdf.data) == []
