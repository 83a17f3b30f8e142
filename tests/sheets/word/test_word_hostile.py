"""Whatever a register holds makes a file that Word opens, and is found again in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regdesk.sheets.blocks import Block, BulletList, ListItem, Paragraph, Row, Run, Sheet, Table
from regdesk.sheets.word.writer import make_docx
from tests.sheets.examples import FOOT, HEAD, sheet_of
from tests.sheets.hostile import hard_blocks, hard_fields, hard_figures, hard_text
from tests.sheets.word.reading import body_texts, expected_texts, letters, opened


def assert_is_read(sheet: Sheet) -> None:
    assert letters(body_texts(make_docx(sheet))) == letters(expected_texts(sheet))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(hard_blocks, hard_figures, hard_fields), max_size=4))
def test_any_text_is_found_again(blocks: list[Block]) -> None:
    assert_is_read(Sheet(head=HEAD, foot=FOOT, blocks=tuple(blocks)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hard_text, hard_text, hard_text)
def test_any_head_is_written(organisation: str, board: str, title: str) -> None:
    head = replace(HEAD, organisation=organisation, board=board, title=title, appendix=board, period=title)
    assert_is_read(Sheet(head=head, foot=replace(FOOT, plan=title, seal=board), blocks=()))


@settings(max_examples=40, deadline=None)
@given(hard_text)
def test_any_address_leaves_a_file_that_opens(address: str) -> None:
    text = (Run(text="länk", link=f"https://example.org/{address}"),)
    assert opened(make_docx(sheet_of(Paragraph(text=text)))).paragraphs[-1].text == "länk"


@pytest.mark.parametrize("text", ["ord " * 60_000, "x" * 240_000, "\n" * 50_000 + "slut"])
def test_quarter_of_a_megabyte_is_written(text: str) -> None:
    table = Table(header=("a", "b"), rows=(Row(cells=("1", text)),), widths=(1, 3))
    assert_is_read(sheet_of(Paragraph(text=text), table))


def test_list_of_any_depth_is_written() -> None:
    item = ListItem(text="innerst")
    for depth in range(60):
        item = ListItem(text=f"nivå {depth}", label="9.9.9.9." * 40 if depth % 2 else "", items=(item,))
    assert_is_read(sheet_of(BulletList(items=(item,))))
